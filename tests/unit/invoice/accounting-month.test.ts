/** What is to be done next with a month that is moved: by the intent, by what iFirma says, by how the document stands. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  begunIntent,
  type Direction,
  isOneYear,
  LONGEST_WAIT_MS,
  MOST_UNCLEAR,
  type MonthIntent,
  type MonthMove,
  nextMove,
  QUIET_MS,
  type Standing,
  stepped,
  withStep,
  withUnclear,
} from '../../../utils/invoice/accounting-month.ts';

const NOW = Date.parse('2026-12-05T10:00:00Z');
const DUE: Standing = { kind: 'due' };
const GONE: Standing = { kind: 'gone' };
const HOME = '2026-12';
const AWAY = '2026-10';

const fresh = begunIntent({
  login: 'sklep@example.com',
  accountId: 'a1',
  panel: 'demo',
  key: 'o1001',
  home: HOME,
  away: AWAY,
  since: NOW,
});
const intent = (more: Partial<MonthIntent> = {}): MonthIntent => ({ ...fresh, ...more });
const moved = (left: string, more: Partial<MonthIntent> = {}): MonthIntent => intent({ isMoved: true, left, ...more });

/** `step POPRZ`, the way the rules read. */
function told(move: MonthMove): string {
  switch (move.kind) {
    case 'wait':
      return move.until === null ? 'wait' : `wait ${(move.until - NOW) / 1000}`;
    case 'step':
      return `step ${move.direction}`;
    case 'give-up':
      return `give up ${move.month}`;
    case 'note': {
      const { isThere, homeSince, unclear, notBefore } = move.intent;
      if (unclear !== null) return `note unclear ${unclear.direction}`;
      if (isThere) return 'note there';
      return homeSince === null ? `note again at ${(notBefore - NOW) / 1000}` : 'note home';
    }
    case 'ask':
    case 'post':
    case 'refuse':
    case 'done':
      return move.kind;
    default:
      return move satisfies never;
  }
}

describe('before iFirma is asked', () => {
  it.each<[string, MonthIntent, Standing, string]>([
    ['nothing has begun', intent(), DUE, 'ask'],
    ['nothing has begun, and the document is sent no more', intent(), GONE, 'done'],
    ['it is there', moved(AWAY, { isThere: true }), DUE, 'post'],
    [
      'it is there, and another computer is waited for',
      moved(AWAY, { isThere: true }),
      { kind: 'soon', at: NOW + 6_000 },
      'wait 6',
    ],
    ['it is there, and the document is posted', moved(AWAY, { isThere: true }), GONE, 'ask'],
    ['it goes back, and the document is due again', moved(AWAY, { isThere: true, isBack: true }), DUE, 'ask'],
    [
      'a dead worker has begun a step',
      moved(HOME, { put: { direction: 'POPRZ', at: NOW - 5 } }),
      DUE,
      'note unclear POPRZ',
    ],
    ['a step ended unclear just now', withUnclear(moved(HOME), 'POPRZ', NOW), DUE, 'wait 120'],
    [
      'a step ended unclear just now, and the document is gone',
      withUnclear(moved(HOME), 'POPRZ', NOW),
      GONE,
      'wait 120',
    ],
    ['a step ended unclear two minutes ago', withUnclear(moved(HOME), 'POPRZ', NOW - QUIET_MS), DUE, 'ask'],
    [
      'a step ended unclear in a future that was',
      withUnclear(moved(HOME), 'POPRZ', NOW + 1e9),
      DUE,
      'note unclear POPRZ',
    ],
    ['two steps there ended unclear', moved(HOME, { unclears: MOST_UNCLEAR }), DUE, 'refuse'],
    ['two steps there ended unclear, and it is told', moved(HOME, { unclears: MOST_UNCLEAR }), GONE, 'ask'],
    [
      'it is home, and a step may still come',
      moved(HOME, { isBack: true, unclears: 1, homeSince: NOW }),
      GONE,
      'wait 120',
    ],
    [
      'it is home, and none has come',
      moved(HOME, { isBack: true, unclears: 1, homeSince: NOW - QUIET_MS }),
      GONE,
      'ask',
    ],
    ['the way back waits for its next try', moved(AWAY, { isBack: true, notBefore: NOW + 30_000 }), GONE, 'wait 30'],
    ['a clock was set back by days', moved(AWAY, { isBack: true, notBefore: NOW + LONGEST_WAIT_MS + 1 }), GONE, 'ask'],
    ['somebody else has moved it', moved(AWAY, { ended: { code: 'month-elsewhere', params: {} } }), GONE, 'wait'],
    ['a person has left it', moved(AWAY, { ended: { code: 'month-left', params: {} } }), GONE, 'done'],
  ])('%s', (_title, given, standing, expected) => {
    expect(told(nextMove(given, standing, null, NOW))).toBe(expected);
  });
});

