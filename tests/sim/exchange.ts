import type { FaultAction, FiringFault, Moment } from './faults.ts';
import type { SimRequest, SimResponse } from './http.ts';

/** What the client gets to see of one request: an answer, or a connection that breaks. */
export type Outcome =
  | { readonly kind: 'answer'; readonly response: SimResponse }
  | { readonly kind: 'drop'; readonly reset: boolean }
  /** Headers and half of the body, then the connection breaks. */
  | { readonly kind: 'cut'; readonly response: SimResponse; readonly reset: boolean };

const html = (title: string): string =>
  `<!DOCTYPE html><html lang="pl"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

const htmlAnswer = (status: number, title: string, headers: Readonly<Record<string, string>> = {}): SimResponse => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: html(title),
});

const envelope = (kod: number, text: string): SimResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ response: { Kod: kod, Informacja: text } }),
});

const momentOf = (action: FaultAction): Moment => {
  switch (action.kind) {
    case 'truncated':
    case 'content-type':
    case 'json-instead-of-pdf':
      return 'after';
    case 'require-length':
      return 'before';
    case 'drop':
      return action.when === 'midway' ? 'after' : (action.when ?? 'before');
    default:
      return action.when ?? 'before';
  }
};

/** The outcome that a fault forces on a request; null when it only takes time. `response` is null before the work. */
const outcomeOf = (action: FaultAction, response: SimResponse | null): Outcome | null => {
  const answer = (forced: SimResponse): Outcome => ({ kind: 'answer', response: forced });
  const worked = response ?? { status: 200, body: '' };
  switch (action.kind) {
    case 'delay':
    case 'hold':
      return null;
    case 'drop':
      return action.when === 'midway'
        ? { kind: 'cut', response: worked, reset: action.reset ?? false }
        : { kind: 'drop', reset: action.reset ?? false };
    case 'status':
      return answer({
        status: action.status,
        headers: { 'content-type': action.contentType ?? 'text/html; charset=utf-8', ...action.headers },
        body: action.body ?? html(`${action.status}`),
      });
    case 'html':
      return answer(htmlAnswer(200, 'Przerwa techniczna'));
    case 'truncated': {
      const bytes = Buffer.from(worked.body);
      return answer({ ...worked, body: bytes.subarray(0, Math.floor(bytes.length / 2)) });
    }
    case 'empty':
      return answer({ ...worked, body: '' });
    case 'redirect':
      return answer(htmlAnswer(302, 'Przeniesiono', { location: action.location }));
    case 'kod':
      return answer(envelope(action.kod, action.text ?? `Kod ${action.kod}`));
    case 'json-instead-of-pdf':
      return answer(envelope(201, 'Nie znaleziono faktury'));
    case 'too-many':
      return answer(
        htmlAnswer(
          429,
          'Zbyt wiele żądań',
          action.retryAfter === undefined ? {} : { 'retry-after': String(action.retryAfter) },
        ),
      );
    case 'require-length':
      return answer(htmlAnswer(411, 'Wymagany nagłówek Content-Length'));
    case 'content-type':
      return answer({ ...worked, headers: { ...worked.headers, 'content-type': action.value } });
    default:
      return action satisfies never;
  }
};

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const pass = async (fault: FiringFault): Promise<void> => {
  if (fault.action.kind === 'delay') await Promise.race([wait(fault.action.ms), fault.removed]);
  if (fault.action.kind === 'hold') await fault.removed;
};

/** Takes one request through its faults and, unless one stands before it, through the work. */
export const exchange = async (
  request: SimRequest,
  work: (request: SimRequest) => SimResponse | Promise<SimResponse>,
  faults: readonly FiringFault[],
): Promise<Outcome> => {
  for (const fault of faults.filter((each) => momentOf(each.action) === 'before')) {
    await pass(fault);
    const outcome = outcomeOf(fault.action, null);
    if (outcome !== null) return outcome;
  }
  let response = await work(request);
  for (const fault of faults.filter((each) => momentOf(each.action) === 'after')) {
    await pass(fault);
    const outcome = outcomeOf(fault.action, response);
    if (outcome === null) continue;
    if (outcome.kind !== 'answer') return outcome;
    response = outcome.response;
  }
  return { kind: 'answer', response };
};
