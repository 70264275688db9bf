/** The panel's lines read as what goes off the invoice and what comes on. */
import type { Finding } from '../finding';
import type { Base } from './base';
import { nameKey } from './names';
import type { PanelPart } from './panel-rows';
import { fitsRate, rateFor } from './rates';
import { unmatched } from './read-after';
import type { Rules } from './rules';
import { unchanged, type Wanted, type WantedLine } from './wanted';

type DifferenceRead =
  | { readonly ok: true; readonly wanted: Wanted }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** @param signs `written`: a minus takes off, the rest comes on. `off`, `on`: the panel writes no signs, and all of it does that. */
export function readDifference(
  parts: readonly PanelPart[],
  base: Base,
  rules: Rules,
  signs: 'written' | 'off' | 'on',
): DifferenceRead {
  const lines = [...unchanged(base)];
  const touched = new Set<number>();
  const findings: Finding[] = [];
  const set = (at: number, line: WantedLine): void => {
    lines[at] = line;
    touched.add(at);
  };
  const goesOff = (part: PanelPart): boolean => (signs === 'written' ? part.isNegative : signs === 'off');
  const found = (
    part: PanelPart,
    fits: (line: WantedLine, at: number) => boolean,
  ): readonly [number, WantedLine] | null => {
    for (const [at, line] of lines.entries()) {
      if (nameKey(base.lines[at]?.name ?? '') === part.key && fits(line, at)) return [at, line];
    }
    return null;
  };

  /** The line whose price a part is the change of: as many pieces, and nothing else is said of it. Of two prices none is chosen. */
  function repriced(part: PanelPart): readonly [number, WantedLine] | null {
    const isMeant = (line: WantedLine, at: number): boolean =>
      !touched.has(at) && line.quantity === part.quantity && fitsRate(part.vat, line.vat);
    const first = found(part, isMeant);
    const other = first && found(part, (line, at) => isMeant(line, at) && line.unitPrice !== first[1].unitPrice);
    return other === null ? first : null;
  }

  function takeOff(part: PanelPart): boolean {
    let left = part.quantity;
    while (left > 0) {
      const place = found(
        part,
        (line) => line.quantity > 0 && line.unitPrice === part.unitPrice && fitsRate(part.vat, line.vat),
      );
      if (place === null) break;
      const [at, line] = place;
      const taken = Math.min(left, line.quantity);
      set(at, { ...line, quantity: line.quantity - taken });
      left -= taken;
    }
    if (left === 0) return true;
    // Not the price, but what it falls by: for every piece of a line that nothing else is said of.
    const place = left === part.quantity ? repriced(part) : null;
    if (place === null || place[1].unitPrice <= part.unitPrice) return false;
    const [at, line] = place;
    set(at, { ...line, unitPrice: line.unitPrice - part.unitPrice });
    return true;
  }

  function comeOn(part: PanelPart): boolean {
    // What went off comes back at another price or rate.
    const gone = found(part, (line, at) => touched.has(at) && line.quantity === 0);
    if (gone !== null) {
      const [at, line] = gone;
      const rate = rateFor(part.vat, line.vat, rules, part);
      if (!rate.ok) findings.push(rate.finding);
      else set(at, { quantity: part.quantity, unitPrice: part.unitPrice, vat: rate.rate });
      return true;
    }
    const more = found(part, (line) => line.unitPrice === part.unitPrice && fitsRate(part.vat, line.vat));
    const place = more ?? repriced(part);
    if (place === null) return false;
    const [at, line] = place;
    if (more === null) set(at, { ...line, unitPrice: line.unitPrice + part.unitPrice });
    else set(at, { ...line, quantity: line.quantity + part.quantity });
    return true;
  }

  // What is free, as a gift or the shipping may be, stands on no invoice (design 5).
  const counting = parts.filter(({ gross }) => gross > 0);
  // First what goes off, wherever it stands: a line at its new price may be written before the old one is taken back.
  for (const part of counting.filter(goesOff)) if (!takeOff(part)) findings.push(unmatched(part));
  for (const part of counting.filter((each) => !goesOff(each))) if (!comeOn(part)) findings.push(unmatched(part));
  return findings.length > 0 ? { ok: false, findings } : { ok: true, wanted: { lines, added: [] } };
}
