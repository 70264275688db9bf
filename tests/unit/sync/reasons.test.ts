import { describe, expect, it } from 'vitest';
import type { IfirmaProblem } from '../../../utils/ifirma/problem.ts';
import type { SellasistProblem } from '../../../utils/sellasist/problem.ts';
import { type Verdict, verdictOnPost, verdictOnRead, verdictOnSellasist } from '../../../utils/sync/reasons.ts';
import { ALL_REASON_PARAMS } from '../../../utils/texts/own-reasons.ts';
import { reasonText } from '../../../utils/texts/reasons.ts';

const kod = (number: number, text = 'tekst iFirmy'): IfirmaProblem => ({ kind: 'kod', kod: number, text });

const PLAIN = ['redirect', 'timeout', 'network', 'offline'] as const;

/** `failed kod-403 pause`, the way the table of the design reads. */
function told(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'incomplete':
      return `incomplete ${verdict.findings.map(({ code }) => code).join()}`;
    case 'failed':
      return `failed ${verdict.reason.code}${verdict.pause ? ' pause' : ''}`;
    case 'wait':
      return `wait ${verdict.reason.code} ${verdict.afterMs === null ? 'back-off' : verdict.afterMs}`;
    case 'uncertain':
      return `uncertain ${verdict.reason.code}`;
    default:
      return verdict satisfies never;
  }
}

describe('the answer to the one POST', () => {
  it.each<[string, IfirmaProblem, string]>([
    ['Kod 201', kod(201), 'incomplete ifirma-refused'],
    ['Kod 101', kod(101), 'failed kod-101'],
    ['Kod 102', kod(102), 'failed kod-102'],
    ['Kod 200', kod(200), 'failed kod-200'],
    ['Kod 202', kod(202), 'failed kod-202'],
    ['Kod 400', kod(400), 'failed kod-400 pause'],
    ['Kod 401', kod(401), 'failed kod-401 pause'],
    ['Kod 402', kod(402), 'failed kod-402 pause'],
    ['Kod 403', kod(403), 'failed kod-403 pause'],
    ['Kod 499', kod(499), 'failed kod-499 pause'],
    ['Kod 500', kod(500), 'failed kod-500 pause'],
    ['Kod 100', kod(100), 'uncertain kod-100'],
    ['no Kod', { kind: 'no-kod' }, 'uncertain post-no-kod'],
    ['no JSON, or JSON that was cut', { kind: 'not-json' }, 'uncertain post-not-json'],
    ['HTTP 500', { kind: 'http', status: 500 }, 'uncertain post-http'],
    ['HTTP 502', { kind: 'http', status: 502 }, 'uncertain post-http'],
    ['a redirect', { kind: 'redirect' }, 'uncertain post-redirect'],
    ['a time-out', { kind: 'timeout' }, 'uncertain post-timeout'],
    ['a network error', { kind: 'network' }, 'uncertain post-network'],
    ['HTTP 429 with Retry-After', { kind: 'rate', retryAfterMs: 7000 }, 'wait rate-limited 7000'],
    ['HTTP 429 without', { kind: 'rate', retryAfterMs: null }, 'wait rate-limited 60000'],
    ['offline, so nothing was begun', { kind: 'offline' }, 'wait offline back-off'],
    ['no key, so nothing was begun', { kind: 'key-missing' }, 'failed key-missing pause'],
    ['locked, so nothing was begun', { kind: 'locked' }, 'wait locked 0'],
  ])('%s', (_title, problem, expected) => {
    expect(told(verdictOnPost(problem))).toBe(expected);
  });

  it.each([1, 99, 208, 300, 404, 501, -1])(
    'Kod %i, which no table knows, may have booked and is looked up',
    (number) => {
      expect(told(verdictOnPost(kod(number)))).toBe('uncertain kod-other');
    },
  );

  it.each([301, 403, 404, 408, 413, 503])('HTTP %i without an envelope may have booked too', (status) => {
    expect(told(verdictOnPost({ kind: 'http', status }))).toBe('uncertain post-http');
  });

  it('HTTP 411 is said before the work: the body went out as a stream and was not read', () => {
    expect(told(verdictOnPost({ kind: 'http', status: 411 }))).toBe('failed post-length-required');
  });

  it('keeps the text of iFirma with its Kod, for a person to read', () => {
    expect(verdictOnPost(kod(202, 'Funkcja niedostępna'))).toMatchObject({
      reason: { params: { kod: '202', text: 'Funkcja niedostępna' } },
    });
  });
});

