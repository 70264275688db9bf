/** What is set for one series. Which fields there are depends on what its documents become in iFirma. */
import type { CorrectionReason } from '../../utils/invoice/correction/reasons';
import type { KsefMode } from '../../utils/invoice/ksef';
import { SERIES_KINDS, type SeriesField, type SeriesSettings } from '../../utils/invoice/series';
import { CORRECTION_TEXTS } from '../../utils/texts/correction';
import { SERIES_TEXTS } from '../../utils/texts/options/series';
import { CheckField } from '../form/check-field';
import { usePage, useShared } from '../form/page';
import { RadioField } from '../form/radio-field';
import { SelectField } from '../form/select-field';
import { TextField } from '../form/text-field';
import { PatternField } from './pattern-field';
import { LIMITS, longTexts, type SeriesText } from './series-texts';
import { useTexts } from './texts';

interface Props {
  readonly value: SeriesSettings;
  readonly missing: readonly SeriesField[];
  readonly isShared: boolean;
  readonly onChange: (value: SeriesSettings) => void;
}

const REASONS = Object.keys(CORRECTION_TEXTS.pl.reasons) as CorrectionReason[];
const KSEF_MODES = Object.keys(SERIES_TEXTS.pl.ksefModes) as KsefMode[];
const NUMBERINGS = ['ifirma', 'sellasist'] as const;

export function SeriesFields({ value, missing, isShared, onChange }: Props) {
  const { series: texts } = useTexts();
  const { language } = usePage();
  const shared = useShared();
  const { kind, numbering, ksef = 'off' } = value;
  const set = (patch: Partial<SeriesSettings>): void => onChange({ ...value, ...patch });
  const missed = (field: SeriesField): string | undefined =>
    missing.includes(field) ? texts.missingField[field] : undefined;
  const long = longTexts(value);
  const longProblem = (field: SeriesText): string | undefined =>
    long.includes(field) ? shared.atMost(LIMITS[field], value[field].trim().length) : undefined;
  const kindHint = kind === 'none' ? texts.noneHint : kind === 'correction' ? texts.correctionHint : undefined;

  return (
    <div class="series-fields">
      <SelectField
        label={texts.fields.kind}
        value={kind ?? ''}
        choices={[
          { value: '', label: texts.chooseKind },
          ...SERIES_KINDS.map((known) => ({ value: known, label: texts.kinds[known] })),
        ]}
        hint={kindHint}
        problem={missed('kind')}
        onChange={(chosen) => set({ kind: SERIES_KINDS.find((known) => known === chosen) ?? null })}
      />
      {kind === 'domestic' && (
        <RadioField
          label={texts.fields.numbering}
          value={numbering}
          answers={NUMBERINGS.map((known) => ({
            value: known,
            label: texts.numberings[known],
            hint: texts.numberingHints[known],
          }))}
          hint={texts.numberingHint}
          problem={missed('numbering')}
          onChange={(chosen) => set({ numbering: chosen })}
        />
      )}
      {kind === 'domestic' && numbering === 'sellasist' && (
        <PatternField
          value={value.pattern}
          problem={longProblem('pattern') ?? missed('pattern')}
          onChange={(pattern) => set({ pattern })}
        />
      )}
      {kind === 'correction' && (
        <SelectField
          label={texts.reason}
          value={value.correctionReason ?? ''}
          choices={[
            { value: '', label: texts.reasonByItself },
            ...REASONS.map((code) => ({ value: code, label: CORRECTION_TEXTS[language].reasons[code] })),
          ]}
          hint={texts.reasonHint}
          onChange={(chosen) => onChange(withReason(value, chosen))}
        />
      )}
      {(kind === 'domestic' || kind === 'correction') && (
        <div class="series-names">
          <TextField
            label={texts.ifirmaSeries}
            value={value.ifirmaSeries}
            hint={texts.ifirmaSeriesHint}
            problem={longProblem('ifirmaSeries') ?? (isShared ? texts.ifirmaSeriesShared : undefined)}
            onInput={(ifirmaSeries) => set({ ifirmaSeries })}
          />
          <TextField
            label={texts.template}
            value={value.template}
            hint={texts.templateHint}
            problem={longProblem('template')}
            onInput={(template) => set({ template })}
          />
        </div>
      )}
      {(kind === 'domestic' || kind === 'correction') && (
        <SelectField
          label={texts.ksef}
          value={ksef}
          choices={KSEF_MODES.map((mode) => ({ value: mode, label: texts.ksefModes[mode] }))}
          hint={ksef === 'off' ? texts.ksefHints.off : `${texts.ksefHints[ksef]} ${texts.ksefOnce}`}
          onChange={(chosen) => onChange(withKsef(value, chosen))}
        />
      )}
      {kind === 'domestic' && (
        <CheckField label={texts.oss} checked={value.oss} hint={texts.ossHint} onChange={(oss) => set({ oss })} />
      )}
    </div>
  );
}

/** What is not chosen is not there at all, as in an account that was stored before it could be chosen. */
const withReason = ({ correctionReason: _, ...series }: SeriesSettings, chosen: string): SeriesSettings => {
  const correctionReason = REASONS.find((code) => code === chosen);
  return correctionReason === undefined ? series : { ...series, correctionReason };
};

const withKsef = ({ ksef: _, ...series }: SeriesSettings, chosen: string): SeriesSettings => {
  const ksef = KSEF_MODES.find((mode) => mode === chosen);
  return ksef === undefined || ksef === 'off' ? series : { ...series, ksef };
};
