import type { Grosze } from '../document';
import type { BookedLine, BookedOriginal, Counted, EarlierCorrection } from './booked';
import { grossOf } from './worth';

/** The state that a correction starts from: that of the invoice, or the one after what was corrected last. */
export interface Base {
  readonly counted: Counted;
  /** Those of the original first, in its order; then what an earlier correction has added. */
  readonly lines: readonly BookedLine[];
  readonly gross: Grosze;
}

/** null: the lines are not known. @param earlier oldest first. */
export function baseOf(original: BookedOriginal, earlier: readonly EarlierCorrection[]): Base | null {
  const { lines, counted } = original;
  if (lines === null || lines.length === 0) return null;
  const last = earlier.at(-1);
  // What iFirma says of the sum is held against this one (`checks-original.ts`).
  if (last === undefined) return { counted, lines, gross: grossOf(lines, counted) };
  if (last.lines === null || !repeats(lines, last.lines)) return null;
  return { counted, lines: last.lines, gross: grossOf(last.lines, counted) };
}

/**
 * A correction repeats the lines of its invoice (ifirma-api 4.4). One whose lines are others was made in some other way, and they
 * are not the state after it.
 */
function repeats(original: readonly BookedLine[], later: readonly BookedLine[]): boolean {
  return original.every(({ name, unit }, index) => later[index]?.name === name && later[index]?.unit === unit);
}
