/** The toolbar icon and the notification, as far as a browser without a screen shows them. */
import { expect, type Shop, test } from './fixtures.ts';
import { putTransfers, waitingTransfer } from './ledger.ts';
import { openRoom } from './options-form.ts';

/** The browser's own API object, in the worker and in a page of ours. */
interface Api {
  readonly action: {
    getBadgeText(ask: object): Promise<string>;
    getBadgeBackgroundColor(ask: object): Promise<readonly number[]>;
    getBadgeTextColor(ask: object): Promise<readonly number[]>;
    getTitle(ask: object): Promise<string>;
  };
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
}
declare const chrome: Api;

const RED = [173, 35, 24, 255];
const AMBER = [138, 82, 0, 255];
const GREY = [82, 96, 110, 255];
const WHITE = [255, 255, 255, 255];

const badgeOf = ({ browser }: Shop) =>
  browser.worker.evaluate(async () => ({
    text: await chrome.action.getBadgeText({}),
    colour: await chrome.action.getBadgeBackgroundColor({}),
    ink: await chrome.action.getBadgeTextColor({}),
    title: await chrome.action.getTitle({}),
  }));

/** The ledger was filled past the worker: something that it hears of makes it look. */
async function lookAgain(shop: Shop): Promise<void> {
  const page = await shop.openExtensionPage('popup.html');
  await page.evaluate(() => chrome.runtime.sendMessage({ type: 'language.set', language: 'pl' }));
  await page.close();
}

test('the icon: nothing set up, only what is looked up, what needs a person, only looking', async ({ shop }) => {
  await expect.poll(() => badgeOf(shop)).toMatchObject({ text: '…', colour: GREY, ink: WHITE });
  expect((await badgeOf(shop)).title).toContain('nie jest jeszcze połączony');

  const accountId = await shop.setUp();
  await expect.poll(() => badgeOf(shop)).toMatchObject({ text: '', title: 'Mostek' });

  const post = { beganAt: 1, endedAt: 2, gross: 1, nip: '', issueDate: '2026-11-20', lookFrom: '2026-11-20' } as const;
  const looked = { state: 'uncertain', findings: [], post, reason: { code: 'looking', params: {} } } as const;
  await putTransfers(
    shop,
    [1, 2].map((nth) => waitingTransfer(nth, accountId, looked)),
  );
  await lookAgain(shop);
  await expect
    .poll(() => badgeOf(shop))
    .toEqual({
      text: '2',
      colour: AMBER,
      ink: WHITE,
      title: 'Mostek: 2\u00a0dokumenty są sprawdzane w iFirma. Nic nie musisz robić.',
    });

  await putTransfers(shop, [waitingTransfer(3, accountId)]);
  await lookAgain(shop);
  await expect.poll(() => badgeOf(shop)).toMatchObject({ text: '1', colour: RED, ink: WHITE });

  const page = await shop.openExtensionPage('options.html');
  await page.evaluate(() => chrome.runtime.sendMessage({ type: 'erplink.set', panel: 'demo', on: true }));
  await expect.poll(() => badgeOf(shop)).toMatchObject({ text: 'ERP', colour: GREY });
});

test('the box of the notification is empty, and asks the browser by the click that ticks it', async ({ shop }) => {
  await shop.setUp();
  const page = await shop.openExtensionPage('options.html');
  await openRoom(page, 'Podstawowa konfiguracja');
  const box = page.getByRole('checkbox', { name: 'Powiadomienie po wysłaniu zaznaczonych' });
  await expect(box).not.toBeChecked();
  // Nobody can answer the browser's question here: what it would answer is put in its place.
  await page.evaluate(() => {
    const { permissions } = chrome as unknown as { permissions: Record<string, () => Promise<boolean>> };
    let granted = false;
    permissions.contains = async () => granted;
    permissions.request = async () => {
      granted = navigator.userActivation.isActive;
      return granted;
    };
  });
  await box.click();
  await expect(page.getByRole('status').filter({ hasText: 'Zapisano' })).toBeVisible();
  await expect(box).toBeChecked();
  const stored = await page.evaluate(() => chrome.runtime.sendMessage({ type: 'notify.get' }));
  expect(stored).toEqual({ ok: true, value: true });
  // The next time the browser is asked itself, and has given nothing.
  await page.reload();
  await openRoom(page, 'Podstawowa konfiguracja');
  await expect(page.getByText('Przeglądarka cofnęła zgodę')).toBeVisible();
  await expect(box).not.toBeChecked();
});

test('at the end of many one notification, with counts and no names', async ({ shop }) => {
  await shop.setUp();
  await shop.browser.worker.evaluate(() => {
    const shown: object[] = [];
    Reflect.set(self, 'shown', shown);
    const notifications = { create: (said: object) => Promise.resolve(shown.push(said)) };
    for (const name of ['chrome', 'browser']) {
      const api: unknown = Reflect.get(self, name);
      if (typeof api === 'object' && api !== null)
        Object.defineProperty(api, 'notifications', { value: notifications });
    }
  });
  const page = await shop.openExtensionPage('popup.html');
  const orders = ['A', 'B'].map(() => shop.standIns.sellasist.addOrder());
  const bad = shop.standIns.sellasist.addOrder({ buyer: { postcode: '' } });
  const documents = [...orders, bad].map(({ id }) => ({ orderId: id, key: `o${id}` }));
  await page.evaluate(() => chrome.runtime.sendMessage({ type: 'notify.set', on: true }));
  await page.evaluate(
    (refs) => chrome.runtime.sendMessage({ type: 'batch.start', panel: 'demo', documents: refs }),
    documents,
  );
  const shown = () => shop.browser.worker.evaluate(() => Reflect.get(self, 'shown') as readonly { message: string }[]);
  await expect.poll(async () => (await shown()).length, { timeout: 45_000 }).toBe(1);
  const [notice] = await shown();
  expect(notice).toMatchObject({ type: 'basic', title: 'Mostek: wysyłanie zakończone' });
  expect(notice?.message).toBe('2\u00a0dokumenty wysłane, 1\u00a0wymaga uwagi.');
  expect(JSON.stringify(notice)).not.toMatch(/Kowalsk|FV|@/);
});
