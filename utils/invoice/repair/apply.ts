/** A document and the rules it is judged by → the same with what a person typed in the place of what the panel says. */
import type { Rules } from '../check';
import type { Buyer, DocumentLine, SaleDocument } from '../document';
import type { PaymentCode, RateChoice } from '../settings';
import { rateOf } from '../vat';
import { isBuyerField, isLineField, type Repair, type RepairField } from './repair';

export interface Judged {
  readonly document: SaleDocument;
  readonly rules: Rules;
}

/** Of which field of which document. */
export type RepairPlace = Pick<Repair, 'field' | 'line'>;

/** Where an order names no payment method, the one that was typed belongs to this name, which no panel has. */
const NO_METHOD = 'mostek';

/** What the panel says at this place, so that a repair of it ends when it says something else. null: there is no such place. */
export function saidOf({ document, rules }: Judged, { field, line }: RepairPlace): string | null {
  if (isLineField(field)) {
    const found = line === null ? undefined : document.lines[line];
    // The line itself is a part of it: another one in its place was never repaired.
    return found === undefined ? null : JSON.stringify([found.id, found.name, lineSays(found, field)]);
  }
  if (isBuyerField(field)) return document.buyer[buyerKey(field)] ?? '';
  switch (field) {
    case 'payment':
      return document.payment.methodId ?? '';
    case 'saleDate':
      return document.saleDate ?? '';
    case 'issueDate':
      return document.issueDate ?? '';
    case 'paid':
      return String(document.payment.paid);
    case 'ifirmaSeries': {
      const id = seriesIdOf({ document, rules });
      return id === null ? null : (rules.series[id]?.ifirmaSeries ?? '');
    }
    default:
      return field satisfies never;
  }
}

/** The repairs that still hold, in place. */
export function repaired(judged: Judged, repairs: readonly Repair[]): Judged {
  const holding = repairs.filter((repair) => saidOf(judged, repair) === repair.was);
  // A basis is that of an exempt line, and what makes it exempt may be a repair itself.
  const ordered = [...holding].sort((a, b) => Number(a.field === 'line.basis') - Number(b.field === 'line.basis'));
  return ordered.reduce(withOne, judged);
}

/** The series of Mostek's settings that numbers the document in iFirma; null: it goes by iFirma's default one. */
export function seriesIdOf({ document, rules }: Judged): string | null {
  const id = document.documentId === null ? rules.settings.orderSeriesId : document.seriesId;
  return id !== null && Object.hasOwn(rules.series, id) ? id : null;
}

function withOne(judged: Judged, { field, line, value }: Repair): Judged {
  const { document, rules } = judged;
  const says = (changed: Partial<SaleDocument>): Judged => ({ rules, document: { ...document, ...changed } });
  if (isLineField(field)) {
    const byCompany = field === 'line.basis' && rules.tax.vat === 'exempt';
    if (byCompany) return { document, rules: { ...rules, tax: { ...rules.tax, basis: value } } };
    return says({ lines: document.lines.map((each, at) => (at === line ? lineWith(each, field, value) : each)) });
  }
  if (isBuyerField(field)) return says({ buyer: buyerWith(document.buyer, field, value) });
  switch (field) {
    case 'payment': {
      const methodId = document.payment.methodId ?? NO_METHOD;
      const payments = { ...rules.payments, [methodId]: value as PaymentCode };
      return { rules: { ...rules, payments }, document: { ...document, payment: { ...document.payment, methodId } } };
    }
    case 'saleDate':
      return says({ saleDate: value });
    case 'issueDate':
      return says({ issueDate: value });
    case 'paid':
      return says({ payment: { ...document.payment, paid: Number(value) } });
    case 'ifirmaSeries': {
      const id = seriesIdOf(judged);
      const series = id === null ? undefined : rules.series[id];
      if (id === null || series === undefined) return judged;
      return { document, rules: { ...rules, series: { ...rules.series, [id]: { ...series, ifirmaSeries: value } } } };
    }
    default:
      return field satisfies never;
  }
}

type BuyerFieldName = Extract<RepairField, `buyer.${string}`>;
type LineFieldName = Extract<RepairField, `line.${string}`>;
type BuyerKey = Exclude<keyof Buyer, 'isCompany'>;

function buyerKey(field: BuyerFieldName): BuyerKey {
  return field.slice('buyer.'.length) as BuyerKey;
}

function buyerWith(buyer: Buyer, field: BuyerFieldName, value: string): Buyer {
  const changed = { ...buyer, [buyerKey(field)]: value };
  // Whoever takes the NIP off says that a private person buys; whoever adds one, that a company does.
  return field === 'buyer.nip' ? { ...changed, isCompany: value !== '' } : changed;
}

function lineSays(line: DocumentLine, field: LineFieldName): unknown {
  switch (field) {
    case 'line.name':
      return '';
    case 'line.unit':
      return line.unit ?? '';
    case 'line.vat':
    case 'line.basis':
      return line.vat;
    default:
      return field satisfies never;
  }
}

function lineWith(line: DocumentLine, field: LineFieldName, value: string): DocumentLine {
  switch (field) {
    case 'line.name':
      return { ...line, name: value };
    case 'line.unit':
      return { ...line, unit: value };
    case 'line.vat':
      return { ...line, vat: rateOf(value as RateChoice) };
    case 'line.basis':
      return { ...line, vat: { kind: 'rate', rate: { kind: 'exempt', basis: value } } };
    default:
      return field satisfies never;
  }
}
