/** What a person may ask of a document. Only these change transfers, besides the engine itself. */
import type { DocumentKey, IsoDate } from '../invoice/document';
import type { Reason, ReasonCode } from '../invoice/finding';
import type { Account } from '../invoice/settings';
import type { Transfer } from '../invoice/transfer';
import type { DocumentRef, PdfFile, Reply, SentMany } from '../messages';
import { base64Of } from '../sellasist/file-field';
import { erplinkOf } from '../store/facts';
import type { TransferWritten, WriteOptions } from '../store/transfers';
import { accountFor } from './accounts-of';
import { actionsOf } from './actions';
import { NEVER } from './clock';
import type { EngineTools } from './context';
import type { Engine } from './engine';
import { findToLink } from './link';
import { newTransfer } from './new-transfer';
import type { OrderViews } from './order-view';
import { accountPaused } from './pause';
import { pdfOf, pdfReason } from './pdf';
import { isUntouched, linkable, mayBelong, startable } from './permitted';
import { evidenceOfSale, saleTaken, withoutSale, withSale } from './sale';

export interface Target {
  readonly panel: string;
  readonly orderId: string | null;
  readonly key: DocumentKey;
}

type Refused = { readonly ok: false; readonly reason: Reason };
type Outcome = Reply<null>;

export interface Prepared {
  /** The record, or the one it would have. */
  readonly transfer: Transfer;
  readonly account: Account;
  /** Of the panel's document; null for an order, and where it is in the ledger already. */
  readonly issueDate: IsoDate | null;
}

export interface Commands {
  send(target: Target, confirm: readonly string[]): Promise<Outcome>;
  /** Queues them behind whatever is sent one by one, oldest first; does not wait for them. */
  sendMany(panel: string, documents: readonly DocumentRef[]): Promise<SentMany>;
  skip(target: Target, why: string): Promise<Outcome>;
  check(target: Target): Promise<Outcome>;
  link(target: Target, number: string): Promise<Outcome>;
  attach(target: Target): Promise<Outcome>;
  pdf(target: Target): Promise<Reply<PdfFile>>;
  /** Refused: no such document of this order, no account, or the panel does not say. */
  prepare(target: Target): Promise<Reply<Prepared>>;
}

const DONE: Outcome = { ok: true, value: null };

