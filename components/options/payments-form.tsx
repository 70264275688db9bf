import { useState } from 'preact/hooks';
import type { PaymentCode, PaymentMapping } from '../../utils/invoice/settings';
import type { AccountView, Dictionaries, DictionaryRow } from '../../utils/messages';
import type { Asking } from '../form/asked';
import { type SaveResult, useDraft } from '../form/draft';
import { usePage } from '../form/page';
import { SaveBar } from '../form/save-bar';
import { RefreshLists } from './panel-lists';
import { PaymentRow } from './payment-row';
import { suggestedCode } from './suggestion';
import { useTexts } from './texts';

interface Props {
  readonly account: AccountView;
  readonly methods: readonly DictionaryRow[];
  readonly lists: Asking<Dictionaries>;
  readonly onSaved: (account: AccountView) => void;
}

const withCode = (payments: PaymentMapping, id: string, code: PaymentCode | null): PaymentMapping => {
  const { [id]: _, ...rest } = payments;
  return code === null ? rest : { ...rest, [id]: code };
};

export function PaymentsForm({ account, methods, lists, onSaved }: Props) {
  const { ask } = usePage();
  const { payments: texts } = useTexts();
  const [taken, setTaken] = useState<readonly string[]>([]);

  const save = async ({ payments }: { readonly payments: PaymentMapping }): Promise<SaveResult<never>> => {
    const answer = await ask('payments.save', { accountId: account.id, payments });
    if (!answer.ok) return answer;
    setTaken([]);
    onSaved(answer.value);
    return { ok: true };
  };
  const draft = useDraft({ payments: account.payments }, save);
  const { payments } = draft.value;

  const gone = Object.keys(account.payments).filter((id) => !methods.some((method) => method.id === id));
  const open = methods.flatMap(({ id, name }) => {
    const code = payments[id] === undefined ? suggestedCode(name) : null;
    return code === null ? [] : [{ id, code }];
  });
  const mapped = methods.filter(({ id }) => payments[id] !== undefined).length;

  const choose = (id: string, code: PaymentCode | null): void => {
    setTaken(taken.filter((other) => other !== id));
    draft.set({ payments: withCode(payments, id, code) });
  };
  const fill = (): void => {
    setTaken([...taken, ...open.map(({ id }) => id)]);
    draft.set({ payments: open.reduce((filled, { id, code }) => withCode(filled, id, code), payments) });
  };

  return (
    <form
      class="card form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void draft.submit();
      }}
    >
      <div class="form-tools">
        <p class="muted">{texts.count(mapped, methods.length)}</p>
        <RefreshLists lists={lists} />
      </div>
      {open.length > 0 && (
        <div class="tip">
          <p id="fill-hint">{texts.fillHint}</p>
          <button type="button" class="button" aria-describedby="fill-hint" onClick={fill}>
            {texts.fill}
          </button>
        </div>
      )}
      <div class="payment-heads" aria-hidden="true">
        <span>{texts.sellasist}</span>
        <span>{texts.ifirma}</span>
      </div>
      <ul class="payment-rows">
        {methods.map(({ id, name }) => (
          <PaymentRow
            key={id}
            name={name}
            code={payments[id] ?? null}
            suggestion={suggestedCode(name)}
            isSuggested={taken.includes(id)}
            onChoose={(code) => choose(id, code)}
          />
        ))}
        {gone.map((id) => (
          <PaymentRow
            key={id}
            name={texts.gone(id)}
            isGone
            code={payments[id] ?? null}
            suggestion={null}
            isSuggested={false}
            onChoose={(code) => choose(id, code)}
          />
        ))}
      </ul>
      <SaveBar outcome={draft.outcome} dirty={draft.dirty} />
    </form>
  );
}
