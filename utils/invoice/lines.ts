/** The panel's lines → the lines of the invoice: rates, discounts, free items, shipping. Every problem at once, each at its line. */
import type { DocumentLine, Grosze, PercentHundredths, VatRate } from './document';
import type { DraftLine, Remark } from './draft';
import type { Finding } from './finding';
import { LARGEST, lineGross, sum } from './money';
import type { Account } from './settings';
import { partsFor, spread } from './split';
import { cut, plainText } from './text';
import { highestRate, resolveVat } from './vat';

type LineRules = Pick<Account, 'settings' | 'tax'>;

/** iFirma's limit for a line's name and unit (ifirma-api 2.4). */
const NAME_LIMIT = 300;
const UNIT_LIMIT = 10;

export interface PricedLines {
  readonly lines: readonly DraftLine[];
  /** What the panel's lines are worth together; null when one of them cannot be read. */
  readonly gross: Grosze | null;
  readonly findings: readonly Finding[];
  readonly remarks: readonly Remark[];
}

/** A line that will be sold: its worth is settled, its price not yet. */
interface Worth {
  readonly line: DocumentLine;
  readonly index: number;
  readonly quantity: number;
  readonly unitGross: Grosze | null;
  readonly discount: PercentHundredths;
  readonly gross: Grosze;
  readonly vat: VatRate | null;
}

/** @param origin the panel gives every line of its documents a rate, and an order's shipping none: that one the merchant has set. */
export function priceLines(
  source: readonly DocumentLine[],
  rules: LineRules,
  origin: 'order' | 'document' = 'order',
): PricedLines {
  const findings: Finding[] = [];
  const remarks: Remark[] = [];
  const sold: Worth[] = [];
  let taken: Grosze = 0;
  let readable = true;

  const shippingRate = rateOfShipping(source, rules);
  for (const [index, line] of source.entries()) {
    const worth = worthOf(line);
    const name = plainText(line.name);
    if (worth === null) {
      readable = false;
      findings.push(lineFinding(line, index, line.quantity === null || line.quantity <= 0 ? 'quantity' : 'price'));
      continue;
    }
    if (worth < 0) {
      taken -= worth;
      continue;
    }
    if (worth === 0) {
      remarks.push({ code: 'free-line-left-out', params: { name } });
      continue;
    }
    if (name === '')
      findings.push({ code: 'line-name-missing', path: `lines.${index}.name`, params: { line: String(index + 1) } });
    const goesByRule = origin === 'order' && line.role !== 'goods' && line.vat.kind === 'unknown';
    const vat = goesByRule ? shippingRate : resolveVat(line.vat, rules);
    if (!vat.ok) findings.push(vatFinding(vat, name, index));
    sold.push({
      line,
      index,
      quantity: line.quantity ?? 0,
      unitGross: line.unitGross,
      discount: line.discount,
      gross: worth,
      vat: vat.ok ? vat.rate : null,
    });
  }

  const reduced = takeOff(sold, taken);
  if (taken > 0) {
    if (reduced === null)
      findings.push({ code: 'discount-not-spreadable', path: 'lines', params: { amount: String(taken) } });
    else remarks.push({ code: 'discount-spread', params: { amount: String(taken) } });
  }
  const lines = (reduced ?? sold).flatMap((worth) => draftLines(worth, rules, findings, remarks));
  const gross = readable ? sum(sold.map((worth) => worth.gross)) - taken : null;
  return { lines, gross, findings, remarks };
}

/** What the panel says a line is worth, gross; null when it cannot be read, or not be sent. */
function worthOf(line: DocumentLine): Grosze | null {
  if (line.unitGross === 0 && (line.lineGross === null || line.lineGross === 0)) return 0;
  if (line.quantity === null || line.quantity <= 0) return null;
  if ((line.unitGross ?? 0) > LARGEST) return null;
  if (line.lineGross !== null) return line.lineGross;
  return line.unitGross === null ? null : lineGross(line.unitGross, line.quantity, line.discount);
}

function rateOfShipping(source: readonly DocumentLine[], rules: LineRules): ReturnType<typeof resolveVat> {
  const rule = rules.settings.shippingVat;
  // The rule is a payer's: without VAT shipping is exempt as everything is (ifirma-api 2.7).
  if (rules.tax.vat === 'exempt') return resolveVat({ kind: 'zero' }, rules);
  if (rule.rule === 'fixed') return resolveVat({ kind: 'rate', rate: rule.rate }, rules);
  const goods = source
    .filter((line) => line.role === 'goods' && (worthOf(line) ?? 0) > 0)
    .map((line) => resolveVat(line.vat, rules));
  const highest = highestRate(goods.flatMap((vat) => (vat.ok ? [vat.rate] : [])));
  // While one of the goods has no rate, the highest is not known either.
  return highest && goods.every((vat) => vat.ok)
    ? { ok: true, rate: highest }
    : { ok: false, problem: 'unknown', text: '' };
}

