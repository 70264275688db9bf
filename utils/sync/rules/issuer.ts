/** What only the computer can do that has issued the invoice (`effects/issued.ts`): it does so also while another one works. */
import type { DocumentKey } from '../../invoice/document';
import type { RuleEffect } from '../../invoice/rules/rule';
import type { Transfer } from '../../invoice/transfer';
import type { Store } from '../../store/open';

export function isOfIssuer({ kind }: RuleEffect): boolean {
  return kind === 'ksef' || kind === 'email' || kind === 'payment';
}

/** The document, or an invoice of the order: this computer has begun its POST, and it is in iFirma or may be. */
export async function hasIssued(
  { transfers }: Pick<Store, 'transfers'>,
  panel: string,
  key: DocumentKey,
  orderId: string | null,
): Promise<boolean> {
  if (key.startsWith('d')) return isIssued(await transfers.get(panel, key));
  const ofOrder = await transfers.byOrder(panel, orderId ?? '');
  return ofOrder.some((transfer) => transfer.kind === 'invoice' && isIssued(transfer));
}

const IN_IFIRMA: readonly Transfer['state'][] = ['sending', 'uncertain', 'issued', 'done'];

function isIssued(transfer: Transfer | null): boolean {
  return transfer !== null && transfer.post !== null && IN_IFIRMA.includes(transfer.state);
}
