/**
 * `npm run demo`: the main job for somebody who has neither account. Starts both stand-ins on loopback, builds the extension, opens a
 * real Chromium with it, enters an account, opens an order, sends it, and shows the PDF in the order.
 *
 * With a display the browser stays open to play with. Without one the steps are printed with their times, and screenshots and the
 * PDF are left in `.output/demo/`. Exit code 0 only when all of it happened.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { ensureChromium } from '../browser/find-chromium.ts';
import { type Launched, launch } from '../browser/launch.ts';
import { TEST_KEYS, TEST_LOGIN } from '../sim/ifirma/index.ts';
import { DEMO_KEY } from '../sim/sellasist/index.ts';
import { type StandIns, startStandIns } from '../sim/start.ts';

const OUT = resolve('.output/demo');
const hasDisplay =
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || ['darwin', 'win32'].includes(process.platform);
const isWatched = hasDisplay && !process.env.CI;

const began = Date.now();
let last = began;
function step(text: string): void {
  const now = Date.now();
  console.log(`${((now - began) / 1000).toFixed(1).padStart(6)} s  ${`+${now - last} ms`.padStart(10)}  ${text}`);
  last = now;
}

let pictures = 0;
async function picture(page: Page, name: string): Promise<void> {
  pictures += 1;
  await page.screenshot({ path: join(OUT, `${pictures}-${name}.png`), fullPage: true });
}

function sure(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`This did not happen: ${what}`);
}

/** The first steps, as the options page asks for them. */
async function takeFirstSteps({ context, extensionId }: Launched): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  const box = (name: string) => page.getByRole('textbox', { name, exact: true });
  const part = (name: string | RegExp) => page.getByRole('region', { name, exact: true });
  const save = async (name: string | RegExp) => {
    await part(name).getByRole('button', { name: 'Zapisz', exact: true }).click();
    await part(name).getByRole('status').filter({ hasText: 'Zapisano' }).waitFor();
  };

  await box('Subdomena Sellasist').fill('https://demo.sellasist.pl/admin');
  await box('Klucz API Sellasist').fill(DEMO_KEY);
  await page.getByRole('button', { name: 'Sprawdź panel' }).click();
  await page.getByText('Panel Sellasist przyjął klucz').waitFor();
  await box('Nazwa konta').fill('Sklep testowy');
  await box('Login ifirma').fill(TEST_LOGIN);
  await box('Klucz API').fill(TEST_KEYS.faktura);
  await box('Klucz API abonent').fill(TEST_KEYS.abonent);
  await save('Konto iFirma');
  await page.getByText(`iFirma przyjęła login ${TEST_LOGIN}`).waitFor();
  await picture(page, 'account');
  step('an account is entered and tested: panel demo.sellasist.pl, its key, the iFirma login and keys');

  await part('Które serie').getByRole('checkbox', { name: 'FV', exact: true }).check();
  await save('Które serie');
  const series = part('Co z nich powstaje').getByRole('group', { name: 'FV', exact: true });
  await series.getByRole('combobox', { name: 'Rodzaj w iFirma' }).selectOption('domestic');
  await series.getByRole('radio', { name: 'iFirma', exact: true }).check();
  await save('Co z nich powstaje');
  await part('Metody płatności').getByRole('button', { name: 'Wypełnij podpowiedziami' }).click();
  await save('Metody płatności');
  await page.getByRole('combobox', { name: 'Pole dodatkowe zapisu dokumentów' }).selectOption({ label: 'Faktura PDF' });
  await save('Miejsce na PDF faktury');
  step('the series becomes domestic invoices, payment methods are mapped, the field for the PDF is chosen');

  await page
    .getByRole('radiogroup', { name: 'Integracja Erplink IFIRMA jest włączona' })
    .getByRole('radio', { name: 'Nie' })
    .check();
  await page.getByText('Sumy się zgadzają.').waitFor();
  await picture(page, 'first-steps');
  step('the newest document stands beside what iFirma would get; nothing was sent');
  await page.close();
}

async function sendOrder({ context }: Launched, standIns: StandIns): Promise<void> {
  const page = await context.newPage();
  await page.goto('https://demo.sellasist.pl/admin/orders/edit/1001');
  const region = page.getByRole('region', { name: 'iFirma', exact: true });
  await region.getByRole('button', { name: 'Wyślij do iFirma' }).waitFor();
  await picture(page, 'order');
  step('the order card has the region iFirma');

  await region.getByRole('button', { name: 'Podgląd' }).click();
  const dialog = page.getByRole('dialog', { name: 'Podgląd dokumentu' });
  await dialog.getByRole('table', { name: 'Pozycje' }).waitFor();
  await picture(page, 'preview');
  await dialog.getByRole('button', { name: 'Zamknij' }).click();
  step('the preview shows what iFirma would get');

  await region.getByRole('button', { name: 'Wyślij do iFirma' }).click();
  const status = region.getByRole('status').filter({ hasText: /Wysłano/ });
  await status.waitFor();
  step('sent: the region says Wysłano');

  const [invoice, ...others] = standIns.ifirma.booked();
  sure(invoice !== undefined && others.length === 0, 'exactly one invoice is booked');
  sure(invoice.gross === 13_598, 'the invoice is worth 135,98 zł, as the order is');
  sure((await status.textContent())?.includes(invoice.number) === true, 'the region shows iFirma’s number');
  step(`iFirma has exactly one invoice: ${invoice.number}, 135,98 zł`);

  const [file] = standIns.sellasist.panel('demo').files('1001', '12');
  sure(file?.bytes.subarray(0, 4).toString() === '%PDF', 'the order’s field holds a PDF');
  writeFileSync(join(OUT, `${invoice.number.replaceAll('/', '_')}.pdf`), file.bytes);
  await page.reload();
  await region
    .getByRole('status')
    .filter({ hasText: /Wysłano/ })
    .waitFor();
  await picture(page, 'pdf-in-the-order');
  step('its PDF is in the order’s field “Faktura PDF”');
  if (!isWatched) await page.close();
}

async function main(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  ensureChromium();
  const built = spawnSync('wxt', ['build'], { stdio: 'ignore', shell: process.platform === 'win32' });
  sure(built.status === 0, 'the production build');
  step('the production build is in .output/chrome-mv3');

  const today = new Date(Date.now() + 2 * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Warsaw' });
  const standIns = await startStandIns({ sellasist: { today } });
  step(`both stand-ins listen on 127.0.0.1:${standIns.port}`);
  const browser = await launch({ port: standIns.port, headless: !isWatched, extraArguments: ['--lang=pl'] });
  try {
    step('a real Chromium runs the extension');
    await takeFirstSteps(browser);
    await sendOrder(browser, standIns);
    console.log(`\nScreenshots and the PDF are in ${relative('.', OUT)}/`);
    if (isWatched) {
      console.log('The browser stays open to play with: orders 1002 to 1006 wait. Close it to end the demo.');
      await new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
    }
  } finally {
    await browser.close().catch(() => undefined);
    await standIns.close();
  }
}

// What hangs is a failure, too; an open browser that somebody plays with is not.
if (!isWatched) void wait(180_000, undefined, { ref: false }).then(() => process.exit(1));
await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
