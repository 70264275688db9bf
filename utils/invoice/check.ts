/** The step `check`: a document, what the merchant has set → every finding at once, and the draft where there is none. */
import { checkBuyer } from './buyer';
import { midNextMonth } from './dates';
import type { BookedSign, IsoDate, SaleDocument } from './document';
import { numberedBy, type SeriesRules } from './document-series';
import type { InvoiceDraft, Remark } from './draft';
import type { Finding } from './finding';
import { priceLines } from './lines';
import { notesOf } from './notes';
import { paymentOf } from './payment-code';
import type { Account, PaymentCode } from './settings';
import { dueDateOf, splitPaymentOf } from './terms';
import { plainText } from './text';

/** What a document is judged by: the account, and what is to be known of the others beside it. */
export type Rules = Pick<Account, 'payments' | 'tax'> & SeriesRules;

export interface Checked {
  /** null while there are findings that keep it from being booked. Findings with evidence do not: a person may overrule them. */
  readonly draft: InvoiceDraft | null;
  /** The draft as far as it could be worked out, for the preview. */
  readonly partial: Omit<InvoiceDraft, 'payment'> & { readonly payment: PaymentCode | null };
  readonly findings: readonly Finding[];
  readonly remarks: readonly Remark[];
}

/** @param today the calendar date in Europe/Warsaw. @param confirmed evidence that a person has overruled. */
export function checkDocument(
  document: SaleDocument,
  rules: Rules,
  today: IsoDate,
  confirmed: readonly string[] = [],
): Checked {
  const { settings, tax } = rules;
  const priced = priceLines(document.lines, rules, document.documentId === null ? 'order' : 'document');
  const { buyer, findings: buyerFindings, remarks: buyerRemarks } = checkBuyer(document.buyer);
  const payment = paymentOf(document, rules);
  const gross = priced.gross ?? 0;
  const dates = datesOf(document, rules, today);
  const numbered = numberedBy(document, rules, dates.issue);
  const due = dueDateOf(settings, dates);
  const { split, remarks: splitRemarks } = splitPaymentOf(settings, tax, { gross, nip: buyer.nip });
  const { notes, remarks: notesRemarks } = notesOf(document, settings.notesText);

  const findings: Finding[] = [
    ...wholeFindings(document),
    ...numbered.findings,
    ...buyerFindings,
    ...priced.findings,
    ...totalFindings(document, priced.gross),
    ...dateFindings(dates, today),
    ...payment.findings,
    ...document.signs.map(signFinding).filter(({ evidence }) => !confirmed.includes(evidence)),
  ];
  const remarks: Remark[] = [
    ...priced.remarks,
    ...buyerRemarks,
    ...numbered.remarks,
    ...paidRemarks(document.payment.paid, gross),
    ...due.remarks,
    ...splitRemarks,
    ...notesRemarks,
  ];
  const partial = {
    buyer,
    lines: priced.lines,
    gross,
    paid: Math.max(0, Math.min(document.payment.paid, gross)),
    payment: payment.code,
    issueDate: dates.issue,
    saleDate: dates.sale,
    notes,
    number: numbered.number,
    ifirmaSeries: numbered.ifirmaSeries,
    template: numbered.template,
    issuePlace: plainText(settings.issuePlace),
    signature: settings.signature,
    bankAccount: settings.bankAccount,
    dueDate: due.date,
    showBdo: settings.showBdo,
    showGios: settings.showGios,
    splitPayment: split,
    exempt: tax.vat === 'exempt',
    flatRate: tax.flatRate === 'none' || tax.flatRate === 'ifirma' ? null : tax.flatRate,
  };
  const blocked = findings.some((finding) => finding.evidence === undefined);
  return {
    draft: blocked || payment.code === null ? null : { ...partial, payment: payment.code },
    partial,
    findings,
    remarks,
  };
}

/** Every problem of a document, all at once. */
export function findingsOf(
  document: SaleDocument,
  rules: Rules,
  today: IsoDate,
  confirmed: readonly string[] = [],
): readonly Finding[] {
  return checkDocument(document, rules, today, confirmed).findings;
}

function wholeFindings(document: SaleDocument): Finding[] {
  const findings: Finding[] = [];
  if (document.unconfirmed) findings.push({ code: 'order-unconfirmed', path: 'unconfirmed', params: {} });
  if (document.currency !== 'PLN') {
    findings.push({ code: 'currency-unsupported', path: 'currency', params: { currency: document.currency } });
  }
  for (const number of document.receipts) {
    // An order with a receipt is offered only as an invoice to that receipt (design: one sale, one invoice).
    findings.push({ code: 'receipt-exists', path: 'receipts', params: { number } });
  }
  return findings;
}

function totalFindings(document: SaleDocument, gross: number | null): Finding[] {
  if (document.lines.length === 0) return [{ code: 'no-lines', path: 'lines', params: {} }];
  if (document.total === null) return [{ code: 'total-unreadable', path: 'total', params: {} }];
  if (gross === null) return [];
  if (gross !== document.total) {
    const difference = String(document.total - gross);
    return [
      {
        code: 'total-mismatch',
        path: 'total',
        params: { sum: String(gross), total: String(document.total), difference },
      },
    ];
  }
  return gross === 0 ? [{ code: 'total-zero', path: 'total', params: {} }] : [];
}

function paidRemarks(paid: number, sum: number): readonly Remark[] {
  if (paid <= sum || sum <= 0) return [];
  return [{ code: 'overpaid', params: { paid: String(paid), sum: String(sum) } }];
}

/**
 * A panel's document brings its own dates, and they win: the merchant has already issued it. An order without one is issued
 * today, its sale date follows the setting; what is not paid yet has no day of payment and takes the day of issue.
 */
function datesOf(document: SaleDocument, rules: Rules, today: IsoDate): { issue: IsoDate; sale: IsoDate } {
  const issue = document.issueDate ?? today;
  const bySetting = { issue, order: document.orderDate, payment: document.payment.paidOn };
  return { issue, sale: document.saleDate ?? bySetting[rules.settings.saleDate] ?? issue };
}

function dateFindings({ issue, sale }: { issue: IsoDate; sale: IsoDate }, today: IsoDate): Finding[] {
  const findings: Finding[] = [];
  if (issue > today) findings.push({ code: 'issue-date-future', path: 'issueDate', params: { date: issue } });
  if (sale > issue) findings.push({ code: 'sale-date-after-issue', path: 'saleDate', params: { sale, issue } });
  // ifirma-api 2.1
  const limit = midNextMonth(sale);
  if (issue > limit) findings.push({ code: 'issue-too-late', path: 'issueDate', params: { sale, limit } });
  return findings;
}

function signFinding(sign: BookedSign): Finding & { readonly evidence: string } {
  switch (sign.kind) {
    case 'document-number':
      return {
        code: 'maybe-booked-number',
        path: 'document_number',
        params: { number: sign.number },
        evidence: `number:${sign.number}`,
      };
    case 'field-filled':
      return {
        code: 'maybe-booked-field',
        path: 'documentField',
        params: { field: sign.fieldId },
        evidence: `field:${sign.fieldId}`,
      };
    case 'documents-unknown':
      return { code: 'maybe-booked-unknown', path: 'documents', params: {}, evidence: 'documents-unknown' };
    default:
      return sign satisfies never;
  }
}
