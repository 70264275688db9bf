/** What the dialog `Korekta faktury` says. */
import type { CorrectionReason } from '../invoice/correction/reasons';
import { inBoth } from './english';
import { sumFrom } from './figures';
import { oneLine } from './plain';

const pl = {
  title: (number: string) => `Korekta faktury ${oneLine(number, 60)}`,
  reading: 'Odczytuję fakturę z iFirma…',
  issuing: 'Przekazuję korektę do wysłania…',
  nothingSent: 'Wpisz, ile sztuk wróciło. Nic nie jest wysyłane, dopóki nie naciśniesz „Wystaw korektę”.',
  unsentFromPanel:
    'Tak iFirma dostanie korektę z Sellasist. Nic nie jest wysyłane, dopóki nie naciśniesz „Wyślij korektę”.',
  fromPanel: 'Tak iFirma dostanie korektę z Sellasist. To tylko podgląd: nic nie jest wysyłane.',
  dates: (invoice: string, correction: string) => `Faktura z ${invoice}, korekta z ${correction}.`,
  earlier: (numbers: string) => `Ta faktura była już korygowana: ${numbers}. „Przed” to stan po ostatniej korekcie.`,
  lines: 'Pozycje korekty',
  name: 'Nazwa',
  before: 'Przed',
  back: 'Wraca',
  after: 'Po',
  backOf: (name: string) => `Wraca – ${oneLine(name, 80)}`,
  atMost: (quantity: string) => `najwyżej ${quantity}`,
  wrongQuantity: 'Wpisz liczbę, najwyżej z trzema miejscami po przecinku.',
  tooMuch: (quantity: string) => `Na fakturze jest ${quantity}.`,
  isNew: 'nowa pozycja',
  all: 'Wraca wszystko',
  nothing: 'Wyczyść',
  sumBefore: 'Wartość przed korektą',
  sumAfter: 'Wartość po korekcie',
  difference: 'Różnica',
  none: '—',
  net: 'Ceny netto',
  reason: 'Powód korekty',
  /** null: nothing changes yet. */
  reasonByItself: (reason: string | null) => (reason === null ? 'dobiera Mostek' : `dobiera Mostek (${reason})`),
  reasons: {
    OBOW_RABAT: 'obowiązkowy rabat',
    ZWR_SPRZ_TOW: 'zwrot towaru',
    ZWR_NAB_KWOT: 'zwrot nienależnej kwoty',
    ZWR_NAB_ZAL: 'zwrot zaliczki',
    PODW_CENY: 'podwyższenie ceny',
    POMYLKI: 'pomyłka w cenie, stawce albo pozycji',
  } as Readonly<Record<CorrectionReason, string>>,
  conditions: 'Spełniono warunki obniżenia podatku',
  conditionsHint: 'Uzgodniono korektę z nabywcą i warunki uzgodnienia są spełnione (art. 29a ustawy o VAT).',
  sure: 'Wiem o tym, to ma być kolejna korekta',
  confirmTitle: 'Potwierdź korektę',
  chooseReading: 'Jak rozumieć pozycje tej korekty?',
  /** By the name of the reading. */
  readings: {
    after: 'pozycje to wszystko, co ma zostać, a czego na nich nie ma, znika',
    listed: 'pozycje mówią, co ma być z wymienionymi towarami, a reszta faktury zostaje bez zmian',
    difference: 'pozycje to różnice, czyli to, co ubywa albo dochodzi',
    surcharge: 'pozycje to dopłata do dotychczasowych cen',
  } as Readonly<Record<string, string>>,
  readingSums: (after: string, difference: string) =>
    `Po korekcie zostanie ${sumFrom(after)}, różnica ${sumFrom(difference)}.`,
  confirmSend: 'Wyślij korektę',
  confirmBoth: 'Wyślij fakturę i korektę',
  notes: 'Uwagi na korekcie',
  confirm: 'Wystaw korektę',
  cancel: 'Anuluj',
  close: 'Zamknij',
};

export type CorrectionTexts = typeof pl;

declare module './english' {
  interface English {
    readonly correction: CorrectionTexts;
  }
}

export const CORRECTION_TEXTS = inBoth('correction', pl);
