/**
 * The state machine of a transfer.
 *
 *              ┌──────────────────── accept (a person) ──────────────────────┐
 *              ▼                                                             │
 *   ( ) ──▶ queued ──begin──▶ sending ──find──▶ incomplete ─┬─skip─▶ skipped─┤
 *              ▲ postpone ───────┤  ├───refuse─▶ failed ─────┤                │
 *              └─────────────────┘  │                        └────────────────┤
 *                                   ├───doubt──▶ uncertain ──(absence proven)─┘
 *                                   │               │ ▲ look │
 *                                   ◀────adopt──────┘ └──────┘
 *                                   ├───rest───▶ issued ──begin──▶ sending
 *                                   └──finish──▶ done
 *
 * Left out of the drawing: `go-on` stays in `sending`. `taken`: what may be accepted, or has no transfer yet, becomes `incomplete`
 * while another transfer holds the sale. `link` leads from wherever a person may say which invoice it is to `issued`; so does
 * `rest` from `uncertain` and `done` when a second invoice comes to light. `postpone` and `rest` may come again. `follow` leaves
 * whatever is at rest where it is. `withdraw` leads from `queued` to `failed`: `Anuluj` takes a batch out of the queue, and a record
 * that has a story of its own stays; or the accounting month could not be moved for it.
 *
 * In `sending` the steps run: check, claim, issue, number, pdf, attach. Whoever finds a transfer in `sending` while nobody works
 * on it finds a worker that died there: `recover` goes by what was stored, and by nothing else.
 *
 * The principles, in this order:
 *   1. A POST begins only from `sending`, with its intent on the disk, and from there the way leads to `queued` only when iFirma
 *      is known to have refused, never because nothing is known.
 *   2. An identifier that was stored is never lost: what has one is `issued` or `done`, or `sending` after the POST.
 *   3. Every other arrow is one write of one record; between two writes a worker may die.
 *
 * What a person may do with a transfer, what counts as begun, waiting or stopped, what a dead worker's record becomes and which
 * change is a bug, all follow from this table.
 */
import type { Transfer, TransferState } from './transfer';

export type TransferEvent =
  /** A person, or a rule, wants it sent. */
  | 'accept'
  /** Its sale is held by another transfer of the order. */
  | 'taken'
  /** Its turn has come. */
  | 'begin'
  /** A step has ended, and the next one follows. */
  | 'go-on'
  /** Nothing was booked, and it will be tried again by itself. */
  | 'postpone'
  /** Nothing was booked, and a person has to mend the document. */
  | 'find'
  /** Nothing was booked, and a person has to mend something else. */
  | 'refuse'
  /** A POST began, and nobody knows what came of it. */
  | 'doubt'
  /** iFirma was asked for the unclear invoice, and it is not known yet. */
  | 'look'
  /** The unclear invoice, or one that another computer booked, was found under its mark. */
  | 'adopt'
  /** Booked, and something is still to come, or a person has to look at it. */
  | 'rest'
  /** Booked, and everything that the settings ask for has happened. */
  | 'finish'
  /** What follows it (`Transfer.effects`) has happened, was given up, or is put off; of the transfer nothing else has changed. */
  | 'follow'
  /** A person takes the batch that it was sent with out of the queue, or iFirma's month could not be moved for it. */
  | 'withdraw'
  /** A person does not want it sent. */
  | 'skip'
  /** A person says which invoice of iFirma it is. */
  | 'link';

type Guard = (transfer: Transfer) => boolean;
type Arrow = { readonly to: TransferState; readonly when?: Guard };

const isAbsent: Guard = ({ reason }) => reason?.code === 'absent-proven';
/** Once a POST of it ended unclear it may still be there, or arrive. */
const isInNobodysBooks: Guard = ({ post, wasPosted, identifier }) =>
  post === null && wasPosted !== true && identifier === null;
const isNotPosted: Guard = ({ post }) => post === null;
const isPosted: Guard = ({ post, identifier }) => post !== null && identifier === null;
const isBooked: Guard = ({ identifier }) => identifier !== null;

