/** Jeśli: what has to hold of an order. What is left empty is not asked. */
import { useId } from 'preact/hooks';
import { CheckField } from '../../form/check-field';
import { SelectField } from '../../form/select-field';
import { TextField } from '../../form/text-field';
import { oneOf } from '../settings-draft';
import type { EditorPart } from './editor-part';
import type { Answered } from './edits';
import { useRulesTexts } from './texts';

const ANSWERS: readonly Answered[] = ['any', 'yes', 'no'];

export function IfPart(part: EditorPart) {
  const { rule, set, problemAt } = part;
  const texts = useRulesTexts();
  const answers = ANSWERS.map((value) => ({ value, label: texts.answers[value] }));
  const upper = (text: string): string => text.toUpperCase();
  return (
    <fieldset class="rule-part">
      <legend>{texts.ifGroup}</legend>
      <p class="field-hint">{texts.ifHint}</p>
      <Payments {...part} />
      <div class="rule-fields">
        <TextField
          label={texts.sources}
          value={rule.sources}
          hint={texts.sourcesHint}
          problem={problemAt('sources')}
          onInput={(sources) => set({ sources })}
        />
        <TextField
          label={texts.comment}
          value={rule.comment}
          hint={texts.commentHint}
          problem={problemAt('comment')}
          onInput={(comment) => set({ comment })}
        />
        <TextField
          label={texts.countries}
          value={rule.countries}
          hint={texts.countriesHint}
          problem={problemAt('countries')}
          tidy={upper}
          onInput={(countries) => set({ countries })}
        />
        <TextField
          label={texts.currencies}
          value={rule.currencies}
          hint={texts.currenciesHint}
          problem={problemAt('currencies')}
          tidy={upper}
          onInput={(currencies) => set({ currencies })}
        />
        <TextField
          label={texts.from}
          value={rule.from}
          note={texts.zloty}
          problem={problemAt('from')}
          short
          onInput={(from) => set({ from })}
        />
        <TextField
          label={texts.to}
          value={rule.to}
          note={texts.zloty}
          problem={problemAt('to')}
          short
          onInput={(to) => set({ to })}
        />
        <SelectField
          label={texts.nip}
          value={rule.nip}
          choices={answers}
          short
          onChange={(chosen) => set({ nip: oneOf(ANSWERS, chosen, rule.nip) })}
        />
        <SelectField
          label={texts.invoice}
          value={rule.invoice}
          choices={answers}
          short
          onChange={(chosen) => set({ invoice: oneOf(ANSWERS, chosen, rule.invoice) })}
        />
      </div>
    </fieldset>
  );
}

function Payments({ rule, set, lists }: EditorPart) {
  const texts = useRulesTexts();
  const hint = useId();
  const { paymentIds } = rule;
  const rows = lists?.payments ?? null;
  // What was chosen and is there no more stays until it is unticked.
  const gone = paymentIds.filter((id) => !rows?.some((row) => row.id === id));
  const choices = [
    ...(rows ?? []).map(({ id, name }) => ({ id, label: name })),
    ...gone.map((id) => ({ id, label: rows === null ? id : texts.paymentGone(id) })),
  ];
  const choose = (id: string, isChosen: boolean): void =>
    set({ paymentIds: isChosen ? [...paymentIds, id] : paymentIds.filter((other) => other !== id) });
  return (
    <fieldset class="rule-payments" aria-describedby={hint}>
      <legend>{texts.payments}</legend>
      <p class="field-hint" id={hint}>
        {rows === null ? texts.paymentsUnread : texts.paymentsHint}
      </p>
      <div class="checks">
        {choices.map(({ id, label }) => (
          <CheckField
            key={id}
            label={label}
            checked={paymentIds.includes(id)}
            onChange={(isChosen) => choose(id, isChosen)}
          />
        ))}
      </div>
    </fieldset>
  );
}
