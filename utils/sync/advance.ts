/**
 * One transfer on its way: step after step until it comes to rest, each step's outcome one write. The worker may die between any
 * two of them, so whatever the next step must know is on the record, and nowhere else.
 */
import { warsawDate } from '../invoice/dates';
import type { Account } from '../invoice/settings';
import { type LogEvent, PRIORITY, type Step, type Transfer } from '../invoice/transfer';
import { faultOf } from '../invoice/transfer-states';
import { databaseTrouble } from '../store/trouble';
import { NEVER } from './clock';
import type { EngineTools, Patch, StepContext } from './context';
import { checkCorrection } from './correction/check';
import { claimCorrection } from './correction/claim';
import { readCorrectionNumber } from './correction/number';
import { resolveCorrection } from './correction/resolve';
import { withEffects } from './effects/wanted';
import { entryOf } from './log-entry';
import { isPausing, pause } from './pause';
import { adopted, resolve } from './resolve';
import { whileNeeded } from './sale';
import { attach } from './steps/attach';
import { check } from './steps/check';
import { claim } from './steps/claim';
import { invoiceBooking } from './steps/invoice-booking';
import { issue } from './steps/issue';
import { lastLook } from './steps/last-look';
import { readNumber } from './steps/number';
import { fullDisk } from './stop';

/** How long a bug of ours that came after the POST waits for the next look. */
const AFTER_BUG_MS = 60_000;

/** false: a write failed (the disk is full), so nothing more can be recorded and nothing more is sent now. */
export async function advance(tools: EngineTools, start: Transfer, account: Account): Promise<boolean> {
  const { store, clock } = tools;
  const services = tools.servicesOf(account, start.priority === PRIORITY.person ? 'person' : 'bulk');
  let transfer = start;
  let since = clock.now();
  let isGone = false;

  const context = (): StepContext => ({ ...services, tools, account, today: warsawDate(clock.now()), transfer });

  /** @param event null: nothing has come of anything yet, so there is nothing to tell. */
  async function write(patch: Patch, event: LogEvent | null = 'step'): Promise<boolean> {
    const at = clock.now();
    const before = transfer;
    const tried: Step = before.step;
    const written = await store.transfers.change(
      before.panel,
      before.key,
      (stored) => {
        // A person may have linked it, or sent it again, while a look-up was on its way: what the look-up says is then out of date.
        if (stored.identifier !== before.identifier || stored.state !== before.state) return null;
        const next = whileNeeded(withEffects(stored, { ...stored, ...patch, updatedAt: at }, account.settings, at));
        const fault = faultOf(stored, next);
        if (fault !== null) throw new Error(`transfer: ${fault}`);
        return next;
      },
      event === null ? {} : { log: (stored) => entryOf(stored, { event, step: tried, at, ms: at - since }) },
    );
    isGone = !written.ok && written.why === 'missing';
    if (!written.ok) return false;
    transfer = written.transfer;
    since = at;
    tools.changed(transfer);
    return true;
  }

  async function step(): Promise<Patch> {
    try {
      return await oneStep(context(), write);
    } catch (error) {
      // Nothing can be recorded, and nobody's bug is: whoever opens the database next finds the record as it is.
      if (databaseTrouble(error) !== null) throw error;
      // What the step has written counts, not what it began with: a POST may have begun meanwhile.
      return broken(transfer, error, clock.now());
    }
  }

  if (start.state !== 'uncertain') {
    // A person has taken it out of the queue in that very moment: then there is nothing to walk on.
    if (!(await write({ state: 'sending', reason: null, notBefore: 0 }, null))) return isGone;
    if (transfer.state !== 'sending') return true;
  }
  do {
    since = clock.now();
    const patch = await step();
    if (patch.reason && isPausing(patch.reason)) await pause(tools, account, patch.reason.code);
    if (!(await write(patch))) return false;
  } while (transfer.state === 'sending');
  return true;
}

type Write = (patch: Patch) => Promise<boolean>;

function oneStep(context: StepContext, write: Write): Promise<Patch> {
  const { transfer } = context;
  if (transfer.identifier !== null) {
    if (transfer.number !== null && transfer.step !== 'number') return attach(context, write);
    return transfer.kind === 'correction' ? readCorrectionNumber(context) : readNumber(context);
  }
  if (transfer.post === null) return book(context, write);
  return transfer.kind === 'correction' ? resolveCorrection(context) : resolve(context);
}

/** Before the POST every start is from the beginning: the panel may have changed meanwhile, and nothing was booked. */
function book(context: StepContext, write: Write): Promise<Patch> {
  return context.transfer.kind === 'correction' ? bookCorrection(context, write) : bookInvoice(context, write);
}

async function bookCorrection(context: StepContext, write: Write): Promise<Patch> {
  const found = await checkCorrection(context);
  if (!found.ok) return found.patch;
  // What it goes on from stands in the field that the claim writes over.
  if (!(await write({ step: 'claim', documentNumber: found.number, ...found.booking.noted }))) return fullDisk(context);
  const claimed = await claimCorrection(context, found.read);
  switch (claimed.kind) {
    case 'stop':
      return claimed.patch;
    case 'adopt':
      return adopted(context, claimed.sighting.identifier);
    case 'free':
      return issue(context, found.booking, claimed.until, write);
    default:
      return claimed satisfies never;
  }
}

async function bookInvoice(context: StepContext, write: Write): Promise<Patch> {
  const found = await check(context);
  if (!found.ok) return found.patch;
  const { checked } = found;
  if (!(await write({ step: 'claim', documentNumber: checked.document.number }))) return fullDisk(context);
  const claimed = await claim(context, checked);
  switch (claimed.kind) {
    case 'stop':
      return claimed.patch;
    case 'adopt':
      return adopted(context, claimed.sighting.identifier);
    case 'free':
      return (
        (await lastLook(context, checked)) ??
        issue(context, await invoiceBooking(context, checked), claimed.until, write)
      );
    default:
      return claimed satisfies never;
  }
}

/** A bug of ours. What was not booked fails; what may have been booked is looked up; what was booked waits for a person. */
function broken(transfer: Transfer, error: unknown, now: number): Patch {
  const reason = { code: 'internal', params: { detail: error instanceof Error ? error.name : 'unknown' } } as const;
  if (transfer.identifier !== null) return { state: 'issued', reason, notBefore: NEVER };
  if (transfer.post === null) return { state: 'failed', reason, notBefore: NEVER };
  const endedAt = transfer.post.endedAt ?? now;
  return { state: 'uncertain', reason, post: { ...transfer.post, endedAt }, notBefore: now + AFTER_BUG_MS };
}
