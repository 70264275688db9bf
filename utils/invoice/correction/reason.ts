import type { Base } from './base';
import type { CorrectionReason } from './reasons';
import type { Wanted } from './wanted';
import { sameRate } from './worth';

/**
 * The reason that follows from what changes: what one thing alone says is certain, and no default of a series makes a lowered price the
 * return of goods. Where several things change at once no reason is true of all of it: then the default stands, and without one it
 * is the correction of a mistake.
 *
 * @param byDefault of the correction's series; null: none is chosen.
 */
export function reasonOf(
  { lines }: Pick<Base, 'lines'>,
  wanted: Wanted,
  byDefault: CorrectionReason | null,
): CorrectionReason {
  const kinds = new Set<'fewer' | 'more' | 'cheaper' | 'dearer' | 'other'>();
  if (wanted.added.length > 0) kinds.add('other');
  for (const [index, before] of lines.entries()) {
    const after = wanted.lines[index];
    if (after === undefined) continue;
    if (after.quantity < before.quantity) kinds.add('fewer');
    if (after.quantity > before.quantity) kinds.add('more');
    // Of what goes back whole neither price nor rate says anything.
    if (after.quantity === 0) continue;
    if (after.unitPrice < before.unitPrice) kinds.add('cheaper');
    if (after.unitPrice > before.unitPrice) kinds.add('dearer');
    if (!sameRate(after.vat, before.vat)) kinds.add('other');
  }
  const [only] = kinds;
  if (kinds.size !== 1 || only === undefined) return byDefault ?? 'POMYLKI';
  switch (only) {
    case 'fewer':
      return 'ZWR_SPRZ_TOW';
    case 'cheaper':
      return 'OBOW_RABAT';
    case 'dearer':
      return 'PODW_CENY';
    case 'more':
    case 'other':
      return 'POMYLKI';
    default:
      return only satisfies never;
  }
}
