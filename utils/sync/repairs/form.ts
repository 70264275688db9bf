/** What of a stopped document can be typed right, as the panel has it now. It only reads. */
import { checkDocument } from '../../invoice/check';
import { warsawDate } from '../../invoice/dates';
import type { InvoiceDraft } from '../../invoice/draft';
import type { Finding } from '../../invoice/finding';
import { refusalCause } from '../../invoice/refusals';
import { type Judged, repaired } from '../../invoice/repair/apply';
import { inputsFor, type RepairInput } from '../../invoice/repair/inputs';
import { WAYS_OF_ALL_REASONS } from '../../invoice/repair/own-ways';
import { WAYS_OF_REFUSALS } from '../../invoice/repair/ways';
import type { Transfer } from '../../invoice/transfer';
import type { Reply } from '../../messages';
import { rulesOf } from '../accounts-of';
import type { Prepared } from '../commands/prepare';
import type { EngineTools } from '../context';
import { startable } from '../permitted';
import { readDocument } from '../read-document';
import { verdictOnSellasist } from '../reasons';

export interface Mendable {
  /** As the panel has it; null: a correction, of which nothing can be typed here. */
  readonly judged: Judged | null;
  readonly inputs: readonly RepairInput[];
  /** The buyer's country with what was typed before. */
  readonly country: string | null;
  /** The day of sale, when it is iFirma's accounting month that is wrong; null: it is not. */
  readonly monthOf: string | null;
}

const NOTHING: Mendable = { judged: null, inputs: [], country: null, monthOf: null };

export async function mendable(
  { store, clock, servicesOf }: Pick<EngineTools, 'store' | 'clock' | 'servicesOf'>,
  { transfer, account }: Prepared,
): Promise<Reply<Mendable>> {
  const refusals = refusalsOf(transfer);
  if (transfer.kind === 'correction' || !startable(transfer)) return { ok: true, value: NOTHING };
  const read = await readDocument(servicesOf(account), account, transfer);
  if (!read.ok) return { ok: false, reason: verdictOnSellasist(read.problem).reason };
  const judged: Judged = { document: read.document, rules: await rulesOf(store, account) };
  const repairs = transfer.repairs ?? [];
  const { document, rules } = repaired(judged, repairs);
  const { findings, partial } = checkDocument(document, rules, warsawDate(clock.now()), transfer.confirmed);
  const isMonth =
    refusals.some(({ params }) => refusalCause(params.text ?? '') === 'accounting-month') || isOfMonth(transfer);
  return {
    ok: true,
    value: {
      judged,
      inputs: inputsFor(judged, repairs, [...findings, ...refusals]).map((input) => dated(input, partial)),
      country: document.buyer.country,
      monthOf: isMonth ? partial.saleDate : null,
    },
  };
}

/** The month was to be moved for it, and could not be. */
function isOfMonth({ reason }: Transfer): boolean {
  return reason !== null && WAYS_OF_ALL_REASONS[reason.code].kind === 'month';
}

/** What iFirma itself has refused, as a finding: a Kod 202 may speak of a field as a 201 does. */
function refusalsOf({ findings, reason }: Transfer): readonly Finding[] {
  const refused = findings.filter(({ code }) => code === 'ifirma-refused');
  const text = reason?.code === 'kod-202' ? (reason.params.text ?? '') : '';
  const cause = refusalCause(text);
  if (cause === null || WAYS_OF_REFUSALS[cause].kind !== 'field') return refused;
  return [...refused, { code: 'ifirma-refused', path: '', params: { kod: '202', text } }];
}

/** Where the panel names no day, the one that would be sent. */
function dated(input: RepairInput, { saleDate, issueDate }: Pick<InvoiceDraft, 'saleDate' | 'issueDate'>): RepairInput {
  if (input.value !== '') return input;
  if (input.field === 'saleDate') return { ...input, value: saleDate };
  return input.field === 'issueDate' ? { ...input, value: issueDate } : input;
}
