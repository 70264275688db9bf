/** Which documents have a form, and where what stopped the others is mended. */
import { describe, expect, test } from 'vitest';
import { isUnexplained, mayBeTyped, roomFor, stoppedBy } from '../../../../components/repair/needs.ts';
import type { ReasonCode } from '../../../../utils/invoice/finding.ts';
import type { DocumentView } from '../../../../utils/messages/index.ts';
import { documentView } from '../order-page.ts';
import { finding, refusal } from './examples.ts';

const reason = (code: ReasonCode, text = ''): DocumentView['reason'] => ({ code, params: { text } });
const stopped = (over: Partial<DocumentView>): DocumentView =>
  documentView({ state: 'incomplete', actions: ['resend', 'skip', 'link'], ...over });

describe('a form is read', () => {
  test.each<[string, boolean, Partial<DocumentView>]>([
    ['of what can be typed', true, { findings: [finding('buyer-city-missing')] }],
    ['of a field that iFirma refused', true, { findings: [refusal('Kontrahent.KodPocztowy')] }],
    ['of the accounting month', true, { findings: [refusal('musi być zgodna z miesiącem i rokiem księgowym')] }],
    ['of a Kod 202 that speaks of a field', true, { state: 'failed', reason: reason('kod-202', 'Kontrahent.NIP') }],
    ['not of what is mended elsewhere', false, { findings: [finding('total-mismatch')] }],
    ['not of words that nobody knows', false, { findings: [refusal('Coś poszło nie tak')] }],
    ['not of a correction', false, { kind: 'correction', findings: [finding('buyer-city-missing')] }],
    ['not while it is on its way', false, { state: 'queued', findings: [finding('buyer-city-missing')] }],
    ['not where it may not be sent', false, { actions: [], findings: [finding('buyer-city-missing')] }],
  ])('%s', (_, expected, over) => expect(mayBeTyped(stopped(over))).toBe(expected));

  test('with what a Kod 202 says as one of the findings', () => {
    expect(stoppedBy(stopped({ state: 'failed', reason: reason('kod-202', 'NIP') }))).toEqual([
      { code: 'ifirma-refused', path: '', params: { kod: '202', text: 'NIP' } },
    ]);
  });
});

describe('what was sent can be copied', () => {
  test.each<[string, boolean, Partial<DocumentView>]>([
    ['where iFirma’s words are unknown', true, { findings: [refusal('Coś poszło nie tak')] }],
    ...(['kod-101', 'kod-102', 'kod-200', 'kod-202', 'kod-other'] as const).map(
      (code): [string, boolean, Partial<DocumentView>] => [`after ${code}`, true, { reason: reason(code) }],
    ),
    ['not where they are known', false, { findings: [refusal('Kontrahent.NIP')] }],
    ['not where Mostek itself found it', false, { findings: [finding('buyer-city-missing')] }],
    ['not where an account is refused', false, { reason: reason('kod-403') }],
  ])('%s', (_, expected, over) => expect(isUnexplained(stopped(over))).toBe(expected));
});

describe('the settings open', () => {
  test.each<[string, string | undefined, Partial<DocumentView>]>([
    ['where the series are', 'series', { findings: [finding('series-incomplete')] }],
    ['where the accounts are', 'accounts', { reason: reason('kod-403') }],
    ['where a payment may become a rule', 'payments', { findings: [finding('payment-unmapped')] }],
    ['where a rate of 0 gets its meaning', 'settings', { findings: [finding('vat-zero-ambiguous')] }],
    ['where the template is named', 'series', { findings: [refusal("Pole 'NazwaSzablonu'")] }],
    [
      'by the reason before the findings',
      'security',
      { reason: reason('locked'), findings: [finding('series-shared')] },
    ],
    ['where they begin, of what is mended elsewhere', undefined, { findings: [finding('total-mismatch')] }],
  ])('%s', (_, room, over) => expect(roomFor(stopped(over), null)).toBe(room));

  test('by what became of the last command before all else', () => {
    const trouble = { code: 'attach-no-field', params: {} } as const;
    expect(roomFor(stopped({ findings: [finding('series-shared')] }), trouble)).toBe('settings');
    expect(roomFor(stopped({}), { code: 'extension-gone', params: {} })).toBeUndefined();
  });
});
