/** The state machine of a transfer: its arrows are written down here once more, by hand, and nothing beside them happens. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PostIntent, Transfer, TransferState } from '../../../utils/invoice/transfer.ts';
import {
  BEGINNINGS,
  BEGUN,
  faultOf,
  flawsOf,
  may,
  recovered,
  STOPPED,
  TRANSITIONS,
  type TransferEvent,
  UNDER_WAY,
  WAITING,
} from '../../../utils/invoice/transfer-states.ts';
import { exampleTransfer } from '../store/examples.ts';

const NOW = 5_000_000;
const POST: PostIntent = {
  beganAt: 1_000,
  endedAt: 2_000,
  gross: 12_300,
  nip: '',
  issueDate: '2026-11-22',
  lookFrom: '2026-11-20',
};
const OPEN_POST: PostIntent = { ...POST, endedAt: null };
const PROVEN = { code: 'absent-proven', params: {} } as const;
const STATES: readonly TransferState[] = [
  'queued',
  'sending',
  'incomplete',
  'uncertain',
  'issued',
  'done',
  'failed',
  'skipped',
];

type Row = readonly [from: TransferState, event: TransferEvent, to: TransferState];

/** As drawn, and as told below the drawing. */
const ARROWS: readonly Row[] = [
  ['queued', 'begin', 'sending'],
  ['queued', 'postpone', 'queued'],
  ['queued', 'withdraw', 'failed'],
  ['sending', 'go-on', 'sending'],
  ['sending', 'adopt', 'sending'],
  ['sending', 'postpone', 'queued'],
  ['sending', 'find', 'incomplete'],
  ['sending', 'refuse', 'failed'],
  ['sending', 'doubt', 'uncertain'],
  ['sending', 'rest', 'issued'],
  ['sending', 'finish', 'done'],
  ['incomplete', 'accept', 'queued'],
  ['incomplete', 'taken', 'incomplete'],
  ['incomplete', 'skip', 'skipped'],
  ['incomplete', 'link', 'issued'],
  ['failed', 'accept', 'queued'],
  ['failed', 'taken', 'incomplete'],
  ['failed', 'skip', 'skipped'],
  ['failed', 'link', 'issued'],
  ['skipped', 'accept', 'queued'],
  ['skipped', 'taken', 'incomplete'],
  ['skipped', 'link', 'issued'],
  ['uncertain', 'look', 'uncertain'],
  ['uncertain', 'adopt', 'sending'],
  ['uncertain', 'rest', 'issued'],
  ['uncertain', 'accept', 'queued'],
  ['uncertain', 'taken', 'incomplete'],
  ['uncertain', 'link', 'issued'],
  ['issued', 'begin', 'sending'],
  ['issued', 'rest', 'issued'],
  ['done', 'rest', 'issued'],
  ['incomplete', 'follow', 'incomplete'],
  ['failed', 'follow', 'failed'],
  ['skipped', 'follow', 'skipped'],
  ['uncertain', 'follow', 'uncertain'],
  ['issued', 'follow', 'issued'],
  ['done', 'follow', 'done'],
];

const EVENTS = [...new Set(ARROWS.map(([, event]) => event))];

/** A sound record in the state, with what the widest guard of its arrows asks for. */
function at(state: TransferState, changes: Partial<Transfer> = {}): Transfer {
  const isPosted = state === 'uncertain' || state === 'issued' || state === 'done';
  const isBooked = state === 'issued' || state === 'done';
  return exampleTransfer({
    state,
    ...(isPosted ? { post: POST } : {}),
    ...(isBooked ? { identifier: '1244512' } : {}),
    ...(state === 'uncertain' ? { reason: PROVEN } : {}),
    ...changes,
  });
}

/** `sending` before the POST, in the middle of it, after it, and once it is booked. */
const SENDING = {
  'nothing begun': at('sending'),
  'in the middle of the POST': at('sending', { post: OPEN_POST }),
  'the POST ended unclear': at('sending', { post: POST }),
  booked: at('sending', { post: POST, identifier: '1244512' }),
  'booked by another computer': at('sending', { identifier: '1244512' }),
};

