/**
 * The PDF in the order, whatever the panel makes of a file that is written to a field (sellasist-api 8.5): it is there, byte for byte
 * and once, or the merchant is told that it is not and has it at hand.
 */
import { readFile } from 'node:fs/promises';
import type { FaultHandle, Protocol } from '../sim/faults.ts';
import { bookedForOrder, IFIRMA } from './bookings.ts';
import { expect, type Order, type Shop, test } from './fixtures.ts';

const PANEL = 'demo.sellasist.pl';
const FIELD = '12';

const panelOf = ({ standIns }: Shop) => standIns.sellasist.panel('demo');

const filesOf = (shop: Shop, orderId: string): readonly Buffer[] =>
  panelOf(shop)
    .files(orderId, FIELD)
    .map(({ bytes }) => bytes);

const isPdf = (bytes: Buffer | undefined): boolean => bytes?.subarray(0, 5).toString('latin1') === '%PDF-';

/** What `Pobierz PDF` saves. */
async function download(order: Order): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const coming = order.page.waitForEvent('download');
  await order.button('Pobierz PDF').click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** The invoice's own PDF, under its number, however the field behaves. */
async function expectDownload(shop: Shop, order: Order, orderId: string): Promise<Buffer> {
  const [invoice] = bookedForOrder(shop, orderId);
  const { name, bytes } = await download(order);
  expect(name).toBe(`${invoice?.number.replaceAll('/', '_')}.pdf`);
  expect(isPdf(bytes)).toBe(true);
  expect(bytes.toString('latin1')).toContain(`Faktura ${invoice?.number}`);
  return bytes;
}

/** In the field, once, and the very file that iFirma gives. */
async function expectStored(shop: Shop, order: Order, orderId: string): Promise<void> {
  await expect(order.status).toContainText('Wysłano');
  await expect(order.region).toContainText('PDF jest w zamówieniu.');
  await expect(order.region.getByRole('alert')).toHaveCount(0);
  const pdf = await expectDownload(shop, order, orderId);
  expect(filesOf(shop, orderId)).toEqual([pdf]);
  expect(bookedForOrder(shop, orderId)).toHaveLength(1);
}

async function issue(shop: Shop): Promise<{ readonly id: string; readonly order: Order }> {
  const { id } = shop.standIns.sellasist.addOrder();
  const order = await shop.openOrder(id);
  await order.button('Wystaw w iFirma').click();
  return { id, order };
}

const NOT_SEEN = /Sellasist przyjął PDF, ale .*w zamówieniu\. Faktura jest w iFirma\..*„Dodatkowych pól”/;

test('a field that keeps files, in each of the ways that were seen: the PDF is there once, byte for byte', async ({
  shop,
}) => {
  test.setTimeout(90_000);
  await shop.setUp();
  // The one that takes only data URIs comes last: what a panel took once is tried first from then on.
  for (const mode of ['raw', 'raw-url', 'append', 'datauri-only', 'datauri-only'] as const) {
    await test.step(mode, async () => {
      panelOf(shop).switches.fileMode = mode;
      const { id, order } = await issue(shop);
      await expectStored(shop, order, id);
      await order.page.close();
    });
  }
});

