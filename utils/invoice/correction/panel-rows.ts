import type { DocumentLine, Grosze, PanelVat, Thousandths } from '../document';
import { lineGross } from '../money';
import { partsFor } from '../split';
import { plainText } from '../text';
import { nameKey } from './names';

/** A part of one line of the panel's correction: so many at one price that iFirma can be sent. */
export interface PanelPart {
  /** The line's place in the panel's document, from 0. */
  readonly row: number;
  readonly key: string;
  /** For people. */
  readonly label: string;
  /** The panel writes what goes off with a minus, at the quantity or at the price. */
  readonly isNegative: boolean;
  /** Without its sign. */
  readonly quantity: Thousandths;
  /** Gross, after discount, without its sign. */
  readonly unitPrice: Grosze;
  readonly gross: Grosze;
  readonly vat: PanelVat;
  readonly role: DocumentLine['role'];
}

type PanelParts =
  | { readonly ok: true; readonly parts: readonly PanelPart[] }
  /** `row`: the line that cannot be read. */
  | { readonly ok: false; readonly row: number; readonly label: string };

/**
 * The lines of a panel's correction in whole prices, split as those of its invoice were when that was sent (`split.ts`): so one line of
 * three for 10.00 meets the two of iFirma that it became.
 */
export function panelPartsOf(lines: readonly DocumentLine[]): PanelParts {
  const parts: PanelPart[] = [];
  for (const [row, line] of lines.entries()) {
    const label = plainText(line.name) || String(row + 1);
    const priced = pricedParts(line);
    if (priced === null) return { ok: false, row, label };
    for (const part of priced)
      parts.push({ ...part, row, label, key: nameKey(line.name), vat: line.vat, role: line.role });
  }
  return { ok: true, parts };
}

function pricedParts(
  line: DocumentLine,
): readonly Pick<PanelPart, 'isNegative' | 'quantity' | 'unitPrice' | 'gross'>[] | null {
  const { unitGross, discount } = line;
  if (line.quantity === null) return null;
  const quantity = Math.abs(line.quantity);
  const unit = unitGross === null ? null : Math.abs(unitGross);
  if (quantity === 0) {
    return (line.lineGross ?? 0) === 0 ? [{ isNegative: false, quantity, unitPrice: unit ?? 0, gross: 0 }] : null;
  }
  const signed = line.lineGross ?? (unitGross === null ? null : lineGross(unitGross, line.quantity, discount));
  if (signed === null) return null;
  const gross = Math.abs(signed);
  const isNegative = signed < 0;
  if (unit !== null && lineGross(unit, quantity) === gross) return [{ isNegative, quantity, unitPrice: unit, gross }];
  const parts = partsFor(gross, quantity);
  return (
    parts?.map((part) => ({
      isNegative,
      quantity: part.quantity,
      unitPrice: part.unitGross,
      gross: lineGross(part.unitGross, part.quantity),
    })) ?? null
  );
}
