/** Rules of every trigger, with every condition and every effect, and what each of them means to somebody who knows the orders. */
import type { RuleCondition } from '../../../../utils/invoice/rules/rule.ts';
import type { RuleDraft } from '../../../../utils/messages/index.ts';

/** An order as the test knows it: what it made of it, and what happened to it. */
export interface Known {
  readonly id: string;
  readonly source: 'shop' | 'allegro';
  readonly country: 'PL' | 'DE';
  readonly currency: 'PLN' | 'EUR';
  /** Grosze. */
  readonly total: number;
  readonly hasNip: boolean;
  readonly wantsInvoice: boolean;
  /** Of the panel's dictionary. */
  readonly paymentId: string;
  readonly comment: string;
  isConfirmed: boolean;
  isPaid: boolean;
  /** Every status that it was given in the panel. */
  readonly statuses: Set<string>;
  /** The one that it has in the end. */
  status: string;
  document: { readonly id: string; readonly seriesId: string } | null;
  correction: string | null;
}

export interface Told {
  readonly rule: Omit<RuleDraft, 'accountId' | 'isOn'>;
  /** The first condition that does not hold; null: it acts. */
  readonly unmet: (order: Known) => RuleCondition | null;
}

const note = (text: string) => ({ kind: 'note', text }) as const;
const EMAIL = { kind: 'email', text: 'Faktura {numer_ifirma}.', mailbox: '', template: '' } as const;

/** Orders that rules issue as they are, without a document of the panel. */
export const PAYU = '3';
export const FIELD = '15';
export const SENT = '4';
export const PAID = '2';

export const TOLD: readonly Told[] = [
  {
    rule: {
      id: 'r-firma',
      name: 'Faktura dla firmy',
      trigger: { kind: 'document', seriesId: '1' },
      conditions: { hasNip: true, countries: ['PL'] },
      effects: [{ kind: 'issue', as: 'domestic' }, EMAIL, note('Faktura {numer_ifirma} do {zamówienie}')],
    },
    unmet: ({ country, hasNip }) => (country !== 'PL' ? 'country' : hasNip ? null : 'nip'),
  },
  {
    rule: {
      id: 'r-osoba',
      name: 'Faktura dla osoby od 60 zł',
      trigger: { kind: 'document', seriesId: '1' },
      conditions: { hasNip: false, from: 60_00 },
      effects: [{ kind: 'issue', as: 'domestic' }, { kind: 'ksef' }, { kind: 'notify' }],
    },
    unmet: ({ total, hasNip }) => (total < 60_00 ? 'amount' : hasNip ? 'nip' : null),
  },
  {
    rule: {
      id: 'r-korekta',
      name: 'Korekta',
      trigger: { kind: 'document', seriesId: '3' },
      conditions: {},
      effects: [{ kind: 'issue', as: 'correction' }, EMAIL, note('Korekta {numer_ifirma} do {zamówienie}')],
    },
    unmet: () => null,
  },
  {
    rule: {
      id: 'r-wyslane',
      name: 'Wysłane',
      trigger: { kind: 'status', statusId: SENT },
      conditions: { paymentIds: ['1', '2'] },
      effects: [note('Wysłano {zamówienie}')],
    },
    unmet: ({ paymentId }) => (paymentId === '1' || paymentId === '2' ? null : 'payment'),
  },
  {
    rule: {
      id: 'r-status-oplacone',
      name: 'Status Opłacone',
      trigger: { kind: 'status', statusId: PAID },
      conditions: {},
      effects: [note('Opłacone {zamówienie}'), { kind: 'notify' }],
    },
    unmet: () => null,
  },
  {
    rule: {
      id: 'r-wplata',
      name: 'Wpłata ze sklepu',
      trigger: { kind: 'paid' },
      conditions: { sources: ['SHOP'], currencies: ['PLN'] },
      effects: [{ kind: 'payment' }],
    },
    unmet: ({ source, currency }) => (source !== 'shop' ? 'source' : currency === 'PLN' ? null : 'currency'),
  },
  {
    rule: {
      id: 'r-payu',
      name: 'PayU bez dokumentu',
      trigger: { kind: 'paid' },
      conditions: { paymentIds: [PAYU], countries: ['PL'], currencies: ['PLN'], wantsInvoice: true },
      effects: [
        { kind: 'issue', as: 'domestic' },
        { kind: 'status', statusId: PAID },
        note('PayU {numer_ifirma} do {zamówienie}'),
      ],
    },
    unmet: ({ paymentId, country, currency, wantsInvoice }) =>
      paymentId !== PAYU
        ? 'payment'
        : country !== 'PL'
          ? 'country'
          : currency !== 'PLN'
            ? 'currency'
            : wantsInvoice
              ? null
              : 'invoice',
  },
  {
    rule: {
      id: 'r-komentarz',
      name: 'Prosi o FV',
      trigger: { kind: 'created' },
      conditions: { countries: ['PL'], comment: 'fv' },
      effects: [{ kind: 'field', fieldId: FIELD, text: 'Prosi o fakturę: {zamówienie}' }],
    },
    unmet: ({ country, comment }) => (country !== 'PL' ? 'country' : /fv/i.test(comment) ? null : 'comment'),
  },
  {
    rule: {
      id: 'r-duze',
      name: 'Duże w euro',
      trigger: { kind: 'created' },
      conditions: { currencies: ['EUR'], from: 500_00, to: 5000_00 },
      effects: [note('Duże {zamówienie}'), { kind: 'notify' }],
    },
    unmet: ({ currency, total }) => (currency !== 'EUR' ? 'currency' : total < 500_00 ? 'amount' : null),
  },
];

export function draftsFor(accountId: string, told: readonly Told[] = TOLD): readonly RuleDraft[] {
  return told.map(({ rule }) => ({ ...rule, accountId, isOn: true }));
}

/** By its id; what is expected of it is known of each. */
export function acts(ruleId: string, order: Known): boolean {
  const told = TOLD.find(({ rule }) => rule.id === ruleId);
  return told !== undefined && told.unmet(order) === null;
}
