/** A merchant's way with one document, again and again: open its order, press the button, wait for `Wysłano`. */
import type { Page } from '@playwright/test';
import type { RecordedRequest } from '../sim/requests.ts';
import { extensionCpuMs } from './extension-cpu.ts';
import { orderCard, SELLASIST_PER_MINUTE, type Shop, withShop } from './shop.ts';

const SHOPS = 2;
/** Eight requests to the panel a document, and the product allows itself 60 a minute. */
const ROUNDS = 4;
/** As long as nothing more comes after the last request. */
const QUIET_MS = 300;

export interface Round {
  readonly clickToSentMs: number;
  readonly opening: readonly RecordedRequest[];
  readonly sending: readonly RecordedRequest[];
}

export interface Rounds {
  readonly rounds: readonly Round[];
  /** CPU time of the extension's process for one document, opening its card included; one value a shop, none where unknown. */
  readonly cpuMs: readonly number[];
}

export async function sendDocuments(): Promise<Rounds> {
  const rounds: Round[] = [];
  const cpuMs: number[] = [];
  for (let shops = 0; shops < SHOPS; shops++) {
    await withShop(async (shop) => {
      const page = await shop.browser.context.newPage();
      const before = await extensionCpuMs(shop.browser.context);
      for (let round = 0; round < ROUNDS; round++) rounds.push(await sendOne(shop, page));
      const after = await extensionCpuMs(shop.browser.context);
      if (before !== null && after !== null) cpuMs.push((after - before) / ROUNDS);
      sureNothingWaited(shop);
    });
  }
  return { rounds, cpuMs };
}

async function sendOne(shop: Shop, page: Page): Promise<Round> {
  const { standIns } = shop;
  const orderId = shop.addOrder();
  const known = standIns.requests().length;
  await page.goto(orderCard(orderId));
  const button = page.getByRole('region', { name: 'iFirma', exact: true }).getByRole('button', {
    name: 'Wyślij do iFirma',
    exact: true,
  });
  await button.waitFor();
  await quiet(shop, page);
  const opened = standIns.requests().length;

  const stopwatch = await page.evaluateHandle(startStopwatch);
  await button.click();
  const clickToSentMs = await stopwatch.evaluate(({ sent }) => sent);
  await quiet(shop, page);
  const all = standIns.requests();
  return {
    clickToSentMs,
    opening: all.slice(known, opened).filter(isApi),
    sending: all.slice(opened).filter(isApi),
  };
}

/** Runs in the page: from the moment the button of the mouse went up until the state in the region is `Wysłano`. */
function startStopwatch(): { readonly sent: Promise<number> } {
  const root = document.querySelector('mostek-panel')?.shadowRoot;
  if (!root) throw new Error('no open shadow root');
  let clicked = Number.NaN;
  window.addEventListener(
    'click',
    ({ timeStamp }) => {
      clicked = timeStamp;
    },
    { capture: true, once: true },
  );
  const sent = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!root.querySelector('[role="status"]')?.textContent.includes('Wysłano')) return;
      observer.disconnect();
      resolve(performance.now() - clicked);
    });
    observer.observe(root, { childList: true, subtree: true, characterData: true });
  });
  return { sent };
}

const isApi = ({ target }: RecordedRequest): boolean => /^\/(api\/v1|iapi)\//.test(target);

async function quiet({ standIns }: Shop, page: Page): Promise<void> {
  for (let known = -1; known !== standIns.requests().length; ) {
    known = standIns.requests().length;
    await page.waitForTimeout(QUIET_MS);
  }
}

function sureNothingWaited({ standIns }: Shop): void {
  const asked = standIns.requests({ path: /^\/api\/v1\// }).length;
  if (asked > SELLASIST_PER_MINUTE)
    throw new Error(`${asked} requests to the panel in one shop: the product's own limit was measured; lower ROUNDS`);
}
