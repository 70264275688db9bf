/**
 * Two computers (design 3): a transfer is claimed in the order's state field before it is issued. The first look reads the field, writes this
 * computer's claim there, and lets go; the second, after the pause, must find it there. What makes that safe is in `field-standing.ts`.
 */
import type { Reason } from '../../invoice/finding';
import { isBrokenMark, stateText, stateTextIn } from '../../invoice/state-text';
import type { FieldMark } from '../../invoice/transfer';
import type { OrderWire } from '../../sellasist/wire';
import { meetSign, nonceFor } from '../auto/sign';
import { NEVER } from '../clock';
import type { Patch, StepContext } from '../context';
import { knownField, noteField } from '../known-field';
import { verdictOnSellasist } from '../reasons';
import { stopFor } from '../stop';
import { fieldSaysBooked, invoiceNamed } from './field-says-booked';
import {
  type Beholder,
  HOLD_MS,
  metAt,
  PAUSE_MS,
  READ_BACK_MS,
  type Standing,
  standingOf,
  WRITE_MS,
} from './field-standing';
import { fieldTextOf } from './field-text';
import { isUnclearWrite } from './unclear-write';

/** The order as `check` read it, and when that was asked for (epoch milliseconds). */
export interface OrderRead {
  readonly order: OrderWire;
  readonly askedAt: number;
}

export type FieldClaim =
  /** Nobody else issues this order; the POST has to begin before `until` (epoch milliseconds). */
  { readonly kind: 'held'; readonly until: number } | { readonly kind: 'stop'; readonly patch: Patch };

/** A look that is older leaves too little of the time for the write; the order is read once more. */
const FRESH_MS = 2_000;
/** Later than this after the look the write is not begun. */
const LAST_BEGIN_MS = 3_500;
/**
 * After a write whose end nobody saw the field is read again: nothing there, and it is claimed anew; the claim, and it is waited out like any
 * that may have landed late.
 */
const UNCLEAR_MS = 30_000;
/** How often another computer's mark is looked at: soon at first, since it is mostly done within seconds. */
const LOOKS_MS = { first: 30_000, most: 120_000 } as const;

/** @param read null: a document without an order, which nobody can claim. */
export async function claimField(context: StepContext, read: OrderRead | null): Promise<FieldClaim> {
  const { account, transfer, tools } = context;
  const fieldId = account.settings.stateFieldId;
  if (fieldId === null || read === null) return { kind: 'held', until: NEVER };
  const { claim = null } = transfer;
  const now = tools.clock.now();
  const isSecondLook = claim !== null && isWithin(READ_BACK_MS, claim.at, now);
  const seen = isSecondLook ? await readBack(context, fieldId, read, claim) : await freeToClaim(context, fieldId, read);
  if (seen !== null) return seen;
  if (isWithin(FRESH_MS, read.askedAt, tools.clock.now())) return write(context, fieldId, read);

  const askedAt = tools.clock.now();
  const order = await context.sellasist.order(read.order.id);
  if (!order.ok) return stop(stopFor(context, verdictOnSellasist(order.problem)));
  const again: OrderRead = { order: order.value, askedAt };
  return (await freeToClaim(context, fieldId, again)) ?? write(context, fieldId, again);
}

/**
 * What the field says goes before any question about the document: the number or the PDF in the order that looks as if it were booked may
 * be what another computer has just written there. null: it says nothing of the kind.
 */
export async function fieldFirst(context: StepContext, order: OrderWire): Promise<Patch | null> {
  const fieldId = context.account.settings.stateFieldId;
  if (fieldId === null) return null;
  const text = fieldTextOf(order, fieldId);
  await meetSign(context, stateTextIn(text));
  const found = await invoiceNamed(context, stateTextIn(text));
  if (found !== null) return found;
  const beholder = await beholderOf(context);
  const standing = standingOf(text, beholder);
  return standing.kind === 'busy' && !standing.isOwn ? waitFor(standing, beholder) : null;
}

/** null: ours once, and to be claimed anew. */
async function readBack(
  context: StepContext,
  fieldId: string,
  { order, askedAt }: OrderRead,
  claim: FieldMark,
): Promise<FieldClaim | null> {
  const text = fieldTextOf(order, fieldId);
  const mark = stateTextIn(text);
  if (mark?.nonce === claim.nonce) {
    const since = claim.at + PAUSE_MS;
    if (askedAt >= since) return { kind: 'held', until: claim.at + HOLD_MS };
    return { kind: 'stop', patch: { ...waiting(reason('claiming', since), since), step: 'claim' } };
  }
  const beholder = await beholderOf(context);
  // What came of the last attempt was written there since, and now it is sent again.
  if (mark !== null && mark.computer === beholder.computer && mark.at > claim.at) {
    return goOn(context, fieldId, text, beholder);
  }
  // Nobody was quicker, and still it is not there: the field does not take what is written into it, or not all of it.
  const refused = { state: 'failed', reason: { code: 'claim-refused', params: {} }, notBefore: NEVER } as const;
  if (isBrokenMark(text)) return stop(refused);
  return (await goOn(context, fieldId, text, beholder)) ?? stop(refused);
}

