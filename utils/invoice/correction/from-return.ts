import type { Grosze, Thousandths } from '../document';
import type { Finding } from '../finding';
import { plainText } from '../text';
import type { Base } from './base';
import { nameKey } from './names';
import { unchanged, type WantedState } from './wanted';

/** One row of a return, with the name and the price of the order's line that came back. */
export interface ReturnedLine {
  readonly name: string;
  /** Gross, before any discount of the whole order; null: not known. */
  readonly unitGross: Grosze | null;
  /** null: could not be read. */
  readonly quantity: Thousandths | null;
}

/** What came back goes off the lines that were sold; shipping and whatever else is not in the return stays. */
export function fromReturn(returned: readonly ReturnedLine[], base: Base): WantedState {
  const left = base.lines.map(({ quantity }) => quantity);
  const findings: Finding[] = [];
  for (const [index, row] of returned.entries()) {
    const candidates = candidatesOf(row, base, left);
    const room = candidates.reduce((total, at) => total + (left[at] ?? 0), 0);
    if (row.quantity === null || row.quantity <= 0 || room < row.quantity) {
      const line = plainText(row.name) || String(index + 1);
      findings.push({ code: 'correction-line-unmatched', path: `lines.${index}`, params: { line } });
      continue;
    }
    let rest = row.quantity;
    for (const at of candidates) {
      const taken = Math.min(rest, left[at] ?? 0);
      left[at] = (left[at] ?? 0) - taken;
      rest -= taken;
    }
  }
  if (returned.length === 0) findings.push({ code: 'no-lines', path: 'lines', params: {} });
  if (findings.length > 0) return { ok: false, findings };
  const lines = unchanged(base).map((line, at) => ({ ...line, quantity: left[at] ?? line.quantity }));
  return { ok: true, readings: [{ as: 'return', wanted: { lines, added: [] } }] };
}

/**
 * The lines of that name of which something is left, those of the very price first. Where none has that price, a discount was taken
 * off: then they must all cost the same, but for the grosz by which Mostek splits a line (`split.ts`); which of two prices came back is
 * not guessed.
 */
function candidatesOf({ name, unitGross }: ReturnedLine, { lines, counted }: Base, left: readonly number[]): number[] {
  const named = lines.flatMap((line, at) => (nameKey(line.name) === nameKey(name) && (left[at] ?? 0) > 0 ? [at] : []));
  const priceOf = (at: number): Grosze => lines[at]?.unitPrice ?? 0;
  const prices = named.map(priceOf);
  const areAlike = Math.max(...prices) - Math.min(...prices) <= 1;
  const isOfPrice = (at: number): boolean => counted === 'gross' && priceOf(at) === unitGross;
  if (areAlike) return named.toSorted((a, b) => Number(isOfPrice(b)) - Number(isOfPrice(a)));
  return named.filter(isOfPrice);
}
