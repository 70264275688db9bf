/**
 * `Powiąż z iFirma`: a person types the number of an invoice that iFirma has; Mostek reads it, compares the sum, and adopts it.
 * The way out wherever a look-up cannot decide.
 */
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
      readonly gross: number;
      readonly documentNumber: string | null;
    }
  | { readonly ok: false; readonly reason: Reason };

export async function findToLink(
  { servicesOf, store, clock }: Pick<EngineTools, 'servicesOf' | 'store' | 'clock'>,
  account: Account,
  wanted: Pick<Transfer, 'panel' | 'key' | 'orderId' | 'documentId' | 'confirmed'>,
  number: string,
): Promise<LinkResult> {
  const services = servicesOf(account);
  const invoice = await services.ifirma.invoice(number);
  if (!invoice.ok) {
    const { reason } = verdictOnRead(invoice.problem);
    // iFirma answers a number that it does not have with a Kod of its own (ifirma-api 10.14).
    const unknown = invoice.problem.kind === 'no-kod' || reason.code === 'read-refused';
    return { ok: false, reason: unknown ? { code: 'link-not-found', params: { number } } : reason };
  }
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
  // iFirma does not always repeat the identifier; its addresses take the number as well (ifirma-api 5.1).
  const identifier = invoice.value.identifier || number.trim().replaceAll('/', '_');
  const holders = (await store.transfers.known(await idsOfLogin(store, account), [identifier])).get(identifier) ?? [];
  // Two documents of one order may be the same invoice; another order's invoice is never this one, whatever the sums say.
  const isAnothers = holders.some(({ panel, orderId }) => panel !== wanted.panel || orderId !== wanted.orderId);
  const isMarkedOtherwise = findMark(invoice.value.notes, wanted) === 'none' && namesAnother(invoice.value.notes);
  if (isAnothers || isMarkedOtherwise) return { ok: false, reason: { code: 'link-taken', params: { number } } };
  return {
    ok: true,
    identifier,
    number: invoice.value.number || number.trim(),
    gross: theirs,
    documentNumber: read.document.number,
  };
}
