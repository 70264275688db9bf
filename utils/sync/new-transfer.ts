import type { DocumentKey } from '../invoice/document';
import type { CorrectionWish, Transfer } from '../invoice/transfer';
import { NEVER } from './clock';

/** The record of a document that nobody has sent yet; it is stored only when somebody does. */
export function newTransfer(of: {
  readonly panel: string;
  readonly key: DocumentKey;
  readonly orderId: string | null;
  readonly accountId: string;
  readonly documentNumber: string | null;
  /** Absent: an invoice. */
  readonly correction?: CorrectionWish;
  readonly at: number;
}): Transfer {
  const { at, ...named } = of;
  return {
    ...named,
    kind: of.correction === undefined ? 'invoice' : 'correction',
    documentId: of.key.startsWith('d') ? of.key.slice(1) : null,
    state: 'skipped',
    step: 'check',
    priority: 0,
    notBefore: NEVER,
    tries: 0,
    post: null,
    looks: [],
    identifier: null,
    number: null,
    ksefNumber: null,
    bookedGross: null,
    sentHash: null,
    findings: [],
    reason: null,
    confirmed: [],
    attached: 'no',
    createdAt: at,
    updatedAt: at,
  };
}
