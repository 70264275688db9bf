import type { PanelVat, VatRate } from './document';
import type { AccountSettings, RateChoice, TaxForm } from './settings';
import { cut, plainText } from './text';

/** The rates of a Polish domestic invoice (ifirma-api 9.2). Anything else is a finding, never rounded to a neighbour. */
export const DOMESTIC_PERCENTS: readonly number[] = [23, 8, 5, 0];

/** `PodstawaPrawna` (ifirma-api 2.4). */
const BASIS_LIMIT = 30;

export type ResolvedVat =
  | { readonly ok: true; readonly rate: VatRate }
  | {
      readonly ok: false;
      readonly problem: 'unknown' | 'zero-ambiguous' | 'unsupported' | 'basis-missing' | 'taxed';
      readonly text: string;
    };

export interface VatRules {
  readonly settings: Pick<AccountSettings, 'zeroVat' | 'exemptBasis' | 'rateRules'>;
  readonly tax: Pick<TaxForm, 'vat' | 'basis'>;
}

/** A rate as the panel gave it → the rate on the invoice, by what the merchant has answered. Nothing is guessed. */
export function resolveVat(said: PanelVat, { settings, tax }: VatRules): ResolvedVat {
  const vat = byRule(said, settings.rateRules);
  if (tax.vat === 'exempt') return exemptAsTheCompany(vat, tax.basis);
  switch (vat.kind) {
    case 'unknown':
      return { ok: false, problem: 'unknown', text: vat.text };
    case 'zero':
      if (settings.zeroVat === null) return { ok: false, problem: 'zero-ambiguous', text: '0' };
      return settings.zeroVat === 'percent'
        ? { ok: true, rate: { kind: 'percent', percent: 0 } }
        : exempt(settings.exemptBasis);
    case 'rate':
      if (vat.rate.kind === 'exempt') return exempt(plainText(vat.rate.basis ?? '') || settings.exemptBasis);
      return DOMESTIC_PERCENTS.includes(vat.rate.percent)
        ? { ok: true, rate: vat.rate }
        : { ok: false, problem: 'unsupported', text: String(vat.rate.percent) };
    default:
      return vat satisfies never;
  }
}

/** No rate is as long; what is, is told apart by its beginning. */
const RATE_KEY_LIMIT = 60;

/** A text of the panel, as its rule is kept: written in capitals or with a blank it is the same rate. */
export function rateKey(text: string): string {
  return cut(plainText(text).toLowerCase().replace(/\s/g, ''), RATE_KEY_LIMIT);
}

/** What the merchant said of a text that is no rate of an invoice. */
function byRule(vat: PanelVat, rules: AccountSettings['rateRules']): PanelVat {
  const key = vat.kind === 'unknown' ? rateKey(vat.text) : '';
  const choice = rules !== undefined && Object.hasOwn(rules, key) ? rules[key] : undefined;
  return choice === undefined ? vat : rateOf(choice);
}

export function rateOf(choice: RateChoice): Extract<PanelVat, { kind: 'rate' }> {
  const rate: VatRate =
    choice === 'zw' ? { kind: 'exempt', basis: null } : { kind: 'percent', percent: Number(choice) };
  return { kind: 'rate', rate };
}

/**
 * Everything that a company without VAT sells is exempt (ifirma-api 2.7), and where the panel has no rate none is guessed. One that
 * the panel does have says otherwise, and only a person knows which of the two is wrong.
 */
function exemptAsTheCompany(vat: PanelVat, basis: string): ResolvedVat {
  if (vat.kind === 'unknown' && vat.text !== '') return { ok: false, problem: 'unknown', text: vat.text };
  if (vat.kind === 'rate' && vat.rate.kind === 'percent' && vat.rate.percent !== 0)
    return { ok: false, problem: 'taxed', text: String(vat.rate.percent) };
  return exempt(basis);
}

function exempt(basis: string): ResolvedVat {
  const text = plainText(basis);
  // A longer one is refused, and cut it would name another provision.
  if (text === '' || text.length > BASIS_LIMIT) return { ok: false, problem: 'basis-missing', text: 'zw' };
  return { ok: true, rate: { kind: 'exempt', basis: text } };
}

/** 23 before 8 before 5 before 0 before exempt: what "the highest rate among the goods" means for shipping. */
export function highestRate(rates: readonly VatRate[]): VatRate | null {
  const weight = (rate: VatRate): number => (rate.kind === 'exempt' ? -1 : rate.percent);
  return rates.reduce<VatRate | null>((best, rate) => (best && weight(best) >= weight(rate) ? best : rate), null);
}
