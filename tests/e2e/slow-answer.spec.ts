/**
 * iFirma answers after 45 s, and no debugger keeps the worker alive. Nobody can click in such a browser, so the document is put into
 * the queue by a person before: iFirma asks to come back later, the browser is closed, and a plain one goes on by itself.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { launch } from '../browser/launch.ts';
import { startPlainChromium } from '../browser/plain.ts';
import { setUpAccount } from '../browser/set-up.ts';
import { DEMO_KEY } from '../sim/sellasist/index.ts';
import { startStandIns } from '../sim/start.ts';
import { orderOn, shopToday } from './fixtures.ts';

// A second chance would hide a race.
base.describe.configure({ retries: 0 });

const HOST = 'www.ifirma.pl';

base('an answer after 45 s, in a Chromium that nobody debugs, books exactly one invoice', async () => {
  base.setTimeout(150_000);
  const standIns = await startStandIns({ sellasist: { today: shopToday() } });
  const profile = mkdtempSync(join(tmpdir(), 'mostek-'));
  const first = await launch({ port: standIns.port, profile });
  await setUpAccount(first, { settings: {}, erplink: false, panelKey: DEMO_KEY });
  standIns.faults.add({
    host: HOST,
    match: { path: 'faktury', times: 1 },
    do: { kind: 'too-many', retryAfter: 8 },
  });
  const page = await first.context.newPage();
  await page.goto('https://demo.sellasist.pl/admin/orders/edit/1001');
  const order = orderOn(page);
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText('W kolejce');
  await first.close();
  expect(standIns.ifirma.booked()).toHaveLength(0);

  const slow = standIns.faults.add({
    host: HOST,
    match: { method: 'POST', path: 'fakturakraj' },
    do: { kind: 'delay', ms: 45_000, when: 'after' },
  });
  const plain = startPlainChromium(standIns.port, profile, 'about:blank');
  await slow.whenFired();
  await expect
    .poll(() => standIns.sellasist.panel('demo').files('1001', '12').length, { timeout: 110_000, intervals: [1000] })
    .toBe(1);
  await plain.close();

  expect(slow.fired()).toBe(1);
  expect(standIns.ifirma.booked()).toHaveLength(1);
  // The worker lived through it: the answer itself was received, nothing had to be looked up again after the POST but its number.
  const posts = standIns.requests({ host: HOST, method: 'POST' });
  expect(posts.map(({ state }) => state)).toEqual(['answered']);
  rmSync(profile, { recursive: true, force: true });
  await standIns.close();
});
