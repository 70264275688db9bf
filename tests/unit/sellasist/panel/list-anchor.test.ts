// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://sklep.sellasist.pl/admin/orders/edit" }
import { expect, test } from 'vitest';
import type { PlacePosition } from '../../../../utils/messages/index.ts';
import { findListAnchor } from '../../../../utils/sellasist/panel/list-anchor.ts';
import * as lists from './fixtures/lists.ts';

const placed = (
  body: string,
  kind: 'orders' | 'documents' = 'orders',
  selector: string | null = null,
  position: PlacePosition = 'before',
) => {
  document.body.innerHTML = body;
  const anchor = findListAnchor(document, kind, selector === null ? null : { selector, position });
  if (anchor === null) return null;
  const host = document.createElement('mostek-panel');
  anchor.element[anchor.position](host);
  return { rung: anchor.rung, host };
};

test('1: behind the row of the panel’s own bulk commands', () => {
  const place = placed(lists.orderList());
  expect(place?.rung).toBe(1);
  expect(place?.host.previousElementSibling?.className).toBe('FAKE-toolbar');
});

test('2: before the list’s box', () => {
  const place = placed(lists.orderList().replace(lists.TOOLBAR, ''));
  expect(place?.rung).toBe(2);
  expect(place?.host.nextElementSibling?.id).toBe('editor_list');
});

test('3: before the table, also one that is known by its links alone', () => {
  const place = placed(lists.strippedOrderList(['1', '2', '3']));
  expect(place?.rung).toBe(3);
  expect(place?.host.nextElementSibling?.localName).toBe('table');
});

test('on the list of documents the bulk commands of another list are no place', () => {
  expect(placed(`${lists.TOOLBAR}${lists.documentList()}`, 'documents')?.rung).toBe(2);
});

test('a page without a list has no place', () => {
  expect(placed('<h1>Zamówienia</h1>')).toBeNull();
});

test('0: where the person pointed, before everything else', () => {
  expect(placed(lists.orderList(), 'orders', 'nav', 'after')?.rung).toBe(0);
  const inside = placed(lists.orderList(), 'orders', '.FAKE-toolbar', 'prepend');
  expect(inside?.host.parentElement?.className).toBe('FAKE-toolbar');
});

test.each(['#gone', ':::'])('where %s finds nothing any more, the page’s own rule does', (selector) => {
  expect(placed(lists.orderList(), 'orders', selector)?.rung).toBe(1);
});

test('never into the panel’s form or between the rows', () => {
  expect(placed(lists.orderList(), 'orders', 'tbody tr')?.host.nextElementSibling?.localName).toBe('table');
  const inForm = lists
    .orderList()
    .replace('<div id="FAKE-page">', '<form id="FAKE-form"><div>')
    .replace('</div><div id="master', '</div></form><div id="master');
  expect(placed(inForm)?.host.closest('form')).toBeNull();
});
