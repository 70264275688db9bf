/** The words that a rule is told in, in one sentence. */
import type { Grosze } from '../../invoice/document';
import type { IssuedKind, RuleEffectName } from '../../invoice/rules/rule';
import type { Language } from '../../messages';
import { zloty } from '../figures';

export interface RuleWords {
  readonly quoted: (name: string) => string;
  readonly or: (values: readonly string[]) => string;
  /** When. */
  readonly document: (series: string) => string;
  readonly status: (status: string) => string;
  readonly paid: string;
  readonly created: string;
  /** If. */
  readonly payment: (methods: string) => string;
  readonly source: (sources: string) => string;
  readonly country: (countries: string) => string;
  readonly currency: (currencies: string) => string;
  readonly amount: (from: Grosze | null, to: Grosze | null) => string;
  readonly nip: (has: boolean) => string;
  readonly invoice: (wants: boolean) => string;
  readonly comment: (text: string) => string;
  /** Then. */
  readonly effects: Readonly<Record<Exclude<RuleEffectName, 'issue' | 'status' | 'field'>, string>> & {
    readonly issue: (as: IssuedKind) => string;
    readonly status: (status: string) => string;
    readonly field: (field: string) => string;
  };
  readonly sentence: (when: string, conditions: readonly string[], effects: readonly string[]) => string;
}

/** `a, b i c` */
const listed = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;

const pl: RuleWords = {
  quoted: (name) => `„${name}”`,
  or: (values) => values.join(' lub '),
  document: (series) => `panel wystawi dokument w serii ${series}`,
  status: (status) => `zamówienie dostanie status ${status}`,
  paid: 'zamówienie zostanie opłacone',
  created: 'pojawi się nowe zamówienie',
  payment: (methods) => `metoda płatności to ${methods}`,
  source: (sources) => `źródło to ${sources}`,
  country: (countries) => `kraj nabywcy to ${countries}`,
  currency: (currencies) => `waluta to ${currencies}`,
  amount: (from, to) =>
    ['kwota wynosi', from !== null && `od ${zloty(from)}`, to !== null && `do ${zloty(to)}`].filter(Boolean).join(' '),
  nip: (has) => (has ? 'nabywca ma NIP' : 'nabywca nie ma NIP'),
  invoice: (wants) => (wants ? 'kupujący chce fakturę' : 'kupujący nie chce faktury'),
  comment: (text) => `w komentarzu jest ${text}`,
  effects: {
    issue: (as) => (as === 'domestic' ? 'wystaw fakturę krajową w iFirma' : 'wystaw korektę w iFirma'),
    ksef: 'wyślij do KSeF',
    email: 'wyślij e-mail z iFirma',
    status: (status) => `ustaw status ${status}`,
    note: 'zapisz notatkę w zamówieniu',
    field: (field) => `wpisz tekst w pole ${field}`,
    payment: 'zapisz wpłatę w iFirma',
    notify: 'pokaż powiadomienie',
  },
  sentence: (when, conditions, effects) => {
    const asked = conditions.length === 0 ? '' : `, jeśli ${listed(conditions, 'i')}`;
    return `Gdy ${when}${asked}, to ${effects.length === 0 ? 'nie rób jeszcze nic' : effects.join(', ')}.`;
  },
};

const en: RuleWords = {
  quoted: (name) => `“${name}”`,
  or: (values) => values.join(' or '),
  document: (series) => `the panel issues a document in the series ${series}`,
  status: (status) => `an order gets the status ${status}`,
  paid: 'an order is paid',
  created: 'a new order is there',
  payment: (methods) => `the payment method is ${methods}`,
  source: (sources) => `the source is ${sources}`,
  country: (countries) => `the country of the buyer is ${countries}`,
  currency: (currencies) => `the currency is ${currencies}`,
  amount: (from, to) =>
    ['the amount is', from !== null && `from ${zloty(from)}`, to !== null && `up to ${zloty(to)}`]
      .filter(Boolean)
      .join(' '),
  nip: (has) => (has ? 'the buyer has a NIP' : 'the buyer has no NIP'),
  invoice: (wants) => (wants ? 'the buyer wants an invoice' : 'the buyer wants no invoice'),
  comment: (text) => `the comment has ${text}`,
  effects: {
    issue: (as) => (as === 'domestic' ? 'issue a domestic invoice in iFirma' : 'issue a correction in iFirma'),
    ksef: 'send it to KSeF',
    email: 'send the e-mail from iFirma',
    status: (status) => `set the status ${status}`,
    note: 'write a note in the order',
    field: (field) => `write a text into the field ${field}`,
    payment: 'register the payment in iFirma',
    notify: 'show a notification',
  },
  sentence: (when, conditions, effects) => {
    const asked = conditions.length === 0 ? '' : `, if ${listed(conditions, 'and')}`;
    return `When ${when}${asked}, then ${effects.length === 0 ? 'do nothing yet' : effects.join(', ')}.`;
  },
};

export const RULE_WORDS: Readonly<Record<Language, RuleWords>> = { pl, en };
