/** How often KSeF's answer is looked for (ifirma-api 6.3): soon at first, then by the browser's alarm, for a day. */
import type { KsefSending } from '../../../invoice/ksef';
import { backoff } from '../../backoff';
import type { Verdict } from '../../reasons';
import type { EffectOutcome } from '../effect';
import type { KsefContext } from './context';

const LOOKS_MS = [5_000, 10_000, 20_000, 40_000, 60_000, 120_000, 180_000, 240_000];
const SELDOM_MS = 300_000;

/** So long nobody gives up. */
export const WAITING_MS = 86_400_000;

/** What shows no trace for so long may have to be sent again; a person says so. */
export const TRACELESS_MS = 600_000;

/** @param polls looks so far. */
export function nextLookIn(polls: number): number {
  return LOOKS_MS[polls] ?? SELDOM_MS;
}

/** Nothing was learnt. A service that says how long it wants to rest is left alone for as long. */
export function failed(
  { transfer, tools }: Pick<KsefContext, 'transfer' | 'tools'>,
  verdict: Exclude<Verdict, { kind: 'incomplete' }>,
  ksef: KsefSending,
): EffectOutcome {
  const tries = (transfer.effects?.ksef?.tries ?? 0) + 1;
  const rest = verdict.kind === 'wait' ? (verdict.afterMs ?? 0) : SELDOM_MS;
  const at = tools.clock.now() + Math.max(rest, Math.min(backoff(tries - 1), SELDOM_MS));
  return { kind: 'again', patch: { ksef }, at, tries, reason: verdict.reason };
}
