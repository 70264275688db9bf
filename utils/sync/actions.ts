/** Which buttons a document has in its present state (design: names that people and tests rely on). */
import type { DocumentKey } from '../invoice/document';
import { mayLookAtKsef, maySendToKsef } from '../invoice/ksef-decisions';
import type { Transfer } from '../invoice/transfer';
import { may, STOPPED } from '../invoice/transfer-states';
import type { Action } from '../messages';
import { NEVER } from './clock';

/** @param isOfferedKsef its series says that a person may send it to KSeF. */
export function actionsOf(transfer: Transfer | null, key: DocumentKey, isOfferedKsef = false): readonly Action[] {
  const first: Action = key.startsWith('o') ? 'issue' : 'send';
  if (transfer === null) return [first, 'preview', 'link'];
  const { state, kind, number } = transfer;
  const isBooked = state === 'issued' || state === 'done';
  const actions: readonly (readonly [Action, boolean])[] = [
    ['check', may('look', transfer) || isDouble(transfer)],
    [state === 'skipped' ? first : 'resend', may('accept', transfer)],
    ['preview', STOPPED.includes(state)],
    ['skip', may('skip', transfer)],
    ['link', may('link', transfer)],
    ['pdf', isBooked],
    ['ksef', maySendToKsef(transfer, isOfferedKsef)],
    ['check', isBooked && !isDouble(transfer) && mayLookAtKsef(transfer)],
    ['attach', state === 'issued' && transfer.notBefore >= NEVER && isAboutThePdf(transfer)],
    // A correction of a correction the API does not make (ifirma-api 4.1).
    ['correct', isBooked && kind === 'invoice' && number !== null && !isDouble(transfer)],
  ];
  return actions.flatMap(([action, isThere]) => (isThere ? [action] : []));
}

/** Once a person has taken one of the two away in iFirma, it is looked at again. */
export function isDouble({ state, reason }: Transfer): boolean {
  return state === 'issued' && reason?.code === 'double-found';
}

function isAboutThePdf({ reason }: Transfer): boolean {
  // A bug of ours after the booking leaves the rest undone as well.
  return reason !== null && /^(?:attach-|pdf-|sellasist-|internal$)/.test(reason.code);
}
