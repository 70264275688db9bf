/**
 * Steps `pdf` and `attach`: the invoice's PDF goes into the order's file field, and is read back. Before each write the field is
 * read, so that a write whose end is not known is not simply written again: a field that takes several files would hold two.
 */
import type { IfirmaProblem } from '../../ifirma/problem';
import type { Reason } from '../../invoice/finding';
import {
  base64Of,
  type FieldCheck,
  fieldUpdate,
  fieldValueOf,
  holdsPdf,
  isEmptyField,
  verifyField,
} from '../../sellasist/file-field';
import type { SellasistProblem } from '../../sellasist/problem';
import type { Patch, StepContext } from '../context';
import { pdfOf } from '../pdf';
import { spoken, verdictOnRead, verdictOnSellasist } from '../reasons';
import { isTooOften, restIssued, waitIssued } from '../stop';
import { writtenAs } from './written-as';

/** Nobody knows what the panel takes; a PDF of iFirma has some tens of kB (sellasist-api 8.5). */
const LARGEST_BYTES = 5_000_000;

export const ATTACHED = {
  state: 'done',
  step: 'attach',
  reason: null,
  tries: 0,
  notBefore: Number.MAX_SAFE_INTEGER,
} as const;

export async function attach(context: StepContext, write: (patch: Patch) => Promise<boolean>): Promise<Patch> {
  const { transfer, account, ifirma, sellasist, tools } = context;
  const { savePdf } = account.settings;
  const isCorrection = transfer.kind === 'correction';
  const fieldId = isCorrection ? account.settings.correctionFieldId : account.settings.documentFieldId;
  const { identifier, orderId } = transfer;
  if (identifier === null) throw new Error('attach: nothing was booked');
  if (!savePdf || orderId === null) return { ...ATTACHED };
  // Done means that everything the settings ask for has happened (design 3).
  if (fieldId === null) return restIssued({ code: 'attach-no-field', params: {} });

  const pdf = await pdfOf(isCorrection ? ifirma.correctionPdf : ifirma.pdf, identifier, transfer.number);
  if (!pdf.ok) return withoutPdf(context, pdf.problem);
  if (pdf.value.length > LARGEST_BYTES)
    return restIssued({ code: 'pdf-too-large', params: { bytes: String(pdf.value.length) } });

  const before = await sellasist.order(orderId);
  if (!before.ok) return waitForPanel(context, before.problem);
  let held: unknown = fieldValueOf(before.value, fieldId);
  if (!isEmptyField(held)) {
    const seen = verifyField(null, held, pdf.value, transfer.panel);
    const mayReplace = transfer.confirmed.includes(`field:${fieldId}`);
    const isOurs = wasBegun(transfer, fieldId) && isSaved(seen);
    if (seen === 'verified' || (isOurs && !mayReplace))
      return { ...ATTACHED, attached: seen, ...(isOurs ? await writtenAs(held) : {}) };
    if (!mayReplace && (!wasBegun(transfer, fieldId) || holdsPdf(held)))
      return restIssued({ code: 'attach-field-filled', params: { field: fieldId } });
  }
  // From here until the field was read back nobody knows what it holds; the step says so to whoever goes on after a crash.
  if (!(await write({ step: 'attach', attachingTo: fieldId })))
    return waitIssued(context, { code: 'storage-full', params: {} });

  const base64 = base64Of(pdf.value);
  const forms = account.fileForm === 'datauri' ? (['datauri', 'raw'] as const) : (['raw', 'datauri'] as const);
  for (const form of forms) {
    const put = await sellasist.putOrder(orderId, fieldUpdate(fieldId, base64, form));
    if (!put.ok && !isUnclear(put.problem.kind)) return { ...waitForPanel(context, put.problem), step: 'pdf' };
    // Nobody answered: it may still be on its way.
    const mayLand = !put.ok && put.problem.kind === 'timeout';
    const after = await sellasist.order(orderId);
    if (!after.ok) return notSoon(context, waitForPanel(context, after.problem), mayLand);
    const now: unknown = fieldValueOf(after.value, fieldId);
    const seen: FieldCheck = verifyField(held, now, pdf.value, transfer.panel);
    if (isSaved(seen)) {
      if (account.fileForm !== form)
        await tools.store.accounts.change(account.id, (stored) => ({ ...stored, fileForm: form }));
      return { ...ATTACHED, attached: seen, ...(await writtenAs(now)) };
    }
    if (!put.ok) return notSoon(context, waitForPanel(context, put.problem), mayLand);
    held = now;
  }
  return { ...restIssued({ code: 'attach-unverified', params: {} }), step: 'pdf', attached: 'unverified' };
}

