import { describe, expect, test } from 'vitest';
import type { FindingCode } from '../../utils/invoice/finding.ts';
import type { Language } from '../../utils/messages/index.ts';
import { FIELD_HINTS } from '../../utils/texts/options/accounts.ts';
import { ALL_REASON_PARAMS } from '../../utils/texts/own-reasons.ts';
import { RULE_TEXTS } from '../../utils/texts/rules.ts';
import { SECURITY_TEXTS } from '../../utils/texts/security.ts';
import {
  bookedOf,
  FINDING_PARAMS,
  findingText,
  hintFor,
  REMARK_PARAMS,
  reasonText,
  remarkText,
  STATE_TEXTS,
  type ViewReasonCode,
} from '../../utils/texts.ts';

const LANGUAGES: readonly Language[] = ['pl', 'en'];
const NOW = Date.UTC(2026, 10, 22, 12, 0);

/** A value for each parameter that no sentence uses by itself, so that its being there shows. */
const VALUES: Readonly<Record<string, string>> = {
  sum: '13598',
  total: '13601',
  difference: '3',
  gross: '4900',
  amount: '1000',
  ours: '13598',
  theirs: '13601',
  paid: '20000',
  since: String(NOW + 600_000),
  until: String(NOW + 60_000),
  bytes: '6501171',
  kod: '208',
  by: 'kod-403',
  status: '418',
  date: '2026-12-24',
  sale: '2026-11-20',
  issue: '2026-11-19',
  limit: '2026-12-15',
  fields: 'kind,numbering',
  condition: 'payment',
  problem: 'no-name',
  effect: 'email',
};
/** Codes that are said in words: each has its own, which has to be in the sentence. */
const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  pl: {
    condition: RULE_TEXTS.pl.conditions.payment,
    problem: RULE_TEXTS.pl.problems['no-name'],
    effect: RULE_TEXTS.pl.effects.email,
  },
  en: {
    condition: RULE_TEXTS.en.conditions.payment,
    problem: RULE_TEXTS.en.problems['no-name'],
    effect: RULE_TEXTS.en.effects.email,
  },
};
const valuesFor = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, VALUES[name] ?? `‹${name}›`]));

