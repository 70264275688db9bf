/** Has KSeF said anything? Repeatable: it only reads. */
import type { KsefState } from '../../../ifirma/ksef-state';
import type { Reason } from '../../../invoice/finding';
import type { KsefSending } from '../../../invoice/ksef';
import { spoken, verdictOnRead } from '../../reasons';
import type { EffectOutcome } from '../effect';
import { afterAcceptance } from '../wanted';
import type { KsefContext } from './context';
import { failed, nextLookIn, TRACELESS_MS, WAITING_MS } from './pace';

export async function look(context: KsefContext): Promise<EffectOutcome> {
  const { identifier, sending, transfer, tools, ifirma } = context;
  const state = await ifirma.ksef(transfer.kind, identifier);
  const now = tools.clock.now();
  if (!state.ok) {
    const verdict = verdictOnRead(state.problem);
    // What iFirma refuses to show for a day is as good as no answer.
    if (verdict.kind === 'failed' && !verdict.pause && isOver(sending, now)) return silent(sending);
    return failed(context, verdict, sending);
  }
  switch (state.value.kind) {
    case 'accepted':
      return accepted(context, state.value.number);
    case 'rejected':
      return isOldWord(sending, state.value, now) ? waiting(sending, now) : rejected(sending, state.value);
    case 'pending':
      return state.value.hasTrace ? traced(sending, now) : traceless(sending, now);
    default:
      return state.value satisfies never;
  }
}

export function accepted({ transfer, account, sending, tools }: KsefContext, number: string): EffectOutcome {
  const left = afterAcceptance(transfer, account.settings);
  const { unclear: _known, before: _past, ...rest } = sending;
  const ksef: KsefSending = {
    ...rest,
    standing: 'accepted',
    reason: null,
    ...(left.length === 0 ? {} : { left }),
  };
  const patch = { ksef, ksefNumber: number };
  return left.length === 0 ? { kind: 'found', patch } : { kind: 'again', patch, at: tools.clock.now() };
}

export function rejected(
  sending: KsefSending,
  { words, seen }: Extract<KsefState, { kind: 'rejected' }>,
): EffectOutcome {
  const { unclear: _known, ...rest } = sending;
  const reason: Reason = { code: 'ksef-rejected', params: { text: spoken(words) } };
  return { kind: 'found', patch: { ksef: { ...rest, standing: 'rejected', before: seen, reason } } };
}

/** Sent: by this request, or by somebody in iFirma. */
export function traced(sending: KsefSending, now: number): EffectOutcome {
  const { unclear: _known, ...rest } = sending;
  const isNew = sending.standing !== 'sent' || sending.beganAt === null;
  return waiting({ ...rest, standing: 'sent', ...(isNew ? { beganAt: now, polls: 0 } : {}), reason: null }, now);
}

function traceless(sending: KsefSending, now: number): EffectOutcome {
  switch (sending.standing) {
    case 'rejected':
    case 'refused':
      // As it was.
      return { kind: 'found', patch: { ksef: sending } };
    default:
      return waiting(sending, now);
  }
}

/** The words of a rejection that stood there before may stand there until KSeF has looked at the new sending. */
function isOldWord(
  { before, beganAt, standing }: KsefSending,
  { seen }: { readonly seen: string },
  now: number,
): boolean {
  return standing === 'sent' && before === seen && beganAt !== null && now < beganAt + TRACELESS_MS;
}

function waiting(sending: KsefSending, now: number): EffectOutcome {
  const elapsed = now - (sending.beganAt ?? now);
  const polls = sending.polls + 1;
  const isUntraced = sending.unclear === true && elapsed >= TRACELESS_MS && polls > 1;
  const ksef: KsefSending = {
    ...sending,
    polls,
    ...(isUntraced ? { standing: 'unclear', reason: { code: 'ksef-untraced', params: {} } } : {}),
  };
  if (!isOver(sending, now)) return { kind: 'again', patch: { ksef }, at: now + nextLookIn(polls) };
  return isUntraced ? { kind: 'found', patch: { ksef } } : silent(sending);
}

function silent(sending: KsefSending): EffectOutcome {
  const reason: Reason = { code: 'ksef-silent', params: {} };
  return { kind: 'found', patch: { ksef: { ...sending, standing: 'silent', reason } } };
}

function isOver({ beganAt }: KsefSending, now: number): boolean {
  return beganAt !== null && now >= beganAt + WAITING_MS;
}