/** Where each event leads from each state. What is not here does not happen. A guard speaks of the transfer before. */
export const TRANSITIONS = {
  queued: {
    begin: { to: 'sending' },
    // The account was paused, or goes on: its reason changes.
    postpone: { to: 'queued' },
    withdraw: { to: 'failed' },
  },
  sending: {
    'go-on': { to: 'sending' },
    adopt: { to: 'sending' },
    postpone: { to: 'queued' },
    find: { to: 'incomplete' },
    refuse: { to: 'failed' },
    doubt: { to: 'uncertain', when: isPosted },
    rest: { to: 'issued' },
    finish: { to: 'done', when: isBooked },
  },
  incomplete: {
    accept: { to: 'queued', when: isNotPosted },
    taken: { to: 'incomplete' },
    skip: { to: 'skipped', when: isInNobodysBooks },
    link: { to: 'issued' },
    follow: { to: 'incomplete' },
  },
  failed: {
    accept: { to: 'queued', when: isNotPosted },
    taken: { to: 'incomplete' },
    skip: { to: 'skipped', when: isInNobodysBooks },
    link: { to: 'issued' },
    follow: { to: 'failed' },
  },
  skipped: {
    accept: { to: 'queued', when: isNotPosted },
    taken: { to: 'incomplete' },
    link: { to: 'issued' },
    follow: { to: 'skipped' },
  },
  uncertain: {
    look: { to: 'uncertain' },
    adopt: { to: 'sending' },
    // Two invoices carry its mark.
    rest: { to: 'issued' },
    accept: { to: 'queued', when: isAbsent },
    taken: { to: 'incomplete', when: isAbsent },
    link: { to: 'issued' },
    follow: { to: 'uncertain' },
  },
  issued: {
    begin: { to: 'sending' },
    rest: { to: 'issued' },
    follow: { to: 'issued' },
  },
  done: {
    // A second invoice came to light.
    rest: { to: 'issued' },
    follow: { to: 'done' },
  },
} as const satisfies Readonly<Record<TransferState, Readonly<Partial<Record<TransferEvent, Arrow>>>>>;

/** What a document without a transfer may begin with. */
export const BEGINNINGS = { accept: 'queued', taken: 'incomplete', link: 'issued' } as const satisfies Readonly<
  Partial<Record<TransferEvent, TransferState>>
>;

const STATES = Object.keys(TRANSITIONS) as readonly TransferState[];

function arrowsOf(state: TransferState): Readonly<Partial<Record<TransferEvent, Arrow>>> {
  return TRANSITIONS[state];
}

/** Whether the event may happen to the transfer as it stands. */
export function may(event: TransferEvent, transfer: Transfer): boolean {
  const arrow = arrowsOf(transfer.state)[event];
  return arrow !== undefined && (arrow.when?.(transfer) ?? true);
}

function statesWith(event: TransferEvent): readonly TransferState[] {
  return STATES.filter((state) => arrowsOf(state)[event] !== undefined);
}

/** Whoever works takes it up again by itself when its time has come. */
export const WAITING: readonly TransferState[] = STATES.filter(
  (state) => arrowsOf(state).begin !== undefined || arrowsOf(state).look !== undefined,
);

/** Nothing was booked, as far as is known, and nothing goes on before a person says so. */
export const STOPPED: readonly TransferState[] = statesWith('accept').filter((state) => !WAITING.includes(state));

/** On its way: it is somebody's work, or waits for its turn. */
export const UNDER_WAY: readonly TransferState[] = STATES.filter(
  (state) => WAITING.includes(state) || arrowsOf(state)['go-on'] !== undefined,
);

/** What a worker that starts looks at. */
export const BEGUN: readonly TransferState[] = UNDER_WAY.filter((state) => state !== 'queued');

/** What no record may ever say, in words for whoever mends the bug; empty: the record is sound. */
export function flawsOf({ state, post, identifier }: Transfer): readonly string[] {
  const flaws: string[] = [];
  if ([...STOPPED, 'queued', 'uncertain'].includes(state) && identifier !== null)
    flaws.push(`${state} with an invoice`);
  if (['issued', 'done'].includes(state) && identifier === null) flaws.push(`${state} without an invoice`);
  if ([...STOPPED, 'queued'].includes(state) && post !== null) flaws.push(`${state} with a POST`);
  if (state === 'uncertain' && post === null) flaws.push('uncertain without a POST');
  if (state !== 'sending' && post !== null && post.endedAt === null) flaws.push(`${state} in the middle of a POST`);
  return flaws;
}

/** null: the second record may follow the first. Else what is wrong, in words for whoever mends the bug. */
export function faultOf(before: Transfer | null, after: Transfer): string | null {
  const [flaw] = flawsOf(after);
  if (flaw !== undefined) return flaw;
  if (before === null) {
    return Object.values<TransferState>(BEGINNINGS).includes(after.state) ? null : `begins as ${after.state}`;
  }
  if (before.identifier !== null && after.identifier === null) return 'an identifier is lost';
  const arrows = Object.values(arrowsOf(before.state));
  const lead = arrows.some(({ to, when }) => to === after.state && (when?.(before) ?? true));
  return lead ? null : `${before.state} → ${after.state}`;
}

/** What a record in `sending` becomes when nobody works on it: its worker died on the way. Epoch milliseconds. */
export function recovered(transfer: Transfer, now: number): Transfer | null {
  if (transfer.state !== 'sending') return null;
  const found = { ...transfer, updatedAt: now };
  if (transfer.identifier !== null) return { ...found, state: 'issued', notBefore: 0 };
  if (transfer.post === null) return { ...found, state: 'queued', step: 'check', notBefore: 0 };
  return {
    ...found,
    state: 'uncertain',
    // A worker that was killed never saw the end; the moment it was found again is the earliest that is known.
    post: { ...transfer.post, endedAt: transfer.post.endedAt ?? now },
    reason: { code: 'post-interrupted', params: {} },
    notBefore: now,
  };
}
