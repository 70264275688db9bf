/** What a person may ask of a document. Only these change transfers, besides the engine itself. */
import type { DocumentKey } from '../invoice/document';
import type { Finding, Reason, ReasonCode } from '../invoice/finding';
import type { Account } from '../invoice/settings';
import type { Transfer } from '../invoice/transfer';
import type { PdfFile, Reply } from '../messages';
import { base64Of } from '../sellasist/file-field';
import { ERPLINK } from '../store/facts';
import type { TransferWritten } from '../store/transfers';
import { accountFor } from './accounts-of';
import { actionsOf } from './actions';
import { NEVER } from './clock';
import type { EngineTools } from './context';
import type { Engine } from './engine';
import { findToLink } from './link';
import type { OrderViews } from './order-view';
import { verdictOnRead } from './reasons';

export interface Target {
  readonly panel: string;
  readonly orderId: string | null;
  readonly key: DocumentKey;
}

type Outcome = Reply<null>;

export interface Commands {
  send(target: Target, confirm: readonly string[]): Promise<Outcome>;
  skip(target: Target, why: string): Promise<Outcome>;
  check(target: Target): Promise<Outcome>;
  link(target: Target, number: string): Promise<Outcome>;
  attach(target: Target): Promise<Outcome>;
  pdf(target: Target): Promise<Reply<PdfFile>>;
  /** The transfer that `target` has or would have; null: no such document of this order, or no account. */
  prepare(target: Target): Promise<{ readonly transfer: Transfer; readonly account: Account } | null>;
}

const DONE: Outcome = { ok: true, value: null };

export function createCommands(tools: EngineTools, engine: Engine, orders: OrderViews): Commands {
  const { store, clock } = tools;

  async function prepare({ panel, orderId, key }: Target) {
    const stored = await store.transfers.get(panel, key);
    if (stored !== null) {
      const account = await store.accounts.get(stored.accountId);
      return account ? { transfer: stored, account } : null;
    }
    if (orderId === null) return null;
    const isOrder = key === `o${orderId}`;
    const invoices = isOrder ? [] : await orders.invoices(panel, orderId);
    const document = invoices.find(({ documentId }) => key === `d${documentId}`);
    if (!isOrder && document === undefined) return null;
    const account = await accountFor(store, panel, document?.seriesId ?? null);
    if (account === null) return null;
    const transfer = newTransfer({ panel, key, orderId, account, at: clock.now() });
    return { account, transfer: { ...transfer, documentNumber: document?.number ?? null } };
  }

  /** Stores the transfer with its sale; the one that comes second becomes `incomplete` and names the first. */
  async function enqueue(transfer: Transfer): Promise<Outcome> {
    const anotherSale = transfer.confirmed.some((evidence) => evidence.startsWith('sale:'));
    const first = await put(anotherSale ? transfer : withSale(transfer), startable);
    if (first.ok || first.why !== 'taken') return storedOr(first);
    const finding = saleTaken(first.taken);
    return storedOr(await put({ ...transfer, state: 'incomplete', notBefore: NEVER, findings: [finding] }, startable));
  }

  /** Creates the transfer, or puts it in the place of one that `may` be replaced; two tabs end with one. */
  async function put(transfer: Transfer, may: (stored: Transfer) => boolean): Promise<TransferWritten> {
    const created = await store.transfers.create(transfer);
    const exists = !created.ok && created.why === 'exists';
    const written = exists
      ? await store.transfers.change(transfer.panel, transfer.key, (stored) => (may(stored) ? transfer : null))
      : created;
    if (written.ok) tools.changed(written.transfer);
    return written;
  }

  async function change(target: Target, next: (stored: Transfer) => Transfer | null): Promise<Outcome> {
    const written = await store.transfers.change(target.panel, target.key, next);
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

    async send(target, confirm) {
      // Unanswered or yes: with the vendor's own integration on, every invoice would be booked twice.
      const erplink = await store.facts.get(ERPLINK);
      if (erplink !== false) return refuse(erplink === null ? 'erplink-unanswered' : 'erplink-on');
      const prepared = await prepare(target);
      if (prepared === null) return refuse('sellasist-order-missing');
      const { transfer } = prepared;
      if (startable(transfer)) {
        const at = clock.now();
        const queued = await enqueue({
          ...withoutSale(transfer),
          state: 'queued',
          step: 'check',
          priority: 0,
          notBefore: 0,
          tries: 0,
          post: null,
          looks: [],
          findings: [],
          reason:
            prepared.account.pausedBy === null
              ? null
              : { code: 'account-paused', params: { by: prepared.account.pausedBy } },
          confirmed: [...new Set([...transfer.confirmed, ...confirm])],
          updatedAt: at,
        });
        if (!queued.ok) return queued;
      }
      return work(target);
    },

    skip: (target, why) =>
      change(target, (stored) => {
        const may =
          stored.post === null && stored.identifier === null && ['incomplete', 'failed'].includes(stored.state);
        const reason: Reason = { code: 'skipped-by-person', params: { why } };
        return may
          ? { ...withoutSale(stored), state: 'skipped', reason, findings: [], notBefore: NEVER, updatedAt: clock.now() }
          : null;
      }),

    async check(target) {
      await change(target, (stored) =>
        stored.state === 'uncertain' ? { ...stored, notBefore: 0, updatedAt: clock.now() } : null,
      );
      await engine.run();
      return DONE;
    },

    async attach(target) {
      await change(target, (stored) => {
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
      });
      return work(target);
    },

    async link(target, number) {
      const prepared = await prepare(target);
      if (prepared === null) return refuse('sellasist-order-missing');
      const { transfer, account } = prepared;
      if (!linkable(transfer)) return DONE;
      const found = await findToLink(tools.servicesOf(account), account, transfer, number, clock);
      if (!found.ok) return found;
      const linked: Transfer = {
        ...transfer,
        state: 'issued',
        step: 'number',
        identifier: found.identifier,
        number: null,
        documentNumber: found.documentNumber,
        bookedGross: found.gross,
        findings: [],
        looks: [],
        reason: { code: 'linked', params: { number: found.number } },
        notBefore: 0,
        tries: 0,
        updatedAt: clock.now(),
      };
      const written = await put(withSale(linked), linkable);
      // The order's other document holds the sale: this one is tied to an invoice that exists, it books no second one.
      const stored = storedOr(!written.ok && written.why === 'taken' ? await put(linked, linkable) : written);
      return stored.ok ? work(target) : stored;
    },

    async pdf(target) {
      const transfer = await store.transfers.get(target.panel, target.key);
      const account = transfer ? await store.accounts.get(transfer.accountId) : null;
      if (!transfer?.identifier || !account) return refuse('sellasist-order-missing');
      const pdf = await tools.servicesOf(account).ifirma.pdf(transfer.identifier);
      if (!pdf.ok) return { ok: false, reason: verdictOnRead(pdf.problem).reason };
      const name = (transfer.number ?? transfer.identifier).replace(/[^\p{L}\p{N}.-]+/gu, '_');
      return { ok: true, value: { name: `${name}.pdf`, base64: base64Of(pdf.value) } };
    },
  };
}

