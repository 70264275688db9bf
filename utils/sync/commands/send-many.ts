/**
 * Many documents into the queue. Each gets its place by its date of issue before the first of them is sent, because iFirma takes
 * no invoice that is older than the last one of its series; so what is not known of them yet is read first.
 */
import type { DocumentKey } from '../../invoice/document';
import { NOTHING_SAID, PRIORITY, type Transfer } from '../../invoice/transfer';
import { type DocumentRef, MOST_AT_ONCE, type Reply, type SentMany } from '../../messages';
import { knownOf } from '../../sellasist/document-shelf';
import type { PanelDocument } from '../../store/documents';
import { accountFor } from '../accounts-of';
import type { EngineTools } from '../context';
import { newTransfer } from '../new-transfer';
import { isUntouched, startable } from '../permitted';
import { verdictOnSellasist } from '../reasons';
import { enqueue } from './enqueue';
import { type Ledger, outcomeOf } from './ledger';
import type { Prepared } from './prepare';
import { refuse } from './target';

/** @returns which were queued; the reading of one that fails refuses nothing but that one. */
export async function queueMany(
  tools: EngineTools,
  ledger: Ledger,
  panel: string,
  documents: readonly DocumentRef[],
): Promise<Reply<SentMany>> {
  const queued: DocumentRef['key'][] = [];
  const left: DocumentRef['key'][] = [];
  for (const ref of documents.slice(0, MOST_AT_ONCE)) {
    const prepared = await preparedOf(tools, panel, ref);
    if (!prepared.ok) return prepared;
    if (prepared.value === null || !startable(prepared.value.transfer)) {
      left.push(ref.key);
      continue;
    }
    const wish = { confirm: [], priority: PRIORITY.bulk, now: tools.clock.now() };
    const written = await enqueue(tools, ledger, prepared.value, wish);
    const outcome = outcomeOf(written);
    if (!outcome.ok) return outcome;
    (written.ok && written.transfer.state === 'queued' ? queued : left).push(ref.key);
  }
  return { ok: true, value: { queued, left } };
}

/** Whether it can be prepared without asking the panel. */
export async function isKnown(
  { store }: Pick<EngineTools, 'store'>,
  panel: string,
  key: DocumentKey,
): Promise<boolean> {
  const id = documentIdOf(key);
  return id === null || ((await store.documents.get(panel, id))?.issueDate ?? null) !== null;
}

/** An order of null: it is read from the document. null: there is no such document of this order, or none of ours to send. */
export async function preparedOf(tools: EngineTools, panel: string, ref: DocumentRef): Promise<Reply<Prepared | null>> {
  const { store, clock } = tools;
  const stored = await store.transfers.get(panel, ref.key);
  if (stored !== null && ref.orderId !== null && stored.orderId !== ref.orderId) return { ok: true, value: null };
  const isOrder = ref.key === `o${ref.orderId}`;
  const read = isOrder ? { ok: true as const, value: null } : await documentOf(tools, panel, ref);
  if (!read.ok) return read;
  const document = read.value;
  const orderId = ref.orderId ?? document?.orderId ?? null;
  const isSent = document?.kind === 'invoice' || document?.kind === 'correction';
  const isOurs = isOrder || (isSent && document.orderId === orderId);
  if (!isOurs) return { ok: true, value: null };
  const account = await ownerOf(tools, panel, stored, document?.seriesId ?? null);
  if (account === null) return refuse('account-gone');
  const fresh = newTransfer({
    panel,
    key: ref.key,
    orderId,
    accountId: account.id,
    documentNumber: document?.number ?? null,
    at: clock.now(),
    ...(document?.kind === 'correction' ? { correction: NOTHING_SAID } : {}),
  });
  const transfer: Transfer = stored === null ? fresh : { ...stored, accountId: account.id };
  return { ok: true, value: { transfer, account, issueDate: document?.issueDate ?? null } };
}

/** What may be in an account's books stays that account's, wherever its series belongs now. */
async function ownerOf({ store }: EngineTools, panel: string, stored: Transfer | null, seriesId: string | null) {
  const isTied = stored !== null && !isUntouched(stored);
  return isTied ? store.accounts.get(stored.accountId) : accountFor(store, panel, seriesId);
}

/** What is remembered of it, else what the panel says; null: there is none, or it cannot be read. */
async function documentOf(tools: EngineTools, panel: string, ref: DocumentRef): Promise<Reply<PanelDocument | null>> {
  const { store, clock } = tools;
  const id = documentIdOf(ref.key);
  if (id === null) return { ok: true, value: null };
  const known = await store.documents.get(panel, id);
  if (known !== null && known.issueDate !== null) return { ok: true, value: known };
  const account = await accountFor(store, panel, null);
  if (account === null) return refuse('account-gone');
  for (;;) {
    const { now, at } = (await tools.room(account)).sellasist;
    if (now > 0) break;
    const until = at(1);
    // Whoever pressed the button waits; a panel that wants to be left alone for longer is a reason to tell them.
    if (until - clock.now() > MOST_WAIT_MS) {
      return { ok: false, reason: { code: 'rate-limited', params: { service: 'Sellasist', until: String(until) } } };
    }
    await clock.sleep(Math.min(MOST_NAP_MS, Math.max(1, until - clock.now())));
  }
  const read = await tools.servicesOf(account, 'bulk').sellasist.document(id);
  if (read.ok) {
    const document = { ...knownOf(read.value), panel, seenAt: clock.now() };
    await store.documents.put([document]);
    return { ok: true, value: document };
  }
  const verdict = verdictOnSellasist(read.problem);
  // One that is gone, or that nobody understands, is no reason to leave the others alone.
  const isOnlyThis = read.problem.kind === 'not-found' || read.problem.kind === 'unreadable';
  return isOnlyThis ? { ok: true, value: null } : { ok: false, reason: verdict.reason };
}

/** null: it is none of the panel's documents. */
function documentIdOf(key: DocumentKey): string | null {
  return /^d(\d+)$/.exec(key)?.[1] ?? null;
}

const MOST_WAIT_MS = 120_000;
/** A worker that only sleeps is stopped after 30 s. */
const MOST_NAP_MS = 20_000;
