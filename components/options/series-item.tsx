/** One series: a line that says what it becomes, or its fields. What is missing is named beside its name and red at its field. */
import { useId } from 'preact/hooks';
import { missingOf, type SeriesSettings } from '../../utils/invoice/series';
import { IconWarning } from '../icons';
import { SeriesFields } from './series-fields';
import { useTexts } from './texts';

interface Props {
  readonly name: string;
  readonly isGone: boolean;
  readonly isReceipt: boolean;
  readonly value: SeriesSettings;
  /** Its series in iFirma is another one's as well, and one of the two keeps Sellasist's numbers. */
  readonly isShared: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (value: SeriesSettings) => void;
}

export function SeriesItem({ name, isGone, isReceipt, value, isShared, isOpen, onToggle, onChange }: Props) {
  const { series: texts } = useTexts();
  const id = useId();
  const missing = missingOf(value);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a legend, which cannot stand in one line with a button.
    <div class="series-item" role="group" aria-labelledby={`${id}-name`}>
      <div class="series-head">
        <div class="series-title">
          <span class="series-name" id={`${id}-name`}>
            {name}
          </span>
          {missing.length > 0 ? (
            <span class="warn">
              <IconWarning />
              <span>{texts.incomplete}</span>
            </span>
          ) : (
            <span class="muted">{summaryOf(texts, value)}</span>
          )}
        </div>
        <button
          type="button"
          class="button button-small"
          aria-expanded={isOpen}
          aria-describedby={`${id}-name`}
          onClick={onToggle}
        >
          {isOpen ? texts.close : texts.edit}
        </button>
      </div>
      {missing.length > 0 && (
        <p class="series-missing">{texts.missing(missing.map((field) => texts.fields[field]).join(', '))}</p>
      )}
      {isShared && !isOpen && <p class="series-missing">{texts.ifirmaSeriesShared}</p>}
      {isGone && <p class="muted">{texts.gone}</p>}
      {isReceipt && value.kind !== 'none' && <p class="muted">{texts.receipt}</p>}
      {isOpen && <SeriesFields value={value} missing={missing} isShared={isShared} onChange={onChange} />}
    </div>
  );
}

/** `faktura krajowa · numeruje iFirma` */
const summaryOf = (texts: ReturnType<typeof useTexts>['series'], value: SeriesSettings): string => {
  const { kind, numbering, oss } = value;
  if (kind === null) return '';
  if (kind !== 'domestic') return texts.kinds[kind];
  return [texts.kinds[kind], numbering === null ? '' : texts.summary.numbered[numbering], oss ? texts.summary.oss : '']
    .filter((part) => part !== '')
    .join(' · ');
};
