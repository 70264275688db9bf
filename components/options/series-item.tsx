/** One series: a line that says what it becomes, or its fields. What is missing is named beside its name and red at its field. */
import { useId } from 'preact/hooks';
import { missingOf, type SeriesSettings } from '../../utils/invoice/series';
import type { Language } from '../../utils/messages';
import { CORRECTION_TEXTS } from '../../utils/texts/correction';
import type { SeriesTexts } from '../../utils/texts/options/series';
import { usePage } from '../form/page';
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
  const { language } = usePage();
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
            <span class="muted">{summaryOf(texts, value, language)}</span>
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
const summaryOf = (texts: SeriesTexts, value: SeriesSettings, language: Language): string => {
  const { kind, numbering, oss, correctionReason, ksef = 'off' } = value;
  const { summary } = texts;
  const toKsef = ksef !== 'off' && summary.ksef(texts.ksefModes[ksef]);
  switch (kind) {
    case null:
      return '';
    case 'none':
      return texts.kinds[kind];
    case 'correction':
      return joined(
        texts.kinds[kind],
        correctionReason !== undefined && summary.reason(CORRECTION_TEXTS[language].reasons[correctionReason]),
        toKsef,
      );
    case 'domestic':
      return joined(texts.kinds[kind], numbering !== null && summary.numbered[numbering], toKsef, oss && summary.oss);
    default:
      return kind satisfies never;
  }
};

const joined = (...parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join(' · ');