for (const mode of ['ignore', 'plain-garbage'] as const) {
  test(`a field that does not keep the file (${mode}): said plainly, the PDF is at hand, and is saved once the panel behaves`, async ({
    shop,
  }) => {
    await shop.setUp();
    panelOf(shop).switches.fileMode = mode;
    const { id, order } = await issue(shop);
    await expect(order.status).toContainText('Wystawiono');
    await expect(order.region).toContainText(NOT_SEEN);
    await expect(order.region.getByRole('button')).toHaveText([
      'Pobierz PDF',
      'Zapisz PDF w zamówieniu',
      'Utwórz korektę',
      'Otwórz ustawienia Mostka',
    ]);
    await expectDownload(shop, order, id);
    expect(filesOf(shop, id).some(isPdf)).toBe(false);

    await test.step('pressed while nothing has changed: told again', async () => {
      const readings = (): number => shop.standIns.requests({ path: new RegExp(`/api/v1/orders/${id}$`) }).length;
      const before = readings();
      await order.button('Zapisz PDF w zamówieniu').click();
      await expect.poll(readings).toBeGreaterThan(before);
      await expect(order.button('Zapisz PDF w zamówieniu')).not.toHaveAttribute('aria-disabled', 'true');
      await expect(order.status).toContainText('Wystawiono');
      // What was spoiled lies in the field now, and nothing is written over it unasked.
      await expect(order.region).toContainText(
        mode === 'ignore' ? NOT_SEEN : /jest już wypełnione.*sam niczego nie nadpisuje/,
      );
    });

    panelOf(shop).switches.fileMode = 'raw';
    await order.button('Zapisz PDF w zamówieniu').click();
    await expectStored(shop, order, id);
  });
}

test('two documents of one order and a field that takes several files: asked before the second, one file each', async ({
  shop,
}) => {
  await shop.setUp();
  panelOf(shop).switches.fileMode = 'append';
  const { sellasist } = shop.standIns;
  const { id } = sellasist.addOrder();
  // The panel's log of the order names both.
  const numbers = [1, 2].map(() => sellasist.addDocument({ orderId: id, numberInOrder: false }).number);
  const order = await shop.openOrder(id);
  const [first, second] = numbers.map((number) => order.region.getByRole('group', { name: number }));
  if (first === undefined || second === undefined) throw new Error('two documents have two groups');

  await first.getByRole('button', { name: 'Wyślij do iFirma' }).click();
  await expect(first.getByRole('status')).toContainText('Wysłano');
  expect(filesOf(shop, id)).toHaveLength(1);

  await second.getByRole('button', { name: 'Wyślij do iFirma' }).click();
  const question = order.region.getByRole('alertdialog', { name: 'Ten dokument może już być w iFirma' });
  const [invoice] = bookedForOrder(shop, id);
  await expect(question).toContainText(`To zamówienie ma już w iFirma fakturę ${invoice?.number}`);
  await question.getByRole('button', { name: 'Anuluj' }).click();
  await expect(second.getByRole('status')).toContainText('Wymaga uzupełnienia');
  expect(bookedForOrder(shop, id)).toHaveLength(1);
  expect(filesOf(shop, id)).toHaveLength(1);

  await second.getByRole('button', { name: 'Wyślij ponownie' }).click();
  await question.getByRole('button', { name: 'Wystaw mimo to' }).click();
  // The first one's PDF in the field is a sign of its own, which the first answer did not speak of.
  await expect(question).toContainText('do którego trafia PDF, jest już wypełnione');
  expect(bookedForOrder(shop, id)).toHaveLength(1);
  await question.getByRole('button', { name: 'Wystaw mimo to' }).click();
  await expect(second.getByRole('status')).toContainText('Wysłano');
  expect(bookedForOrder(shop, id)).toHaveLength(2);
  const files = filesOf(shop, id);
  expect(files.map(isPdf)).toEqual([true, true]);
  expect(files[0]?.equals(files[1] ?? Buffer.alloc(0))).toBe(false);
});

test('iFirma answers with JSON in place of the PDF: said with its words, and saved once it gives the PDF', async ({
  shop,
}) => {
  await shop.setUp();
  const fault = shop.standIns.faults.add({
    host: IFIRMA,
    match: { method: 'GET', path: '\\.pdf' },
    do: { kind: 'json-instead-of-pdf' },
  });
  const { id, order } = await issue(shop);
  await expect(order.status).toContainText('Wystawiono');
  await expect(order.region).toContainText(
    /iFirma nie wydała pliku PDF: „Nie znaleziono faktury”\. Faktura jest w iFirma\. Naciśnij „(?:Pobierz|Zapisz) PDF/,
  );
  await expect(order.region.getByRole('button')).toHaveText([
    'Pobierz PDF',
    'Zapisz PDF w zamówieniu',
    'Utwórz korektę',
  ]);

  await test.step('asked for by hand: the same refusal, and no doubt about the invoice', async () => {
    await order.button('Pobierz PDF').click();
    await expect(order.button('Pobierz PDF')).not.toHaveAttribute('aria-disabled', 'true');
    await expect(order.region.getByRole('alert').getByRole('listitem')).toHaveText([
      /^iFirma nie wydała pliku PDF: „Nie znaleziono faktury”\. Faktura jest w iFirma\./,
    ]);
  });
  expect(filesOf(shop, id)).toEqual([]);
  expect(bookedForOrder(shop, id)).toHaveLength(1);

  fault.remove();
  await order.button('Zapisz PDF w zamówieniu').click();
  await expectStored(shop, order, id);
});

