/** One payment method of the panel and what it becomes in iFirma. */
import { useId } from 'preact/hooks';
import type { PaymentCode } from '../../utils/invoice/settings';
import { PAYMENT_TEXTS } from '../../utils/texts/states';
import { usePage } from '../form/page';
import { IconInfo, IconWarning } from '../icons';
import { useTexts } from './texts';

/** As they stand in the dictionary, which has a word for every code (ifirma-api 2.3). */
const CODES = Object.keys(PAYMENT_TEXTS.pl).filter((code): code is PaymentCode => code in PAYMENT_TEXTS.pl);

interface Props {
  readonly name: string;
  readonly isGone?: boolean;
  readonly code: PaymentCode | null;
  readonly suggestion: PaymentCode | null;
  /** The code stands there because the person took the suggestions over, and is not saved yet. */
  readonly isSuggested: boolean;
  readonly onChoose: (code: PaymentCode | null) => void;
}

export function PaymentRow({ name, isGone = false, code, suggestion, isSuggested, onChoose }: Props) {
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
            onChoose(CODES.find((known) => known === value) ?? null);
          }}
        >
          <option value="">{payments.choose}</option>
          {CODES.map((known) => (
            <option key={known} value={known}>
              {codes[known]}
            </option>
          ))}
        </select>
        <p id={`${id}-note`} class="payment-note">
          {isGone && <span class="muted">{payments.goneHint}</span>}
          {code === null && !isGone && (
            <span class="warn">
              <IconWarning />
              <span>{payments.unmapped}</span>
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
