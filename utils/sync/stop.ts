/** A verdict → the record's next differences. */
import { backoff } from './backoff';
import { NEVER } from './clock';
import type { Patch, StepContext } from './context';
import type { Verdict } from './reasons';

type StepStop = Exclude<Verdict, { kind: 'uncertain' }>;

/** Before anything was booked. */
export function stopFor({ transfer, tools }: Pick<StepContext, 'transfer' | 'tools'>, verdict: StepStop): Patch {
  const now = tools.clock.now();
  switch (verdict.kind) {
    case 'wait':
      return {
        state: 'queued',
        step: 'check',
        reason: verdict.reason,
        tries: transfer.tries + 1,
        notBefore: now + (verdict.afterMs ?? backoff(transfer.tries)),
      };
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
  reason: Patch['reason'] & object,
  afterMs: number | null = null,
): Patch {
  return {
    state: 'issued',
    reason,
    tries: transfer.tries + 1,
    notBefore: tools.clock.now() + (afterMs ?? backoff(transfer.tries)),
  };
}

/** Booked, and a person has to do something (or nothing) about the rest. */
export function restIssued(reason: Patch['reason'] & object): Patch {
  return { state: 'issued', reason, notBefore: NEVER };
}
