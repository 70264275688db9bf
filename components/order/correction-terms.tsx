import { useId } from 'preact/hooks';
import type { CorrectionReason } from '../../utils/invoice/correction/reasons';
import type { CorrectionView } from '../../utils/messages';
import { CORRECTION_TEXTS } from '../../utils/texts/correction';
import { trusted } from '../trusted';
import { useOrder } from './context';

/** Why it is corrected, and whether the tax may be lowered, as it stands. */
export const Terms = ({ view }: { view: CorrectionView }) => {
  const { language, texts } = useOrder();
  const { reason, reasons, conditions } = CORRECTION_TEXTS[language];
  return (
    <dl class="facts">
      <div>
        <dt>{reason}</dt>
        <dd>{reasons[view.reason]}</dd>
      </div>
      <div>
        <dt>{conditions}</dt>
        <dd>{view.conditionsMet ? texts.preview.yes : texts.preview.no}</dd>
      </div>
    </dl>
  );
};

interface ChosenProps {
  /** The reason that follows from what changes; null: nothing does yet. */
  readonly follows: CorrectionReason | null;
  /** null: what follows from what changes. */
  readonly reason: CorrectionReason | null;
  readonly conditionsMet: boolean;
  readonly onReason: (reason: CorrectionReason | null) => void;
  readonly onConditions: (met: boolean) => void;
}

/** The same, for a person to choose. */
export const ChosenTerms = ({ follows, reason, conditionsMet, onReason, onConditions }: ChosenProps) => {
  const { language } = useOrder();
  const texts = CORRECTION_TEXTS[language];
  const codes = Object.keys(texts.reasons) as CorrectionReason[];
  const reasonId = useId();
  const conditionsId = useId();
  const hintId = useId();
  return (
    <div class="terms">
      <div class="typed">
        <label for={reasonId}>{texts.reason}</label>
        <select
          id={reasonId}
          value={reason ?? ''}
          onChange={trusted((event) => onReason(codes.find((code) => code === event.currentTarget.value) ?? null))}
        >
          <option value="">{texts.reasonByItself(follows === null ? null : texts.reasons[follows])}</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {texts.reasons[code]}
            </option>
          ))}
        </select>
      </div>
      <div class="check">
        <input
          id={conditionsId}
          type="checkbox"
          checked={conditionsMet}
          aria-describedby={hintId}
          onClick={(event) => {
            // A page's `click()` is no trusted one, but the `change` that follows it is.
            if (event.isTrusted) onConditions(event.currentTarget.checked);
            else event.preventDefault();
          }}
        />
        <label for={conditionsId}>{texts.conditions}</label>
        <p class="hint" id={hintId}>
          {texts.conditionsHint}
        </p>
      </div>
    </div>
  );
};
