/** iFirma's accounting month is not that of the sale: moved for the document and moved back, also when the worker is stopped in the middle. */
import type { CommandName, Message } from '../../utils/messages/index.ts';
import { stopWorker } from '../browser/stop-worker.ts';
import { bookedForOrder, IFIRMA } from './bookings.ts';
import { expect, type Order, type Shop, test } from './fixtures.ts';

// A second chance would hide a race.
test.describe.configure({ retries: 0 });

const MONTH = { path: '^/iapi/abonent/miesiacksiegowy\\.json' } as const;

declare const chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };

interface Months {
  readonly from: string;
  readonly to: string;
}

const shown = ({ year, month }: { readonly year: number; readonly month: number }): string =>
  `${year}-${String(month).padStart(2, '0')}`;

const monthNow = ({ standIns }: Shop): string => shown(standIns.ifirma.accountingMonth());

/** The month beside that of the sale, in the same year: no year is ever crossed. */
function setOtherMonth({ standIns }: Shop): Months {
  const { year, month } = standIns.ifirma.accountingMonth();
  const other = { year, month: month === 12 ? 11 : month + 1 };
  standIns.ifirma.setAccountingMonth(other);
  return { from: shown(other), to: shown({ year, month }) };
}

/** What a page of the extension says; its answer is not waited for. */
async function tell<N extends CommandName>(shop: Shop, message: Message<N>): Promise<void> {
  const page = await shop.openExtensionPage('popup.html');
  await page.evaluate((said) => void chrome.runtime.sendMessage(said).catch(() => undefined), message as object);
}

async function refused(shop: Shop): Promise<{ readonly order: Order; readonly months: Months }> {
  await shop.setUp();
  const months = setOtherMonth(shop);
  const order = await shop.openOrder('1001');
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText('Wymaga uzupełnienia');
  await expect(order.region.getByRole('alert')).toContainText('miesiącem i rokiem księgowym');
  // It is there once the card has read the month: none of what a test counts from here on is the card's reading.
  await expect(order.button('Przestaw miesiąc i wyślij ponownie')).toBeVisible();
  expect(bookedForOrder(shop, '1001')).toHaveLength(0);
  return { order, months };
}

const sendMonth = (shop: Shop, { from, to }: Months): Promise<void> =>
  tell<'of.panel'>(shop, {
    type: 'of.panel',
    panel: 'demo',
    message: { type: 'send.month', orderId: '1001', key: 'd77', from, to },
  });

async function expectHome(shop: Shop, { from }: Months, order: Order): Promise<void> {
  await expect(order.status).toContainText('Wysłano', { timeout: 40_000 });
  await expect.poll(() => monthNow(shop), { timeout: 40_000 }).toBe(from);
  expect(bookedForOrder(shop, '1001')).toHaveLength(1);
}

const steps = ({ standIns }: Shop): readonly string[] =>
  standIns
    .requests({ host: IFIRMA, method: 'PUT' })
    .map(({ body }) => /NAST|POPRZ/.exec(body.toString('utf8'))?.[0] ?? '?');

test('by keyboard on the card: the question says what it means, and the document is booked while the month is moved', async ({
  shop,
}) => {
  const { order, months } = await refused(shop);
  const { keyboard } = order.page;
  await order.button('Przestaw miesiąc i wyślij ponownie').focus();
  await keyboard.press('Enter');
  const question = order.region.getByRole('alertdialog', { name: 'Przestawić miesiąc księgowy w iFirma?' });
  await expect(question).toContainText('jeden dla całego konta iFirma');
  const shownMonth = (month: string): string => `${month.slice(5)}.${month.slice(0, 4)}`;
  await expect(question).toContainText(
    `${shownMonth(months.from)} → ${shownMonth(months.to)} → ${shownMonth(months.from)}`,
  );
  await question.getByRole('button', { name: 'Anuluj' }).focus();
  await keyboard.press('Enter');
  await expect(question).toHaveCount(0);
  expect(steps(shop)).toEqual([]);

  await order.button('Przestaw miesiąc i wyślij ponownie').focus();
  await keyboard.press('Enter');
  await question.getByRole('button', { name: 'Przestaw i wyślij' }).focus();
  await keyboard.press('Enter');
  await expectHome(shop, months, order);
  expect(steps(shop)).toHaveLength(2);
});

test('a document of another month is booked there, and the month is where it was', async ({ shop }) => {
  const { order, months } = await refused(shop);
  await sendMonth(shop, months);
  await expectHome(shop, months, order);
  expect(steps(shop)).toHaveLength(2);
  expect(new Set(steps(shop)).size).toBe(2);
});

test('the worker is stopped before the month is read again: it comes home by itself, and there is one invoice', async ({
  shop,
}) => {
  const { order, months } = await refused(shop);
  // The plan, the engine's first reading, and the one after the step.
  const held = shop.standIns.faults.add({
    host: IFIRMA,
    match: { ...MONTH, method: 'GET', nth: 3 },
    do: { kind: 'hold' },
  });
  await sendMonth(shop, months);
  await held.whenFired();
  expect(monthNow(shop)).toBe(months.to);
  await stopWorker(shop.browser);
  held.remove();
  await expectHome(shop, months, order);
});

test('the worker is stopped while iFirma works on the POST: it comes home, and there is one invoice', async ({
  shop,
}) => {
  const { order, months } = await refused(shop);
  const match = { method: 'POST', path: '^/iapi/fakturakraj\\.json' } as const;
  const held = shop.standIns.faults.add({ host: IFIRMA, match, do: { kind: 'hold', when: 'after' } });
  await sendMonth(shop, months);
  await held.whenFired();
  await stopWorker(shop.browser);
  held.remove();
  await expectHome(shop, months, order);
});

test('the answer to the step is lost: the popup says so, other documents wait, and a person may leave the month', async ({
  shop,
}) => {
  const { months } = await refused(shop);
  const match = { ...MONTH, method: 'PUT', times: 1 } as const;
  const lost = shop.standIns.faults.add({
    host: IFIRMA,
    match,
    connection: 'any',
    do: { kind: 'drop', when: 'after' },
  });
  await sendMonth(shop, months);
  await lost.whenFired();
  const popup = await shop.openExtensionPage('popup.html');
  const note = popup.getByRole('region', { name: 'Miesiąc księgowy w iFirma' });
  await expect(note).toContainText('Nie wiadomo, czy iFirma przestawiła miesiąc księgowy');
  const { id } = shop.standIns.sellasist.panel('demo').addOrder();
  const other = await shop.openOrder(id);
  await other.button('Wystaw w iFirma').click();
  await expect(other.region).toContainText('Dokument czeka, bo miesiąc księgowy w iFirma jest na chwilę przestawiony');
  expect(steps(shop)).toHaveLength(1);
  await note.getByRole('button', { name: 'Zostaw tak' }).click();
  await expect(note).toHaveCount(0);
  await expect(other.status).toContainText('Wysłano', { timeout: 30_000 });
  expect(monthNow(shop)).toBe(months.to);
  expect(steps(shop)).toHaveLength(1);
});
