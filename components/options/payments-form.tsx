/** Every payment method of the panel with its way of payment in iFirma. */
import { useId, useState } from 'preact/hooks';
import { PAYMENTS_WITHOUT_VAT } from '../../utils/invoice/payment-code';
import type { PaymentCode, PaymentMapping } from '../../utils/invoice/settings';
import type { AccountView, DictionaryRow, PanelLists } from '../../utils/messages';
import type { Asking } from '../form/asked';
import { type SaveResult, useDraft } from '../form/draft';
import { usePage, useShared } from '../form/page';
import { SaveBar } from '../form/save-bar';
import { PanelListsProblem, RefreshLists } from './panel-lists';
import { PaymentRow } from './payment-row';
import { suggestedCode } from './suggestion';
import { useTexts } from './texts';

interface Props {
  readonly account: AccountView;
  readonly lists: Asking<PanelLists>;
  readonly onSaved: (account: AccountView) => void;
}

export function PaymentsForm({ account, lists, onSaved }: Props) {
  const { payments } = useTexts();
  const shared = useShared();
  const { asked } = lists;
  switch (asked.state) {
    case 'loading':
      return <p class="late muted">{shared.loading}</p>;
    case 'problem':
      return <PanelListsProblem lists={lists} />;
    case 'ready': {
      const methods = asked.value.payments;
      return (
        <>
          <PanelListsProblem lists={lists} />
          {methods.length === 0 && Object.keys(account.payments).length === 0 ? (
            <div class="card empty">
              <p>{payments.none}</p>
              <RefreshLists lists={lists} />
            </div>
          ) : (
            <Methods account={account} methods={methods} lists={lists} onSaved={onSaved} />
          )}
        </>
      );
    }
    default:
      return asked satisfies never;
  }
}

const withCode = (payments: PaymentMapping, id: string, code: PaymentCode | null): PaymentMapping => {
  const { [id]: _, ...rest } = payments;
  return code === null ? rest : { ...rest, [id]: code };
};

function Methods({ account, methods, lists, onSaved }: Props & { readonly methods: readonly DictionaryRow[] }) {
  const { ask } = usePage();
  const { payments: texts } = useTexts();
  const id = useId();
  const [taken, setTaken] = useState<readonly string[]>([]);

  const save = async (
    { payments }: { readonly payments: PaymentMapping },
    revision: number,
  ): Promise<SaveResult<never>> => {
    const answer = await ask('payments.save', { accountId: account.id, revision, payments });
    if (!answer.ok) return answer;
    setTaken([]);
    onSaved(answer.value);
    return { ok: true };
  };
  const draft = useDraft({ payments: account.payments }, save, account.revision);
  const { payments } = draft.value;

  const gone = Object.keys(account.payments).filter((method) => !methods.some((listed) => listed.id === method));
  const open = methods.flatMap((method) => {
    const code = payments[method.id] === undefined ? suggestedCode(method.name) : null;
    return code === null ? [] : [{ id: method.id, code }];
  });
  const mapped = methods.filter((method) => payments[method.id] !== undefined).length;
  const isRefused = (code: PaymentCode | undefined): boolean =>
    code !== undefined && account.tax.vat === 'exempt' && !PAYMENTS_WITHOUT_VAT.includes(code);

  const choose = (method: string, code: PaymentCode | null): void => {
    setTaken(taken.filter((other) => other !== method));
    draft.set({ payments: withCode(payments, method, code) });
  };
  const fill = (): void => {
    setTaken([...taken, ...open.map((method) => method.id)]);
    draft.set({ payments: open.reduce((filled, method) => withCode(filled, method.id, method.code), payments) });
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
          <p id={`${id}-fill`}>{texts.fillHint}</p>
          <button type="button" class="button" aria-describedby={`${id}-fill`} onClick={fill}>
            {texts.fill}
          </button>
        </div>
      )}
      <div class="payment-heads" aria-hidden="true">
        <span>{texts.sellasist}</span>
        <span>{texts.ifirma}</span>
      </div>
      <ul class="payment-rows">
        {methods.map((method) => (
          <PaymentRow
            key={method.id}
            name={method.name}
            origin={method.type === 'met' ? 'met' : 'listed'}
            code={payments[method.id] ?? null}
            suggestion={suggestedCode(method.name)}
            isSuggested={taken.includes(method.id)}
            isRefused={isRefused(payments[method.id])}
            onChoose={(code) => choose(method.id, code)}
          />
        ))}
        {gone.map((method) => (
          <PaymentRow
            key={method}
            name={texts.gone(method)}
            origin="gone"
            code={payments[method] ?? null}
            suggestion={null}
            isSuggested={false}
            isRefused={isRefused(payments[method])}
            onChoose={(code) => choose(method, code)}
          />
        ))}
      </ul>
      <SaveBar outcome={draft.outcome} dirty={draft.dirty} stale={draft.stale} onDrop={draft.drop} />
    </form>
  );
}