describe('the text of a Kod 201 becomes a finding', () => {
  it.each([
    ["Pole 'Kontrahent.KodPocztowy' jest wymagane", 'Kontrahent.KodPocztowy'],
    ["Nieudana walidacja obiektu 'adres.kodPocztowy': Pole nie może być puste", 'adres.kodPocztowy'],
    ["Pole 'Data wystawienia' musi być zgodna z miesiącem i rokiem księgowym", 'Data wystawienia'],
    ["pole  'Pozycje[2].StawkaVat' ma niepoprawną wartość", 'Pozycje[2].StawkaVat'],
    ['Data sprzedaży musi być zgodna z miesiącem i rokiem księgowym', ''],
    ["Pole '' jest wymagane", ''],
    ["Pole 'niedomknięte", ''],
    ['', ''],
  ])('%j names %j', (text, path) => {
    expect(verdictOnPost(kod(201, text))).toEqual({
      kind: 'incomplete',
      findings: [{ code: 'ifirma-refused', path, params: { kod: '201', text } }],
    });
  });
});

describe('an answer to what only reads', () => {
  it.each<[string, IfirmaProblem, string]>([
    ['Kod 100', kod(100), 'wait ifirma-unreachable back-off'],
    ['Kod 101', kod(101), 'failed read-refused'],
    ['Kod 102', kod(102), 'failed read-refused'],
    ['Kod 200', kod(200), 'failed read-refused'],
    ['Kod 201: not found', kod(201), 'failed read-refused'],
    ['Kod 202', kod(202), 'failed read-refused'],
    ['Kod 300, which no table knows', kod(300), 'failed read-refused'],
    ['Kod 400', kod(400), 'failed kod-400 pause'],
    ['Kod 401', kod(401), 'failed kod-401 pause'],
    ['Kod 402', kod(402), 'failed kod-402 pause'],
    ['Kod 403', kod(403), 'failed kod-403 pause'],
    ['Kod 499', kod(499), 'failed kod-499 pause'],
    ['Kod 500', kod(500), 'failed kod-500 pause'],
    ['HTTP 429', { kind: 'rate', retryAfterMs: 5 }, 'wait rate-limited 5'],
    ['HTTP 429 without Retry-After', { kind: 'rate', retryAfterMs: null }, 'wait rate-limited 60000'],
    ['HTTP 500', { kind: 'http', status: 500 }, 'wait ifirma-unreachable back-off'],
    ['no JSON', { kind: 'not-json' }, 'wait ifirma-unreadable back-off'],
    ['not what was asked for', { kind: 'no-kod' }, 'wait ifirma-unreadable back-off'],
    ['a redirect', { kind: 'redirect' }, 'wait ifirma-unreadable back-off'],
    ['a time-out', { kind: 'timeout' }, 'wait timeout back-off'],
    ['a network error', { kind: 'network' }, 'wait network back-off'],
    ['offline', { kind: 'offline' }, 'wait offline back-off'],
    ['no key', { kind: 'key-missing' }, 'failed key-missing pause'],
    ['locked', { kind: 'locked' }, 'wait locked 0'],
  ])('%s', (_title, problem, expected) => {
    expect(told(verdictOnRead(problem))).toBe(expected);
  });
});

describe('a refusal to show something', () => {
  it('keeps its Kod and the words of iFirma, without what could be a signature', () => {
    expect(verdictOnRead(kod(202, `Odmowa ${'a1'.repeat(20)}`))).toEqual({
      kind: 'failed',
      reason: { code: 'read-refused', params: { kod: '202', text: 'Odmowa …' } },
      pause: false,
    });
  });

  it.each([99, 101, 102, 200, 201, 202, 208, 300, 400, 401, 402, 403, 499, 500])(
    'never says of a booked invoice that it was not created or is to be sent again: Kod %i',
    (number) => {
      const { reason } = verdictOnRead(kod(number));
      const polish = reasonText('pl', reason, 'yes');
      expect(polish).toContain('Faktura jest w iFirma.');
      expect(polish).not.toMatch(/nie powstała|wyślij|Wyślij/);
      const english = reasonText('en', reason, 'yes');
      expect(english).toContain('The invoice is in iFirma.');
      expect(english).not.toMatch(/No invoice|send/i);
    },
  );
});

