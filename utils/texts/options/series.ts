/** What the room `Serie dokumentów` says. */
import type { KsefMode } from '../../invoice/ksef';
import type { SeriesField, SeriesKind } from '../../invoice/series';
import type { Language } from '../../messages';

const pl = {
  title: 'Serie dokumentów',
  lead: 'Dla każdej serii tego konta: czym jej dokumenty stają się w iFirma i kto nadaje im numer. Serie przypisujesz do konta w „Konta”.',
  noSeries: 'Do tego konta nie jest przypisana żadna seria. Zaznacz ją w „Konta”, a pojawi się tutaj.',
  toAccounts: 'Przejdź do kont',
  unnamed: (id: string) => `Seria ${id}`,
  gone: 'Nie ma jej już w panelu. Odznacz ją w „Konta”.',
  receipt: 'To seria paragonów. Mostek nie wysyła paragonów: wybierz „nie wysyłaj”.',
  edit: 'Edytuj',
  close: 'Zwiń',
  complete: (complete: number, all: number) => `Kompletne: ${complete} z ${all}`,
  incomplete: 'Niekompletna',
  missing: (fields: string) =>
    `Do uzupełnienia: ${fields}. Dopóki seria jest niekompletna, Mostek nie wyśle jej dokumentów.`,
  fields: {
    kind: 'Rodzaj w iFirma',
    numbering: 'Kto nadaje numer',
    pattern: 'Wzór numeru',
  } satisfies Record<SeriesField, string>,
  missingField: {
    kind: 'Wybierz, czym dokumenty tej serii mają być w iFirma.',
    numbering: 'Wybierz, kto nadaje numer. Mostek o tym nie zdecyduje za Ciebie.',
    pattern: 'Wpisz wzór, według którego Mostek odczyta numer kolejny. Musi w nim być {numer}.',
  } satisfies Record<SeriesField, string>,
  chooseKind: '— wybierz —',
  kinds: {
    domestic: 'faktura krajowa',
    correction: 'korekta faktury',
    none: 'nie wysyłaj do iFirma',
  } satisfies Record<SeriesKind, string>,
  noneHint: 'Dokumenty tej serii zostają tylko w Sellasist.',
  correctionHint:
    'Korekty zawsze numeruje iFirma. Korektę wyślesz z jej karty albo przyciskiem „Utwórz korektę” przy wysłanej fakturze.',
  numberingHint: 'Faktura z Sellasist ma już numer. Wybierz, który numer zobaczy klient.',
  numberings: { ifirma: 'iFirma', sellasist: 'Sellasist' },
  numberingHints: {
    ifirma: 'Faktura dostanie kolejny numer swojej serii w iFirma, a numer z Sellasist trafi do uwag.',
    sellasist:
      'Faktura zachowa numer z Sellasist: Mostek odczyta z niego numer kolejny według wzoru i poda go iFirma. Wzór numeracji tej serii w iFirma musi być taki sam jak w Sellasist, razem z początkiem, np. „FV/”. Z tej serii w iFirma nie może wtedy korzystać nic innego, ani faktury wystawiane ręcznie, ani inny program.',
  },
  patternHint:
    'Tak, jak Sellasist zapisuje numery, np. FV/{numer}/{miesiąc}/{rok}. Znane części: {numer}, {dzień}, {miesiąc}, {rok}, {rok2} (dwie cyfry).',
  example: (number: string, running: number) => `${number} → numer ${running}`,
  suggestion: (pattern: string) => `To wygląda na numer. Wzór, który do niego pasuje: ${pattern}`,
  takePattern: 'Użyj tego wzoru',
  ifirmaSeries: 'Seria w iFirma',
  ifirmaSeriesHint: 'Nazwa serii numeracji, dokładnie jak w iFirma. Puste: domyślna seria iFirma.',
  ifirmaSeriesShared:
    'Z tej serii w iFirma korzysta też inna seria tego konta, a w jednej z nich Mostek ma zachowywać numery z Sellasist. Utwórz dla niej w iFirma osobną serię i wpisz tutaj jej nazwę. Do tego czasu Mostek nie wyśle dokumentów żadnej z nich.',
  template: 'Szablon w iFirma',
  templateHint: 'Nazwa szablonu wydruku, dokładnie jak w iFirma. Puste: domyślny szablon iFirma.',
  oss: 'Dokument OSS',
  ksef: 'KSeF',
  ksefModes: {
    off: 'nie',
    manual: 'ręcznie',
    companies: 'automatycznie (firmy)',
    all: 'automatycznie (wszystkie)',
  } satisfies Record<KsefMode, string>,
  ksefHints: {
    off: 'Mostek nie wysyła dokumentów tej serii do KSeF.',
    manual: 'Wystawiony dokument wyślesz do KSeF przyciskiem „Wyślij do KSeF”.',
    companies:
      'Dokumenty dla nabywców z NIP Mostek sam przekaże do KSeF zaraz po wystawieniu; pozostałe wyślesz przyciskiem.',
    all: 'Każdy dokument Mostek sam przekaże do KSeF zaraz po wystawieniu.',
  } satisfies Record<KsefMode, string>,
  ksefOnce: 'Jeśli faktury do KSeF wysyła też sam Sellasist, jedną z tych wysyłek trzeba wyłączyć.',
  reason: 'Domyślny powód korekty',
  reasonByItself: 'dobiera Mostek',
  reasonHint:
    'Gdy zmienia się jedna rzecz (mniej sztuk, niższa cena, wyższa cena, inna stawka), powód wynika z niej. Ten powód dostaną korekty, w których zmienia się kilka rzeczy naraz; bez niego: pomyłka.',
  ossHint:
    'Zaznacz, jeśli seria jest dla sprzedaży OSS. Mostek nie wysyła jeszcze sprzedaży OSS i zatrzyma jej dokumenty.',
  summary: {
    numbered: { ifirma: 'numeruje iFirma', sellasist: 'zachowuje numery Sellasist' },
    oss: 'OSS: zatrzymywana',
    reason: (reason: string) => `domyślnie: ${reason}`,
    ksef: (mode: string) => `KSeF: ${mode}`,
  },
};

