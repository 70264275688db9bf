import type { Base } from '../../../../utils/invoice/correction/base.ts';
import { baseOf } from '../../../../utils/invoice/correction/base.ts';
import type { BookedLine, BookedOriginal } from '../../../../utils/invoice/correction/booked.ts';
import type { CorrectionAsked } from '../../../../utils/invoice/correction/draft-correction.ts';
import type { Rules } from '../../../../utils/invoice/correction/rules.ts';
import type { WantedState } from '../../../../utils/invoice/correction/wanted.ts';
import { grossOf } from '../../../../utils/invoice/correction/worth.ts';
import { lineGross } from '../../../../utils/invoice/money.ts';
import { DEFAULT_SETTINGS, DEFAULT_TAX } from '../../../../utils/invoice/settings.ts';
import { TODAY } from '../examples.ts';

export const BOOKED_RULES: Rules = { settings: DEFAULT_SETTINGS, tax: DEFAULT_TAX };

/** A lamp for 100.00 zł; its worth follows from price and quantity unless it is said. */
export function bookedLine(changes: Partial<BookedLine> = {}): BookedLine {
  const line = {
    name: 'Lampa',
    unit: 'szt.',
    quantity: 1000,
    unitPrice: 10_000,
    vat: { kind: 'percent', percent: 23 },
    pkwiu: '',
    gtu: null,
    flatRate: null,
    ...changes,
  } as const;
  return { worth: lineGross(line.unitPrice, line.quantity), ...line };
}

/** Two lamps for 100.00 zł and their shipping for 10.00 zł. */
export const LAMPS: readonly BookedLine[] = [
  bookedLine({ quantity: 2000 }),
  bookedLine({ name: 'Kurier', unitPrice: 1000 }),
];

export function bookedOriginal(changes: Partial<BookedOriginal> = {}): BookedOriginal {
  const { lines = LAMPS, counted = 'gross' } = changes;
  return {
    identifier: '1244512',
    number: '12/11/2026',
    kind: 'domestic',
    issueDate: '2026-11-20',
    gross: grossOf(lines ?? [], counted),
    counted,
    currency: 'PLN',
    payment: 'PRZ',
    buyer: {
      name: 'Grażyna Świątek-Źdźbło',
      nip: '',
      street: 'ul. Świętojańska 7/3',
      postcode: '90-001',
      city: 'Łódź',
    },
    lines,
    ...changes,
  };
}

export function baseWith(lines: readonly BookedLine[], changes: Partial<BookedOriginal> = {}): Base {
  const base = baseOf(bookedOriginal({ lines, ...changes }), []);
  if (base === null) throw new Error('no base');
  return base;
}

export function asked(state: WantedState | null, changes: Partial<CorrectionAsked> = {}): CorrectionAsked {
  return {
    original: bookedOriginal(),
    earlier: [],
    state,
    buyer: null,
    documentNumber: null,
    issueDate: TODAY,
    today: TODAY,
    reason: null,
    defaultReason: null,
    conditionsMet: true,
    payment: null,
    notes: 'Sellasist demo/o1001/r5',
    ifirmaSeries: '',
    template: '',
    rules: BOOKED_RULES,
    confirmed: [],
    ...changes,
  };
}