const findingCodes = Object.keys(FINDING_PARAMS) as FindingCode[];
const reasonCodes = Object.keys(ALL_REASON_PARAMS) as ViewReasonCode[];
const BROKEN = /undefined|NaN|\[object|\?|\s\.|\s\s|\.\.(?!\.)/;

describe.each(LANGUAGES)('sentences in %s', (language) => {
  test.each(findingCodes)('%s is a whole sentence with its parameters in it', (code) => {
    const params = valuesFor(FINDING_PARAMS[code]);
    const text = findingText(language, { code, path: '', params });
    expect(text).not.toMatch(BROKEN);
    expect(text).toMatch(/^\p{Lu}|^iFirma/u);
    expect(text).toMatch(/\.$/);
    for (const name of FINDING_PARAMS[code]) if (!(name in VALUES)) expect(text).toContain(`‹${name}›`);
  });

  test.each(reasonCodes)('%s is a whole sentence with its parameters in it', (code) => {
    const params = valuesFor(ALL_REASON_PARAMS[code]);
    const text = reasonText(language, { code, params }, 'maybe', NOW);
    expect(text).not.toMatch(BROKEN);
    // Its own words, and not those for a code that has none.
    if (code !== 'internal')
      expect(text).not.toBe(reasonText(language, { code: 'internal', params: { detail: code } }, 'maybe', NOW));
    expect(text).toMatch(/^\p{Lu}|^iFirma/u);
    expect(text).toMatch(/[.”]$/);
    for (const name of ALL_REASON_PARAMS[code]) {
      if (!(name in VALUES) && name !== 'service') expect(text).toContain(`‹${name}›`);
      const word = WORDS[language][name];
      if (word !== undefined) expect(text).toContain(word);
    }
  });

  test.each(Object.keys(REMARK_PARAMS) as (keyof typeof REMARK_PARAMS)[])('%s is a whole sentence', (code) => {
    const text = remarkText(language, { code, params: valuesFor(REMARK_PARAMS[code]) });
    expect(text).not.toMatch(BROKEN);
    expect(text).toMatch(/\.$/);
  });

  test.each(reasonCodes)('%s reads on without any parameter', (code) => {
    expect(reasonText(language, { code, params: {} }, 'no', NOW)).not.toMatch(/undefined|NaN/);
  });

  test.each(findingCodes)('%s reads on without any parameter', (code) => {
    expect(findingText(language, { code, path: '', params: {} })).not.toMatch(/undefined|NaN/);
  });
});

describe('whether an invoice may exist in iFirma', () => {
  const SAYS = /Faktura w iFirma nie powstała|Faktura mogła już powstać w iFirma|Faktura jest w iFirma/;
  /** Their first sentence says it: each was read for it. */
  const SAID = [
    'adopted',
    'linked',
    'double-found',
    'skipped-by-person',
    'erplink-on',
    'erplink-unanswered',
    'link-not-found',
    'link-sum-differs',
    'link-taken',
    'ksef-original-waits',
    'ksef-original-unknown',
    'account-busy',
    'passphrase-wrong',
    'account-changed',
    'extension-gone',
    'extension-silent',
  ];
  /** Of rules these alone are about something that was to be issued; the others speak of the rule, or of what follows an invoice. */
  const TO_BE_ISSUED: readonly string[] = ['rule-no-document', 'rule-other-kind'];
  const isOfRules = (code: string): boolean => code.startsWith('rule-') && !TO_BE_ISSUED.includes(code);

  test.each(reasonCodes.filter(isOfRules))('%s says nothing of it, whatever the state', (code) => {
    const texts = ([null, 'no', 'maybe', 'yes'] as const).map((booked) =>
      reasonText('pl', { code, params: valuesFor(ALL_REASON_PARAMS[code]) }, booked, NOW),
    );
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).not.toMatch(SAYS);
  });

  test.each(reasonCodes.filter((code) => !SAID.includes(code) && !isOfRules(code)))('%s says it', (code) => {
    expect(reasonText('pl', { code, params: valuesFor(ALL_REASON_PARAMS[code]) }, 'yes', NOW)).toMatch(SAYS);
  });

  test('an unclear answer says that it may, whatever the state', () => {
    expect(reasonText('pl', { code: 'post-timeout', params: {} }, 'no', NOW)).toContain('mogła już powstać');
  });

  test('a lost network says what the state tells', () => {
    const network = { code: 'network', params: { service: 'Sellasist' } } as const;
    expect(reasonText('pl', network, 'no', NOW)).toContain('nie powstała');
    expect(reasonText('pl', network, 'maybe', NOW)).toContain('mogła już powstać');
    expect(reasonText('pl', network, 'yes', NOW)).toContain('Faktura jest w iFirma.');
  });

  test('a connection test speaks of no invoice', () => {
    const text = reasonText('pl', { code: 'kod-403', params: { text: 'Niepoprawny hash wiadomości' } }, null, NOW);
    expect(text).not.toMatch(/faktur/i);
    expect(text).toMatch(/naciśnij „Sprawdź połączenie”\.$/);
  });

  test.each([
    ['unsent', null, 'no'],
    ['queued', null, 'no'],
    ['incomplete', null, 'no'],
    ['failed', null, 'no'],
    ['failed', '12/11/2026', 'yes'],
    ['sending', null, 'maybe'],
    ['uncertain', null, 'maybe'],
    ['issued', null, 'yes'],
    ['done', '12/11/2026', 'yes'],
  ] as const)('%s with the number %s: %s', (state, ifirmaNumber, booked) => {
    expect(bookedOf({ state, ifirmaNumber })).toBe(booked);
  });
});

