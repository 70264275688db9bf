/** Single documents of both services: iFirma's lists show no remarks (ifirma-api 5.4), so a mark is known by reading each. */
import type { IfirmaProblem } from '../../ifirma/problem';
import { marksIn, namesAnother } from '../../invoice/mark';
import type { ReadDocument, ReadInvoice } from '../../invoice/month-end/types';
import type { Account } from '../../invoice/settings';
import type { MonthEndCommands, MonthLookPart, Reply } from '../../messages';
import { knownOf } from '../../sellasist/document-shelf';
import type { EngineTools } from '../context';
import { stoppedByIfirma, stoppedByPanel } from './stopped';

type Ask = MonthEndCommands['month-end.look']['ask'];
type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly stopped: Stopped };
type Stopped = ReturnType<typeof stoppedByIfirma>;

/** So many of each one part reads: whoever looks wants to see that it goes on. */
const READ_AT_ONCE = 20;

export function createLook(tools: EngineTools) {
  const { store, clock } = tools;

  async function invoiceOf(account: Account, identifier: string): Promise<Read<ReadInvoice>> {
    const answer = await tools.servicesOf(account, 'bulk').ifirma.datedInvoice(identifier);
    if (!answer.ok && !isUnknown(answer.problem))
      return { ok: false, stopped: stoppedByIfirma(answer.problem, clock.now()) };
    const read = answer.ok ? answer.value : null;
    const marks = marksIn(read?.notes ?? '', account.panel);
    return {
      ok: true,
      value: {
        identifier,
        isThere: read !== null,
        number: read?.number ?? '',
        issueDate: read?.issueDate ?? null,
        gross: read?.gross ?? null,
        currency: read?.currency ?? '',
        ksefNumber: read?.ksefNumber ?? '',
        marks,
        isElsewhere: marks.length === 0 && namesAnother(read?.notes ?? ''),
      },
    };
  }

  async function documentOf(account: Account, documentId: string): Promise<Read<ReadDocument>> {
    const { panel } = account;
    const answer = await tools.servicesOf(account, 'bulk').sellasist.document(documentId);
    if (!answer.ok && answer.problem.kind !== 'not-found')
      return { ok: false, stopped: stoppedByPanel(answer.problem, clock.now()) };
    if (!answer.ok) {
      const nothing = { number: '', issueDate: null, gross: null, currency: '' };
      return { ok: true, value: { documentId, isThere: false, ...nothing } };
    }
    const { number, issueDate, total = null, currency = '', ...known } = knownOf(answer.value);
    await store.documents.put([{ ...known, number, issueDate, total, currency, panel, seenAt: clock.now() }]);
    return { ok: true, value: { documentId, isThere: true, number, issueDate, gross: total, currency } };
  }

  return async (account: Account, ask: Ask): Promise<Reply<MonthLookPart>> => {
    const readInvoices: ReadInvoice[] = [];
    const readDocuments: ReadDocument[] = [];
    const part = (notBefore: number) => ({ ok: true as const, value: { readInvoices, readDocuments, notBefore } });
    for (const identifier of ask.invoices.slice(0, READ_AT_ONCE)) {
      const room = (await tools.room(account)).ifirma;
      if (room.now === 0) return part(room.at(1));
      const read = await invoiceOf(account, identifier);
      if (!read.ok) return read.stopped.kind === 'wait' ? part(read.stopped.until) : read.stopped.reply;
      readInvoices.push(read.value);
    }
    for (const id of ask.documents.slice(0, READ_AT_ONCE)) {
      const room = (await tools.room(account)).sellasist;
      if (room.now === 0) return part(room.at(1));
      const read = await documentOf(account, id);
      if (!read.ok) return read.stopped.kind === 'wait' ? part(read.stopped.until) : read.stopped.reply;
      readDocuments.push(read.value);
    }
    return part(0);
  };
}

/** What iFirma says of an invoice that it does not have, as against one that could not be asked for (ifirma-api 2.10, 2.11). */
function isUnknown(problem: IfirmaProblem): boolean {
  if (problem.kind === 'kod') return problem.kod >= 200 && problem.kod < 400;
  return problem.kind === 'http' && problem.status === 404;
}