describe('the table of transitions', () => {
  it('holds the arrows that are drawn, and no other', () => {
    const written = Object.entries(TRANSITIONS).flatMap(([from, arrows]) =>
      Object.entries(arrows).map(([event, { to }]) => `${from} ${event} ${to}`),
    );
    expect(written.toSorted()).toEqual(ARROWS.map((row) => row.join(' ')).toSorted());
  });

  it('is drawn in the comment above it: each state and each event is named there', () => {
    const source = readFileSync(new URL('../../../utils/invoice/transfer-states.ts', import.meta.url), 'utf8');
    const [comment = ''] = source.split('*/');
    const [drawing = '', told = ''] = comment.split('Left out of the drawing');
    for (const state of STATES) expect(drawing, state).toContain(state);
    for (const event of EVENTS) expect(drawing + told, event).toMatch(new RegExp(`\\b${event}\\b`));
  });

  it('begins in the queue, with the sale taken, or linked', () => {
    expect(BEGINNINGS).toEqual({ accept: 'queued', taken: 'incomplete', link: 'issued' });
  });

  const every = STATES.flatMap((from) => EVENTS.map((event) => [from, event] as const));

  it.each(every)('of a transfer that is %s, `%s` happens exactly where an arrow is drawn', (from, event) => {
    const candidates = from === 'sending' ? Object.values(SENDING) : [at(from)];
    const isDrawn = ARROWS.some(([state, name]) => state === from && name === event);
    expect(candidates.some((transfer) => may(event, transfer))).toBe(isDrawn);
  });

  const pairs = STATES.flatMap((from) => STATES.map((to) => [from, to] as const));

  it.each(pairs)('%s → %s is a fault exactly where no arrow is drawn', (from, to) => {
    const befores = from === 'sending' ? Object.values(SENDING) : [at(from)];
    const afters = to === 'sending' ? Object.values(SENDING) : [at(to)];
    const isDrawn = ARROWS.some(([state, , next]) => state === from && next === to);
    const faults = befores.flatMap((before) => afters.map((after) => faultOf(before, after)));
    expect(faults.includes(null)).toBe(isDrawn);
    if (!isDrawn)
      for (const fault of faults) expect(fault).toMatch(new RegExp(`^${from} → ${to}$|^an identifier is lost$`));
  });

  it.each(STATES)('a document without a transfer begins as %s exactly where a beginning is drawn', (state) => {
    const isDrawn = ['queued', 'incomplete', 'issued'].includes(state);
    expect(faultOf(null, at(state))).toBe(isDrawn ? null : `begins as ${state}`);
  });
});

describe('the guards', () => {
  it.each<readonly [event: TransferEvent, what: string, transfer: Transfer, happens: boolean]>([
    ['accept', 'incomplete, nothing posted', at('incomplete'), true],
    ['accept', 'failed, a POST once ended unclear', at('failed', { wasPosted: true }), true],
    ['accept', 'uncertain, absence proven', at('uncertain'), true],
    ['accept', 'uncertain, seen absent once', at('uncertain', { reason: { code: 'absent-once', params: {} } }), false],
    ['accept', 'uncertain, not looked for yet', at('uncertain', { reason: null }), false],
    ['taken', 'uncertain, absence proven', at('uncertain'), true],
    ['taken', 'uncertain, not looked for yet', at('uncertain', { reason: null }), false],
    ['skip', 'failed, nothing posted', at('failed'), true],
    ['skip', 'failed, a POST once ended unclear', at('failed', { wasPosted: true }), false],
    ['skip', 'incomplete, a POST once ended unclear', at('incomplete', { wasPosted: true }), false],
    ['doubt', 'sending, nothing posted', SENDING['nothing begun'], false],
    ['doubt', 'sending, in the middle of the POST', SENDING['in the middle of the POST'], true],
    ['doubt', 'sending, booked', SENDING.booked, false],
    ['finish', 'sending, nothing booked', SENDING['the POST ended unclear'], false],
    ['finish', 'sending, booked', SENDING.booked, true],
    // What no record may say is not believed either.
    ['accept', 'incomplete with a POST', at('incomplete', { post: POST }), false],
    ['accept', 'failed with a POST', at('failed', { post: POST }), false],
    ['accept', 'skipped with a POST', at('skipped', { post: POST }), false],
    ['skip', 'failed with an invoice', at('failed', { identifier: '1' }), false],
  ])('`%s` of a transfer that is %s: %#', (event, _what, transfer, happens) => {
    expect(may(event, transfer)).toBe(happens);
  });

  it.each<readonly [what: string, before: Transfer, after: Transfer]>([
    ['a POST that is not known to be absent is never queued again', at('uncertain', { reason: null }), at('queued')],
    ['nothing that was not posted becomes uncertain', SENDING['nothing begun'], at('uncertain')],
    ['what is booked does not become uncertain', SENDING.booked, at('uncertain')],
    ['nothing that is not booked is done', SENDING['nothing begun'], at('done')],
    ['what may be in the books is never skipped', at('failed', { wasPosted: true }), at('skipped')],
  ])('%s', (_what, before, after) => {
    expect(faultOf(before, after)).not.toBeNull();
  });

  it('an identifier that was stored is never lost, whatever the arrow', () => {
    for (const to of ['queued', 'incomplete', 'failed'] as const) {
      expect(faultOf(SENDING.booked, at(to))).toBe('an identifier is lost');
      expect(faultOf(SENDING['nothing begun'], at(to))).toBeNull();
    }
    expect(faultOf(SENDING.booked, SENDING['the POST ended unclear'])).toBe('an identifier is lost');
  });
});

