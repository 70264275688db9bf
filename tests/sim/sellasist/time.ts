/** Europe/Warsaw, which is where the panel lives whatever the machine thinks. */
import type { PanelTime } from './model.ts';

const warsaw = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Warsaw',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Epoch milliseconds as the panel writes them. */
export const panelTime = (at: number): PanelTime => warsaw.format(at);

/** The same moment in the ISO form with `Z` that is seen now and then (sellasist-api 2.2). */
export function isoTime(time: PanelTime): string {
  const asUtc = Date.parse(`${time.replace(' ', 'T')}Z`);
  const offset = Date.parse(`${panelTime(asUtc).replace(' ', 'T')}Z`) - asUtc;
  return new Date(asUtc - offset).toISOString();
}

/** `2026-11-22` and -2 is `2026-11-20`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