describe('an answer of Sellasist', () => {
  it.each<[string, SellasistProblem, string]>([
    ['no key', { kind: 'missing-key' }, 'failed sellasist-key'],
    ['locked', { kind: 'locked' }, 'wait locked 0'],
    ['a wrong key', { kind: 'unauthorized' }, 'failed sellasist-key'],
    ['no right', { kind: 'forbidden' }, 'failed sellasist-forbidden'],
    ['no such order', { kind: 'not-found' }, 'failed sellasist-order-missing'],
    ['a complaint', { kind: 'business', text: 'x' }, 'failed sellasist-error'],
    ['unreadable', { kind: 'unreadable' }, 'wait sellasist-unreadable back-off'],
    ['HTTP 500', { kind: 'http', status: 500, text: '' }, 'wait sellasist-unreachable back-off'],
    ['HTTP 502', { kind: 'http', status: 502, text: '' }, 'wait sellasist-unreachable back-off'],
    ['HTTP 408', { kind: 'http', status: 408, text: '' }, 'wait sellasist-unreachable back-off'],
    ['HTTP 406', { kind: 'http', status: 406, text: 'x' }, 'failed sellasist-module'],
    ['HTTP 422', { kind: 'http', status: 422, text: 'x' }, 'failed sellasist-error'],
    ['a redirect', { kind: 'redirect' }, 'failed sellasist-error'],
    ['HTTP 429', { kind: 'rate', retryAfterMs: 5 }, 'wait rate-limited 5'],
    ['HTTP 429 without Retry-After', { kind: 'rate', retryAfterMs: null }, 'wait rate-limited 60000'],
    ['a time-out', { kind: 'timeout' }, 'wait timeout back-off'],
    ['a network error', { kind: 'network' }, 'wait network back-off'],
    ['offline', { kind: 'offline' }, 'wait offline back-off'],
  ])('%s', (_title, problem, expected) => {
    expect(told(verdictOnSellasist(problem))).toBe(expected);
  });

  it('never pauses the account in iFirma', () => {
    expect(verdictOnSellasist({ kind: 'unauthorized' })).toMatchObject({ pause: false });
  });
});

it('every reason brings the words that its sentence wants, in both languages', () => {
  const ifirma: readonly IfirmaProblem[] = [
    ...[99, 100, 101, 102, 200, 202, 208, 400, 401, 402, 403, 499, 500].map((number) => kod(number)),
    { kind: 'http', status: 500 },
    { kind: 'http', status: 411 },
    { kind: 'rate', retryAfterMs: 1 },
    ...PLAIN.map((kind) => ({ kind })),
    ...(['no-kod', 'not-json', 'key-missing', 'locked'] as const).map((kind) => ({ kind })),
  ];
  const sellasist: readonly SellasistProblem[] = [
    { kind: 'business', text: 'x' },
    { kind: 'http', status: 500, text: '' },
    { kind: 'http', status: 422, text: 'x' },
    { kind: 'rate', retryAfterMs: 1 },
    ...PLAIN.map((kind) => ({ kind })),
    ...(['missing-key', 'locked', 'unauthorized', 'forbidden', 'not-found', 'unreadable'] as const).map((kind) => ({
      kind,
    })),
  ];
  const verdicts: readonly Verdict[] = [
    ...ifirma.flatMap((problem) => [verdictOnPost(problem), verdictOnRead(problem)]),
    ...sellasist.map(verdictOnSellasist),
  ];
  for (const verdict of verdicts) {
    if (verdict.kind === 'incomplete') continue;
    const { code, params } = verdict.reason;
    // `until` is a moment, which only somebody with a clock can add; the sentence reads well without.
    const wanted = ALL_REASON_PARAMS[code].filter((name) => name !== 'until');
    expect(Object.keys(params), code).toEqual(expect.arrayContaining(wanted));
    for (const language of ['pl', 'en'] as const) {
      expect(reasonText(language, verdict.reason), code).not.toMatch(/undefined|\[object|\{\w+\}|^$/);
    }
  }
});
