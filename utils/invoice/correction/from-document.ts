/**
 * A correction of the panel: whether its lines are the state after it or the differences is not documented (sellasist-api 9.4), so
 * every way in which they fit the invoice and the document's own sum is given, and a person is asked where several do.
 */
import type { Grosze, SaleDocument } from '../document';
import type { Finding } from '../finding';
import { lineGross, sum } from '../money';
import type { Base } from './base';
import { nameKey } from './names';
import { type PanelPart, panelPartsOf } from './panel-rows';
import { readAfter } from './read-after';
import { readDifference } from './read-difference';
import type { Rules } from './rules';
import { type PanelReading, type Reading, sameState, unchanged, type Wanted, type WantedState } from './wanted';

/** What was tried: what came of it, and whether the document's own sum agrees. */
interface Tried {
  readonly as: PanelReading;
  readonly read:
    | { readonly ok: true; readonly wanted: Wanted }
    | { readonly ok: false; readonly findings: readonly Finding[] };
  readonly fits: (after: Grosze) => boolean;
}

/** @param base counted from gross, as the panel counts. */
export function fromDocument(document: Pick<SaleDocument, 'lines' | 'total'>, base: Base, rules: Rules): WantedState {
  const refused = (finding: Finding): WantedState => ({ ok: false, findings: [finding] });
  const { total } = document;
  if (base.counted === 'net') return refused({ code: 'correction-net', path: 'lines', params: {} });
  if (document.lines.length === 0) return refused({ code: 'no-lines', path: 'lines', params: {} });
  if (total === null) return refused({ code: 'total-unreadable', path: 'total', params: {} });
  const read = panelPartsOf(document.lines);
  if (!read.ok) {
    return refused({ code: 'correction-line-unmatched', path: `lines.${read.row}`, params: { line: read.label } });
  }
  const tried = waysOf(read.parts, total, base, rules);
  const fitting = tried.flatMap(({ as, read: way, fits }): Reading[] =>
    way.ok && fits(worthOf(way.wanted)) ? [{ as, wanted: way.wanted }] : [],
  );
  const readings = distinct(fitting, base);
  if (readings.length > 0) return { ok: true, readings };
  const [likely] = tried;
  if (likely !== undefined && !likely.read.ok) return { ok: false, findings: onceEach(likely.read.findings) };
  return refused({ code: 'correction-total-unfit', path: 'total', params: { total: String(total) } });
}

/** What is wrong with a line is wrong with each part that it was split into, and is said once. */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ path }, index) => findings.findIndex((earlier) => earlier.path === path) === index);
}

/** The likeliest first: its findings are the ones to be told when nothing fits. */
function waysOf(parts: readonly PanelPart[], total: Grosze, base: Base, rules: Rules): readonly Tried[] {
  const differs =
    (...sums: readonly Grosze[]) =>
    (after: Grosze): boolean =>
      sums.includes(after - base.gross);
  if (parts.some(({ isNegative }) => isNegative)) {
    const read = readDifference(parts, base, rules, 'written');
    return [{ as: 'difference', read, fits: (after) => after === total || differs(total)(after) }];
  }
  const named = sum(parts.map(({ gross }) => gross));
  const isAfter = (after: Grosze): boolean => after === total || differs(total)(after);
  const state = readAfter(parts, base, rules);
  const asAfter: Tried = { as: 'after', read: state.ok ? { ok: true, wanted: state.after } : state, fits: isAfter };
  const ways: Tried[] = [asAfter];
  const listed = state.ok ? state.listed : null;
  // A document that names every line, with its own sum, says what is left; one that names some may say what of them is left, or what went.
  if (listed !== null) {
    const fits = (after: Grosze): boolean => isAfter(after) || named === total;
    ways.push({ as: 'listed', read: { ok: true, wanted: listed }, fits });
  }
  if (total < 0 || listed !== null) {
    ways.push({ as: 'difference', read: readDifference(parts, base, rules, 'off'), fits: differs(total, -total) });
  }
  if (mayBeSurcharge(parts, base)) {
    ways.push({ as: 'surcharge', read: readDifference(parts, base, rules, 'on'), fits: differs(total) });
  }
  return ways;
}

/**
 * Every line as often as it was sold, at no more than half of its price: it has become that cheap, or that much dearer. A price that
 * falls by less is taken as what it says.
 */
function mayBeSurcharge(parts: readonly PanelPart[], base: Base): boolean {
  return parts.every((part) =>
    base.lines.some(
      (line) =>
        nameKey(line.name) === part.key && line.quantity === part.quantity && part.unitPrice * 2 <= line.unitPrice,
    ),
  );
}

function worthOf({ lines, added }: Wanted): Grosze {
  return sum([...lines, ...added].map(({ unitPrice, quantity }) => lineGross(unitPrice, quantity)));
}

/** Ways that come to the same are one; one that changes nothing counts only where nothing else fits. */
function distinct(readings: readonly Reading[], base: Base): readonly Reading[] {
  const nothing: Wanted = { lines: unchanged(base), added: [] };
  const changing = readings.filter(({ wanted }) => !sameState(wanted, nothing));
  const counting = changing.length > 0 ? changing : readings;
  return counting.filter(
    ({ wanted }, index) => !counting.slice(0, index).some((earlier) => sameState(earlier.wanted, wanted)),
  );
}
