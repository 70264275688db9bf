/** What a card shows of an order's documents, and what keeps everything on it from being done (sellasist-panel 3.3, 5.2). */
import { describe, expect, test } from 'vitest';
import { type CardProps, contradictionOn, shownOn } from '../../../../components/order/card.ts';
import type { Action } from '../../../../utils/messages/index.ts';
import { documentView, orderView } from '../order-page.ts';

const card = (over: Partial<CardProps> = {}): CardProps => ({
  kind: 'document-card',
  orderId: '1001',
  ownKey: 'd77',
  headingId: null,
  numberOnPage: () => ({ agrees: true }),
  ...over,
});
const ofOrder = card({ kind: 'order-card', ownKey: null });
const view = orderView([documentView(), documentView({ key: 'd78' })]);
const own = orderView([documentView()]);
const OTHER = 'FV/13/11/2026';

describe('nothing may be done', () => {
  test.each<[string, CardProps, object]>([
    ['where the heading names another order', { ...ofOrder, headingId: '1002' }, { kind: 'heading', page: '1002' }],
    [
      'where the page shows another number',
      card({ numberOnPage: () => ({ agrees: false, seen: OTHER }) }),
      { kind: 'number', page: OTHER, own: 'FV/12/11/2026' },
    ],
    [
      'where the page shows no number',
      card({ numberOnPage: () => ({ agrees: false, seen: null }) }),
      { kind: 'number', page: null, own: 'FV/12/11/2026' },
    ],
    ['where it links to another order', card({ orderId: '1002' }), { kind: 'order', page: '1002', own: '1001' }],
  ])('%s', (_, props, found) => expect(contradictionOn(props, own)).toMatchObject(found));

  test('where a return links to another order than the API says', () => {
    const back = orderView([documentView({ key: 'r5', kind: 'correction', number: null }), documentView()]);
    const props = card({ kind: 'return-card', ownKey: 'r5' });
    expect(contradictionOn({ ...props, orderId: '1002' }, back)).toMatchObject({ page: '1002', own: '1001' });
    expect(contradictionOn(props, back)).toBeNull();
  });

  test.each<[string, CardProps]>([
    [
      'an order’s card has documents of any number',
      { ...ofOrder, numberOnPage: () => ({ agrees: false, seen: OTHER }) },
    ],
    ['a document’s card agrees', card()],
    ['a document’s card links to no order', card({ orderId: null })],
  ])('but for no other reason: %s', (_, props) => expect(contradictionOn(props, own)).toBeNull());

  test('and nothing is said against it before it is read', () => {
    expect(contradictionOn(card({ numberOnPage: () => ({ agrees: false, seen: null }) }), null)).toBeNull();
  });
});

describe('of an order’s documents', () => {
  test('its own card shows all', () => expect(shownOn(ofOrder, view)).toBe(view));

  test('the card of a document shows that one', () =>
    expect(shownOn(card(), view).documents.map(({ key }) => key)).toEqual(['d77']));

  test('and the corrections of that one, no other’s', () => {
    const booked = documentView({ state: 'done', ifirmaNumber: '12/11/2026' });
    const correction = documentView({ key: 'd80', kind: 'correction', corrects: '12/11/2026' });
    const other = documentView({ key: 'd81', kind: 'correction', corrects: '13/11/2026' });
    const unknown = documentView({ key: 'd82', kind: 'correction', corrects: null });
    const shown = (one: typeof booked) =>
      shownOn(card(), orderView([correction, other, unknown, one])).documents.map(({ key }) => key);
    expect(shown(booked)).toEqual(['d80', 'd77']);
    expect(shown(documentView())).toEqual(['d77']);
  });

  test('the card of a return shows its own correction first, and sends that one alone', () => {
    const actions: readonly Action[] = [
      'send',
      'issue',
      'resend',
      'skip',
      'link',
      'check',
      'preview',
      'pdf',
      'correct',
    ];
    const own = documentView({ key: 'r5', kind: 'correction', actions: ['send', 'preview', 'link'] });
    const shown = shownOn(
      card({ kind: 'return-card', ownKey: 'r5' }),
      orderView([documentView({ actions }), documentView({ key: 'd80', kind: 'correction', actions }), own]),
    );
    expect(shown.documents.map((each) => [each.key, each.actions])).toEqual([
      ['r5', own.actions],
      ['d77', ['check', 'preview', 'pdf']],
      ['d80', ['check', 'preview', 'pdf']],
    ]);
  });
});