describe('what goes on by itself and what does not', () => {
  const said = (language: Language, code: ViewReasonCode, params: Record<string, string>): string =>
    reasonText(language, { code, params }, 'no', NOW);

  test.each([
    ['offline', {}],
    ['network', { service: 'iFirma' }],
    ['timeout', { service: 'iFirma' }],
    ['rate-limited', { service: 'iFirma' }],
    ['ifirma-unreachable', { status: 'HTTP 503' }],
    ['sellasist-unreachable', { status: '502' }],
  ] as const)('%s promises it to the queue only: a refused command has to be repeated', (code, params) => {
    expect(said('pl', code, params)).toMatch(/[Tt]o, co jest w kolejce, ruszy/);
    expect(said('pl', code, params)).toMatch(/[Ss]próbuj ponownie|powtórz/);
    expect(said('en', code, params)).toMatch(/[Ww]hat is in the queue goes on by itself/);
    expect(said('en', code, params)).toMatch(/[Tt]ry again|repeat/);
  });

  test.each(['iFirma', 'Sellasist'])('a limit may be Mostek’s own, so %s is not said to refuse', (service) => {
    expect(said('pl', 'rate-limited', { service })).toContain(`Limit zapytań do ${service} jest teraz wyczerpany.`);
    expect(said('pl', 'rate-limited', { service })).not.toContain('nie przyjmuje');
    expect(said('en', 'rate-limited', { service })).toContain(`The limit of requests to ${service} is used up`);
  });

  test('a limit whose end is known is somebody’s who waits for it', () => {
    const params = { service: 'iFirma', until: String(NOW + 60_000) };
    expect(said('pl', 'rate-limited', params)).toContain('Mostek ruszy dalej sam po 13:01; nic nie musisz robić.');
  });

  test.each(['sellasist-error', 'sellasist-unreadable', 'read-refused'] as const)(
    '%s stops the document, so nothing is promised',
    (code) => {
      expect(said('pl', code, { status: '422', kod: '202', text: 'x' })).not.toMatch(/sam[oai]?\b/);
      expect(said('en', code, { status: '422', kod: '202', text: 'x' })).not.toContain('by itself');
    },
  );

  test('an error of the panel’s server is not blamed on the internet connection', () => {
    expect(said('pl', 'sellasist-unreachable', { status: '502' })).toContain('(HTTP 502)');
    expect(said('pl', 'sellasist-unreachable', { status: '502' })).not.toContain('internet');
  });

  test.each(['maybe', 'yes'] as const)('a refused account sends nothing again that is booked: %s', (booked) => {
    const reason = { code: 'kod-403', params: { text: '' } } as const;
    expect(reasonText('pl', reason, booked, NOW)).not.toMatch(/wyślij/i);
    expect(reasonText('pl', reason, 'no', NOW)).toContain('wyślij ten dokument ponownie');
  });
});

