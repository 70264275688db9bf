/**
 * Steps `pdf` and `attach`: the invoice's PDF goes into the order's file field, and is read back. Before each write the field is
 * read, so that a write whose end is not known is not simply written again: a field that takes several files would hold two.
 */

import {
  base64Of,
  type FieldCheck,
  fieldUpdate,
  fieldValueOf,
  isEmptyField,
  verifyField,
} from '../../sellasist/file-field';
import type { Patch, StepContext } from '../context';
import { verdictOnRead, verdictOnSellasist } from '../reasons';
import { restIssued, waitIssued } from '../stop';

/** Nobody knows what the panel takes; a PDF of iFirma has some tens of kB (sellasist-api 8.5). */
const LARGEST_BYTES = 5_000_000;
const PDF_TRIES = 5;

export const ATTACHED = {
  state: 'done',
  step: 'attach',
  reason: null,
  tries: 0,
  notBefore: Number.MAX_SAFE_INTEGER,
} as const;

export async function attach(context: StepContext, write: (patch: Patch) => Promise<boolean>): Promise<Patch> {
  const { transfer, account, ifirma, sellasist, tools } = context;
  const { documentFieldId: fieldId, savePdf } = account.settings;
  const { identifier, orderId } = transfer;
  if (identifier === null) throw new Error('attach: nothing was booked');
  if (!savePdf || fieldId === null || orderId === null) return { ...ATTACHED };

  const pdf = await ifirma.pdf(identifier);
  if (!pdf.ok) {
    const verdict = verdictOnRead(pdf.problem);
    if (verdict.kind === 'wait' && transfer.tries < PDF_TRIES) {
      return waitIssued(context, { code: 'pdf-waiting', params: {} }, verdict.afterMs);
    }
    return restIssued({ code: 'pdf-refused', params: { text: pdf.problem.kind === 'kod' ? pdf.problem.text : '' } });
  }
  if (pdf.value.length > LARGEST_BYTES)
    return restIssued({ code: 'pdf-too-large', params: { bytes: String(pdf.value.length) } });
  if (!(await write({ step: 'attach' }))) return waitIssued(context, { code: 'storage-full', params: {} });

  const before = await sellasist.order(orderId);
  if (!before.ok) return waitForPanel(context, before.problem);
  let held: unknown = fieldValueOf(before.value, fieldId);
  if (!isEmptyField(held)) {
    // Written by an attempt whose end nobody saw: it is there, and must not be there twice.
    if (verifyField(null, held, pdf.value, transfer.panel) === 'verified') return { ...ATTACHED, attached: 'verified' };
    if (!transfer.confirmed.includes(`field:${fieldId}`))
      return restIssued({ code: 'attach-field-filled', params: { field: fieldId } });
  }

  const base64 = base64Of(pdf.value);
  const forms = account.fileForm === 'datauri' ? (['datauri', 'raw'] as const) : (['raw', 'datauri'] as const);
  for (const form of forms) {
    const put = await sellasist.putOrder(orderId, fieldUpdate(fieldId, base64, form));
    if (!put.ok && !isUnclear(put.problem.kind)) return waitForPanel(context, put.problem);
    const after = await sellasist.order(orderId);
    if (!after.ok) return waitForPanel(context, after.problem);
    const now: unknown = fieldValueOf(after.value, fieldId);
    const seen: FieldCheck = verifyField(held, now, pdf.value, transfer.panel);
    if (seen === 'verified' || seen === 'link' || seen === 'probable') {
      if (account.fileForm !== form)
        await tools.store.accounts.change(account.id, (stored) => ({ ...stored, fileForm: form }));
      return { ...ATTACHED, attached: seen };
    }
    if (!put.ok) return waitForPanel(context, put.problem);
    held = now;
  }
  return { ...restIssued({ code: 'attach-unverified', params: {} }), attached: 'unverified' };
}

/** After these nobody knows whether the panel has written; the field is read before anything is tried again. */
function isUnclear(kind: string): boolean {
  return kind === 'timeout' || kind === 'network' || kind === 'http' || kind === 'unreadable';
}

function waitForPanel(context: StepContext, problem: Parameters<typeof verdictOnSellasist>[0]): Patch {
  const verdict = verdictOnSellasist(problem);
  if (verdict.kind === 'wait') return waitIssued(context, { code: 'attach-waiting', params: {} }, verdict.afterMs);
  return { ...restIssued({ code: 'attach-refused', params: verdict.reason.params }), attached: 'unverified' };
}
