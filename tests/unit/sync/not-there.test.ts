/** What counts as iFirma's word that an invoice does not exist: proof of absence hangs on it, so whatever else it says proves nothing. */
import { describe, expect, it } from 'vitest';
import type { IfirmaProblem } from '../../../utils/ifirma/problem.ts';
import { saysNotThere } from '../../../utils/sync/not-there.ts';

const kod = (number: number, text = ''): IfirmaProblem => ({ kind: 'kod', kod: number, text });

describe('there is no such invoice', () => {
  it.each<[string, IfirmaProblem]>([
    ['the refusal of what was asked for, whatever its words', kod(201, 'Nie znaleziono faktury')],
    ['the same without words', kod(201)],
    ['another number that says so in words', kod(777, 'Taki dokument nie istnieje.')],
    ['the same words in capitals', kod(208, 'NIE  ZNALEZIONO dokumentu')],
    ['HTTP 404', { kind: 'http', status: 404 }],
  ])('%s', (_what, problem) => {
    expect(saysNotThere(problem)).toBe(true);
  });
});

describe('nothing is known of it', () => {
  it.each<[string, IfirmaProblem]>([
    ['a request that iFirma did not understand', kod(200, 'Nieprawidłowy parametr')],
    ['a state that forbids it', kod(202)],
    ['a number nobody has heard of', kod(777, 'Błąd wewnętrzny')],
    ['a wrong signature, even with such words', kod(402, 'Nie znaleziono użytkownika')],
    ['a bug of iFirma', kod(100)],
    ['HTTP 400', { kind: 'http', status: 400 }],
    ['HTTP 500', { kind: 'http', status: 500 }],
    ['JSON with no invoice in it', { kind: 'no-kod' }],
    ['no JSON', { kind: 'not-json' }],
    ['too many requests', { kind: 'rate', retryAfterMs: null }],
    ['no answer', { kind: 'timeout' }],
  ])('%s', (_what, problem) => {
    expect(saysNotThere(problem)).toBe(false);
  });
});
