/** What a service's answer means for a transfer: the table of design.md section 3, and the same for what only reads. */
import type { IfirmaProblem } from '../ifirma/problem';
import type { Finding, Reason, ReasonCode } from '../invoice/finding';
import type { SellasistProblem } from '../sellasist/problem';

/** Refusals after which no other document of the account would fare better. */
const PAUSING = [400, 401, 402, 403, 499, 500];
const KNOWN = [100, 101, 102, 200, 202, ...PAUSING];

export type Verdict =
  /**
   * Nothing was booked; it will be tried again by itself. `afterMs` null: as the back-off says. `isOdd`: something answered, and nobody
   * knows what, so it may be there for minutes or for ever; it is asked for some times, and then a person is told.
   */
  | { readonly kind: 'wait'; readonly reason: Reason; readonly afterMs: number | null; readonly isOdd?: true }
  /** Nothing was booked; a person has to mend the document. */
  | { readonly kind: 'incomplete'; readonly findings: readonly Finding[] }
  /** Nothing was booked; a person has to mend something else. */
  | { readonly kind: 'failed'; readonly reason: Reason; readonly pause: boolean }
  /** It may have been booked. */
  | { readonly kind: 'uncertain'; readonly reason: Reason };

function reason(code: ReasonCode, params: Record<string, string> = {}): Reason {
  return { code, params };
}

/**
 * What was begun goes on when the passphrase was given, whenever that is: the engine picks nothing up before. So it may wait no
 * time and count no try, but only because a client says this while the vault is locked, and of nothing else (`store/vault`).
 */
const LOCKED = { kind: 'wait', reason: reason('locked'), afterMs: 0 } as const;

/** iFirma's answer to the one POST, once it began. */
export function verdictOnPost(problem: IfirmaProblem): Verdict {
  switch (problem.kind) {
    case 'kod':
      if (problem.kod === 100) return { kind: 'uncertain', reason: kodReason(problem) };
      if (problem.kod === 201) return { kind: 'incomplete', findings: [refusal(problem.text)] };
      // A Kod that no table knows is a refusal of unknown kind: whether it booked cannot be told, so it is looked up.
      if (!KNOWN.includes(problem.kod)) return { kind: 'uncertain', reason: kodReason(problem) };
      return { kind: 'failed', reason: kodReason(problem), pause: PAUSING.includes(problem.kod) };
    case 'rate':
      return {
        kind: 'wait',
        reason: reason('rate-limited', { service: 'iFirma', until: '' }),
        afterMs: problem.retryAfterMs ?? 60_000,
      };
    case 'http':
      // 411 is said before the work: a server that wants to know the length has not read the body.
      if (problem.status === 411) return { kind: 'failed', reason: reason('post-length-required'), pause: false };
      return { kind: 'uncertain', reason: reason('post-http', { status: String(problem.status) }) };
    case 'not-json':
      return { kind: 'uncertain', reason: reason('post-not-json') };
    case 'no-kod':
      return { kind: 'uncertain', reason: reason('post-no-kod') };
    case 'redirect':
      return { kind: 'uncertain', reason: reason('post-redirect') };
    case 'timeout':
      return { kind: 'uncertain', reason: reason('post-timeout') };
    case 'network':
      return { kind: 'uncertain', reason: reason('post-network') };
    case 'offline':
      return { kind: 'wait', reason: reason('offline'), afterMs: null };
    case 'locked':
      return LOCKED;
    case 'key-missing':
      return { kind: 'failed', reason: reason('key-missing'), pause: true };
    default:
      return problem satisfies never;
  }
}

