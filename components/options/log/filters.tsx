/** What of the log is shown. Every choice counts at once; what is typed, once the typing rests. */
import { useEffect, useState } from 'preact/hooks';
import type { IsoDate } from '../../../utils/invoice/document';
import type { TransferState } from '../../../utils/invoice/transfer';
import type { Language, LogFilter } from '../../../utils/messages';
import { STATE_TEXTS } from '../../../utils/texts';
import { LOG_TEXTS } from '../../../utils/texts/options/log';
import { DateField } from '../../form/date-field';
import { Field } from '../../form/field';
import { usePage } from '../../form/page';
import { SelectField } from '../../form/select-field';
import { codesSaying } from './words';

/** As the controls hold it. */
export interface Choice {
  readonly accountId: string;
  readonly state: TransferState | '';
  readonly kind: NonNullable<LogFilter['kind']> | '';
  readonly from: IsoDate | '';
  readonly to: IsoDate | '';
  readonly text: string;
}

export const EVERYTHING: Choice = { accountId: '', state: '', kind: '', from: '', to: '', text: '' };

/** A day whose year has more figures is one that somebody is still typing. */
const dayOf = (day: IsoDate | ''): IsoDate | null => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null);

const isWrong = ({ from, to }: Choice): boolean => from !== '' && to !== '' && from > to;

export function filterOf(language: Language, choice: Choice): LogFilter {
  const { accountId, state, kind, from, to, text } = choice;
  return {
    accountId: accountId === '' ? null : accountId,
    state: state === '' ? null : state,
    kind: kind === '' ? null : kind,
    from: dayOf(from),
    // The days the wrong way round are said to be so, and nobody's log seems empty for it.
    to: isWrong(choice) ? null : dayOf(to),
    text: text.trim(),
    codes: codesSaying(language, text),
  };
}

const STATES: readonly TransferState[] = [
  'queued',
  'sending',
  'incomplete',
  'uncertain',
  'issued',
  'done',
  'failed',
  'skipped',
];
const LONGEST_TEXT = 200;
const TYPING_MS = 300;

interface Props {
  readonly choice: Choice;
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  readonly onChoose: (change: Partial<Choice>) => void;
  readonly onClear: () => void;
}

export function Filters({ choice, accounts, onChoose, onClear }: Props) {
  const { language } = usePage();
  const texts = LOG_TEXTS[language];
  const { accountId, state, kind, from, to } = choice;
  const isNarrowed = Object.values(choice).some((each) => each !== '');
  return (
    // biome-ignore lint/a11y/useSemanticElements: the element `search` is too new for what the page is built for.
    <div role="search" class="log-filters">
      <SearchField value={choice.text} onChange={(text) => onChoose({ text })} />
      <SelectField
        label={texts.account}
        value={accountId}
        choices={[
          { value: '', label: texts.allAccounts },
          ...accounts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(chosen) => onChoose({ accountId: chosen })}
      />
      <SelectField
        label={texts.state}
        value={state}
        choices={[
          { value: '', label: texts.allStates },
          ...STATES.map((each) => ({ value: each, label: STATE_TEXTS[language][each] })),
        ]}
        onChange={(chosen) => onChoose({ state: STATES.find((each) => each === chosen) ?? '' })}
      />
      <SelectField
        label={texts.kind}
        value={kind}
        choices={[
          { value: '', label: texts.allKinds },
          { value: 'invoice', label: texts.invoices },
          { value: 'correction', label: texts.corrections },
        ]}
        onChange={(chosen) => onChoose({ kind: chosen === 'invoice' || chosen === 'correction' ? chosen : '' })}
      />
      <DateField
        label={texts.from}
        value={from}
        onChange={(day) => onChoose({ from: day })}
        problem={isWrong(choice) ? texts.wrongDays : undefined}
      />
      <DateField label={texts.to} value={to} onChange={(day) => onChoose({ to: day })} />
      {isNarrowed && (
        <button type="button" class="button log-clear" onClick={onClear}>
          {texts.clear}
        </button>
      )}
    </div>
  );
}

function SearchField({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
  const texts = LOG_TEXTS[usePage().language];
  const [typed, setTyped] = useState(value);

  // Cleared from outside.
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onChange(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);

  return (
    <div class="log-search">
      <Field label={texts.search} hint={texts.searchHint}>
        {(control) => (
          <input
            {...control}
            type="search"
            class="input"
            value={typed}
            maxLength={LONGEST_TEXT}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onChange(typed);
            }}
          />
        )}
      </Field>
    </div>
  );
}
