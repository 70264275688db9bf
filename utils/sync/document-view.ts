import type { DocumentKey } from '../invoice/document';
import type { Finding } from '../invoice/finding';
import type { Transfer } from '../invoice/transfer';
import type { DocumentView } from '../messages';
import { actionsOf } from './actions';

export interface Unsent {
  readonly panel: string;
  readonly key: DocumentKey;
  /** Absent: an invoice. */
  readonly kind?: DocumentView['kind'];
  readonly orderId: string | null;
  readonly number: string | null;
  /** Of its series only: nothing else was looked at. */
  readonly findings: readonly Finding[];
}

export function unsentView(unsent: Unsent): DocumentView {
  return {
    ...unsent,
    kind: unsent.kind ?? 'invoice',
    corrects: null,
    state: 'unsent',
    step: null,
    ifirmaNumber: null,
    ksefNumber: null,
    reason: null,
    attached: 'no',
    differs: false,
    actions: actionsOf(null, unsent.key),
    updatedAt: 0,
  };
}

export function transferView(transfer: Transfer): DocumentView {
  return {
    panel: transfer.panel,
    key: transfer.key,
    kind: transfer.kind,
    corrects: transfer.correction?.originalNumber ?? null,
    orderId: transfer.orderId,
    number: transfer.documentNumber,
    state: transfer.state,
    step: transfer.state === 'sending' || transfer.state === 'issued' ? transfer.step : null,
    ifirmaNumber: transfer.number,
    ksefNumber: transfer.ksefNumber,
    findings: transfer.findings,
    reason: transfer.reason,
    attached: transfer.attached,
    differs: transfer.differs ?? false,
    actions: actionsOf(transfer, transfer.key),
    updatedAt: transfer.updatedAt,
  };
}