export function createCommands(tools: EngineTools, engine: Engine, orders: OrderViews): Commands {
  const { store, clock } = tools;

  /** What the ledger has of a document; one of another order is nobody's to speak of. */
  async function storedOf({ panel, key, orderId }: Target): Promise<Transfer | null> {
    const stored = await store.transfers.get(panel, key);
    return stored?.orderId === orderId ? stored : null;
  }

  async function prepare(target: Target): Promise<Reply<Prepared>> {
    const { panel, orderId, key } = target;
    const locked = await isLocked();
    if (locked) return locked;
    const missing = refuse('sellasist-order-missing');
    const stored = await store.transfers.get(panel, key);
    if (stored !== null) {
      if (stored.orderId !== orderId) return missing;
      const account = await accountOf(stored);
      if (account?.panel !== panel) return refuse('account-gone');
      return { ok: true, value: { transfer: { ...stored, accountId: account.id }, account, issueDate: null } };
    }
    if (orderId === null) return missing;
    const documents = await orders.documents(panel, orderId, key);
    if (!documents.ok) return documents;
    const document = documents.value.find(({ documentId, kind }) => kind === 'invoice' && key === `d${documentId}`);
    if (document === undefined && key !== `o${orderId}`) return missing;
    const account = await accountFor(store, panel, document?.seriesId ?? null);
    if (account === null) return refuse('account-gone');
    const documentNumber = document?.number ?? null;
    const transfer = newTransfer({ panel, key, orderId, accountId: account.id, documentNumber, at: clock.now() });
    return { ok: true, value: { transfer, account, issueDate: document?.issueDate ?? null } };
  }

  /**
   * What may be in an account's books stays that account's. What never was goes where its series, which may have moved, belongs
   * now.
   */
  async function accountOf(stored: Transfer): Promise<Account | null> {
    if (!isUntouched(stored)) return store.accounts.get(stored.accountId);
    const { panel, documentId } = stored;
    const document = documentId === null ? null : await store.documents.get(panel, documentId);
    const seriesId = document?.seriesId ?? null;
    // Nothing is known of its series: it stays where it was, if that is still there.
    const stays = documentId !== null && seriesId === null ? await store.accounts.get(stored.accountId) : null;
    return stays ?? accountFor(store, panel, seriesId);
  }

  /** Without its keys Mostek does nothing: not even what needs none, so that a locked card is one thing. */
  async function isLocked(): Promise<Refused | null> {
    return (await store.vault.state()) === 'locked' ? refuse('locked') : null;
  }

  /** With the vendor's own integration on every invoice would be booked twice: until it is surely off, Mostek only looks. */
  async function mayWork({ panel }: Target): Promise<Refused | null> {
    const locked = await isLocked();
    if (locked) return locked;
    const erplink = await store.facts.get(erplinkOf(panel));
    if (erplink === false) return null;
    return refuse(erplink === null ? 'erplink-unanswered' : 'erplink-on');
  }

  /** Stores the transfer with its sale; the one that comes second becomes `incomplete` and names the first. */
  async function enqueue(transfer: Transfer, { account, issueDate }: Prepared): Promise<Outcome> {
    const start = (queued: Transfer) => (stored: Transfer) =>
      startable(stored) && mayBelong(stored, queued.accountId) ? queued : null;
    const held = withSale(transfer);
    const options = { account, issueDate: issueDate ?? undefined };
    const first = await put(held, start(held), options);
    if (first.ok || first.why !== 'taken') return storedOr(first);
    const anotherSale = transfer.confirmed.includes(evidenceOfSale(first.taken));
    const second: Transfer = anotherSale
      ? transfer
      : { ...transfer, state: 'incomplete', reason: null, notBefore: NEVER, findings: [saleTaken(first.taken)] };
    return storedOr(await put(second, start(second), options));
  }

  /** Creates the transfer, or puts in the place of the stored one what `next` makes of it (null: it may not); two tabs end with one. */
  async function put(
    transfer: Transfer,
    next: (stored: Transfer) => Transfer | null,
    options: WriteOptions,
  ): Promise<TransferWritten> {
    const created = await store.transfers.create(transfer, options);
    const exists = !created.ok && created.why === 'exists';
    const written = exists ? await store.transfers.change(transfer.panel, transfer.key, next, options) : created;
    if (written.ok) tools.changed(written.transfer);
    return written;
  }

  async function change(
    { panel, key, orderId }: Target,
    next: (stored: Transfer) => Transfer | null,
    options: WriteOptions = {},
  ): Promise<Outcome> {
    const own = (stored: Transfer): Transfer | null => (stored.orderId === orderId ? next(stored) : null);
    const written = await store.transfers.change(panel, key, own, options);
    if (written.ok) tools.changed(written.transfer);
    return storedOr(written);
  }

  async function work(target: Target): Promise<Outcome> {
    await engine.run();
    await engine.settled(target.panel, target.key);
    return DONE;
  }

  return {
    prepare,

    async sendMany() {
      return { queued: [], left: [] };
    },

    async send(target, confirm) {
      const refused = await mayWork(target);
      if (refused) return refused;
      const prepared = await prepare(target);
      if (!prepared.ok) return prepared;
      const { transfer, account } = prepared.value;
      if (startable(transfer)) {
        engine.expectWork();
        const waiting: Transfer = {
          ...withoutSale(transfer),
          state: 'queued',
          step: 'check',
          priority: 0,
          notBefore: 0,
          tries: 0,
          post: null,
          ...(transfer.post === null ? {} : { wasPosted: true }),
          looks: [],
          findings: [],
          reason: account.pausedBy === null ? null : accountPaused(account.pausedBy),
          confirmed: [...new Set([...transfer.confirmed, ...confirm])],
          updatedAt: clock.now(),
        };
        const queued = await enqueue(waiting, prepared.value);
        if (!queued.ok) return queued;
      }
      return work(target);
    },

    skip: async (target, why) =>
      (await isLocked()) ??
      change(target, (stored) => {
        const may = isUntouched(stored) && stored.state !== 'skipped';
        const reason: Reason = { code: 'skipped-by-person', params: { why } };
        return may
          ? { ...withoutSale(stored), state: 'skipped', reason, findings: [], notBefore: NEVER, updatedAt: clock.now() }
          : null;
      }),

    async check(target) {
      const locked = await isLocked();
      if (locked) return locked;
      engine.expectWork();
      await change(target, (stored) =>
        stored.state === 'uncertain' ? { ...stored, notBefore: 0, updatedAt: clock.now() } : null,
      );
      await engine.run();
      return DONE;
    },

    async attach(target) {
      const refused = await mayWork(target);
      if (refused) return refused;
      const issued = await storedOf(target);
      const account = issued === null ? null : await store.accounts.get(issued.accountId);
      if (issued !== null && account === null) return refuse('account-gone');
      engine.expectWork();
      const attaching = (stored: Transfer): Transfer | null => {
        if (!actionsOf(stored, stored.key).includes('attach')) return null;
        // Pressed by a person who was told what the field holds: what is there may be joined or replaced.
        const filled =
          stored.reason?.code === 'attach-field-filled' ? [`field:${stored.reason.params.field ?? ''}`] : [];
        return {
          ...stored,
          notBefore: 0,
          tries: 0,
          confirmed: [...stored.confirmed, ...filled],
          updatedAt: clock.now(),
        };
      };
      const changed = await change(target, attaching, { account: account ?? undefined });
      return changed.ok ? work(target) : changed;
    },

    async link(target, number) {
      const refused = await mayWork(target);
      if (refused) return refused;
      const prepared = await prepare(target);
      if (!prepared.ok) return prepared;
      const { transfer, account, issueDate } = prepared.value;
      if (!linkable(transfer)) return DONE;
      const found = await findToLink(tools, account, transfer, number);
      if (!found.ok) return found;
      const linkedTo = (stored: Transfer): Transfer => ({
        ...stored,
        accountId: account.id,
        state: 'issued',
        step: 'number',
        identifier: found.identifier,
        number: found.number,
        documentNumber: found.documentNumber,
        bookedGross: found.gross,
        findings: [],
        looks: [],
        reason: { code: 'linked', params: { number: found.number } },
        notBefore: 0,
        tries: 0,
        updatedAt: clock.now(),
      });
      // Only what the person saw is linked: a POST that began or ended meanwhile keeps its own story, or a double would go unseen.
      const unchanged = (stored: Transfer): boolean =>
        linkable(stored) && stored.post?.beganAt === transfer.post?.beganAt && mayBelong(stored, account.id);
      const holding = (stored: Transfer): Transfer | null => (unchanged(stored) ? withSale(linkedTo(stored)) : null);
      const beside = (stored: Transfer): Transfer | null => (unchanged(stored) ? linkedTo(stored) : null);
      engine.expectWork();
      const options = { account, issueDate: issueDate ?? undefined };
      const written = await put(withSale(linkedTo(transfer)), holding, options);
      // The order's other document holds the sale: this one is tied to an invoice that exists, it books no second one.
      const stored = storedOr(
        !written.ok && written.why === 'taken' ? await put(linkedTo(transfer), beside, options) : written,
      );
      return stored.ok ? work(target) : stored;
    },

    async pdf(target) {
      const locked = await isLocked();
      if (locked) return locked;
      const transfer = await storedOf(target);
      const account = transfer ? await store.accounts.get(transfer.accountId) : null;
      if (!transfer?.identifier) return refuse('sellasist-order-missing');
      if (account === null) return refuse('account-gone');
      const pdf = await pdfOf(tools.servicesOf(account).ifirma, transfer.identifier, transfer.number);
      if (!pdf.ok) return { ok: false, reason: pdfReason(pdf.problem) };
      const name = (transfer.number ?? transfer.identifier).replace(/[^\p{L}\p{N}.-]+/gu, '_');
      return { ok: true, value: { name: `${name}.pdf`, base64: base64Of(pdf.value) } };
    },
  };
}

function storedOr(written: TransferWritten): Outcome {
  if (written.ok) return DONE;
  switch (written.why) {
    case 'full':
      return refuse('storage-full');
    case 'account-gone':
      return refuse('account-gone');
    // Whoever was quicker has done it: the card shows what there is.
    case 'exists':
    case 'missing':
    case 'taken':
      return DONE;
    default:
      return written satisfies never;
  }
}

function refuse(code: ReasonCode): Refused {
  return { ok: false, reason: { code, params: {} } };
}
