import type { Account, BookedDocument, Line } from './account.ts';
import { badField, type Refusal } from './answer.ts';
import { type Arrived, type Booking, enter, linesOf, settingsRefusal, textIn } from './book.ts';
import { isIn } from './dates.ts';
import { type Body, shapedBody, valuesRefusal } from './fields.ts';
import type { DocumentKind } from './kinds.ts';
import { numbered } from './numbering.ts';
import { accountRefusal, ISSUED_OUTSIDE_ACCOUNTING_MONTH, linesRefusal, orderRefusal } from './rules.ts';
import { grossOf } from './totals.ts';

const no = (refusal: Refusal): Booking => ({ ok: false, refusal });

/**
 * The lines are the state that should be: every line of the original again, in its order, with its name and unit
 * (ifirma-api 4.4). Only the correction of a mistake may add lines behind them.
 */
const repeatRefusal = (original: readonly Line[], lines: readonly Line[], reason: unknown): Refusal | null => {
  for (const [index, before] of original.entries()) {
    const after = lines[index];
    const path = `Pozycje[${index}]`;
    if (after === undefined) return badField('Pozycje', 'musi zawierać wszystkie pozycje faktury korygowanej');
    if (after.NazwaPelna !== before.NazwaPelna)
      return badField(`${path}.NazwaPelna`, 'musi być zgodne z fakturą korygowaną');
    if (after.Jednostka !== before.Jednostka)
      return badField(`${path}.Jednostka`, 'musi być zgodne z fakturą korygowaną');
  }
  return lines.length > original.length && reason !== 'POMYLKI'
    ? badField('Pozycje', 'zawiera pozycje, których nie ma na fakturze korygowanej')
    : null;
};

const datesRefusal = (account: Account, kind: DocumentKind, series: string, body: Body, issuedBefore: string) => {
  const issued = textIn(body, 'DataWystawienia') ?? '';
  if (!isIn(issued, account.accountingMonth())) return ISSUED_OUTSIDE_ACCOUNTING_MONTH;
  if (issued < issuedBefore)
    return badField('Data wystawienia', 'nie może być wcześniejsza niż data wystawienia faktury korygowanej');
  return orderRefusal(account, kind, series, issued);
};

/** A correction of a domestic invoice (ifirma-api 4). Buyer, currency and the way of counting come from the original. */
export const correct = (account: Account, kind: DocumentKind, original: BookedDocument, arrived: Arrived): Booking => {
  const shaped = shapedBody(kind.fields, arrived.content);
  if (!shaped.ok) return shaped;
  const { body } = shaped;
  const lines = linesOf(body);
  const series = textIn(body, 'NazwaSeriiNumeracji') ?? 'default';
  const wrong =
    settingsRefusal(account, kind) ??
    valuesRefusal(kind.fields, body) ??
    accountRefusal(account, body) ??
    linesRefusal(account, kind, body, lines) ??
    repeatRefusal(original.lines, lines, body.PowodKorekty) ??
    datesRefusal(account, kind, series, body, original.issueDate);
  if (wrong !== null) return no(wrong);
  const earlier = account.documents.filter(({ corrects }) => corrects === original.id).at(-1) ?? original;
  const gross = grossOf(lines, original.counted);
  const number = numbered(account, kind, series, textIn(body, 'DataWystawienia') ?? '', null);
  if ('refusal' in number) return no(number.refusal);
  const document = enter(account, {
    kind,
    numbered: number,
    series,
    counted: original.counted,
    currency: original.currency,
    gross,
    difference: gross - earlier.gross,
    corrects: original.id,
    buyer: original.buyer,
    body,
    arrived,
  });
  return { ok: true, document };
};
