/** Whatever becomes of the connection, the browser or the worker once iFirma has worked: one invoice, found again through its mark. */
import type { Locator } from '@playwright/test';
import { stopWorker } from '../browser/stop-worker.ts';
import type { Protocol } from '../sim/faults.ts';
import { expect, type Shop, test } from './fixtures.ts';

// A second chance would hide a race.
test.describe.configure({ retries: 0 });

const POST = { method: 'POST', path: '^/iapi/fakturakraj\\.json' } as const;
const HOST = 'www.ifirma.pl';

async function expectOneInvoice(shop: Shop, status: Locator): Promise<void> {
  await expect(status).toContainText('Wysłano', { timeout: 30_000 });
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
  await expect(status).toContainText(shop.standIns.ifirma.booked()[0]?.number ?? '?');
  expect(shop.standIns.sellasist.panel('demo').files('1001', '12')).toHaveLength(1);
}

/** As far as any server is away: what a decoy is answered with has to travel (`http/send-once`). */
function asFarAsAServer(shop: Shop): void {
  shop.standIns.faults.add({ host: HOST, match: { method: 'GET' }, do: { kind: 'delay', ms: 25 } });
}

const WAYS = [
  // Kept alive by the look-up just before: Chromium would reuse it for the POST and then repeat the POST by itself.
  {
    protocol: 'http/1.1',
    reused: false,
    name: 'on HTTP/1.1, where the POST is kept off the connection that the look-up left',
  },
  { protocol: 'h2', reused: true, name: 'on HTTP/2, on the connection that the look-up used' },
] satisfies { protocol: Protocol; reused: boolean; name: string }[];

for (const { protocol, reused, name } of WAYS) {
  test(`the connection is dropped after iFirma worked, ${name}: exactly one invoice`, async ({ shop }) => {
    const { faults, ifirma } = shop.standIns;
    faults.setProtocols(HOST, [protocol]);
    await shop.setUp();
    asFarAsAServer(shop);
    const order = await shop.openOrder('1001');
    const drop = faults.add({ host: HOST, match: POST, connection: 'any', do: { kind: 'drop', when: 'after' } });
    await order.button('Wyślij do iFirma').click();
    await drop.whenFired();
    await expectOneInvoice(shop, order.status);
    expect(drop.fired()).toBe(1);
    expect(ifirma.booked()[0]?.protocol).toBe(protocol);
    expect(shop.standIns.requests({ method: 'POST' }).map((request) => request.reused)).toEqual([reused]);
  });
}

test('the connection is dropped before iFirma worked: the document is not lost, and nothing is booked by itself', async ({
  shop,
}) => {
  await shop.setUp();
  const order = await shop.openOrder('1001');
  const drop = shop.standIns.faults.add({ host: HOST, match: POST, do: { kind: 'drop', when: 'before' } });
  await order.button('Wyślij do iFirma').click();
  await drop.whenFired();
  await expect(order.status).toContainText('Do sprawdzenia');
  await expect(order.button('Sprawdź w iFirma')).toBeVisible();
  await expect(order.button('Wyślij ponownie')).toHaveCount(0);
  expect(shop.standIns.ifirma.booked()).toHaveLength(0);
  expect(drop.fired()).toBe(1);
});

test('the worker is killed while it waits for iFirma: exactly one invoice', async ({ shop }) => {
  await shop.setUp();
  const order = await shop.openOrder('1001');
  const held = shop.standIns.faults.add({ host: HOST, match: POST, do: { kind: 'hold', when: 'after' } });
  await order.button('Wyślij do iFirma').click();
  await held.whenFired();
  await stopWorker(shop.browser);
  held.remove();
  await expectOneInvoice(shop, order.status);
});

test('the worker is killed before iFirma has worked: nothing is lost, nothing doubled', async ({ shop }) => {
  await shop.setUp();
  const order = await shop.openOrder('1001');
  const held = shop.standIns.faults.add({
    host: HOST,
    match: { method: 'GET', path: 'faktury' },
    do: { kind: 'hold' },
  });
  await order.button('Wyślij do iFirma').click();
  await held.whenFired();
  await stopWorker(shop.browser);
  held.remove();
  await expectOneInvoice(shop, order.status);
});
