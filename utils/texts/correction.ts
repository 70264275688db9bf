/** What the dialog `Korekta faktury` says. */
import type { CorrectionReason } from '../invoice/correction/reason';
import type { Language } from '../messages';
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

const en: CorrectionTexts = {
  title: (number) => `Correction of invoice ${oneLine(number, 60)}`,
  reading: 'Reading the invoice from iFirma…',
  issuing: 'Handing the correction over…',
  nothingSent: 'Enter how many pieces came back. Nothing is sent until you press “Issue correction”.',
  unsentFromPanel:
    'This is how iFirma will get the correction from Sellasist. Nothing is sent until you press “Send correction”.',
  fromPanel: 'This is how iFirma will get the correction from Sellasist. It is a preview only: nothing is sent.',
  dates: (invoice, correction) => `Invoice of ${invoice}, correction of ${correction}.`,
  earlier: (numbers) =>
    `This invoice has been corrected before: ${numbers}. “Before” is the state after the last correction.`,
  lines: 'Lines of the correction',
  name: 'Name',
  before: 'Before',
  back: 'Comes back',
  after: 'After',
  backOf: (name) => `Comes back – ${oneLine(name, 80)}`,
  atMost: (quantity) => `at most ${quantity}`,
  wrongQuantity: 'Enter a number with at most three decimal places.',
  tooMuch: (quantity) => `There are ${quantity} on the invoice.`,
  isNew: 'new line',
  all: 'All of it comes back',
  nothing: 'Clear',
  sumBefore: 'Worth before the correction',
  sumAfter: 'Worth after the correction',
  difference: 'Difference',
  none: '—',
  net: 'Net prices',
  reason: 'Reason of the correction',
  reasonByItself: (reason) => (reason === null ? 'Mostek chooses' : `Mostek chooses (${reason})`),
  reasons: {
    OBOW_RABAT: 'obligatory discount',
    ZWR_SPRZ_TOW: 'goods returned',
    ZWR_NAB_KWOT: 'undue amount paid back',
    ZWR_NAB_ZAL: 'advance paid back',
    PODW_CENY: 'price raised',
    POMYLKI: 'mistake in a price, a rate or a line',
  },
  conditions: 'The conditions for lowering the tax are met',
  conditionsHint: 'The correction was agreed with the buyer and the terms are fulfilled (article 29a of the VAT act).',
  sure: 'I know, this is to be one more correction',
  confirmTitle: 'Confirm the correction',
  chooseReading: 'What do the lines of this correction mean?',
  readings: {
    after: 'the lines are all that is to stay, and what is not among them goes',
    listed: 'the lines say what is to be of the goods they name, and the rest of the invoice stays as it is',
    difference: 'the lines are differences: what goes off or comes on',
    surcharge: 'the lines come on top of the prices so far',
  },
  readingSums: (after, difference) => `${sumFrom(after)} is left after it, difference ${sumFrom(difference)}.`,
  confirmSend: 'Send correction',
  confirmBoth: 'Send invoice and correction',
  notes: 'Remarks on the correction',
  confirm: 'Issue correction',
  cancel: 'Cancel',
  close: 'Close',
};

export const CORRECTION_TEXTS: Readonly<Record<Language, CorrectionTexts>> = { pl, en };
