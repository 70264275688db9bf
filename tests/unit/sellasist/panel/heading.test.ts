// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { headingContradiction } from '../../../../utils/sellasist/panel/heading.ts';
import { contradictoryCard, orderCard } from './fixtures/order-card.ts';

const accused = (body: string): string | null => {
  document.body.innerHTML = body;
  return headingContradiction(document, '1001');
};

test('the card of the order itself does not contradict', () => expect(accused(orderCard())).toBeNull());
test('a heading that says 1002 on the page of 1001 does', () => expect(accused(contradictoryCard())).toBe('1002'));

describe('another number in the place of an order number contradicts', () => {
  test.each([
    'Zamówienie 1002',
    'ZAMÓWIENIE NR 1002',
    'Zamowienie nr 1002',
    'Zamówienie nr. 1002',
    'Zamówienie nr:1002',
    'Zamówienie numer: 1002',
    'Zamówienie #1002',
    'Zamówienie: 1002',
    'Edycja zamówienia 1002',
    'Edycja zamówienia o numerze 1002',
    'Zamówienie\u00a0nr\n\t1002',
    'Zamówienie nr 1002 z dnia 20.11.2026',
    'Zamówienie 1002 z 20 listopada 2026',
    'Zamówienie z dnia 20.11.2026, 10:15 nr 1002',
    'Zamówienie 20.11.2026 nr 1002',
    'Zamówienie nr 1 002',
    'Zamówienie nr <b>1002</b><small>20.11.2026</small>',
    'Zamówienie nr 1002 (połączone z zamówieniem nr 1001)',
  ])('%s', (heading) => expect(accused(`<h1>${heading}</h1>`)).toBe('1002'));
});

describe('other numbers, and no number, do not', () => {
  test.each([
    'Zamówienie nr 1001',
    'Zamówienie nr 1 001',
    'Zamówienie nr <b>1001</b><small>20.11.2026</small>',
    'Zamówienie nr 1001 (połączone z zamówieniem nr 1002)',
    'Zamówienie nr 1001, faktura nr 5',
    'Zamówienie',
    'Zamówienie z dnia 20.11.2026',
    'Zamówienie z 2026-11-20 10:15',
    'Zamówienie z 20 listopada 2026',
    'Zamówienie z 2026 r.',
    'Zamówienie 135,98 PLN',
    'Zamówienie 135 zł',
    'Zamówienie 1 200 zł',
    'Zamówienie 1 200,50 zł',
    'Zamówienie na kwotę 135,98 zł',
    'Zamówienie: 2 szt.',
    'Zamówienie z 3 produktami',
    'Zamówienia (12)',
    'Zamówienia ( 12 )',
    'Zamówienie 1 z 20',
    'Zamówienie 1/20',
    'Zamówienie Allegro 12345678',
    'Zamówienie 29738e61-7f6a-11e8-ac45-09db60ede9d6',
    'Zamówienie A1002',
    'Zamówienie 123456789012',
    'Faktura FV/12/11/2026',
    'Zamówienie Anny, tel. 600 700 800',
  ])('%s', (heading) => expect(accused(`<h1>${heading}</h1>`)).toBeNull());
});

test('a heading in the modal, in a menu or out of sight speaks of something else', () => {
  expect(
    accused('<div id="master_popup" class="show"><h1>Zamówienie 1002</h1></div><h1>Zamówienie 1001</h1>'),
  ).toBeNull();
  expect(accused('<nav><h2>Zamówienie 1002</h2></nav><h1>Panel</h1>')).toBeNull();
  expect(accused('<div hidden><h1>Zamówienie 1002</h1></div>')).toBeNull();
});

test('where h1 is a logo the first smaller heading speaks, the ones further down do not', () => {
  expect(accused('<h1>Sklep</h1><h2>Zamówienie 1002</h2>')).toBe('1002');
  expect(accused('<h1>Sklep</h1><h2>Zamówienie 1001</h2><h2>Poprzednie zamówienie 998</h2>')).toBeNull();
});