export type SeriesTexts = typeof pl;

const en: SeriesTexts = {
  title: 'Document series',
  lead: 'For each series of this account: what its documents become in iFirma and who gives them their number. Series are given to an account in “Accounts”.',
  noSeries: 'No series belongs to this account. Tick one in “Accounts” and it appears here.',
  toAccounts: 'Go to the accounts',
  unnamed: (id) => `Series ${id}`,
  gone: 'No longer in the panel. Clear it in “Accounts”.',
  receipt: 'A series of receipts. Mostek does not send receipts: choose “do not send”.',
  edit: 'Edit',
  close: 'Collapse',
  complete: (complete, all) => `Complete: ${complete} of ${all}`,
  incomplete: 'Incomplete',
  missing: (fields) =>
    `To be completed: ${fields}. While the series is incomplete, Mostek does not send its documents.`,
  fields: { kind: 'Kind in iFirma', numbering: 'Who gives the number', pattern: 'Number pattern' },
  missingField: {
    kind: 'Choose what the documents of this series become in iFirma.',
    numbering: 'Choose who gives the number. Mostek does not decide this for you.',
    pattern: 'Give the pattern by which Mostek reads the running number. It has to contain {numer}.',
  },
  chooseKind: '— choose —',
  kinds: { domestic: 'domestic invoice', correction: 'correction of an invoice', none: 'do not send to iFirma' },
  noneHint: 'Documents of this series stay in Sellasist only.',
  correctionHint:
    'Corrections are always numbered by iFirma. Send one from its own card, or with “Create correction” at a sent invoice.',
  numberingHint: 'An invoice from Sellasist has a number already. Choose which number the customer sees.',
  numberings: { ifirma: 'iFirma', sellasist: 'Sellasist' },
  numberingHints: {
    ifirma: 'The invoice gets the next number of its series in iFirma, and the Sellasist number goes into the remarks.',
    sellasist:
      'The invoice keeps its Sellasist number: Mostek reads the running number out of it by the pattern and hands it to iFirma. The numbering pattern of the series in iFirma has to be the same as in Sellasist, prefix included, e.g. “FV/”. Nothing else may use this series in iFirma then, neither invoices made by hand nor another program.',
  },
  patternHint:
    'The way Sellasist writes its numbers, e.g. FV/{numer}/{miesiąc}/{rok}. Known parts: {numer} number, {dzień} day, {miesiąc} month, {rok} year, {rok2} year in two digits.',
  example: (number, running) => `${number} → number ${running}`,
  suggestion: (pattern) => `This looks like a number. A pattern that fits it: ${pattern}`,
  takePattern: 'Use this pattern',
  ifirmaSeries: 'Series in iFirma',
  ifirmaSeriesHint: 'Name of the numbering series, exactly as in iFirma. Empty: iFirma’s default series.',
  ifirmaSeriesShared:
    'Another series of this account uses this one in iFirma as well, and one of the two is to keep Sellasist’s numbers. Create a series of its own for it in iFirma and enter its name here. Until then Mostek sends the documents of neither.',
  template: 'Template in iFirma',
  templateHint: 'Name of the print template, exactly as in iFirma. Empty: iFirma’s default template.',
  oss: 'OSS document',
  ksef: 'KSeF',
  ksefModes: { off: 'no', manual: 'by hand', companies: 'by itself (companies)', all: 'by itself (all)' },
  ksefHints: {
    off: 'Mostek does not send documents of this series to KSeF.',
    manual: 'An issued document is sent to KSeF with the button “Send to KSeF”.',
    companies:
      'Documents for buyers with a NIP are handed over to KSeF right after they were issued; the others with the button.',
    all: 'Every document is handed over to KSeF right after it was issued.',
  },
  ksefOnce: 'If Sellasist itself sends invoices to KSeF as well, one of the two has to be switched off.',
  reason: 'Default reason of a correction',
  reasonByItself: 'Mostek chooses',
  reasonHint:
    'Where one thing changes (fewer pieces, a lower price, a higher price, another rate), the reason follows from it. This one is for corrections in which several things change at once; without it: a mistake.',
  ossHint: 'Tick it if the series is for OSS sales. Mostek does not send OSS sales yet and stops its documents.',
  summary: {
    numbered: { ifirma: 'numbered by iFirma', sellasist: 'keeps Sellasist’s numbers' },
    oss: 'OSS: stopped',
    reason: (reason) => `by default: ${reason}`,
    ksef: (mode) => `KSeF: ${mode}`,
  },
};

export const SERIES_TEXTS: Readonly<Record<Language, SeriesTexts>> = { pl, en };