/** A send button does something only where nothing was booked and nothing is on its way. */
function startable(transfer: Transfer): boolean {
  if (transfer.identifier !== null) return false;
  if (transfer.state === 'uncertain') return transfer.reason?.code === 'absent-proven';
  return transfer.post === null && ['incomplete', 'failed', 'skipped'].includes(transfer.state);
}

/** Where a person may say which invoice it is: nothing booked that Mostek knows of, and nothing on its way. */
function linkable(transfer: Transfer): boolean {
  return transfer.identifier === null && transfer.state !== 'queued' && transfer.state !== 'sending';
}

function withSale(transfer: Transfer): Transfer {
  return transfer.orderId === null ? transfer : { ...transfer, sale: `${transfer.panel}/${transfer.orderId}` };
}

function storedOr(written: TransferWritten): Outcome {
  return !written.ok && written.why === 'full' ? refuse('storage-full') : DONE;
}

function withoutSale(transfer: Transfer): Transfer {
  const { sale: _sale, ...rest } = transfer;
  return rest;
}

function refuse(
  code: ReasonCode,
  params: Record<string, string> = {},
): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason: { code, params } };
}

function saleTaken(holder: Transfer): Finding {
  return {
    code: 'sale-taken',
    path: 'sale',
    params: { number: holder.number ?? '', document: holder.documentNumber ?? '' },
    evidence: `sale:${holder.key}`,
  };
}

function newTransfer({
  panel,
  key,
  orderId,
  account,
  at,
}: {
  panel: string;
  key: DocumentKey;
  orderId: string;
  account: Account;
  at: number;
}): Transfer {
  return {
    panel,
    key,
    accountId: account.id,
    kind: 'invoice',
    orderId,
    documentId: key.startsWith('d') ? key.slice(1) : null,
    documentNumber: null,
    state: 'skipped',
    step: 'check',
    priority: 0,
    notBefore: NEVER,
    tries: 0,
    post: null,
    looks: [],
    identifier: null,
    number: null,
    ksefNumber: null,
    bookedGross: null,
    sentHash: null,
    findings: [],
    reason: null,
    confirmed: [],
    attached: 'no',
    createdAt: at,
    updatedAt: at,
  };
}
