import type { SimHandler, SimRequest, SimResponse } from '../../http.ts';
import type { PanelState } from '../state.ts';
import { message, notFound } from './answer.ts';
import { DICTIONARY_ROUTES } from './dictionaries.ts';
import { DOCUMENT_ROUTES } from './documents.ts';
import { createGate } from './gate.ts';
import { OLD_MODULE_ROUTES } from './old-module.ts';
import { ORDER_EXTRA_ROUTES } from './order-extras.ts';
import { ORDER_ROUTES } from './orders.ts';
import type { Route } from './route.ts';

export const API_PREFIX = '/api/v1';

const ROUTES: readonly Route[] = [
  ...ORDER_ROUTES,
  ...ORDER_EXTRA_ROUTES,
  ...DOCUMENT_ROUTES,
  ...OLD_MODULE_ROUTES,
  ...DICTIONARY_ROUTES,
];

export function createApi(state: PanelState): SimHandler {
  const gate = createGate(state);

  return async (request) => {
    const admission = gate(request);
    if (!admission.ok) return logged(state, request, admission.answer);
    try {
      // Two requests can only meet when one of them takes time.
      await pause(Math.max(state.switches.latencyBefore, state.switches.oneInFlight ? 10 : 0));
      const answer = logged(state, request, dispatch(state, request, admission.rights));
      await pause(state.switches.latencyAfter);
      return answer;
    } finally {
      admission.leave();
    }
  };
}

function dispatch(state: PanelState, request: SimRequest, rights: readonly string[]): SimResponse {
  const path = request.url.pathname.slice(API_PREFIX.length);
  const known = ROUTES.filter((route) => route.path.test(path));
  const route = known.find((candidate) => candidate.method === request.method);
  if (!route) return known.length > 0 ? message(405, 'Method not allowed') : notFound('Not found');
  if (route.right !== null && !rights.includes(route.right)) return message(403, 'Access denied');
  return route.answer({ state, request, id: route.path.exec(path)?.[1] ?? '' });
}

function logged(state: PanelState, request: SimRequest, answer: SimResponse): SimResponse {
  const at = state.now();
  const { method, target } = request;
  state.journal.requests.push({ at, method, target, status: answer.status });
  if (method === 'PUT' || method === 'POST') {
    const path = request.url.pathname.slice(API_PREFIX.length);
    state.journal.writes.push({ at, method, path, body: bodyOf(request), status: answer.status });
  }
  return answer;
}

/** As JSON where it is, as the text that came where it is not. */
function bodyOf(request: SimRequest): unknown {
  const text = request.body.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}
