/** The order card, as a person uses it. */
import type { Locator, Page } from '@playwright/test';
import type { Placed } from './shops.ts';

export interface Card {
  readonly page: Page;
  /** The label of the state, and the number once there is one. */
  state(): Promise<string>;
  /** What is said to be wrong; empty: nothing. */
  alert(): Promise<string>;
  button(name: string): Locator;
  /** Until the document is shown and may be sent. */
  ready(): Promise<void>;
  send(): Promise<void>;
  /** Waits until the state begins with one of the labels. */
  shows(labels: readonly string[], ms: number): Promise<boolean>;
}

const SEND = 'Wyślij do iFirma';
const READY_MS = 20_000;

export async function openCard(page: Page, { shop, orderId }: Placed): Promise<Card> {
  await page.goto(`https://${shop.host}/admin/orders/edit/${orderId}`);
  const region = page.getByRole('region', { name: 'iFirma', exact: true });
  const status = region.getByRole('status').first();
  const button = (name: string): Locator => region.getByRole('button', { name, exact: true });
  return {
    page,
    button,
    state: async () => ((await status.textContent({ timeout: 10_000 })) ?? '').replace(/\s+/g, ' ').trim(),
    alert: async () => (await region.getByRole('alert').allTextContents()).join(' ').trim(),
    ready: () => button(SEND).waitFor({ timeout: READY_MS }),
    send: () => button(SEND).click({ timeout: READY_MS }),
    async shows(labels, ms) {
      const wanted = status.filter({ hasText: new RegExp(`^\\s*(?:${labels.join('|')})`) });
      return wanted.waitFor({ timeout: ms }).then(
        () => true,
        () => false,
      );
    },
  };
}
