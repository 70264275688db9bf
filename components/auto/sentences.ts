/** What is said of an account that sends by itself, the most important first. */
import type { AutoView } from '../../utils/messages';
import type { AutoTexts } from '../../utils/texts/auto';
import { date, time } from '../format';

/** One line: what goes on, or what it waits for. */
export function headOf(texts: AutoTexts, { hindrance, elsewhere, since }: AutoView): string {
  if (hindrance !== null) return texts.hindrances[hindrance];
  if (elsewhere !== null) return texts.elsewhere(elsewhere);
  return since === null ? texts.notBegun : texts.works;
}

/** @param now epoch milliseconds. */
export function lookOf(texts: AutoTexts, { lookedAt, next }: AutoView, now: number): string | null {
  if (lookedAt === null || lookedAt === 0) return null;
  const at = time(lookedAt, now);
  return next === null || next <= now ? texts.lookedLast(at) : texts.looked(at, time(next, now));
}

export function sinceOf(texts: AutoTexts, { since, from }: AutoView, now: number): string | null {
  return since === null || from === null ? null : texts.since(time(since, now), date(from));
}
