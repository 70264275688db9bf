import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../../../utils/invoice/correction/reason.ts';
import type { CorrectionReason } from '../../../../utils/invoice/correction/reasons.ts';
import {
  type AddedLine,
  unchanged,
  type Wanted,
  type WantedLine,
} from '../../../../utils/invoice/correction/wanted.ts';
import { baseWith, bookedLine, LAMPS } from './examples.ts';

const base = baseWith(LAMPS);
const [lamp, courier] = unchanged(base) as [WantedLine, WantedLine];
const wanted = (lines: readonly WantedLine[], added: readonly AddedLine[] = []): Wanted => ({ lines, added });
const reduced: WantedLine = { ...lamp, vat: { kind: 'percent', percent: 8 } };

describe('the reason of a correction follows from what changes', () => {
  it.each<[string, Wanted, CorrectionReason]>([
    ['fewer pieces', wanted([{ ...lamp, quantity: 1000 }, courier]), 'ZWR_SPRZ_TOW'],
    [
      'nothing left',
      wanted([
        { ...lamp, quantity: 0 },
        { ...courier, quantity: 0 },
      ]),
      'ZWR_SPRZ_TOW',
    ],
    ['a price of what went back whole', wanted([{ ...reduced, quantity: 0, unitPrice: 1 }, courier]), 'ZWR_SPRZ_TOW'],
    [
      'lower prices',
      wanted([
        { ...lamp, unitPrice: 9000 },
        { ...courier, unitPrice: 500 },
      ]),
      'OBOW_RABAT',
    ],
    ['higher prices', wanted([{ ...lamp, unitPrice: 11_000 }, courier]), 'PODW_CENY'],
    [
      'a lower and a higher price',
      wanted([
        { ...lamp, unitPrice: 9000 },
        { ...courier, unitPrice: 1500 },
      ]),
      'POMYLKI',
    ],
    ['fewer pieces at a lower price', wanted([{ ...lamp, quantity: 1000, unitPrice: 9000 }, courier]), 'POMYLKI'],
    ['more pieces', wanted([{ ...lamp, quantity: 3000 }, courier]), 'POMYLKI'],
    ['another rate', wanted([reduced, courier]), 'POMYLKI'],
    ['an exemption', wanted([{ ...lamp, vat: { kind: 'exempt', basis: 'x' } }, courier]), 'POMYLKI'],
    ['a line more', wanted([lamp, courier], [bookedLine({ name: 'Żarówka' })]), 'POMYLKI'],
    ['a line more and one gone', wanted([{ ...lamp, quantity: 0 }, courier], [bookedLine()]), 'POMYLKI'],
    ['nothing', wanted([lamp, courier]), 'POMYLKI'],
  ])('%s', (_title, state, reason) => {
    expect(reasonOf(base, state, null)).toBe(reason);
  });
});

describe('the default of a series', () => {
  const lower: WantedLine = { ...lamp, unitPrice: 9000 };
  const fewer: WantedLine = { ...lamp, quantity: 1000 };

  it.each<[string, Wanted]>([
    ['fewer pieces at a lower price', wanted([{ ...lower, quantity: 1000 }, courier])],
    ['a lower and a higher price', wanted([lower, { ...courier, unitPrice: 1500 }])],
    ['fewer of one, another rate of the other', wanted([fewer, { ...courier, vat: reduced.vat }])],
  ])('stands where several things change at once: %s', (_title, state) => {
    expect(reasonOf(base, state, 'ZWR_NAB_KWOT')).toBe('ZWR_NAB_KWOT');
  });

  it.each<[string, Wanted, CorrectionReason]>([
    ['fewer pieces', wanted([fewer, courier]), 'ZWR_SPRZ_TOW'],
    ['a lower price', wanted([lower, courier]), 'OBOW_RABAT'],
    ['a higher price', wanted([{ ...lamp, unitPrice: 11_000 }, courier]), 'PODW_CENY'],
    ['another rate', wanted([reduced, courier]), 'POMYLKI'],
    ['more pieces', wanted([{ ...lamp, quantity: 3000 }, courier]), 'POMYLKI'],
  ])('yields to what one change alone says: %s', (_title, state, reason) => {
    expect(reasonOf(base, state, 'ZWR_NAB_KWOT')).toBe(reason);
  });
});
