/** One answer of the Sellasist API, judged (sellasist-api 2.4). */
import type { HttpOutcome } from '../http/transport';
import { boundedText, saidIn } from './error-text';
import { isRecord } from './loose';
import { failed, type Result } from './problem';

/** The JSON of a good answer (undefined: an empty one), or the problem. A list's 404 is still `not-found` here. */
export function judge(outcome: HttpOutcome, secrets: readonly string[]): Result<unknown> {
  if (outcome.kind !== 'answer') return failed(outcome);
  const { status } = outcome;
  const body = read(outcome.bytes);
  const said =
    body.kind === 'json' ? saidIn(body.value) : body.kind === 'text' || body.kind === 'page' ? body.text : '';
  const good = status >= 200 && status < 300;
  if (/unknown user/i.test(said) && (!good || isComplaint(body))) return failed({ kind: 'unauthorized' });
  if (good) {
    if (body.kind === 'empty') return { ok: true, value: undefined };
    if (body.kind !== 'json') return failed({ kind: 'unreadable' });
    return hasErrorStatus(body.value)
      ? failed({ kind: 'business', text: boundedText(said, secrets) })
      : { ok: true, value: body.value };
  }
  const text = body.kind === 'page' ? '' : boundedText(said, secrets);
  const http = failed({ kind: 'http', status, text });
  if (status === 401) return failed({ kind: 'unauthorized' });
  if (status === 429) return failed({ kind: 'rate', retryAfterMs: outcome.retryAfterMs });
  // A page in place of JSON comes from something before the API, and proves neither an absence nor a missing right.
  if (body.kind === 'page' || body.kind === 'broken') return http;
  if (status === 403) return failed({ kind: 'forbidden' });
  return status === 404 ? failed({ kind: 'not-found' }) : http;
}

type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  /** `page`: HTML, in place of what was asked for. */
  | { readonly kind: 'text' | 'page'; readonly text: string }
  | { readonly kind: 'empty' | 'broken' };

function read(bytes: Uint8Array<ArrayBuffer>): Body {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return { kind: 'broken' };
  }
  if (text === '') return { kind: 'empty' };
  if (text.startsWith('<')) return { kind: 'page', text };
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'text', text };
  }
}

function only(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

function hasErrorStatus(value: unknown): boolean {
  const answer = only(value);
  return isRecord(answer) && typeof answer.status === 'string' && answer.status.trim().toLowerCase() === 'error';
}

/** An object of words alone, not an order in which somebody wrote them. */
function isComplaint(body: Body): boolean {
  if (body.kind !== 'json') return body.kind === 'text' || body.kind === 'page';
  const answer = only(body.value);
  return hasErrorStatus(answer) || (isRecord(answer) && answer.id === undefined);
}
