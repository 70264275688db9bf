/** A verdict → the record's next differences. */
import type { Reason } from '../invoice/finding';
import { backoff } from './backoff';
import { NEVER } from './clock';
import type { Patch, StepContext } from './context';
import type { Verdict } from './reasons';

type StepStop = Exclude<Verdict, { kind: 'uncertain' }>;

/** A limit says until when; only whoever waits for it knows. */
function timed(reason: Reason, until: number): Reason {
  return reason.code === 'rate-limited' ? { ...reason, params: { ...reason.params, until: String(until) } } : reason;
}

/** Before anything was booked. */
export function stopFor({ transfer, tools }: Pick<StepContext, 'transfer' | 'tools'>, verdict: StepStop): Patch {
  const now = tools.clock.now();
  switch (verdict.kind) {
    case 'wait': {
      const { isOdd = false } = verdict;
      if (isOdd && isTooOften(transfer)) return { state: 'failed', reason: verdict.reason, notBefore: NEVER };
      const notBefore = now + (verdict.afterMs ?? backoff(transfer.tries));
      const reason = timed(verdict.reason, notBefore);
      return { state: 'queued', step: 'check', reason, tries: triesAfter(transfer, reason, isOdd), notBefore };
    }
    case 'incomplete':
      return { state: 'incomplete', reason: null, findings: verdict.findings, notBefore: NEVER };
    case 'failed':
      return { state: 'failed', reason: verdict.reason, notBefore: NEVER };
    default:
      return verdict satisfies never;
  }
}

/** After it was booked: the invoice stands whatever happens, so it stays `issued` and waits. */
export function waitIssued(
  { transfer, tools }: Pick<StepContext, 'transfer' | 'tools'>,
  reason: Reason,
  { afterMs = null, isOdd = false }: { readonly afterMs?: number | null; readonly isOdd?: boolean } = {},
): Patch {
  const notBefore = tools.clock.now() + (afterMs ?? backoff(transfer.tries));
  return { state: 'issued', reason: timed(reason, notBefore), tries: triesAfter(transfer, reason, isOdd), notBefore };
}

/** How often what cannot be read is asked for: half an hour of it. */
const ODD_TRIES = 8;
/** What passes counts no further, so that a page of HTML at the end of a long silence is still asked past. */
const PASSING_TRIES = 6;

/** It has been odd so often that a person is to be told. */
export function isTooOften({ tries }: Pick<StepContext['transfer'], 'tries'>): boolean {
  return tries >= ODD_TRIES;
}

/** A lock in the middle of it is no failed try. */
function triesAfter({ tries }: StepContext['transfer'], reason: Reason, isOdd: boolean): number {
  if (reason.code === 'locked') return tries;
  return isOdd ? tries + 1 : Math.min(tries + 1, PASSING_TRIES);
}

/** Booked, and a person has to do something (or nothing) about the rest. */
export function restIssued(reason: Reason): Patch {
  return { state: 'issued', reason, notBefore: NEVER };
}

const DISK_MS = 60_000;

/** Nothing was booked, and nothing will be before the disk has room again. */
export function fullDisk({ tools }: Pick<StepContext, 'tools'>): Patch {
  return {
    state: 'queued',
    step: 'check',
    reason: { code: 'storage-full', params: {} },
    notBefore: tools.clock.now() + DISK_MS,
  };
}
