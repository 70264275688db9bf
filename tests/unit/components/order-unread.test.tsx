// @vitest-environment happy-dom
/** The ledger cannot be read: what the card shows of a document is of before, and what was pressed since may have booked it. */
import { afterEach, expect, test } from 'vitest';
import { documentView, ok, openOrder, orderView, refused } from './order-page.ts';

afterEach(() => {
  document.body.replaceChildren();
});

const PRESSED = 'Wyślij do iFirma';

/** The card was read once; pressing ends with one reason, reading again with another. */
async function pressed(answer: string, unread: string | null) {
  let readings = 0;
  const page = await openOrder({
    state: () => {
      readings += 1;
      return readings === 1 || unread === null ? ok(orderView([documentView()])) : refused(unread);
    },
    send: () => refused(answer),
  });
  await page.press(PRESSED);
  await page.change();
  return page;
}

test('what keeps the order from being read as well is said once', async () => {
  const page = await pressed('database-newer', 'database-newer');
  expect(page.all('alert')).toHaveLength(1);
  expect(page.text()).toContain('nowsza wersja');
  expect(page.text()).not.toContain('Faktura w iFirma nie powstała');
});

test('another reason is said beside it, and neither says that nothing was booked', async () => {
  const page = await pressed('storage-full', 'database-closed');
  expect(page.all('alert')).toHaveLength(2);
  expect(page.text()).toContain('Na dysku brakuje miejsca');
  expect(page.text()).not.toContain('Faktura w iFirma nie powstała');
});

test('where the order was read after it, the document says what it knows', async () => {
  const page = await pressed('storage-full', null);
  expect(page.all('alert')).toHaveLength(1);
  expect(page.text()).toContain('Faktura w iFirma nie powstała');
});
