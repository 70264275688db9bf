/** The one request. Before it is looked whether somebody has sent the document already; its intent is stored first. */
import { saysAlreadySent, saysNotConnected, saysOriginalWaits } from '../../../ifirma/ksef-state';
import type { IfirmaProblem } from '../../../ifirma/problem';
import type { Reason } from '../../../invoice/finding';
import type { KsefSending } from '../../../invoice/ksef';
import { evidenceOfOriginal } from '../../../invoice/ksef-decisions';
import { isPausing, pause } from '../../pause';
import { spoken, verdictOnPost, verdictOnRead } from '../../reasons';
import type { EffectOutcome, WriteAhead } from '../effect';
import type { KsefContext } from './context';
import { accepted, rejected, traced } from './look';
import { originalReady } from './original';
import { failed, nextLookIn } from './pace';

/** How long the correction waits before it looks again for the number of its invoice: into the ledger, or in iFirma. */
const ORIGINAL_MS = { ledger: 60_000, ifirma: 300_000 } as const;

export async function send(context: KsefContext, write: WriteAhead): Promise<EffectOutcome> {
  const { identifier, sending, transfer, tools, ifirma } = context;
  const before = await ifirma.ksef(transfer.kind, identifier);
  if (!before.ok) return failed(context, verdictOnRead(before.problem), sending);
  const state = before.value;
  if (state.kind === 'accepted') return accepted(context, state.number);
  // What somebody else has sent is adopted. What KSeF rejected goes out again only when a person says that it was mended.
  if (state.kind === 'pending' && state.hasTrace) return traced(sending, tools.clock.now());
  if (state.kind === 'rejected' && sending.asked === 'series') return rejected(sending, state);

  const original = await originalReady(context);
  switch (original.kind) {
    case 'ready':
      break;
    case 'waits':
      return waitsForOriginal(context, original.isFollowed ? ORIGINAL_MS.ledger : ORIGINAL_MS.ifirma);
    case 'unknown': {
      const reason: Reason = { code: 'ksef-original-unknown', params: { number: originalNumber(context) } };
      return { kind: 'found', patch: { ksef: { ...sending, standing: 'held', reason } } };
    }
    case 'unread':
      return failed(context, verdictOnRead(original.problem), sending);
    default:
      return original satisfies never;
  }

  const intent: KsefSending = {
    ...sending,
    standing: 'sending',
    beganAt: tools.clock.now(),
    polls: 0,
    reason: null,
    ...(state.kind === 'rejected' ? { before: state.seen } : {}),
  };
  // What could not be recorded first is not sent.
  if (!(await write({ ksef: intent }))) {
    return failed(context, { kind: 'wait', reason: { code: 'storage-full', params: {} }, afterMs: null }, sending);
  }
  const answer = await ifirma.sendToKsef(transfer.kind, identifier);
  const sent: KsefSending = { ...intent, standing: 'sent', beganAt: tools.clock.now() };
  return answer.ok ? firstLook(context, sent) : answered(context, sent, answer.problem);
}

async function answered(context: KsefContext, sent: KsefSending, problem: IfirmaProblem): Promise<EffectOutcome> {
  const { sending, tools, account } = context;
  const refused = (reason: Reason): EffectOutcome => ({
    kind: 'found',
    patch: { ksef: { ...sending, standing: 'refused', reason } },
  });
  if (problem.kind === 'kod') {
    // It is on its way: by an earlier request, or by another hand.
    if (saysAlreadySent(problem.text)) return firstLook(context, sent);
    if (problem.kod === 201 && saysOriginalWaits(problem.text)) return waitsForOriginal(context, ORIGINAL_MS.ifirma);
  }
  const verdict = verdictOnPost(problem);
  switch (verdict.kind) {
    case 'wait':
      return failed(context, verdict, sending);
    case 'uncertain':
      return firstLook(context, { ...sent, unclear: true, reason: { code: 'ksef-unclear', params: {} } });
    case 'incomplete':
      return refused(refusalOf(problem));
    case 'failed':
      if (!isPausing(verdict.reason)) return refused(refusalOf(problem));
      await pause(tools, account, verdict.reason.code);
      return failed(context, verdict, sending);
    default:
      return verdict satisfies never;
  }
}

function refusalOf(problem: IfirmaProblem): Reason {
  if (problem.kind !== 'kod') return { code: 'ksef-refused', params: { kod: '', text: '' } };
  const text = spoken(problem.text);
  return saysNotConnected(problem.text)
    ? { code: 'ksef-not-connected', params: { text } }
    : { code: 'ksef-refused', params: { kod: String(problem.kod), text } };
}

function firstLook({ tools }: KsefContext, ksef: KsefSending): EffectOutcome {
  return { kind: 'again', patch: { ksef }, at: tools.clock.now() + nextLookIn(0) };
}

/** A correction goes to KSeF only once its invoice has a number there, whatever a person took it for before. */
function waitsForOriginal(context: KsefContext, inMs: number): EffectOutcome {
  const { transfer, sending, tools } = context;
  const reason: Reason = { code: 'ksef-original-waits', params: { number: originalNumber(context) } };
  const confirmed = transfer.confirmed.filter((evidence) => evidence !== evidenceOfOriginal(transfer));
  const patch = { ksef: { ...sending, reason }, confirmed };
  return { kind: 'again', patch, at: tools.clock.now() + inMs };
}

function originalNumber({ transfer }: KsefContext): string {
  return transfer.correction?.originalNumber ?? transfer.correction?.original ?? '';
}
