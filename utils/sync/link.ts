/**
 * `Powiąż z iFirma`: a person types the number of an invoice that iFirma has; Mostek reads it, compares the sum, and adopts it.
 * The way out wherever a look-up cannot decide.
 */

import type { IfirmaProblem } from '../ifirma/problem';
import { checkDocument } from '../invoice/check';
import { warsawDate } from '../invoice/dates';
import type { Reason } from '../invoice/finding';
import { findMark, namesAnother } from '../invoice/mark';
import type { Account } from '../invoice/settings';
import type { Transfer } from '../invoice/transfer';
import { rulesOf } from './accounts-of';
import type { EngineTools } from './context';
import { readDocument } from './read-document';
import { verdictOnRead, verdictOnSellasist } from './reasons';
import { idsOfLogin } from './setup/account-id';

export type LinkResult =
  | {
      readonly ok: true;
      readonly identifier: string;
      readonly number: string;
      /** null: iFirma does not say. */
      readonly gross: number | null;
      readonly documentNumber: string | null;
    }
  | { readonly ok: false; readonly reason: Reason };

export async function findToLink(
  { servicesOf, store, clock }: Pick<EngineTools, 'servicesOf' | 'store' | 'clock'>,
  account: Account,
  wanted: Pick<
    Transfer,
    'panel' | 'key' | 'kind' | 'correction' | 'orderId' | 'documentId' | 'documentNumber' | 'confirmed'
  >,
  number: string,
): Promise<LinkResult> {
  return wanted.kind === 'correction'
    ? findCorrection({ servicesOf, store }, account, wanted, number)
    : findInvoice({ servicesOf, store, clock }, account, wanted, number);
}

type Wanted = Parameters<typeof findToLink>[2];

/** iFirma may say of a correction the sum after it or the difference (ifirma-api 4.5), so its sum is not compared: the person names it. */
async function findCorrection(
  { servicesOf, store }: Pick<EngineTools, 'servicesOf' | 'store'>,
  account: Account,
  wanted: Wanted,
  number: string,
): Promise<LinkResult> {
  const found = await servicesOf(account).ifirma.correction(number);
  if (!found.ok) return unread(found.problem, number);
  const { value } = found;
  const identifier = value.identifier || addressOf(number);
  // Corrections may be read where invoices are (ifirma-api 4.5): the number of the invoice leads to the invoice itself.
  const { original = null, originalNumber = null } = wanted.correction ?? {};
  const isItsInvoice = identifier === original || (value.number !== '' && value.number === originalNumber);
  if (isItsInvoice || (await isAnothers({ store }, account, wanted, identifier, value.notes))) return taken(number);
  return {
    ok: true,
    identifier,
    number: value.number || number.trim(),
    gross: value.gross,
    documentNumber: wanted.documentNumber,
  };
}

async function findInvoice(
  { servicesOf, store, clock }: Pick<EngineTools, 'servicesOf' | 'store' | 'clock'>,
  account: Account,
  wanted: Wanted,
  number: string,
): Promise<LinkResult> {
  const services = servicesOf(account);
  const invoice = await services.ifirma.invoice(number);
  if (!invoice.ok) return unread(invoice.problem, number);
  const read = await readDocument(services, account, wanted);
  if (!read.ok) return { ok: false, reason: verdictOnSellasist(read.problem).reason };
  const rules = await rulesOf(store, account);
  const { partial } = checkDocument(read.document, rules, warsawDate(clock.now()), wanted.confirmed);
  const ours = read.document.total ?? partial.gross;
  const theirs = invoice.value.gross;
  if (theirs === null || theirs !== ours) {
    const params = { ours: String(ours), theirs: theirs === null ? '' : String(theirs) };
    return { ok: false, reason: { code: 'link-sum-differs', params } };
  }
  const identifier = invoice.value.identifier || addressOf(number);
  if (await isAnothers({ store }, account, wanted, identifier, invoice.value.notes)) return taken(number);
  return {
    ok: true,
    identifier,
    number: invoice.value.number || number.trim(),
    gross: theirs,
    documentNumber: read.document.number,
  };
}

function unread(problem: IfirmaProblem, number: string): LinkResult {
  const { reason } = verdictOnRead(problem);
  // iFirma answers a number that it does not have with a Kod of its own (ifirma-api 10.14).
  const isUnknown = problem.kind === 'no-kod' || reason.code === 'read-refused';
  return { ok: false, reason: isUnknown ? { code: 'link-not-found', params: { number } } : reason };
}

function taken(number: string): LinkResult {
  return { ok: false, reason: { code: 'link-taken', params: { number } } };
}

/** iFirma does not always repeat the identifier; its addresses take the number as well (ifirma-api 5.1). */
function addressOf(number: string): string {
  return number.trim().replaceAll('/', '_');
}

/** Two documents of one order may be the same invoice; another order's is never this one, whatever the sums say. */
async function isAnothers(
  { store }: Pick<EngineTools, 'store'>,
  account: Account,
  wanted: Wanted,
  identifier: string,
  notes: string,
): Promise<boolean> {
  const holders = (await store.transfers.known(await idsOfLogin(store, account), [identifier])).get(identifier) ?? [];
  const isHeld = holders.some(
    ({ panel, orderId, kind }) => panel !== wanted.panel || orderId !== wanted.orderId || kind !== wanted.kind,
  );
  return isHeld || (findMark(notes, wanted) === 'none' && namesAnother(notes));
}
