/**
 * `PowodKorekty` (ifirma-api 4.3): a discount that was due, goods that came back, undue amounts or advances paid back, a price that
 * was raised, a mistake.
 */
export const CORRECTION_REASONS = [
  'OBOW_RABAT',
  'ZWR_SPRZ_TOW',
  'ZWR_NAB_KWOT',
  'ZWR_NAB_ZAL',
  'PODW_CENY',
  'POMYLKI',
] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];
