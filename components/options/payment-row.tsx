/** One payment method of the panel and what it becomes in iFirma. */
import { useId } from 'preact/hooks';
import { PAYMENT_CODES, type PaymentCode } from '../../utils/invoice/settings';
import { PAYMENT_TEXTS } from '../../utils/texts/states';
import { usePage } from '../form/page';
import { IconInfo, IconWarning } from '../icons';
import { useTexts } from './texts';

interface Props {
  readonly name: string;
  /** `met`: on an order, and in no list of the panel. `gone`: mapped once, and in the panel's list no more. */
  readonly origin: 'listed' | 'met' | 'gone';
  readonly code: PaymentCode | null;
  readonly suggestion: PaymentCode | null;
  /** The code stands there because the person took the suggestions over, and is not saved yet. */
  readonly isSuggested: boolean;
  /** iFirma refuses the code on invoices of this account. */
  readonly isRefused: boolean;
  readonly onChoose: (code: PaymentCode | null) => void;
}

export function PaymentRow({ name, origin, code, suggestion, isSuggested, isRefused, onChoose }: Props) {
  const { payments } = useTexts();
  const codes = PAYMENT_TEXTS[usePage().language];
  const id = useId();
  return (
    <li class="payment-row">
      <label for={id}>{name}</label>
      <div>
        <select
          id={id}
          class="input"
          aria-describedby={`${id}-note`}
          value={code ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChoose(PAYMENT_CODES.find((known) => known === value) ?? null);
          }}
        >
          <option value="">{payments.choose}</option>
          {PAYMENT_CODES.map((known) => (
            <option key={known} value={known}>
              {codes[known]}
            </option>
          ))}
        </select>
        <p id={`${id}-note`} class="payment-note">
          {code === null && origin !== 'gone' && (
            <span class="warn">
              <IconWarning />
              <span>{payments.unmapped}</span>
            </span>
          )}
          {origin === 'gone' && <span class="muted">{payments.goneHint}</span>}
          {origin === 'met' && (
            <span class="muted with-icon">
              <IconInfo />
              <span>{payments.metHint}</span>
            </span>
          )}
          {isRefused && (
            <span class="warn">
              <IconWarning />
              <span>{payments.exemptHint}</span>
            </span>
          )}
          {code === null && suggestion !== null && <span class="muted">{payments.suggestion(codes[suggestion])}</span>}
          {isSuggested && (
            <span class="muted with-icon">
              <IconInfo />
              <span>{payments.suggested}</span>
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
