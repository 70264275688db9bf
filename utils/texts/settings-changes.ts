/** What a file of settings would change, in the words of the forms: the field, and its value before and after. */
import type { SeriesSettings } from '../invoice/series';
import type { AccountSettings, BankAccount, DueDateRule, PaymentCode, ShippingVat } from '../invoice/settings';
import type { Language } from '../messages';
import { CORRECTION_TEXTS } from './correction';
import { counted } from './figures';
import { ACCOUNT_TEXTS, FIELD_NAMES } from './options/accounts';
import { PAYMENTS_TEXTS } from './options/payments';
import { RULES_TEXTS } from './options/rules';
import { SERIES_TEXTS } from './options/series';
import { SETTINGS_TEXTS, type SettingsTexts } from './options/settings';
import { cut, plain } from './plain';
import { PAYMENT_TEXTS } from './states';

interface RuleShown {
  readonly name: string;
  readonly isOn: boolean;
  /** It is there already, and does something else than the one of the file. */
  readonly isChanged: boolean;
}

interface Words {
  readonly none: string;
  readonly empty: string;
  readonly yes: string;
  readonly no: string;
  readonly secret: string;
  readonly unanswered: string;
  readonly days: (count: number) => string;
  readonly series: (id: string) => string;
  readonly seriesField: (series: string, field: string) => string;
  readonly ofPanel: (panel: string, question: string) => string;
  readonly rule: string;
  readonly ruleOrder: string;
  readonly ruleNamed: (rule: RuleShown) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  pl: {
    none: 'brak',
    empty: 'puste',
    yes: 'tak',
    no: 'nie',
    secret: 'klucz z pliku',
    unanswered: 'bez odpowiedzi',
    days: (count) => counted('pl', count, { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' }),
    series: (id) => `Seria ${id}`,
    seriesField: (series, field) => `${series}: ${field}`,
    ofPanel: (panel, question) => `Panel ${panel}: ${question}`,
    rule: 'reguła',
    ruleOrder: 'kolejność reguł',
    ruleNamed: ({ name, isOn, isChanged }) =>
      `„${name}”, ${isOn ? 'włączona' : 'wyłączona'}${isChanged ? ', z treścią z pliku' : ''}`,
  },
  en: {
    none: 'none',
    empty: 'empty',
    yes: 'yes',
    no: 'no',
    secret: 'key of the file',
    unanswered: 'not answered',
    days: (count) => counted('en', count, { one: 'day', few: 'days', many: 'days', other: 'days' }),
    series: (id) => `Series ${id}`,
    seriesField: (series, field) => `${series}: ${field}`,
    ofPanel: (panel, question) => `Panel ${panel}: ${question}`,
    rule: 'rule',
    ruleOrder: 'order of the rules',
    ruleNamed: ({ name, isOn, isChanged }) =>
      `“${name}”, ${isOn ? 'on' : 'off'}${isChanged ? ', as the file says it' : ''}`,
  },
};

/** What somebody wrote into a field is shown up to here; the rest of it is seen in its form. */
const MOST = 120;

const settingNames = (texts: SettingsTexts): Readonly<Record<keyof AccountSettings, string>> => ({
  shippingVat: texts.shippingVat,
  zeroVat: texts.zeroVat,
  rateRules: texts.rateRules,
  exemptBasis: texts.exemptBasis,
  saleDate: texts.saleDate,
  unit: texts.unit,
  errorStatusId: texts.errorStatus,
  documentFieldId: texts.documentField,
  correctionFieldId: texts.correctionField,
  savePdf: texts.savePdf,
  autoSend: texts.autoSend,
  autoFrom: texts.autoFrom,
  stateFieldId: texts.stateField,
  ksefFieldId: texts.ksefField,
  ksefPdf: texts.ksefPdf,
  orderSeriesId: texts.orderSeries,
  issuePlace: texts.issuePlace,
  signature: texts.signature,
  bankAccount: texts.bankAccount,
  dueDate: texts.dueDate,
  showBdo: texts.showBdo,
  showGios: texts.showGios,
  splitPayment: texts.splitPayment,
  gtu: texts.gtu,
  pkwiu: texts.pkwiu,
  notesText: texts.notes,
});

const seriesFieldName = (language: Language, field: string): string => {
  const texts = SERIES_TEXTS[language];
  const names: Readonly<Record<keyof SeriesSettings, string>> = {
    ...texts.fields,
    ifirmaSeries: texts.ifirmaSeries,
    template: texts.template,
    oss: texts.oss,
    correctionReason: texts.reason,
    ksef: texts.ksef,
  };
  return of(names, field) ?? field;
};

/** A name that came from a file: only what the record itself has counts. */
const of = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** `settings.saleDate` → `Data sprzedaży`; a path that has no word is shown as it is. */
export const changedField = (language: Language, path: string): string => {
  const words = WORDS[language];
  const fields = FIELD_NAMES[language];
  const settings = SETTINGS_TEXTS[language];
  const [group = '', name = '', part] = path.split('.');
  switch (group) {
    case 'settings':
      return of<string>(settingNames(settings), name) ?? path;
    case 'series': {
      const series = words.series(name);
      return part === undefined ? series : words.seriesField(series, seriesFieldName(language, part));
    }
    case 'payments':
      return PAYMENTS_TEXTS[language].gone(name);
    case 'secrets':
      return of<string>(fields, name) ?? path;
    case 'tax':
      if (name === 'basis') return fields.taxBasis;
      return name === 'flatRate' ? ACCOUNT_TEXTS[language].tax.flatRate : ACCOUNT_TEXTS[language].tax.vat;
    case 'erplink':
      return words.ofPanel(name, ACCOUNT_TEXTS[language].erplink.legend);
    case 'rules':
      if (part === 'match') return words.ofPanel(name, RULES_TEXTS[language].match);
      return words.ofPanel(name, part === 'order' ? words.ruleOrder : words.rule);
    case 'language':
      return settings.language;
    default:
      return of<string>(fields, group) ?? path;
  }
};

const shippingVat = (texts: SettingsTexts, vat: ShippingVat): string => {
  if (vat.rule === 'highest') return texts.highest;
  return vat.rate.kind === 'exempt' ? texts.exempt : `${String(vat.rate.percent).replace('.', ',')} %`;
};

const bankAccount = (texts: SettingsTexts, account: BankAccount): string =>
  account.use === 'number' ? account.number : texts.bankAccounts[account.use];

const dueDate = (language: Language, texts: SettingsTexts, rule: DueDateRule): string =>
  rule.from === 'none' ? texts.dueDates.none : `${WORDS[language].days(rule.days)}, ${texts.dueDates[rule.from]}`;

/** `np → 23%`, one after the other. */
const rateRules = (rules: Readonly<Record<string, string>>): string =>
  Object.entries(rules)
    .map(([text, rate]) => `${text} → ${rate === 'zw' ? rate : `${rate}%`}`)
    .join(', ');

/** The closed words of a setting, as its select says them. */
const choices = (language: Language, path: string): Readonly<Record<string, string>> => {
  const settings = SETTINGS_TEXTS[language];
  const series = SERIES_TEXTS[language];
  const { tax } = ACCOUNT_TEXTS[language];
  if (path.startsWith('payments.')) return PAYMENT_TEXTS[language] satisfies Record<PaymentCode, string>;
  if (/^series\..+\.kind$/.test(path)) return series.kinds;
  if (/^series\..+\.numbering$/.test(path)) return series.numberings;
  if (/^series\..+\.ksef$/.test(path)) return series.ksefModes;
  if (/^series\..+\.correctionReason$/.test(path)) return CORRECTION_TEXTS[language].reasons;
  switch (path) {
    case 'settings.zeroVat':
      return settings.zeroVats;
    case 'settings.saleDate':
      return settings.saleDates;
    case 'settings.signature':
      return settings.signatures;
    case 'settings.splitPayment':
      return settings.splitPayments;
    case 'tax.vat':
      return tax.vats;
    case 'tax.flatRate':
      return { none: tax.flatRateNone, ifirma: tax.flatRateIfirma };
    case 'language':
      return settings.languages;
    default:
      return {};
  }
};

const worded = (language: Language, path: string, value: unknown): string => {
  const words = WORDS[language];
  const settings = SETTINGS_TEXTS[language];
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (value === null || value === undefined) return words.none;
  if (value === '') return words.empty;
  if (typeof value === 'string') {
    if (path === 'settings.gtu') return settings.gtuCode(value);
    if (path === 'settings.orderSeriesId') return words.series(value);
    return of(choices(language, path), value) ?? value;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? words.none : value.map((id) => words.series(String(id))).join(', ');
  }
  // The background has judged the form of what it tells of (`settings-schemas.ts`).
  switch (path) {
    case 'settings.shippingVat':
      return shippingVat(settings, value as ShippingVat);
    case 'settings.bankAccount':
      return bankAccount(settings, value as BankAccount);
    case 'settings.rateRules':
      return rateRules(value as Readonly<Record<string, string>>);
    case 'settings.dueDate':
      return dueDate(language, settings, value as DueDateRule);
    default:
      return typeof value === 'number' ? String(value) : JSON.stringify(value);
  }
};

/** Stands where there is nothing, or nothing that may be shown. */
const NOTHING = '–';

const rulesWorded = (language: Language, part: string | undefined, value: unknown): string => {
  if (part === 'match') return of(RULES_TEXTS[language].matches, String(value)) ?? String(value);
  if (part === 'order') return (value as readonly string[]).map((name) => `„${name}”`).join(', ');
  return WORDS[language].ruleNamed(value as RuleShown);
};

const written = (language: Language, path: string, json: string | null): string => {
  if (json === null) return path.startsWith('erplink.') ? WORDS[language].unanswered : NOTHING;
  try {
    const value: unknown = JSON.parse(json);
    const [group, , part] = path.split('.');
    const text = group === 'rules' ? rulesWorded(language, part, value) : worded(language, path, value);
    return cut(plain(text), MOST);
  } catch {
    return cut(plain(json), MOST);
  }
};

/** `json`: of the value; null where it is not there. Of a secret it is never known, only that the file has one. */
export const changedValues = (
  language: Language,
  path: string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): { readonly from: string; readonly to: string } => {
  if (path.startsWith('secrets.')) return { from: NOTHING, to: WORDS[language].secret };
  return { from: written(language, path, from), to: written(language, path, to) };
};