/** Spreads what negative lines take off: over the goods, and over the rest only when the goods are not worth enough. */
function takeOff(sold: readonly Worth[], taken: Grosze): readonly Worth[] | null {
  if (taken === 0) return sold;
  const goods = sold.filter(({ line }) => line.role === 'goods');
  const bearing = sum(goods.map(({ gross }) => gross)) >= taken ? goods : sold;
  const whole = bearing.filter(({ quantity }) => quantity % 1000 === 0);
  // A quantity that is not whole cannot be priced to every sum, so whole ones bear the discount where they can.
  const bearers = sum(whole.map(({ gross }) => gross)) >= taken ? whole : bearing;
  const left = spread(
    bearers.map(({ gross }) => gross),
    taken,
  );
  if (left === null) return null;
  const reducedTo = new Map(bearers.map((worth, position) => [worth.index, left[position] ?? 0]));
  return sold.map((worth) => {
    const gross = reducedTo.get(worth.index);
    return gross === undefined || gross === worth.gross ? worth : { ...worth, gross, unitGross: null, discount: 0 };
  });
}

function draftLines(worth: Worth, { settings, tax }: LineRules, findings: Finding[], remarks: Remark[]): DraftLine[] {
  const fullName = plainText(worth.line.name);
  if (worth.gross === 0) {
    remarks.push({ code: 'free-line-left-out', params: { name: fullName } });
    return [];
  }
  const priced = pricesOf(worth);
  if (priced === null) {
    findings.push({
      code: 'line-gross-mismatch',
      path: `lines.${worth.index}.price`,
      params: { line: fullName, gross: String(worth.gross) },
    });
    return [];
  }
  if (priced.length > 1) remarks.push({ code: 'line-split', params: { name: fullName } });
  const name = cut(fullName, NAME_LIMIT);
  if (name !== fullName) remarks.push({ code: 'line-name-cut', params: { name: fullName } });
  const vat = worth.vat;
  if (vat === null) return [];
  const unit = cut(plainText(worth.line.unit ?? '') || plainText(settings.unit), UNIT_LIMIT);
  // Not needed without VAT (ifirma-api 2.7), and shipping is a service of its own.
  const isCoded = worth.line.role === 'goods' && tax.vat === 'payer';
  const codes = isCoded ? { gtu: settings.gtu, pkwiu: plainText(settings.pkwiu) } : { gtu: null, pkwiu: '' };
  return priced.map((part) => ({
    name,
    unit,
    vat,
    ...codes,
    quantity: part.quantity,
    unitGross: part.unitGross,
    discount: part.discount,
    gross: lineGross(part.unitGross, part.quantity, part.discount),
  }));
}

/** Unit prices that give exactly what the line is worth, with its discount as such where iFirma cannot round it differently. */
function pricesOf({
  unitGross,
  quantity,
  discount,
  gross,
}: Worth): { quantity: number; unitGross: Grosze; discount: number }[] | null {
  if (unitGross !== null && unitGross > 0) {
    // iFirma may round the price of one before it multiplies (`CenaZRabatem`, ifirma-api 4.4) or only the line: take the
    // discount as a discount when both ways agree, else as a lower price.
    const perPiece = lineGross(lineGross(unitGross, 1000, discount), quantity);
    if (lineGross(unitGross, quantity, discount) === gross && perPiece === gross)
      return [{ quantity, unitGross, discount }];
  }
  return partsFor(gross, quantity)?.map((part) => ({ ...part, discount: 0 })) ?? null;
}

function lineFinding(line: DocumentLine, index: number, field: 'quantity' | 'price'): Finding {
  return { code: `line-${field}-invalid`, path: `lines.${index}.${field}`, params: { line: plainText(line.name) } };
}

export function vatFinding(
  vat: Extract<ReturnType<typeof resolveVat>, { ok: false }>,
  line: string,
  index: number,
): Finding {
  const path = `lines.${index}.vat`;
  switch (vat.problem) {
    case 'unknown':
      return { code: 'vat-unknown', path, params: { line, text: vat.text } };
    case 'zero-ambiguous':
      return { code: 'vat-zero-ambiguous', path, params: { line } };
    case 'unsupported':
      return { code: 'vat-unsupported', path, params: { line, text: vat.text } };
    case 'taxed':
      return { code: 'exempt-line-taxed', path, params: { line, rate: vat.text } };
    case 'basis-missing':
      return { code: 'legal-basis-missing', path: `lines.${index}.basis`, params: { line } };
    default:
      return vat.problem satisfies never;
  }
}