describe('once iFirma has said which month it is', () => {
  it.each<[string, MonthIntent, Standing, string, string]>([
    ['home: the first step', intent(), DUE, HOME, 'step POPRZ'],
    ['the goal already: nothing is moved', intent(), DUE, AWAY, 'note there'],
    ['another month than the person was told', intent(), DUE, '2026-11', 'give up 2026-11'],
    ['half way', withStep(moved(HOME), 'POPRZ'), DUE, '2026-11', 'step POPRZ'],
    ['all the way', withStep(moved('2026-11'), 'POPRZ'), DUE, AWAY, 'note there'],
    ['posted: the way back', moved(AWAY, { isThere: true }), GONE, AWAY, 'step NAST'],
    ['half way back', withStep(moved(AWAY), 'NAST'), GONE, '2026-11', 'step NAST'],
    ['home again', withStep(moved('2026-11'), 'NAST'), GONE, HOME, 'done'],
    ['home again, after an unclear step', withStep(moved('2026-11', { unclears: 1 }), 'NAST'), GONE, HOME, 'note home'],
    [
      'still home, two minutes later',
      moved(HOME, { isBack: true, unclears: 1, homeSince: NOW - QUIET_MS }),
      GONE,
      HOME,
      'done',
    ],
    [
      'away once more, by nobody',
      moved(HOME, { isBack: true, unclears: 1, homeSince: NOW - QUIET_MS }),
      GONE,
      '2026-11',
      'give up 2026-11',
    ],
    [
      'away once more, by a step that came late',
      moved(HOME, { isBack: true, unclears: 1, homeSince: NOW - QUIET_MS, late: ['POPRZ'] }),
      GONE,
      '2026-11',
      'step NAST',
    ],
    ['an unclear step was taken', withUnclear(moved(HOME), 'POPRZ', NOW - QUIET_MS), DUE, '2026-11', 'step POPRZ'],
    ['an unclear step was not taken', withUnclear(moved(HOME), 'POPRZ', NOW - QUIET_MS), DUE, HOME, 'step POPRZ'],
    [
      'an unclear step went the other way',
      withUnclear(moved('2026-11'), 'POPRZ', NOW - QUIET_MS),
      DUE,
      HOME,
      'give up 2026-12',
    ],
    ['somebody has moved it on the way', withStep(moved(HOME), 'POPRZ'), DUE, '2026-09', 'give up 2026-09'],
    ['somebody has moved it to where it was to go', moved(HOME), DUE, AWAY, 'note there'],
    ['somebody has moved it home', moved(AWAY, { isThere: true }), GONE, HOME, 'done'],
    ['the step just confirmed does not show yet', withStep(moved(HOME), 'POPRZ'), DUE, HOME, 'note again at 120'],
    ['nor two minutes later', { ...withStep(moved(HOME), 'POPRZ'), before: null }, DUE, HOME, 'give up 2026-12'],
    ['another year', moved('2026-12', { late: ['NAST'] }), GONE, '2027-01', 'give up 2027-01'],
  ])('%s', (_title, given, standing, said, expected) => {
    expect(told(nextMove(given, standing, said, NOW))).toBe(expected);
  });

  it('a step is on the record as it begins, from where iFirma says it is', () => {
    const move = nextMove(intent(), DUE, HOME, NOW);
    expect(move).toMatchObject({ intent: { isMoved: true, left: HOME, put: { direction: 'POPRZ', at: NOW } } });
  });
});

