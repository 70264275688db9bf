/** How the company is taxed: VAT and the flat-rate income tax are two questions, and every pair of answers occurs. */
import { FLAT_RATES, type TaxForm } from '../../utils/invoice/settings';
import { SelectField } from '../form/select-field';
import { TextField } from '../form/text-field';
import { useTexts } from './texts';

interface Props {
  readonly value: TaxForm;
  /** At the legal basis. */
  readonly problem: string | undefined;
  readonly onChange: (value: TaxForm) => void;
}

const VATS = ['payer', 'exempt'] as const;
const RATES = ['none', 'ifirma', ...FLAT_RATES] as const;

export function TaxFields({ value, problem, onChange }: Props) {
  const { accounts, fieldNames, fieldHints } = useTexts();
  const texts = accounts.tax;
  const rateName = (rate: TaxForm['flatRate']): string => {
    if (rate === 'none') return texts.flatRateNone;
    return rate === 'ifirma' ? texts.flatRateIfirma : texts.percent(rate);
  };
  return (
    <>
      <SelectField
        label={texts.vat}
        value={value.vat}
        choices={VATS.map((vat) => ({ value: vat, label: texts.vats[vat] }))}
        hint={value.vat === 'exempt' ? texts.vatHint : undefined}
        onChange={(chosen) => onChange({ ...value, vat: VATS.find((vat) => vat === chosen) ?? value.vat })}
      />
      {value.vat === 'exempt' && (
        <TextField
          label={fieldNames.taxBasis}
          value={value.basis}
          hint={fieldHints.taxBasis}
          problem={problem}
          onInput={(basis) => onChange({ ...value, basis })}
        />
      )}
      <SelectField
        label={texts.flatRate}
        value={value.flatRate}
        choices={RATES.map((rate) => ({ value: rate, label: rateName(rate) }))}
        hint={texts.flatRateHint}
        onChange={(chosen) => onChange({ ...value, flatRate: RATES.find((rate) => rate === chosen) ?? value.flatRate })}
      />
    </>
  );
}
