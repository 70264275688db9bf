/** What iFirma would get, line by line, with nothing sent. */
import { checkDocument, type Rules } from '../invoice/check';
import { warsawDate } from '../invoice/dates';
import type { IsoDate, SaleDocument } from '../invoice/document';
import type { Remark } from '../invoice/draft';
import type { Reason } from '../invoice/finding';
import { isOffline, ksefWish } from '../invoice/ksef';
import { repaired } from '../invoice/repair/apply';
import type { Account } from '../invoice/settings';
import type { Transfer } from '../invoice/transfer';
import type { Language, PreviewView, Reply } from '../messages';
import type { Clock } from './clock';
import type { Services } from './context';
import { ksefModeOf } from './ksef-mode';
import { readDocument } from './read-document';
import { verdictOnSellasist } from './reasons';

export interface PreviewAsked {
  readonly language: Language;
  readonly today: IsoDate;
  readonly confirmed: readonly string[];
}

export async function preview(
  services: Services,
  account: Account,
  rules: Rules,
  wanted: Pick<Transfer, 'panel' | 'orderId' | 'documentId' | 'confirmed' | 'repairs'>,
  language: Language,
  clock: Clock,
): Promise<Reply<PreviewView>> {
  const read = await readDocument(services, account, wanted);
  if (!read.ok) return { ok: false, reason: verdictOnSellasist(read.problem).reason satisfies Reason };
  const today = warsawDate(clock.now());
  const judged = repaired({ document: read.document, rules }, wanted.repairs ?? []);
  return {
    ok: true,
    value: previewOf(judged.document, judged.rules, { language, today, confirmed: wanted.confirmed }),
  };
}

/** Of a document that was read. */
export function previewOf(
  document: SaleDocument,
  rules: Rules,
  { language, today, confirmed }: PreviewAsked,
): PreviewView {
  const { partial, findings, remarks } = checkDocument(document, rules, today, confirmed);
  const { buyer, issueDate } = partial;
  const wish = ksefWish(ksefModeOf(rules, document), buyer.nip);
  const offline: readonly Remark[] =
    issueDate !== null && isOffline(wish, issueDate, today)
      ? [{ code: 'ksef-offline-date', params: { date: issueDate } }]
      : [];
  return {
    language,
    number: document.number,
    buyer: {
      name: [buyer.name, buyer.continuedName].filter(Boolean).join(' '),
      nip: buyer.nip,
      street: buyer.street,
      postcode: buyer.postcode,
      city: buyer.city,
      country: buyer.country,
      email: buyer.email,
    },
    issueDate: partial.issueDate,
    saleDate: partial.saleDate,
    dueDate: partial.dueDate,
    keptNumber: partial.number,
    ifirmaSeries: partial.ifirmaSeries,
    splitPayment: partial.splitPayment,
    template: partial.template,
    issuePlace: partial.issuePlace,
    signature: partial.signature,
    bankAccount: partial.bankAccount,
    showBdo: partial.showBdo,
    showGios: partial.showGios,
    flatRate: partial.flatRate,
    payment: partial.payment,
    paid: partial.paid,
    lines: partial.lines,
    sumIfirma: findings.some(({ path }) => path.startsWith('lines')) ? null : partial.gross,
    sumOrder: document.total,
    notes: partial.notes,
    remarks: [...remarks, ...offline],
    findings,
  };
}
