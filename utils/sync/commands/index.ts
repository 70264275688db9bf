/** What a person may ask of a document. Only these change transfers, besides the engine itself. */
import { PRIORITY, type Transfer } from '../../invoice/transfer';
import { may } from '../../invoice/transfer-states';
import type { CorrectionChoice, DocumentRef, PdfFile, Reply, SentMany } from '../../messages';
import { base64Of } from '../../sellasist/file-field';
import { actionsOf, isDouble } from '../actions';
import { NEVER } from '../clock';
import type { EngineTools } from '../context';
import { originalSaid } from '../correction/original';
import type { Engine } from '../engine';
import { offersKsef } from '../ksef-mode';
import type { OrderViews } from '../order-view';
import { pdfOf, pdfReason } from '../pdf';
import { startable } from '../permitted';
import { withoutRefused } from '../repairs/exchange';
import { withoutSale } from '../sale';
import { type Corrections, createCorrections } from './correct';
import { enqueue } from './enqueue';
import { createGate } from './gate';
import { askedForKsef, lookedAtForKsef } from './ksef';
import { createLedger, outcomeOf } from './ledger';
import { linkTo } from './link';
import { createPrepare, type Prepare } from './prepare';
import { queueMany } from './send-many';
import { DONE, type Outcome, refuse, type Target } from './target';

export type { Target } from './target';

export interface Commands {
  send(target: Target, confirm: readonly string[]): Promise<Outcome>;
  /** Queues them behind whatever is sent one by one, oldest first; does not wait for them. */
  sendMany(panel: string, documents: readonly DocumentRef[]): Promise<Reply<SentMany>>;
  skip(target: Target, why: string): Promise<Outcome>;
  check(target: Target): Promise<Outcome>;
  link(target: Target, number: string): Promise<Outcome>;
  attach(target: Target): Promise<Outcome>;
  /** Has a booked document sent to KSeF, and waits until iFirma has taken it or said why not. */
  ksef(target: Target, confirm: readonly string[]): Promise<Outcome>;
  pdf(target: Target): Promise<Reply<PdfFile>>;
  /** Queues a correction of a booked invoice, and waits until nothing is on its way. */
  correct(target: Target, choice: CorrectionChoice, confirm: readonly string[]): Promise<Outcome>;
  readonly previewCorrection: Corrections['preview'];
  readonly prepare: Prepare;
}

