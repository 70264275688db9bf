/** In which room of the options a finding is mended; null: in the order itself, as its own words say. */
import type { FindingCode } from '../../../utils/invoice/finding';
import type { Room } from '../route';

const ROOMS: Readonly<Partial<Record<FindingCode, Room>>> = {
  'payment-unmapped': 'payments',
  'payment-not-for-exempt': 'payments',
  'series-unassigned': 'accounts',
  'exempt-line-taxed': 'accounts',
  'series-incomplete': 'series',
  'series-not-sent': 'series',
  'series-for-corrections': 'series',
  'series-oss': 'series',
  'series-shared': 'series',
  'number-unreadable': 'series',
  'number-date-differs': 'series',
  'order-series-missing': 'settings',
  'order-series-unfit': 'settings',
  'vat-zero-ambiguous': 'settings',
  'legal-basis-missing': 'settings',
};

export const roomOfFinding = (code: FindingCode): Room | null => ROOMS[code] ?? null;
