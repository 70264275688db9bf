/** The draft as iFirma's domestic invoice (ifirma-api 2.1–2.5, 2.7). The text made here is signed and sent unchanged. */
import type { DraftLine, InvoiceDraft } from '../invoice/draft';
import { bankAccount, filled, rate } from './body-parts';
import { amount, Exact, type Json, short, textOf } from './exact-json';

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

function position(line: DraftLine, flatRate: InvoiceDraft['flatRate']): Json {
  return {
    ...rate(line.vat),
    Ilosc: short(line.quantity, 3),
    CenaJednostkowa: amount(line.unitGross),
    ...(line.discount > 0 ? { Rabat: short(line.discount, 2) } : {}),
    NazwaPelna: line.name,
    Jednostka: line.unit,
    ...filled('PKWiU', line.pkwiu),
    ...filled('GTU', line.gtu ?? ''),
    ...(flatRate === null ? {} : { StawkaRyczaltu: new Exact(flatRate) }),
  };
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
