/** Which buttons a document has in its present state (design: names that people and tests rely on). */
import type { DocumentKey } from '../invoice/document';
import type { Transfer } from '../invoice/transfer';
import type { Action } from '../messages';
import { NEVER } from './clock';

export function actionsOf(transfer: Transfer | null, key: DocumentKey): readonly Action[] {
  const first: Action = key.startsWith('o') ? 'issue' : 'send';
  if (transfer === null) return [first, 'preview', 'link'];
  switch (transfer.state) {
    case 'queued':
    case 'sending':
      return [];
    case 'incomplete':
    case 'failed':
      return transfer.wasPosted ? ['resend', 'preview', 'link'] : ['resend', 'preview', 'skip', 'link'];
    case 'uncertain':
      return transfer.reason?.code === 'absent-proven' ? ['check', 'resend', 'link'] : ['check', 'link'];
    case 'issued':
      return transfer.notBefore >= NEVER && isAboutThePdf(transfer) ? ['pdf', 'attach'] : ['pdf'];
    case 'done':
      return ['pdf'];
    case 'skipped':
      return [first, 'preview', 'link'];
    default:
      return transfer.state satisfies never;
  }
}

function isAboutThePdf({ reason }: Transfer): boolean {
  // A bug of ours after the booking leaves the rest undone as well.
  return reason !== null && /^(?:attach-|pdf-|sellasist-|internal$)/.test(reason.code);
}