async function freeToClaim(context: StepContext, fieldId: string, { order }: OrderRead): Promise<FieldClaim | null> {
  return goOn(context, fieldId, fieldTextOf(order, fieldId), await beholderOf(context));
}

/** null: nothing stands in the way. */
async function goOn(
  context: StepContext,
  fieldId: string,
  text: string,
  beholder: Beholder,
): Promise<FieldClaim | null> {
  await meetSign(context, stateTextIn(text));
  const standing = standingOf(text, beholder);
  switch (standing.kind) {
    case 'free':
      return null;
    case 'busy':
      return { kind: 'stop', patch: waitFor(standing, beholder) };
    case 'said': {
      const patch = await fieldSaysBooked(context, fieldId, text, standing.mark);
      return patch === null ? null : stop(patch);
    }
    default:
      return standing satisfies never;
  }
}

async function write(context: StepContext, fieldId: string, { order, askedAt }: OrderRead): Promise<FieldClaim> {
  const { transfer, sellasist, tools } = context;
  const { store, clock } = tools;
  const { id, name } = await tools.computer();
  const nonce = await nonceFor(tools, transfer);
  const at = clock.now();
  if (!isWithin(LAST_BEGIN_MS, askedAt, at)) {
    // Nothing was written, and at this pace nothing can be.
    const slow: Reason = { code: 'timeout', params: { service: 'Sellasist' } };
    return stop(stopFor(context, { kind: 'wait', reason: slow, afterMs: null }));
  }
  const text = stateText({ word: 'claim', key: transfer.key, computer: id, nonce, at, number: null }, name);
  const field = { field_id: fieldId, field_value: text };
  const put = await sellasist.putOrder(order.id, { additional_fields: [field] }, WRITE_MS);
  const endedAt = clock.now();
  if (!put.ok && !isUnclearWrite(put.problem)) return stop(refusedPatch(context, put.problem));
  if (!put.ok || !isWithin(WRITE_MS, askedAt, endedAt)) {
    const until = endedAt + UNCLEAR_MS;
    return wait(reason('claim-unclear', until), until);
  }
  await noteField(store, transfer, 'claim', nonce);
  const until = endedAt + PAUSE_MS;
  const claiming = {
    ...waiting(reason('claiming', until), until),
    step: 'claim',
    claim: { nonce, at: endedAt },
  } as const;
  return { kind: 'stop', patch: claiming };
}

/** A clock that was set back meanwhile has measured nothing. */
function isWithin(ms: number, from: number, to: number): boolean {
  return to >= from && to <= from + ms;
}

/** The panel said no, so nothing was written. */
function refusedPatch(context: StepContext, problem: Parameters<typeof verdictOnSellasist>[0]): Patch {
  const verdict = verdictOnSellasist(problem);
  const isAboutField = verdict.kind === 'failed' && verdict.reason.code === 'sellasist-error';
  return stopFor(context, isAboutField ? { ...verdict, reason: { code: 'claim-refused', params: {} } } : verdict);
}

async function beholderOf({ transfer, tools }: StepContext): Promise<Beholder> {
  const [{ id }, known] = await Promise.all([tools.computer(), knownField(tools.store, transfer)]);
  return { key: transfer.key, computer: id, known, met: transfer.met ?? null, now: tools.clock.now() };
}

function waitFor({ mark, until, isOwn }: Extract<Standing, { kind: 'busy' }>, beholder: Beholder): Patch {
  const { now } = beholder;
  const at = metAt(mark, beholder);
  const next = now + Math.min(Math.max(now - at, LOOKS_MS.first), LOOKS_MS.most);
  const computer = mark.name || mark.computer;
  const why: Reason = isOwn
    ? reason('claiming', until)
    : { code: 'claimed-elsewhere', params: { computer, until: String(until) } };
  return { ...waiting(why, Math.min(until, next)), claim: null, met: { nonce: mark.nonce, at } };
}

function reason(code: 'claiming' | 'claim-unclear', until: number): Reason {
  return { code, params: { until: String(until) } };
}

function waiting(why: Reason, notBefore: number) {
  return { state: 'queued', step: 'check', reason: why, notBefore } as const;
}

function wait(why: Reason, notBefore: number): FieldClaim {
  return stop(waiting(why, notBefore));
}

/** Whatever it stops for, what was claimed before is claimed anew. */
function stop(patch: Patch): FieldClaim {
  return { kind: 'stop', patch: { ...patch, claim: null } };
}
