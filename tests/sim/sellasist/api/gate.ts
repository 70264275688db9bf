import type { SimRequest, SimResponse } from '../../http.ts';
import type { Right } from '../dictionaries.ts';
import type { PanelState } from '../state.ts';
import { message } from './answer.ts';

export type Admission =
  | { readonly ok: true; readonly rights: readonly Right[]; readonly leave: () => void }
  | { readonly ok: false; readonly answer: SimResponse };

const WINDOW = 60_000;

/**
 * Who may come in, and how often. Any 60 seconds hold at most the agreed number of requests: a client that is right here
 * is right for every way in which the service may count.
 */
export function createGate(state: PanelState): (request: SimRequest) => Admission {
  let admitted: number[] = [];
  let inside = 0;

  return (request) => {
    const rights = state.keys.get(request.headers.apikey ?? '');
    if (!rights) return refused(message(401, 'Unknown user'));
    // A session that travels with the key means that a page's cookies were mixed in (sellasist-api 1: omit).
    if (request.headers.cookie !== undefined) return refused(message(400, 'Cookies are not accepted'));

    const now = state.now();
    admitted = admitted.filter((at) => at > now - WINDOW);
    const oldest = admitted[admitted.length - state.switches.requestsPerMinute];
    if (oldest !== undefined) {
      const seconds = Math.max(1, Math.ceil((oldest + WINDOW - now) / 1000));
      return refused(tooMany(seconds));
    }
    if (state.switches.oneInFlight && inside > 0) return refused(tooMany(1));

    admitted.push(now);
    inside += 1;
    let left = false;
    const leave = (): void => {
      if (!left) inside -= 1;
      left = true;
    };
    return { ok: true, rights, leave };
  };
}

const refused = (answer: SimResponse): Admission => ({ ok: false, answer });

const tooMany = (seconds: number): SimResponse => message(429, 'Too many requests', { 'retry-after': String(seconds) });
