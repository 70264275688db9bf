/** The draft as iFirma's correction of a domestic invoice (ifirma-api 4.2–4.4). The text made here is signed and sent unchanged. */
import type { CorrectionDraft, CorrectionLine } from '../invoice/correction/draft';
import { bankAccount, filled, rate } from './body-parts';
import { amount, Exact, type Json, short, textOf } from './exact-json';

/**
 * The body of `POST fakturakraj/korekta/{draft.original}.json`. The same draft always gives the same text. Buyer, currency, number and the
 * way of counting are not in it: they are those of the invoice.
 */
export function correctionBody(draft: CorrectionDraft): string {
  return textOf({
    PowodKorekty: draft.reason,
    PowodKorektyNaWydruku: true,
    SpelnionoWarunki: draft.conditionsMet,
    DataWystawienia: draft.issueDate,
    ...filled('MiejsceWystawienia', draft.issuePlace),
    // What it means where money goes back is not documented; clients that correct in production send 0 (ifirma-api 4.2).
    Zaplacono: amount(0),
    ...(draft.payment === null ? {} : { SposobZaplaty: draft.payment }),
    ...bankAccount(draft.bankAccount),
    ...filled('NazwaSeriiNumeracji', draft.ifirmaSeries),
    ...filled('NazwaSzablonu', draft.template),
    RodzajPodpisuOdbiorcy: draft.signature,
    Uwagi: draft.notes,
    Pozycje: draft.lines.map(position),
  });
}

/** A line that is not there any more stays with the quantity 0, at the price it had (ifirma-api 4.4). */
function position(line: CorrectionLine): Json {
  return {
    ...rate(line.vat),
    Ilosc: short(line.quantity, 3),
    CenaJednostkowa: amount(line.unitPrice),
    NazwaPelna: line.name,
    Jednostka: line.unit,
    ...filled('PKWiU', line.pkwiu),
    ...filled('GTU', line.gtu ?? ''),
    ...(line.flatRate === null ? {} : { StawkaRyczaltu: new Exact(line.flatRate) }),
  };
}
