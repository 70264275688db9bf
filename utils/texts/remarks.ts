/** What Mostek changed on the way, said in the preview before anything is sent. */
import type { Remark } from '../invoice/draft';
import type { Language } from '../messages';
import { inBoth } from './english';
import { date as day, zlotyFrom as zl } from './figures';
import { filled } from './params';

type RemarkCode = Remark['code'];

/** Sums are grosze in digits. */
export const REMARK_PARAMS = {
  'free-line-left-out': ['name'],
  overpaid: ['paid', 'sum'],
  'line-name-cut': ['name'],
  'buyer-name-continued': ['name'],
  'discount-spread': ['amount'],
  'line-split': ['name'],
  'email-left-out': ['email'],
  'notes-cut': [],
  'number-by-ifirma': ['number'],
  /** running: what is read out of the number */
  'number-kept': ['number', 'running'],
  'split-payment-advised': ['gross'],
  /** date: the one that is sent */
  'due-date-moved': ['date'],
  'ksef-offline-date': ['date'],
} as const satisfies Readonly<Record<RemarkCode, readonly string[]>>;

type RemarkParams = { [C in RemarkCode]: Readonly<Record<(typeof REMARK_PARAMS)[C][number], string>> };
export type RemarkTexts = { readonly [C in RemarkCode]: (params: RemarkParams[C]) => string };

const LARGE = zl('1500000');

const pl: RemarkTexts = {
  'free-line-left-out': ({ name }) => `Pozycja „${name}” jest bezpłatna i nie trafi na fakturę.`,
  overpaid: ({ paid, sum }) => `Zapłacono ${zl(paid)}, czyli więcej niż suma; na fakturze będzie zapłacone ${zl(sum)}.`,
  'line-name-cut': ({ name }) => `Nazwa pozycji „${name}” jest za długa dla iFirma i została skrócona.`,
  'buyer-name-continued': ({ name }) => `Nazwa nabywcy „${name}” jest długa, więc na fakturze zajmie dwa wiersze.`,
  'discount-spread': ({ amount }) => `Rabat ${zl(amount)} rozłożono na ceny pozycji.`,
  'line-split': ({ name }) => `Pozycję „${name}” podzielono na dwie, żeby suma zgadzała się co do grosza.`,
  'email-left-out': ({ email }) => `Adres e-mail „${email}” jest za długi albo błędny i nie trafi na fakturę.`,
  'notes-cut': () => 'Uwagi były za długie i zostały skrócone.',
  'number-by-ifirma': ({ number }) => `Numer nada iFirma; numer ${number} z Sellasist trafi do uwag.`,
  'number-kept': ({ number, running }) =>
    `Numer ${number} z Sellasist zostanie zachowany: iFirma dostanie jako kolejny numer ${running}.`,
  'split-payment-advised': ({ gross }) =>
    `Faktura dla firmy na ${zl(gross)}, czyli ponad ${LARGE}, a Mostek nie włączy na niej mechanizmu podzielonej płatności. Sprawdź, czy nie jest tu obowiązkowy; ustawisz go w części „Podstawowa konfiguracja”.`,
  'due-date-moved': ({ date }) =>
    `Termin płatności wypadłby przed datą sprzedaży albo wystawienia, więc na fakturze będzie ${day(date)}.`,
  'ksef-offline-date': ({ date }) =>
    `Faktura pójdzie sama do KSeF, a jej data wystawienia, ${day(date)}, to nie dzisiaj: KSeF uzna ją za wystawioną w trybie offline.`,
};

declare module './english' {
  interface English {
    readonly remarks: RemarkTexts;
  }
}

const TEXTS = inBoth('remarks', pl);

const say = <C extends RemarkCode>(language: Language, code: C, params: Remark['params']): string => {
  const text: RemarkTexts[C] = TEXTS[language][code];
  return text(filled<RemarkParams[C]>(REMARK_PARAMS[code], params));
};

export const remarkText = (language: Language, remark: Remark): string => say(language, remark.code, remark.params);
