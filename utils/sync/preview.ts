/** What iFirma would get, line by line, with nothing sent. */
import { checkDocument } from '../invoice/check';
import { warsawDate } from '../invoice/dates';
import type { Reason } from '../invoice/finding';
import type { Account } from '../invoice/settings';
import type { Transfer } from '../invoice/transfer';
import type { Language, PreviewView, Reply } from '../messages';
import type { Clock } from './clock';
import type { Services } from './context';
import { readDocument } from './read-document';
import { verdictOnSellasist } from './reasons';

export async function preview(
  services: Services,
  account: Account,
  wanted: Pick<Transfer, 'panel' | 'orderId' | 'documentId' | 'confirmed'>,
  language: Language,
  clock: Clock,
): Promise<Reply<PreviewView>> {
  const read = await readDocument(services, account, wanted);
  if (!read.ok) return { ok: false, reason: verdictOnSellasist(read.problem).reason satisfies Reason };
  const { document } = read;
  const { partial, findings, remarks } = checkDocument(document, account, warsawDate(clock.now()), wanted.confirmed);
  const { buyer } = partial;
  return {
    ok: true,
    value: {
      language,
      number: document.number,
      buyer: {
        name: [buyer.name, buyer.continuedName].filter(Boolean).join(' '),
        nip: buyer.nip,
        street: buyer.street,
        postcode: buyer.postcode,
        city: buyer.city,
        country: buyer.country,
      },
      issueDate: partial.issueDate,
      saleDate: partial.saleDate,
      payment: partial.payment,
      paid: partial.paid,
      lines: partial.lines.map(({ name, quantity, unit, unitGross, vat, gross }) => ({
        name,
        quantity,
        unit,
        unitGross,
        vat,
        gross,
      })),
      sumIfirma: findings.some(({ path }) => path.startsWith('lines')) ? null : partial.gross,
      sumOrder: document.total,
      notes: partial.notes,
      remarks,
      findings,
    },
  };
}
