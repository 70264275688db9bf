// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import type { DocumentView, KsefView } from '../../../../utils/messages/index.ts';
import { all, ok, press, soon, unmount } from '../options/screen.tsx';
import { documentView } from '../order-page.ts';
import { page, showPopup, singly } from './scene.tsx';

const rejected: KsefView = {
  standing: 'rejected',
  reason: { code: 'ksef-rejected', params: { text: 'Zły NIP' } },
  asks: [],
};
const row = (ksef: KsefView): DocumentView =>
  documentView({ state: 'done', ifirmaNumber: '31/11/2026', actions: ['pdf', 'ksef', 'check'], ksef });

afterEach(unmount);

const open = (ksef: KsefView) =>
  showPopup({
    'error.groups': () => ok(singly([row(ksef)])),
    recent: () => ok(page([row(ksef)])),
    'of.panel': () => ok(null),
  });

test('a rejected document says why, and is sent again from its row', async () => {
  const screen = await open(rejected);
  const [item] = all('listitem', undefined, await soon('list', 'Błędy synchronizacji'));
  expect(item?.textContent).toContain('KSeF: odrzucono');
  expect(item?.textContent).toContain('KSeF odrzucił ten dokument: „Zły NIP”.');
  await press('button', 'Wyślij do KSeF');
  expect(screen.askedFor('of.panel')).toEqual([
    { type: 'of.panel', panel: 'testowy', message: { type: 'ksef', orderId: '1001', key: 'd77', confirm: [] } },
  ]);
});

test('what has to be confirmed first is sent from its card alone', async () => {
  await open({ standing: 'held', reason: { code: 'ksef-held', params: {} }, asks: ['sum-differs:1'] });
  await soon('list', 'Błędy synchronizacji');
  expect(all('button', 'Wyślij do KSeF')).toEqual([]);
});

test('the last transfers say how they stand with KSeF', async () => {
  await open(rejected);
  await press('tab', 'Ostatnie');
  const [item] = all('listitem', undefined, await soon('list', 'Ostatnie'));
  expect(item?.textContent).toContain('KSeF: odrzucono');
});
