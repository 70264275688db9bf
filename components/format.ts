/** How figures are written, for the views. */
import type { Grosze, VatRate } from '../utils/invoice/document';
import type { Language } from '../utils/messages';
import { amount, zloty } from '../utils/texts/figures';

export { counted, date, percent, quantity, time, zloty } from '../utils/texts/figures';
export { cut, plain } from '../utils/texts/plain';

const EXEMPT: Readonly<Record<Language, string>> = { pl: 'zw.', en: 'exempt' };

/** `1 234,56 zł`, in another currency `1 234,56 EUR`. */
export const amountOf = (grosze: Grosze, currency: string): string =>
  currency === '' || currency === 'PLN' ? zloty(grosze) : `${amount(grosze)}\u00a0${currency}`;

/** `23%`, or `zw.` for an exempt line, as on a Polish invoice. */
export const vat = (language: Language, rate: VatRate): string =>
  rate.kind === 'exempt' ? EXEMPT[language] : `${String(rate.percent).replace('.', ',')}%`;

/** `12 s`, `3 min 05 s`: how long something has been running. */
export const duration = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return seconds < 60
    ? `${seconds}\u00a0s`
    : `${Math.floor(seconds / 60)}\u00a0min ${String(seconds % 60).padStart(2, '0')}\u00a0s`;
};
