/** Moments of the log, to the second and in Europe/Warsaw. */
import { date, duration } from '../../format';

const FORMAT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Warsaw',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2026-11-22` and `10:15:03`. */
export function isoMoment(at: number): { readonly day: string; readonly hour: string } {
  const [day = '', hour = ''] = FORMAT.format(at).split(' ');
  return { day, hour };
}

/** `22.11.2026 10:15:03` */
export function moment(at: number): string {
  const { day, hour } = isoMoment(at);
  return `${date(day)} ${hour}`;
}

/** `120 ms`, `1,2 s`, `3 min 05 s`. */
export function took(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))}\u00a0ms`;
  return ms < 10_000 ? `${(ms / 1_000).toFixed(1).replace('.', ',')}\u00a0s` : duration(ms);
}