/** iFirma's answer to a request that only reads. */
export function verdictOnRead(problem: IfirmaProblem): Exclude<Verdict, { kind: 'uncertain' | 'incomplete' }> {
  switch (problem.kind) {
    case 'kod':
      if (problem.kod === 100)
        return { kind: 'wait', reason: reason('ifirma-unreachable', { status: 'Kod 100' }), afterMs: null };
      if (PAUSING.includes(problem.kod)) return { kind: 'failed', reason: kodReason(problem), pause: true };
      // The sentences of the other codes speak of a POST; a refusal to show says nothing of whether an invoice exists.
      return {
        kind: 'failed',
        reason: reason('read-refused', { kod: String(problem.kod), text: spoken(problem.text) }),
        pause: false,
      };
    case 'rate':
      return {
        kind: 'wait',
        reason: reason('rate-limited', { service: 'iFirma', until: '' }),
        afterMs: problem.retryAfterMs ?? 60_000,
      };
    case 'http':
      return {
        kind: 'wait',
        reason: reason('ifirma-unreachable', { status: `HTTP ${problem.status}` }),
        afterMs: null,
      };
    case 'not-json':
    case 'no-kod':
    case 'redirect':
      return { kind: 'wait', reason: reason('ifirma-unreadable'), afterMs: null };
    case 'timeout':
      return { kind: 'wait', reason: reason('timeout', { service: 'iFirma' }), afterMs: null };
    case 'network':
      return { kind: 'wait', reason: reason('network', { service: 'iFirma' }), afterMs: null };
    case 'offline':
      return { kind: 'wait', reason: reason('offline'), afterMs: null };
    case 'locked':
      return LOCKED;
    case 'key-missing':
      return { kind: 'failed', reason: reason('key-missing'), pause: true };
    default:
      return problem satisfies never;
  }
}

export function verdictOnSellasist(problem: SellasistProblem): Exclude<Verdict, { kind: 'uncertain' | 'incomplete' }> {
  switch (problem.kind) {
    case 'missing-key':
    case 'unauthorized':
      return { kind: 'failed', reason: reason('sellasist-key'), pause: false };
    case 'locked':
      return LOCKED;
    case 'forbidden':
      return { kind: 'failed', reason: reason('sellasist-forbidden'), pause: false };
    case 'not-found':
      return { kind: 'failed', reason: reason('sellasist-order-missing'), pause: false };
    case 'business':
      return { kind: 'failed', reason: reason('sellasist-error', { status: '', text: problem.text }), pause: false };
    case 'unreadable':
      return { kind: 'wait', reason: reason('sellasist-unreadable'), afterMs: null, isOdd: true };
    case 'http':
      if (problem.status >= 500 || problem.status === 408) {
        return {
          kind: 'wait',
          reason: reason('sellasist-unreachable', { status: String(problem.status) }),
          afterMs: null,
        };
      }
      // sellasist-api 2.4: the feature is not enabled.
      if (problem.status === 406)
        return { kind: 'failed', reason: reason('sellasist-module', { status: '406' }), pause: false };
      return {
        kind: 'failed',
        reason: reason('sellasist-error', { status: String(problem.status), text: problem.text }),
        pause: false,
      };
    case 'redirect':
      return { kind: 'failed', reason: reason('sellasist-error', { status: '3xx', text: '' }), pause: false };
    case 'rate':
      return {
        kind: 'wait',
        reason: reason('rate-limited', { service: 'Sellasist', until: '' }),
        afterMs: problem.retryAfterMs ?? 60_000,
      };
    case 'timeout':
      return { kind: 'wait', reason: reason('timeout', { service: 'Sellasist' }), afterMs: null };
    case 'network':
      return { kind: 'wait', reason: reason('network', { service: 'Sellasist' }), afterMs: null };
    case 'offline':
      return { kind: 'wait', reason: reason('offline'), afterMs: null };
    default:
      return problem satisfies never;
  }
}

/**
 * iFirma's own words, without anything that could be the signature of a request: it has neither nonce nor time (ifirma-api 1.1),
 * so whoever reads it can send the same request again.
 */
export function spoken(text: string): string {
  return text.replace(/[0-9a-f]{32,}/gi, '…');
}

function kodReason({ kod, text }: { readonly kod: number; readonly text: string }): Reason {
  const code = KNOWN.includes(kod) ? (`kod-${kod}` as ReasonCode) : 'kod-other';
  return reason(code, { kod: String(kod), text: spoken(text) });
}

/** The text of a Kod 201 names its field in quotes (ifirma-api 9.2); unknown texts are shown as iFirma gave them. */
function refusal(text: string): Finding {
  const quoted = /(?:Pole|obiektu)\s+'([^']{1,100})'/i.exec(text)?.[1] ?? '';
  return { code: 'ifirma-refused', path: quoted, params: { kod: '201', text: spoken(text) } };
}