export function createCommands(tools: EngineTools, engine: Engine, orders: OrderViews): Commands {
  const { store, clock } = tools;
  const gate = createGate(store);
  const ledger = createLedger(tools, engine);
  const prepare = createPrepare(tools, orders, gate);
  const corrections = createCorrections(tools, engine, ledger, gate, prepare);

  async function accountOf(target: Target) {
    const stored = await ledger.stored(target);
    return stored === null ? null : store.accounts.get(stored.accountId);
  }

  /** The invoice of a correction, where a person has said that it goes first. */
  async function sendFirst({ panel, orderId }: Target, confirm: readonly string[]): Promise<Outcome> {
    for (const key of confirm.flatMap(originalSaid)) {
      const prepared = await prepare({ panel, orderId, key });
      if (!prepared.ok) return prepared;
      if (!startable(prepared.value.transfer)) continue;
      const wish = { confirm: [], priority: PRIORITY.person, now: clock.now() };
      const queued = outcomeOf(await enqueue(tools, ledger, prepared.value, wish));
      if (!queued.ok) return queued;
    }
    return DONE;
  }

  async function work(target: Target): Promise<Outcome> {
    await engine.run();
    await engine.settled(target.panel, target.key);
    return DONE;
  }

  return {
    prepare,

    async send(target, confirm) {
      const refused = await gate.mayWork(target.panel);
      if (refused) return refused;
      const prepared = await prepare(target);
      if (!prepared.ok) return prepared;
      if (startable(prepared.value.transfer)) {
        engine.expectWork();
        const first = await sendFirst(target, confirm);
        if (!first.ok) return first;
        const wish = { confirm, priority: PRIORITY.person, now: clock.now() };
        const queued = outcomeOf(await enqueue(tools, ledger, prepared.value, wish));
        if (!queued.ok) return queued;
      }
      return work(target);
    },

    async sendMany(panel, documents) {
      const refused = await gate.mayWork(panel);
      if (refused) return refused;
      engine.expectWork();
      const many = await queueMany(tools, ledger, panel, documents);
      // What is queued goes on by itself; nobody waits for it here.
      void engine.run().catch(() => undefined);
      return many;
    },

    async skip(target, why) {
      const locked = await gate.isLocked();
      if (locked) return locked;
      const skipped = (stored: Transfer): Transfer | null =>
        may('skip', stored)
          ? {
              ...withoutRefused(withoutSale(stored)),
              state: 'skipped',
              reason: { code: 'skipped-by-person', params: { why } },
              findings: [],
              notBefore: NEVER,
              updatedAt: clock.now(),
            }
          : null;
      engine.expectWork();
      const done = await ledger.change(target, skipped, await accountOf(target));
      // What follows it is nobody's to wait for.
      void engine.run().catch(() => undefined);
      return done;
    },

    async check(target) {
      const locked = await gate.isLocked();
      if (locked) return locked;
      engine.expectWork();
      const now = clock.now();
      const wanted = await ledger.change(
        target,
        (stored) => {
          if (stored.state === 'uncertain') return { ...stored, notBefore: 0, updatedAt: now };
          if (!isDouble(stored)) return lookedAtForKsef(stored, now);
          // The number is read anew, and with it whether there still are two; a person waits for it, and not for a list of before.
          return { ...stored, step: 'number', priority: PRIORITY.person, notBefore: 0, tries: 0, updatedAt: now };
        },
        null,
      );
      if (!wanted.ok) return wanted;
      await engine.run();
      return DONE;
    },

    async attach(target) {
      const refused = await gate.mayWork(target.panel);
      if (refused) return refused;
      const issued = await ledger.stored(target);
      const account = await accountOf(target);
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
      const changed = await ledger.change(target, attaching, account, { account: account ?? undefined });
      return changed.ok ? work(target) : changed;
    },

    async ksef(target, confirm) {
      const refused = await gate.mayWork(target.panel);
      if (refused) return refused;
      const booked = await ledger.stored(target);
      const account = await accountOf(target);
      if (booked === null) return DONE;
      if (account === null) return refuse('account-gone');
      const isOffered = await offersKsef(store, booked);
      engine.expectWork();
      const now = clock.now();
      const changed = await ledger.change(target, (stored) => askedForKsef(stored, isOffered, confirm, now), account, {
        account,
      });
      return changed.ok ? work(target) : changed;
    },

    previewCorrection: corrections.preview,

    async correct(target, choice, confirm) {
      const queued = await corrections.queue(target, choice, confirm);
      return queued.ok ? work({ ...target, key: queued.value }) : queued;
    },

    async link(target, number) {
      const refused = await gate.mayWork(target.panel);
      if (refused) return refused;
      const prepared = await prepare(target);
      if (!prepared.ok) return prepared;
      const linked = await linkTo(tools, engine, ledger, prepared.value, number);
      return linked.ok ? work(target) : linked;
    },

    async pdf(target) {
      const locked = await gate.isLocked();
      if (locked) return locked;
      const transfer = await ledger.stored(target);
      const account = await accountOf(target);
      if (!transfer?.identifier) return refuse('sellasist-order-missing');
      if (account === null) return refuse('account-gone');
      const { ifirma } = tools.servicesOf(account);
      const read = transfer.kind === 'correction' ? ifirma.correctionPdf : ifirma.pdf;
      const pdf = await pdfOf(read, transfer.identifier, transfer.number);
      if (!pdf.ok) return { ok: false, reason: pdfReason(pdf.problem) };
      const name = (transfer.number ?? transfer.identifier).replace(/[^\p{L}\p{N}.-]+/gu, '_');
      return { ok: true, value: { name: `${name}.pdf`, base64: base64Of(pdf.value) } };
    },
  };
}
