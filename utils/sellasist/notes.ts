/** The internal notes of an order (sellasist-api 6). How a row of them looks is published nowhere, so every text of a row counts. */
import { isNothing, isRecord, readText } from './loose';

/** Deeper than any answer goes. */
const DEEPEST = 4;
/** Of a row, and no words of it. */
const NO_WORDS = /(?:^|_)(?:id|date|time|type|user|author|login|status)(?:$|_)/i;

/**
 * Every text that stands in the notes, as it came; whose words they are, and in which order, is not said. null: it is no list of notes.
 * An object is a list whose rows are named by their ids, or that is wrapped.
 */
export function noteTextsIn(answer: unknown): readonly string[] | null {
  if (answer === undefined) return [];
  return Array.isArray(answer) || isRecord(answer) ? textsIn(answer, 0) : null;
}

/** Whether an answer to a write says that it was done: `{message: "success", id}` or something like it (sellasist-api 6). */
export function saysWritten(answer: unknown): boolean {
  const said: unknown = Array.isArray(answer) && answer.length === 1 ? answer[0] : answer;
  if (!isRecord(said)) return false;
  return !isNothing(said.id) || [said.message, said.status].some((word) => /^(?:success|ok)\b/i.test(readText(word)));
}

function textsIn(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (depth >= DEEPEST || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => (NO_WORDS.test(name) ? [] : textsIn(each, depth + 1)));
}
