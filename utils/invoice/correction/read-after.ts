/** The panel's lines read as the state that should be. */

import type { Finding } from '../finding';
import { cut, plainText } from '../text';
import type { Base } from './base';
import type { BookedLine } from './booked';
import { nameKey } from './names';
import type { PanelPart } from './panel-rows';
import { fitsRate, rateFor } from './rates';
import type { Rules } from './rules';
import { type AddedLine, unchanged, type Wanted, type WantedLine } from './wanted';

type AfterRead =
  | {
      readonly ok: true;
      /** With nothing of the lines that the panel does not name. */
      readonly after: Wanted;
      /** With those lines as they are; null: it names them all. */
      readonly listed: Wanted | null;
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export function readAfter(parts: readonly PanelPart[], base: Base, rules: Rules): AfterRead {
  const lines: (WantedLine | null)[] = base.lines.map(() => null);
  const findings: Finding[] = [];
  // What is quite the same first, so that of several equal lines the one that was changed is left for what differs.
  const others = parts.flatMap((part) => {
    const left = spreadOverEqual(part, base, lines);
    return left === 0 ? [] : [{ ...part, quantity: left }];
  });
  const gone = parts.filter(({ quantity }) => quantity === 0);
  const added: AddedLine[] = [];
  const strangers: PanelPart[] = [];
  for (const part of [...others, ...gone]) {
    const at = base.lines.findIndex((line, index) => lines[index] === null && nameKey(line.name) === part.key);
    const place = at >= 0 ? at : placeOf(part, parts, base, lines);
    const booked = base.lines[place] ?? null;
    if (booked !== null && part.quantity === 0) {
      lines[place] = { quantity: 0, unitPrice: booked.unitPrice, vat: booked.vat };
      continue;
    }
    if (part.quantity === 0) continue;
    const sister = base.lines.find(({ name }) => nameKey(name) === part.key) ?? null;
    // What is free stands on no invoice (design 5): beside all of its lines it says nothing.
    if (sister === null && part.gross === 0) {
      strangers.push(part);
      continue;
    }
    // A part of a line at another price keeps the rate of its line.
    const rate = rateFor(part.vat, (booked ?? sister)?.vat ?? null, rules, part);
    if (!rate.ok) findings.push(rate.finding);
    else if (booked === null) {
      strangers.push(part);
      added.push(addedLine(part, rate.rate, sister, rules));
    } else lines[place] = { quantity: part.quantity, unitPrice: part.unitPrice, vat: rate.rate };
  }
  const named = lines.map((line) => line !== null);
  const namesAll = base.lines.every(({ quantity }, index) => quantity === 0 || named[index]);
  // A line that nobody knows beside one that has gone is rather the same under another name.
  findings.push(...strangers.filter(({ key }) => !namesAll || key === '').map(unmatched));
  if (findings.length > 0) return { ok: false, findings };
  const rest = unchanged(base);
  const fill = (missing: (line: WantedLine) => WantedLine): Wanted => ({
    lines: rest.map((line, index) => lines[index] ?? missing(line)),
    added,
  });
  return {
    ok: true,
    after: fill((line) => ({ ...line, quantity: 0 })),
    listed: namesAll ? null : fill((line) => line),
  };
}

export function unmatched({ row, label }: Pick<PanelPart, 'row' | 'label'>): Finding {
  return { code: 'correction-line-unmatched', path: `lines.${row}`, params: { line: label } };
}

/** Gives a part to the lines that equal it in name, price and rate, in their order; how many found no place. */
function spreadOverEqual(part: PanelPart, base: Base, lines: (WantedLine | null)[]): number {
  let left = part.quantity;
  let last = -1;
  for (const [index, line] of base.lines.entries()) {
    const isEqual =
      nameKey(line.name) === part.key && line.unitPrice === part.unitPrice && fitsRate(part.vat, line.vat);
    if (!isEqual) continue;
    last = index;
    const given = lines[index]?.quantity ?? 0;
    const taken = Math.min(left, line.quantity - given);
    if (taken <= 0) continue;
    lines[index] = { quantity: given + taken, unitPrice: line.unitPrice, vat: line.vat };
    left -= taken;
  }
  const line = base.lines[last];
  if (left === 0 || line === undefined) return left;
  // More of it than there is: whether that is allowed is judged with the draft.
  lines[last] = { quantity: (lines[last]?.quantity ?? 0) + left, unitPrice: line.unitPrice, vat: line.vat };
  return 0;
}

/** A line under another name is known by its place and its price, where the panel has as many lines as the invoice. */
function placeOf(
  part: PanelPart,
  parts: readonly PanelPart[],
  base: Base,
  lines: readonly (WantedLine | null)[],
): number {
  const isAlike = parts.length === base.lines.length && new Set(parts.map(({ row }) => row)).size === parts.length;
  const line = base.lines[part.row];
  return isAlike && lines[part.row] === null && line?.unitPrice === part.unitPrice ? part.row : -1;
}

/** @param sister the line of the same name; null: there is none. */
function addedLine(
  part: PanelPart,
  vat: WantedLine['vat'],
  sister: BookedLine | null,
  { settings, tax }: Rules,
): AddedLine {
  const { quantity, unitPrice } = part;
  if (sister !== null) {
    const { name, unit, gtu, pkwiu, flatRate } = sister;
    return { name, unit, gtu, pkwiu, flatRate, quantity, unitPrice, vat };
  }
  // As on an invoice: codes are for goods, and not needed without VAT (ifirma-api 2.7).
  const isCoded = part.role === 'goods' && tax.vat === 'payer';
  return {
    name: cut(part.label, 300),
    unit: cut(plainText(settings.unit), 10),
    quantity,
    unitPrice,
    vat,
    gtu: isCoded ? settings.gtu : null,
    pkwiu: isCoded ? plainText(settings.pkwiu) : '',
    flatRate: tax.flatRate === 'none' || tax.flatRate === 'ifirma' ? null : tax.flatRate,
  };
}