describe('what no record may say', () => {
  const identifier = '1244512';

  it.each<readonly [flaw: string, transfer: Transfer]>([
    ['queued with an invoice', at('queued', { identifier })],
    ['incomplete with an invoice', at('incomplete', { identifier })],
    ['failed with an invoice', at('failed', { identifier })],
    ['skipped with an invoice', at('skipped', { identifier })],
    ['uncertain with an invoice', at('uncertain', { identifier })],
    ['issued without an invoice', at('issued', { identifier: null })],
    ['done without an invoice', at('done', { identifier: null })],
    ['queued with a POST', at('queued', { post: POST })],
    ['incomplete with a POST', at('incomplete', { post: POST })],
    ['failed with a POST', at('failed', { post: POST })],
    ['skipped with a POST', at('skipped', { post: POST })],
    ['uncertain without a POST', at('uncertain', { post: null })],
    ['uncertain in the middle of a POST', at('uncertain', { post: OPEN_POST })],
    ['issued in the middle of a POST', at('issued', { post: OPEN_POST })],
    ['done in the middle of a POST', at('done', { post: OPEN_POST })],
  ])('%s', (flaw, transfer) => {
    expect(flawsOf(transfer)).toEqual([flaw]);
    // Whatever it was before: such a record is not written.
    for (const before of [null, ...STATES.map((state) => at(state)), ...Object.values(SENDING)])
      expect(faultOf(before, transfer)).toBe(flaw);
  });

  it.each([...STATES.map((state) => at(state)), ...Object.values(SENDING), at('issued', { post: null })])(
    'a sound record has no flaw (%#)',
    (transfer) => {
      expect(flawsOf(transfer)).toEqual([]);
    },
  );

  it('several flaws of one record are all named', () => {
    expect(flawsOf(at('failed', { identifier, post: OPEN_POST }))).toEqual([
      'failed with an invoice',
      'failed with a POST',
      'failed in the middle of a POST',
    ]);
  });
});

describe('what a dead worker left behind', () => {
  const booked = { state: 'issued', notBefore: 0, identifier: '1244512' } as const;
  const unclear = { state: 'uncertain', reason: { code: 'post-interrupted', params: {} }, notBefore: NOW } as const;

  it.each<readonly [what: keyof typeof SENDING, becomes: Partial<Transfer>]>([
    ['nothing begun', { state: 'queued', step: 'check', notBefore: 0, post: null }],
    // Nobody saw the end; the moment at which it was found is the earliest that is known.
    ['in the middle of the POST', { ...unclear, post: { ...POST, endedAt: NOW } }],
    ['the POST ended unclear', { ...unclear, post: POST }],
    ['booked', { ...booked, post: POST }],
    ['booked by another computer', { ...booked, post: null }],
  ])('%s', (what, becomes) => {
    const before: Transfer = { ...SENDING[what], step: 'attach', notBefore: 77, updatedAt: 3 };
    const after = recovered(before, NOW);
    expect(after).toEqual({ ...before, ...becomes, updatedAt: NOW });
    if (after !== null) expect(faultOf(before, after)).toBeNull();
  });

  it('goes on with the step that it had come to once it is booked', () => {
    expect(recovered({ ...SENDING.booked, step: 'attach' }, NOW)).toMatchObject({ step: 'attach' });
  });

  it.each(STATES.filter((state) => state !== 'sending'))('what is %s was nobody’s work', (state) => {
    expect(recovered(at(state), NOW)).toBeNull();
  });
});

describe('what follows from the table', () => {
  it.each<readonly [name: string, derived: readonly TransferState[], told: readonly TransferState[]]>([
    // design 3: "waits for its turn", "looking it up", "PDF or effects still to come".
    ['is taken up again by itself', WAITING, ['queued', 'uncertain', 'issued']],
    // "a person", "the reason and what to do are on the record", "a send button queues it again".
    ['is stopped until a person says so', STOPPED, ['incomplete', 'failed', 'skipped']],
    ['is under way', UNDER_WAY, ['queued', 'sending', 'uncertain', 'issued']],
    ['is looked at by a worker that starts', BEGUN, ['sending', 'uncertain', 'issued']],
  ])('what %s', (_name, derived, told) => {
    expect(derived.toSorted()).toEqual(told.toSorted());
  });

  it('nothing goes on from `done` but what says more of it', () => {
    expect(Object.keys(TRANSITIONS.done)).toEqual(['rest', 'follow']);
  });
});