describe('what is said', () => {
  test.each(['pl', 'en'] as const)(
    'about buyers’ data is what happens to them: nothing is removed by age (%s)',
    (language) => {
      const { invoices } = SECURITY_TEXTS[language].how;
      expect(invoices).not.toContain('90');
      expect(invoices).toContain('NIP');
    },
  );

  test('in the settings nobody is sent to the settings', () => {
    for (const code of ['kod-402', 'kod-403', 'key-missing', 'sellasist-key'] as const) {
      const params = { text: '', by: '' };
      expect(reasonText('pl', { code, params }, null, NOW)).not.toContain('ustawieniach');
      expect(reasonText('en', { code, params }, null, NOW)).not.toContain('settings');
      expect(reasonText('pl', { code, params }, 'no', NOW)).toContain('w ustawieniach Mostka');
    }
  });

  test('about the key for bills is that Mostek does not issue any', () => {
    expect(FIELD_HINTS.pl.rachunek).toContain('nie wystawia jeszcze rachunków');
    expect(FIELD_HINTS.en.rachunek).toContain('does not issue bills yet');
  });

  test('a file that did not come back whole may lie in the field, broken', () => {
    const text = reasonText('pl', { code: 'attach-unverified', params: {} }, 'yes', NOW);
    expect(text).toContain('plik, który się nie otwiera: usuń go ręcznie');
    expect(text).toContain('„Pobierz PDF”');
  });

  test.each([
    ['kod-403', 'odmówiła'],
    ['keys', 'zapomnianym hasłem'],
    ['key-missing', 'nie ma jego klucza'],
  ])('an account that waits (%s) says why, and blames iFirma only for what iFirma has said', (by, why) => {
    const text = reasonText('pl', { code: 'account-paused', params: { by } }, 'no', NOW);
    expect(text).toContain(why);
    expect(text.includes('odmówiła')).toBe(by === 'kod-403');
  });

  test('sums are written as an accountant writes them', () => {
    const params = { sum: '123456', total: '123459', difference: '3' };
    expect(findingText('pl', { code: 'total-mismatch', path: 'total', params })).toBe(
      'Pozycje dają razem 1\u00a0234,56\u00a0zł, a suma w Sellasist to 1\u00a0234,59\u00a0zł (różnica 0,03\u00a0zł). Popraw ceny, rabat albo koszt wysyłki w Sellasist.',
    );
  });

  test('a time today is an hour, another day has its date, in Warsaw', () => {
    const said = (since: number): string =>
      reasonText('pl', { code: 'absent-once', params: { since: String(since) } }, 'maybe', NOW);
    expect(said(NOW + 600_000)).toContain('po 13:10;');
    expect(said(NOW + 12 * 3_600_000)).toContain('po 23.11.2026, 01:00;');
  });

  test('iFirma’s own words stand in the sentence as they are', () => {
    const text = "Pole 'Kontrahent.KodPocztowy' jest wymagane";
    expect(findingText('pl', { code: 'ifirma-refused', path: '', params: { kod: '201', text } })).toBe(
      `iFirma nie przyjęła dokumentu (Kod 201): „${text}”. Sprawdź kod pocztowy nabywcy, a jeśli jest dobry, także w kartotece kontrahentów iFirma.`,
    );
  });

  test('a field without a known name goes without one: nobody sees its number in the panel', () => {
    const said = (field: string): string =>
      findingText('pl', { code: 'maybe-booked-field', path: '', params: { field } });
    expect(said('12')).toContain('Pole zamówienia, do którego');
    expect(said('Faktura PDF')).toContain('Pole zamówienia „Faktura PDF”, ');
  });

  test('a document without a currency is not said to have an empty one', () => {
    const finding = { code: 'currency-unsupported', path: 'currency', params: { currency: '' } } as const;
    expect(findingText('pl', finding)).toBe('Nie wiadomo, w jakiej walucie jest dokument. Ustaw ją w Sellasist.');
  });

  test('a sum that iFirma did not tell is not made into zero', () => {
    const params = { ours: '13598', theirs: '' };
    const text = reasonText('pl', { code: 'link-sum-differs', params }, null, NOW);
    expect(text).toContain('Nie udało się odczytać sumy');
    expect(text).not.toContain('0,00');
  });

  test.each([
    ['Data sprzedaży musi być zgodna z miesiącem i rokiem księgowym', 'miesiąc księgowy'],
    ["Pole 'Data wystawienia' musi być zgodna z miesiącem i rokiem księgowym", 'miesiąc księgowy'],
    ["Nieudana walidacja obiektu 'adres.kodPocztowy': Pole nie może być puste", 'kod pocztowy'],
    ["Pole 'Kontrahent.Nazwa' jest wymagane", 'nazwę nabywcy'],
    ["Pole 'Pozycje[0].NazwaPelna' jest wymagane", 'nazwy pozycji'],
    ['Brak stosunku sprzedaży opodatkowanej do zwolnionej', 'proporcję'],
    ['Funkcja niedostępna dla tego konta', 'rodzaj dokumentu'],
    ["Pole 'NazwaSeriiNumeracji' wskazuje nieznaną serię numeracji", 'nazwę serii'],
    ["Pole 'NazwaSzablonu' wskazuje nieznany szablon", 'nazwę szablonu'],
    ["Pole 'NumerKontaBankowego' wskazuje nieznane konto bankowe", 'konto bankowe'],
    ["Pole 'Numer' wskazuje numer, który w tej serii już istnieje", 'o tym numerze'],
    ['Konto nievatowca: dostępna jest wyłącznie stawka ZW', 'formę opodatkowania'],
    ["Pole 'Kontrahent.NIP' ma niepoprawną wartość", 'NIP nabywcy'],
    [
      "Pole 'Data wystawienia' nie może być wcześniejsza niż data wystawienia poprzedniej faktury w serii",
      'poprzedniej',
    ],
  ])('%s hints at %s', (text, hint) => {
    expect(hintFor('pl', text)).toContain(hint);
  });

  test('words that nobody knows get no hint', () => {
    expect(hintFor('pl', 'Coś poszło nie tak')).toBeNull();
  });

  test.each([
    ['kind', 'Uzupełnij pole „Rodzaj w iFirma” w ustawieniach Mostka, w części „Serie dokumentów”.'],
    ['numbering', 'pole „Kto nadaje numer” w'],
    ['kind,pattern', 'pola „Rodzaj w iFirma” i „Wzór numeru” w'],
  ])('an incomplete series (%s) names its missing fields as the settings page does', (fields, words) => {
    const params = { number: 'FV/12/11/2026', fields };
    expect(findingText('pl', { code: 'series-incomplete', path: 'series', params })).toContain(words);
    expect(findingText('en', { code: 'series-incomplete', path: 'series', params })).toContain(
      'under “Document series”',
    );
  });

  test('every finding that is mended in the settings says in which part of them', () => {
    const where = (code: FindingCode): string =>
      findingText('pl', { code, path: '', params: valuesFor(FINDING_PARAMS[code]) });
    for (const code of ['series-incomplete', 'series-not-sent', 'series-for-corrections', 'series-oss'] as const)
      expect(where(code)).toContain('w części „Serie dokumentów”');
    for (const code of ['number-unreadable', 'number-differs', 'order-series-unfit'] as const)
      expect(where(code)).toContain('w części „Serie dokumentów”');
    for (const code of ['order-series-missing', 'order-series-unfit', 'legal-basis-missing'] as const)
      expect(where(code)).toContain('„Podstawowa konfiguracja”');
    for (const code of ['exempt-line-taxed', 'legal-basis-missing'] as const) expect(where(code)).toContain('„Konta”');
    expect(where('payment-not-for-exempt')).toContain('„Metody płatności”');
  });

  test('a payment is called by its name, not by iFirma’s code', () => {
    const said = (language: Language, code: string): string =>
      findingText(language, { code: 'payment-not-for-exempt', path: '', params: { code } });
    expect(said('pl', 'PZA')).toContain('„polecenie zapłaty”');
    expect(said('en', 'PZA')).toContain('“direct debit”');
    expect(said('pl', 'XYZ')).toContain('„XYZ”');
  });

  test('a number that was kept is said with what iFirma gets of it, a moved due date as people write dates', () => {
    const kept = { code: 'number-kept', params: { number: 'FV/12/11/2026', running: '12' } } as const;
    expect(remarkText('pl', kept)).toBe(
      'Numer FV/12/11/2026 z Sellasist zostanie zachowany: iFirma dostanie jako kolejny numer 12.',
    );
    expect(remarkText('pl', { code: 'due-date-moved', params: { date: '2026-11-22' } })).toContain('22.11.2026.');
    expect(remarkText('pl', { code: 'split-payment-advised', params: { gross: '1500001' } })).toContain(
      'na 15\u00a0000,01\u00a0zł, czyli ponad 15\u00a0000,00\u00a0zł',
    );
  });

  test('the states have the labels of the design', () => {
    expect(STATE_TEXTS.pl).toEqual({
      unsent: 'Nie wysłano',
      queued: 'W kolejce',
      sending: 'Wysyłanie',
      incomplete: 'Wymaga uzupełnienia',
      uncertain: 'Do sprawdzenia',
      issued: 'Wystawiono',
      done: 'Wysłano',
      failed: 'Błąd',
      skipped: 'Pominięto',
    });
  });
});

describe('somebody else’s text inside a sentence', () => {
  test('cannot turn the sentence around, hide in it or break its line', () => {
    const line = 'Kubek\u202E\u2066\u0000\u200B\nzielony';
    expect(findingText('pl', { code: 'vat-zero-ambiguous', path: '', params: { line } })).toContain('„Kubek zielony”');
  });

  test('cannot fill the page', () => {
    const text = findingText('pl', { code: 'vat-zero-ambiguous', path: '', params: { line: 'x'.repeat(5000) } });
    expect(text.length).toBeLessThan(300);
    expect(text).toContain('…”');
  });

  test('is cut between characters, not within one', () => {
    const text = findingText('pl', { code: 'vat-zero-ambiguous', path: '', params: { line: '🙂'.repeat(200) } });
    expect(text).toContain(`„${'🙂'.repeat(79)}…”`);
  });
});
