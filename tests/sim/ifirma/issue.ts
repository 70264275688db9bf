import type { Account } from './account.ts';
import { type Refusal, unreadable } from './answer.ts';
import { type Arrived, type Booking, enter, linesOf, settingsRefusal, textIn } from './book.ts';
import { resolveBuyer } from './contractors.ts';
import { type Body, type Fields, missing, shapedBody, valuesRefusal } from './fields.ts';
import type { DocumentKind } from './kinds.ts';
import { numbered } from './numbering.ts';
import {
  accountRefusal,
  buyerRefusal,
  datesRefusal,
  entitiesRefusal,
  linesRefusal,
  paidRefusal,
  rateRefusal,
} from './rules.ts';
import { grossOf } from './totals.ts';

const no = (refusal: Refusal): Booking => ({ ok: false, refusal });

const fieldsFor = (account: Account, kind: DocumentKind): Fields =>
  account.switches.vatPayer ? kind.fields : (kind.fieldsWithoutVat ?? kind.fields);

/** Keys of which at least one has to be there: the registers (ifirma-api 2.1) and the buyer. */
const lacksOneOf = (body: Body, fields: Fields): boolean => {
  const hasRegisters = Object.hasOwn(fields, 'WidocznyNumerGios');
  const registers = ['WidocznyNumerGios', 'WidocznyNumerBdo'];
  const buyers = ['Kontrahent', 'IdentyfikatorKontrahenta', 'NIPKontrahenta'];
  const lacks = (names: readonly string[]): boolean => names.every((name) => missing(body[name]));
  return (hasRegisters && lacks(registers)) || lacks(buyers);
};

/** The POST that books (ifirma-api 2, 3): structure, settings, values, rules, in this order, then the books. */
export const issue = (account: Account, kind: DocumentKind, arrived: Arrived): Booking => {
  const fields = fieldsFor(account, kind);
  const shaped = shapedBody(fields, arrived.content);
  if (!shaped.ok) return shaped;
  const { body } = shaped;
  if (lacksOneOf(body, fields)) return no(unreadable);
  const series = textIn(body, 'NazwaSeriiNumeracji') ?? 'default';
  const lines = linesOf(body);
  const earlier =
    settingsRefusal(account, kind) ??
    valuesRefusal(fields, body) ??
    accountRefusal(account, body) ??
    entitiesRefusal(body);
  if (earlier !== null) return no(earlier);
  const resolved = resolveBuyer(account, body);
  if (!resolved.ok) return resolved;
  const wrong =
    buyerRefusal(kind, resolved.buyer) ??
    linesRefusal(account, kind, body, lines) ??
    rateRefusal(body) ??
    datesRefusal(account, kind, series, body);
  if (wrong !== null) return no(wrong);
  const counted = body.LiczOd === 'NET' || body.LiczOd === 'BRT' ? body.LiczOd : kind.counted;
  const gross = grossOf(lines, counted);
  const overpaid = paidRefusal(body, gross);
  if (overpaid !== null) return no(overpaid);
  const asked = typeof body.Numer === 'number' ? body.Numer : null;
  const number = numbered(account, kind, series, textIn(body, 'DataWystawienia') ?? '', asked);
  if ('refusal' in number) return no(number.refusal);
  const document = enter(account, {
    kind,
    numbered: number,
    series,
    counted,
    currency: textIn(body, 'Waluta') ?? 'PLN',
    gross,
    difference: gross,
    corrects: null,
    buyer: resolved.buyer,
    body,
    arrived,
  });
  return { ok: true, document };
};
