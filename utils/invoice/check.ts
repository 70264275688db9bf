/** The step `check`: a document, what the merchant has set → every finding at once, and the draft where there is none. */
import { checkBuyer } from './buyer';
import type { BookedSign, IsoDate, SaleDocument } from './document';
import type { InvoiceDraft, Remark } from './draft';
import type { Finding } from './finding';
import { priceLines } from './lines';
import { markOf, notesWith } from './mark';
import type { Account, PaymentCode } from './settings';
import { plainText } from './text';

type Rules = Pick<Account, 'settings' | 'payments' | 'seriesIds'>;

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
  const priced = priceLines(document.lines, rules.settings);
  const { buyer, findings: buyerFindings, remarks: buyerRemarks } = checkBuyer(document.buyer);
  const payment = paymentOf(document, rules);
  const gross = priced.gross ?? 0;
  const dates = datesOf(document, rules, today);
  const remarks: Remark[] = [...priced.remarks, ...buyerRemarks];

  if (document.number !== null) remarks.push({ code: 'number-by-ifirma', params: { number: document.number } });
  if (document.payment.paid > gross && gross > 0) {
    remarks.push({ code: 'overpaid', params: { paid: String(document.payment.paid), sum: String(gross) } });
  }
  const text = document.number === null ? '' : `Dokument Sellasist: ${plainText(document.number)}`;
  const { notes, cut } = notesWith(text, markOf(document));
  if (cut) remarks.push({ code: 'notes-cut', params: {} });

  const findings: Finding[] = [
    ...wholeFindings(document, rules),
    ...buyerFindings,
    ...priced.findings,
    ...totalFindings(document, priced.gross),
    ...dateFindings(dates, today),
    ...(payment.finding ? [payment.finding] : []),
    ...document.signs.map(signFinding).filter(({ evidence }) => !confirmed.includes(evidence)),
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

function wholeFindings(document: SaleDocument, rules: Rules): Finding[] {
  const findings: Finding[] = [];
  if (document.unconfirmed) findings.push({ code: 'order-unconfirmed', path: 'unconfirmed', params: {} });
  if (document.currency !== 'PLN') {
    findings.push({ code: 'currency-unsupported', path: 'currency', params: { currency: document.currency } });
  }
  for (const number of document.receipts) {
    // An order with a receipt is offered only as an invoice to that receipt (design: one sale, one invoice).
    findings.push({ code: 'receipt-exists', path: 'receipts', params: { number } });
  }
  if (document.documentId !== null && (document.seriesId === null || !rules.seriesIds.includes(document.seriesId))) {
    findings.push({ code: 'series-unassigned', path: 'series', params: { number: document.number ?? '' } });
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

function paymentOf(document: SaleDocument, rules: Rules): { code: PaymentCode | null; finding: Finding | null } {
  const { methodId, methodName } = document.payment;
  if (methodId === null)
    return { code: null, finding: { code: 'payment-unknown', path: 'payment.method', params: {} } };
  const code = Object.hasOwn(rules.payments, methodId) ? (rules.payments[methodId] ?? null) : null;
  if (code !== null) return { code, finding: null };
  return {
    code,
    finding: { code: 'payment-unmapped', path: 'payment.method', params: { method: methodName ?? methodId } },
  };
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
