/** How long the options page takes to be ready for a click, with many accounts, and what unlocking costs. */
import type { Page } from '@playwright/test';
import type { Reply, SaveReply } from '../../utils/messages/index.ts';
import { TEST_KEYS } from '../sim/ifirma/index.ts';
import type { Figure } from './figure.ts';
import type { Shop } from './shop.ts';

/** The browser's own API object, inside a page of the extension. */
declare const chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };

const ACCOUNTS = 50;
const SERIES_OF_EACH = 10;
const TIMES = 10;
const PASSPHRASE = 'most zwodzony nad fosą';
const AIM_MS = 200;
const REST_MS = 500;

export async function optionsTime({ browser: { context, extensionId } }: Shop): Promise<Figure[]> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  await addAccounts(page);

  const rooms = { accounts: 'Konta', series: 'Serie dokumentów' } as const;
  const figures: Figure[] = [];
  for (const [room, title] of Object.entries(rooms)) {
    const samples: number[] = [];
    for (let time = 0; time < TIMES; time++) samples.push(await interactiveMs(page, extensionId, room));
    figures.push({
      what: `options page interactive, ${title}, 50 accounts, 500 series`,
      unit: 'ms',
      samples,
      aim: AIM_MS,
    });
  }
  const unlocking = await unlockMs(page);
  await page.close();
  return [...figures, { what: 'unlocking with the passphrase', unit: 'ms', samples: unlocking, aim: null }];
}

/** From the start of the load until the room's own controls are there and a frame with them was drawn. */
async function interactiveMs(page: Page, extensionId: string, room: string): Promise<number> {
  // Another address first, so that only the hash never makes it a move inside the same page.
  await page.goto('about:blank');
  // The page before is put away meanwhile, which is not what is measured.
  await page.waitForTimeout(REST_MS);
  await page.goto(`chrome-extension://${extensionId}/options.html#${room}`, { waitUntil: 'commit' });
  return page.evaluate(
    (kind) =>
      new Promise<number>((resolve) => {
        const isReady = (): boolean =>
          kind === 'accounts'
            ? document.querySelectorAll('main article').length >= 50
            : document.querySelectorAll('main form').length > 0 && document.querySelector('main select') !== null;
        const look = (): void => {
          if (isReady()) requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
          else requestAnimationFrame(look);
        };
        look();
      }),
    room,
  );
}

const say = <T>(page: Page, message: object): Promise<Reply<T>> =>
  page.evaluate((said) => chrome.runtime.sendMessage(said), message) as Promise<Reply<T>>;

/** One is there; the others are shops of their own, so that no series is anybody else's. */
async function addAccounts(page: Page): Promise<void> {
  for (let nth = 1; nth < ACCOUNTS; nth++) {
    const reply = await say<SaveReply<unknown>>(page, {
      type: 'account.save',
      id: null,
      revision: 0,
      name: `Sklep ${nth}`,
      panel: `sklep-${nth}`,
      login: `sklep-${nth}@example.com`,
      tax: { vat: 'payer', basis: '', flatRate: 'none' },
      seriesIds: Array.from({ length: SERIES_OF_EACH }, (_, at) => String(at + 1)),
      secrets: { sellasist: `klucz-${nth}`, faktura: TEST_KEYS.faktura },
    });
    if (!reply.ok || !reply.value.ok) throw new Error(`account ${nth} was not saved: ${JSON.stringify(reply)}`);
  }
}

async function unlockMs(page: Page): Promise<number[]> {
  const security = await say<{ keys: { accountId: string; name: string }[] }>(page, { type: 'security' });
  if (!security.ok) throw new Error('no answer about the keys');
  const keys: Record<string, Record<string, string>> = {};
  for (const { accountId, name } of security.value.keys)
    keys[accountId] = { ...keys[accountId], [name]: name === 'abonent' ? TEST_KEYS.abonent : TEST_KEYS.faktura };
  const on = await say<{ ok: boolean }>(page, { type: 'passphrase.on', passphrase: PASSPHRASE, keys, autoLock: null });
  if (!on.ok || !on.value.ok) throw new Error(`the passphrase was not set: ${JSON.stringify(on)}`);
  const samples: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    await say(page, { type: 'lock' });
    const ms = await page.evaluate(async (passphrase) => {
      const began = performance.now();
      const reply = (await chrome.runtime.sendMessage({ type: 'unlock', passphrase })) as { ok: boolean };
      return reply.ok ? performance.now() - began : Number.NaN;
    }, PASSPHRASE);
    if (Number.isNaN(ms)) throw new Error('it was not unlocked');
    samples.push(ms);
  }
  return samples;
}
