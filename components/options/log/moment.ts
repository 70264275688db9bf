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

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** `120 ms`, `1,2 s`, `3 min 05 s`, `1 h 02 min`, `2 d 3 h`. */
export function took(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))}\u00a0ms`;
  if (ms < 10_000) return `${(Math.floor(ms / 100) / 10).toFixed(1).replace('.', ',')}\u00a0s`;
  if (ms < HOUR) return duration(ms);
  const minutes = String(Math.floor((ms % HOUR) / 60_000)).padStart(2, '0');
  if (ms < DAY) return `${Math.floor(ms / HOUR)}\u00a0h ${minutes}\u00a0min`;
  return `${Math.floor(ms / DAY)}\u00a0d ${Math.floor((ms % DAY) / HOUR)}\u00a0h`;
}