describe('a month', () => {
  it.each([
    ['2026-12', 'NAST', '2027-01'],
    ['2026-01', 'POPRZ', '2025-12'],
    ['2026-09', 'NAST', '2026-10'],
  ] as const)('%s, one step %s: %s', (from, direction, to) => {
    expect(stepped(from, direction)).toBe(to);
  });
});

/**
 * A whole iFirma of one month: it takes a step, says so or not, takes it now or later; a worker dies; somebody else has a hand in it;
 * the clock jumps.
 */
const EVENTS = ['ok', 'lost', 'late', 'never', 'refused', 'dead', 'dead-late', 'by-hand', 'gone', 'jump'] as const;
type Event = (typeof EVENTS)[number];

const months = fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}`);

describe('whatever happens', () => {
  it('it comes home or is handed over, no year is crossed, and it is posted only where iFirma says `away`', () => {
    const run = (home: string, away: string, events: readonly Event[]) => {
      let at = home;
      let now = NOW;
      let standing: Standing = DUE;
      let stored: MonthIntent | null = { ...fresh, home, away, left: home };
      let hand = false;
      let isPosted = false;
      const coming: { direction: Direction; at: number }[] = [];
      const arrive = () => {
        for (const each of coming.splice(0)) {
          if (each.at > now) coming.push(each);
          else at = stepped(at, each.direction);
        }
      };
      const left = [...events];
      for (let round = 0; round < 300 && stored !== null; round += 1) {
        arrive();
        let move: MonthMove = nextMove(stored, standing, null, now);
        if (move.kind === 'ask') move = nextMove(stored, standing, at, now);
        switch (move.kind) {
          case 'ask':
            throw new Error('asked twice');
          case 'wait':
            if (move.until === null) return { at, stored, hand, isPosted };
            now = move.until;
            break;
          case 'post':
            // The last word before it.
            if (at === away) isPosted = true;
            else stored = { ...stored, isThere: false };
            if (isPosted) standing = GONE;
            break;
          case 'note':
            stored = move.intent;
            break;
          case 'refuse':
            standing = GONE;
            break;
          case 'done':
            stored = null;
            break;
          case 'give-up':
            return {
              at,
              stored: { ...stored, ended: { code: 'month-elsewhere', params: {} } as const },
              hand,
              isPosted,
            };
          case 'step': {
            expect(isOneYear(at, stepped(at, move.direction))).toBe(true);
            expect(at).toBe(move.intent.left);
            const event = left.shift() ?? 'ok';
            stored = move.intent;
            const { direction } = move;
            if (['ok', 'lost', 'dead', 'jump', 'by-hand', 'gone'].includes(event)) at = stepped(at, direction);
            if (event === 'late' || event === 'dead-late') coming.push({ direction, at: now + 90_000 });
            if (event === 'lost' || event === 'late' || event === 'never') stored = withUnclear(stored, direction, now);
            else if (event === 'refused') stored = { ...stored, put: null, isBack: true };
            else if (!event.startsWith('dead')) stored = withStep(stored, direction);
            if (event === 'gone') standing = GONE;
            if (event === 'jump') now += 3_600_000;
            if (event === 'by-hand') {
              at = stepped(at, at.endsWith('-12') ? 'POPRZ' : 'NAST');
              hand = true;
            }
            break;
          }
          default:
            move satisfies never;
        }
      }
      return { at, stored, hand, isPosted };
    };
    fc.assert(
      fc.property(months, months, fc.array(fc.constantFrom(...EVENTS), { maxLength: 30 }), (home, away, events) => {
        fc.pre(home !== away);
        const end = run(home, away, events);
        if (end.hand) {
          // What somebody else has moved is theirs; Mostek has said so, or it is where it was to be.
          expect(end.stored === null || end.stored.ended !== null).toBe(true);
          return;
        }
        expect(end.stored).toBeNull();
        expect(end.at).toBe(home);
        if (events.every((event) => event === 'ok')) expect(end.isPosted).toBe(true);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});