/**
 * An attempt whose end nobody saw went to this field. What is known: the field was empty before it, or a person had said that it
 * may be written over; and a PDF that can be read there and is not ours byte by byte is a person's, or an older one of this
 * invoice. What is not known: whether an address or a name that stands there now is our file or one that a person uploaded
 * since. It counts as ours, because after a lost answer it nearly always is. Nor can be told whose something broken is: it is
 * written over, as the other spelling would have done next. Of another field, chosen since, nothing is known at all.
 */
function wasBegun({ step, attachingTo }: StepContext['transfer'], fieldId: string): boolean {
  return step === 'attach' && attachingTo === fieldId;
}

function isSaved(seen: FieldCheck): seen is 'verified' | 'link' | 'probable' {
  return seen === 'verified' || seen === 'link' || seen === 'probable';
}

/** A lost network passes; an answer that is neither a PDF nor a refusal is asked for some times; a refusal is a person's. */
function withoutPdf(context: StepContext, problem: IfirmaProblem): Patch {
  const verdict = verdictOnRead(problem);
  if (verdict.kind === 'failed' && verdict.pause) return waitIssued(context, verdict.reason);
  const isOdd = verdict.reason.code === 'ifirma-unreadable';
  if (verdict.kind === 'wait' && !(isOdd && isTooOften(context.transfer))) {
    const reason = unlessLocked({ code: 'pdf-waiting', params: {} }, verdict.reason);
    return waitIssued(context, reason, { afterMs: verdict.afterMs, isOdd });
  }
  return restIssued({ code: 'pdf-refused', params: { text: problem.kind === 'kod' ? spoken(problem.text) : '' } });
}

/** After these nobody knows whether the panel has written; the field is read before anything is tried again. */
function isUnclear(kind: string): boolean {
  return kind === 'timeout' || kind === 'network' || kind === 'http' || kind === 'unreadable' || kind === 'redirect';
}

/** So long a write whose end nobody saw may land; written again before that, a field that keeps all its files would hold two. */
const LATE_MS = 120_000;

function notSoon({ tools }: StepContext, patch: Patch, mayLand: boolean): Patch {
  const until = tools.clock.now() + LATE_MS;
  return mayLand && patch.notBefore !== undefined && patch.notBefore < until ? { ...patch, notBefore: until } : patch;
}

/** What goes on by itself says so; for a passphrase somebody is needed. */
function unlessLocked(waiting: Reason, why: Reason): Reason {
  return why.code === 'locked' ? why : waiting;
}

function waitForPanel(context: StepContext, problem: SellasistProblem): Patch {
  const verdict = verdictOnSellasist(problem);
  if (verdict.kind === 'wait' && !(verdict.isOdd && isTooOften(context.transfer))) {
    const waiting = unlessLocked({ code: 'attach-waiting', params: {} }, verdict.reason);
    return waitIssued(context, waiting, { afterMs: verdict.afterMs, isOdd: verdict.isOdd ?? false });
  }
  const { code, params } = verdict.reason;
  const reason: Reason = code === 'sellasist-error' ? { code: 'attach-refused', params } : verdict.reason;
  return { ...restIssued(reason), attached: 'unverified' };
}
