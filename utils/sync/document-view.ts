import type { DocumentKey } from '../invoice/document';
import type { Finding } from '../invoice/finding';
import { ksefAsks } from '../invoice/ksef-decisions';
import type { Transfer } from '../invoice/transfer';
import type { DocumentView, KsefView } from '../messages';
import type { Store } from '../store/open';
import { actionsOf } from './actions';
import { offersKsef } from './ksef-mode';

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
  return viewOf(transfer, false);
}

/** On a card, where what its series says of KSeF is looked up. */
export async function cardView(store: Store, transfer: Transfer): Promise<DocumentView> {
  return viewOf(transfer, await offersKsef(store, transfer));
}

function viewOf(transfer: Transfer, isOfferedKsef: boolean): DocumentView {
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
    ...ksefView(transfer),
    findings: transfer.findings,
    reason: transfer.reason,
    attached: transfer.attached,
    differs: transfer.differs ?? false,
    actions: actionsOf(transfer, transfer.key, isOfferedKsef),
    updatedAt: transfer.updatedAt,
  };
}

function ksefView(transfer: Transfer): { readonly ksef?: KsefView } {
  const { ksef, state } = transfer;
  if (!ksef || (state !== 'issued' && state !== 'done')) return {};
  return { ksef: { standing: ksef.standing, reason: ksef.reason, asks: ksefAsks(transfer) } };
}
