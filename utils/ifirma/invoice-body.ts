/** The draft as iFirma's domestic invoice (ifirma-api 2.1–2.5, 2.7). The text made here is signed and sent unchanged. */
import type { VatRate } from '../invoice/document';
import type { DraftLine, InvoiceDraft } from '../invoice/draft';
import { decimalOf } from '../invoice/money';
import type { BankAccount } from '../invoice/settings';

/** A number that must reach the wire as it is written: `144.89`, never the float next to it. */
class Exact {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Json = string | boolean | null | Exact | readonly Json[] | { readonly [name: string]: Json };

/** The body of `POST fakturakraj.json`. The same draft always gives the same text. */
export function invoiceBody(draft: InvoiceDraft): string {
  return textOf({
    Zaplacono: amount(draft.paid),
    ZaplaconoNaDokumencie: amount(draft.paid),
    LiczOd: 'BRT',
    ...bankAccount(draft.bankAccount),
    ...(draft.splitPayment === null ? {} : { SplitPayment: draft.splitPayment }),
    DataWystawienia: draft.issueDate,
    ...filled('MiejsceWystawienia', draft.issuePlace),
    DataSprzedazy: draft.saleDate,
    FormatDatySprzedazy: 'DZN',
    ...filled('TerminPlatnosci', draft.dueDate ?? ''),
    SposobZaplaty: draft.payment,
    ...filled('NazwaSeriiNumeracji', draft.ifirmaSeries),
    ...filled('NazwaSzablonu', draft.template),
    RodzajPodpisuOdbiorcy: draft.signature,
    Uwagi: draft.notes,
    WidocznyNumerGios: draft.showGios,
    WidocznyNumerBdo: draft.showBdo,
    // Where iFirma numbers, the key must be there all the same (ifirma-api 2.1).
    Numer: draft.number === null ? null : new Exact(String(draft.number)),
    Pozycje: draft.lines.map((line) => position(line, draft.flatRate)),
    Kontrahent: buyer(draft.buyer),
  });
}

/** What is not set is left out, so that iFirma's own default counts. */
function filled(name: string, text: string): { readonly [name: string]: Json } {
  return text === '' ? {} : { [name]: text };
}

/** `BRAK` hides it (ifirma-api 2.1). People group the digits of an account. */
function bankAccount(account: BankAccount): { readonly [name: string]: Json } {
  switch (account.use) {
    case 'ifirma':
      return {};
    case 'hidden':
      return { NumerKontaBankowego: 'BRAK' };
    case 'number':
      return filled('NumerKontaBankowego', account.number.replace(/\s+/g, ''));
    default:
      return account satisfies never;
  }
}

function position(line: DraftLine, flatRate: InvoiceDraft['flatRate']): Json {
  return {
    ...rate(line.vat),
    Ilosc: new Exact(withoutZeros(decimalOf(line.quantity, 3))),
    CenaJednostkowa: amount(line.unitGross),
    ...(line.discount > 0 ? { Rabat: new Exact(withoutZeros(decimalOf(line.discount, 2))) } : {}),
    NazwaPelna: line.name,
    Jednostka: line.unit,
    ...filled('PKWiU', line.pkwiu),
    ...filled('GTU', line.gtu ?? ''),
    ...(flatRate === null ? {} : { StawkaRyczaltu: new Exact(flatRate) }),
  };
}

/** A rate is a fraction, never 23; exempt is null with its legal basis (ifirma-api 2.4). */
function rate(vat: VatRate): { readonly [name: string]: Json } {
  if (vat.kind === 'exempt') return { StawkaVat: null, TypStawkiVat: 'ZW', PodstawaPrawna: vat.basis ?? '' };
  return { StawkaVat: new Exact(decimalOf(vat.percent, 2)), TypStawkiVat: 'PRC' };
}

function buyer(source: InvoiceDraft['buyer']): Json {
  return {
    Nazwa: source.name,
    ...(source.continuedName ? { Nazwa2: source.continuedName } : {}),
    ...(source.nip ? { NIP: source.nip } : {}),
    ...(source.street ? { Ulica: source.street } : {}),
    KodPocztowy: source.postcode,
    Miejscowosc: source.city,
    Kraj: 'Polska',
    KodKraju: 'PL',
    ...(source.email ? { Email: source.email } : {}),
    OsobaFizyczna: !source.isCompany,
  };
}

function amount(grosze: number): Exact {
  return new Exact(decimalOf(grosze, 2));
}

function withoutZeros(decimal: string): string {
  return decimal.replace(/\.?0+$/, '');
}

function textOf(value: Json): string {
  if (value instanceof Exact) return value.text;
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([name, entry]) => `${JSON.stringify(name)}:${textOf(entry)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}
