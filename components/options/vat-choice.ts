/** The VAT rule of shipping as the value of a select, and back. */
import type { ShippingVat } from '../../utils/invoice/settings';
import type { OptionsTexts } from '../../utils/texts/options';
import type { Choice } from '../form/select-field';

const PERCENTS = [23, 8, 5, 0] as const;

export const shippingVatValue = (vat: ShippingVat): string => {
  if (vat.rule === 'highest') return 'highest';
  return vat.rate.kind === 'exempt' ? 'zw' : String(vat.rate.percent);
};

export const shippingVatOf = (value: string): ShippingVat => {
  if (value === 'highest') return { rule: 'highest' };
  // The legal basis is a setting of its own.
  if (value === 'zw') return { rule: 'fixed', rate: { kind: 'exempt', basis: null } };
  return { rule: 'fixed', rate: { kind: 'percent', percent: Number(value) } };
};

/** A stored rate that is not among the usual ones is offered as well, so that it is never dropped by a save. */
export const shippingVatChoices = (texts: OptionsTexts['settings'], stored: ShippingVat): readonly Choice[] => {
  const percents = new Set<number>(PERCENTS);
  if (stored.rule === 'fixed' && stored.rate.kind === 'percent') percents.add(stored.rate.percent);
  return [
    ...[...percents].map((percent) => ({ value: String(percent), label: `${String(percent).replace('.', ',')} %` })),
    { value: 'zw', label: texts.exempt },
    { value: 'highest', label: texts.highest },
  ];
};