/** As far as any server is away: what a decoy is answered with has to travel (`http/send-once`). */
function asFarAsAServer({ standIns }: Shop): void {
  standIns.faults.add({ host: PANEL, match: { method: 'GET', path: '^/api/' }, do: { kind: 'delay', ms: 25 } });
}

const dropsPut = ({ standIns }: Shop, when: 'before' | 'after'): FaultHandle =>
  standIns.faults.add({
    host: PANEL,
    match: { method: 'PUT', times: 1 },
    connection: 'any',
    do: { kind: 'drop', when },
  });

const WAYS = [
  { protocol: 'http/1.1', reused: false },
  { protocol: 'h2', reused: true },
] satisfies { protocol: Protocol; reused: boolean }[];

for (const { protocol, reused } of WAYS) {
  test(`the connection breaks while the PDF is written, on ${protocol}: one file, and one invoice`, async ({
    shop,
  }) => {
    shop.standIns.faults.setProtocols(PANEL, [protocol]);
    await shop.setUp();
    asFarAsAServer(shop);
    // A field that adds a file at every write shows each repetition.
    panelOf(shop).switches.fileMode = 'append';

    await test.step('after the panel has written it: found in the field, not written again', async () => {
      const drop = dropsPut(shop, 'after');
      const { id, order } = await issue(shop);
      await drop.whenFired();
      await expect(order.status).toContainText('Wysłano', { timeout: 30_000 });
      await expectStored(shop, order, id);
      const puts = shop.standIns.requests({ host: PANEL, method: 'PUT' });
      expect(puts.map((request) => request.reused)).toEqual([reused]);
      await order.page.close();
    });

    await test.step('before: nothing is there, so it is written once more', async () => {
      const drop = dropsPut(shop, 'before');
      const { id, order } = await issue(shop);
      await drop.whenFired();
      await expect(order.status).toContainText('Wysłano', { timeout: 30_000 });
      await expectStored(shop, order, id);
    });
  });
}

test('the panel fails after it has written the PDF: found in the field, not written again', async ({ shop }) => {
  await shop.setUp();
  panelOf(shop).switches.fileMode = 'append';
  const fault = shop.standIns.faults.add({
    host: PANEL,
    match: { method: 'PUT', times: 1 },
    do: { kind: 'status', status: 500, when: 'after' },
  });
  const { id, order } = await issue(shop);
  await fault.whenFired();
  await expect(order.status).toContainText('Wysłano', { timeout: 30_000 });
  await expectStored(shop, order, id);
  expect(shop.standIns.requests({ host: PANEL, method: 'PUT' })).toHaveLength(1);
});

test('the panel refuses the PDF in words: they are said, and the PDF is at hand', async ({ shop }) => {
  await shop.setUp();
  panelOf(shop).switches.refuseWrites = 'Brak miejsca na pliki';
  const { id, order } = await issue(shop);
  await expect(order.status).toContainText('Wystawiono');
  await expect(order.region).toContainText(
    /Sellasist nie przyjął pliku PDF: „Brak miejsca na pliki”\. Faktura jest w iFirma\./,
  );
  await expectDownload(shop, order, id);
  panelOf(shop).switches.refuseWrites = null;
  await order.button('Zapisz PDF w zamówieniu').click();
  await expectStored(shop, order, id);
});
