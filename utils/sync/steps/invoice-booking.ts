import { invoiceBody } from '../../ifirma/invoice-body';
import { INVOICES } from '../../ifirma/path';
import { documentHash } from '../../invoice/document-hash';
import { ksefWish } from '../../invoice/ksef';
import type { StepContext } from '../context';
import { ksefModeOf } from '../ksef-mode';
import type { Booking } from './booking';
import type { Checked } from './check';
import { lookFrom } from './claim';

export async function invoiceBooking({ ifirma, account }: StepContext, { document, draft }: Checked): Promise<Booking> {
  return {
    path: INVOICES,
    body: invoiceBody(draft),
    saleDate: draft.saleDate,
    intent: {
      gross: draft.gross,
      nip: draft.buyer.nip,
      issueDate: draft.issueDate,
      lookFrom: lookFrom(document, draft),
    },
    noted: {
      documentHash: await documentHash(document, draft),
      keptNumber: draft.number === null ? null : document.number,
      ksef: ksefWish(ksefModeOf(account, document), draft.buyer.nip),
    },
    send: (body) => ifirma.issue(body),
  };
}
