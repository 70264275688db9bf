/**
 * Whatever iFirma answers to the one POST: the state that it means, what the merchant is told (what happened, whether an invoice may
 * exist, what to do), which buttons there are, and that nothing is repeated by itself.
 */
import type { FaultAction } from '../sim/faults.ts';
import { bodyOfOrder, bookedFor, IFIRMA, POST, postsFor } from './bookings.ts';
import { expect, type Order, type Shop, test } from './fixtures.ts';

/** Longer than the first looks and the first pauses between tries. */
const QUIET_MS = 20_000;
/** Longer than the first pause; what is paused altogether asks for nothing at all meanwhile. */
const PAUSED_MS = 7_000;

const NOT_BOOKED = 'Faktura w iFirma nie powstała.';
const MAYBE_BOOKED = 'Faktura mogła już powstać w iFirma.';

const STOPPED = ['Wyślij ponownie', 'Podgląd', 'Pomiń', 'Powiąż z iFirma'];
const UNCLEAR = ['Sprawdź w iFirma', 'Powiąż z iFirma'];

const buttonsOf = ({ region }: Order) => region.getByRole('button');
const problemsOf = ({ region }: Order) => region.getByRole('alert').getByRole('listitem');

interface Sent {
  readonly id: string;
  readonly order: Order;
}

/** A new order whose POST, and no other, meets the fault. */
async function sendInto(shop: Shop, fault: FaultAction): Promise<Sent> {
  const { faults, sellasist } = shop.standIns;
  const { id } = sellasist.addOrder();
  faults.add({ host: IFIRMA, match: { ...POST, body: bodyOfOrder(id) }, do: fault });
  return send(shop, id);
}

async function send(shop: Shop, id: string): Promise<Sent> {
  const order = await shop.openOrder(id);
  await order.button('Wystaw w iFirma').click();
  return { id, order };
}

const quiet = ({ order }: Sent, ms = QUIET_MS): Promise<void> => order.page.waitForTimeout(ms);

const json = (body: string, when: 'before' | 'after' = 'before'): FaultAction => ({
  kind: 'status',
  status: 200,
  contentType: 'application/json; charset=utf-8',
  body,
  when,
});

const OUTAGE: readonly { readonly name: string; readonly fault: FaultAction; readonly what: RegExp }[] = [
  { name: 'Kod 100', fault: { kind: 'kod', kod: 100, text: 'Chwilowo nie' }, what: /błąd \(Kod 100\): „Chwilowo nie”/ },
  {
    name: 'a Kod that nobody knows',
    fault: { kind: 'kod', kod: 742, text: 'Hm' },
    what: /kodem 742, którego.*nie zna/,
  },
  { name: 'no Kod', fault: json('{"response":{}}'), what: /odpowiedziała, ale nie podała wyniku/ },
  { name: 'Kod 0 without an identifier', fault: json('{"response":{"Kod":0}}'), what: /nie podała wyniku/ },
  { name: 'HTTP 500', fault: { kind: 'status', status: 500 }, what: /błędem \(HTTP 500\)/ },
  { name: 'a page of HTML', fault: { kind: 'html' }, what: /nieczytelna albo urwana/ },
  { name: 'JSON that breaks off', fault: json('{"response":{"Kod":0,"Identyf'), what: /nieczytelna albo urwana/ },
  {
    name: 'a redirect',
    fault: { kind: 'redirect', location: '/logowanie' },
    what: /pod inny adres, a Mostek tam nie poszedł/,
  },
  {
    name: 'a broken connection',
    fault: { kind: 'drop', when: 'before' },
    // With an HTTP/2 session Chromium's own network service goes down at times, and the worker with it.
    what: /(?:Połączenie z iFirma zerwało się|Przeglądarka przerwała pracę Mostka) podczas wysyłania/,
  },
];

test('an answer that leaves it open: `Do sprawdzenia`, looked up and never repeated', async ({ shop }) => {
  test.setTimeout(120_000);
  await shop.setUp({ settings: { savePdf: false } });
  const all: Sent[] = [];
  for (const { name, fault, what } of OUTAGE) {
    await test.step(name, async () => {
      const sent = await sendInto(shop, fault);
      const { order } = sent;
      // One sentence holds what happened, what it means and what to do.
      await expect(order.region).toContainText(
        new RegExp(`${what.source}.*${MAYBE_BOOKED.replace('.', '\\.')}.*(?:Mostek sam to sprawdza|Sprawdź w iFirma)`),
      );
      await expect(order.status).toContainText('Do sprawdzenia');
      await expect(buttonsOf(order)).toHaveText(UNCLEAR);
      await expect(order.region.getByRole('alert')).toHaveCount(0);
      expect(bookedFor(shop, `o${sent.id}`)).toEqual([]);
      all.push(sent);
    });
  }

  const [last] = all.slice(-1);
  if (last) await quiet(last);
  for (const { id, order } of all) {
    await expect(order.status).toContainText('Do sprawdzenia');
    await expect(order.region).toContainText(/Mostek nie znalazł tej faktury w iFirma.*z opóźnieniem/);
    await expect(order.region).toContainText(MAYBE_BOOKED);
    await expect(order.region).toContainText(/Sprawdzi jeszcze raz po \d{1,2}:\d\d.*nie wystawiaj jej ręcznie/);
    await expect(buttonsOf(order)).toHaveText(UNCLEAR);
    expect(postsFor(shop, id)).toHaveLength(1);
    expect(bookedFor(shop, `o${id}`)).toEqual([]);
  }
});

const ADOPTED: readonly { readonly name: string; readonly fault: FaultAction }[] = [
  { name: 'Kod 100', fault: { kind: 'kod', kod: 100, when: 'after' } },
  { name: 'a Kod that nobody knows', fault: { kind: 'kod', kod: 742, when: 'after' } },
  { name: 'no Kod', fault: json('{}', 'after') },
  { name: 'HTTP 502', fault: { kind: 'status', status: 502, when: 'after' } },
  { name: 'a page of HTML', fault: { kind: 'html', when: 'after' } },
  { name: 'JSON that breaks off', fault: { kind: 'truncated' } },
  { name: 'an answer whose connection breaks in the middle', fault: { kind: 'drop', when: 'midway' } },
  { name: 'an empty answer', fault: { kind: 'empty', when: 'after' } },
  { name: 'a redirect', fault: { kind: 'redirect', location: 'https://demo.sellasist.pl/', when: 'after' } },
];

test('booked all the same: found again by its mark, adopted, and booked once', async ({ shop }) => {
  test.setTimeout(120_000);
  await shop.setUp({ settings: { savePdf: false } });
  const all: Sent[] = [];
  for (const { name, fault } of ADOPTED) {
    await test.step(name, async () => {
      const sent = await sendInto(shop, fault);
      await expect(sent.order.status).toContainText(/Do sprawdzenia|Wysłano/);
      all.push(sent);
    });
  }
  for (const { id, order } of all) {
    await expect(order.status).toContainText('Wysłano', { timeout: 30_000 });
    const [invoice, ...more] = bookedFor(shop, `o${id}`);
    expect(more).toEqual([]);
    await expect(order.status).toContainText(invoice?.number ?? '?');
    await expect(buttonsOf(order)).toHaveText(['Pobierz PDF', 'Utwórz korektę']);
    expect(postsFor(shop, id)).toHaveLength(1);
  }
});

const REFUSED: readonly { readonly name: string; readonly fault: FaultAction; readonly sentence: RegExp }[] = [
  {
    name: 'Kod 101',
    fault: { kind: 'kod', kod: 101, text: 'Niepoprawny adres' },
    sentence: /nie odczytała żądania \(Kod 101\): „Niepoprawny adres”.*nie powstała\..*zgłoś błąd twórcom/,
  },
  {
    name: 'Kod 102',
    fault: { kind: 'kod', kod: 102 },
    sentence: /nie odczytała żądania \(Kod 102\).*nie powstała\..*„Wyślij ponownie”/,
  },
  {
    name: 'Kod 200',
    fault: { kind: 'kod', kod: 200 },
    sentence: /nie zrozumiała dokumentu \(Kod 200\).*nie powstała\..*Sprawdź dokument w „Podglądzie”/,
  },
  {
    name: 'Kod 202',
    fault: { kind: 'kod', kod: 202, text: 'Funkcja niedostępna dla konta nievatowca' },
    sentence:
      /odmówiła.*\(Kod 202\): „Funkcja niedostępna.*nie powstała\..*Sprawdź formę opodatkowania w ustawieniach Mostka.*„Wyślij ponownie”/,
  },
  {
    name: 'HTTP 411: the server wants the length first',
    fault: { kind: 'status', status: 411 },
    sentence: /nie podano jego długości \(HTTP 411\)\. Faktura w iFirma nie powstała\./,
  },
];

test('a refusal: `Błąd` with its reason, nothing booked, and `Wyślij ponownie` books once', async ({ shop }) => {
  test.setTimeout(120_000);
  await shop.setUp({ settings: { savePdf: false } });
  const all: Sent[] = [];
  for (const { name, fault, sentence } of REFUSED) {
    await test.step(name, async () => {
      const sent = await sendInto(shop, fault);
      const { order } = sent;
      await expect(order.status).toContainText('Błąd');
      await expect(problemsOf(order)).toHaveText([sentence]);
      await expect(order.region).toContainText(NOT_BOOKED);
      // Of a refusal that Mostek cannot explain what was sent can be copied.
      const more = fault.kind === 'kod' ? ['Kopiuj żądanie i odpowiedź'] : [];
      await expect(buttonsOf(order)).toHaveText([...STOPPED, ...more]);
      all.push(sent);
    });
  }
  await test.step('Kod 201 names the field, and what to do about it', async () => {
    const sent = await sendInto(shop, {
      kind: 'kod',
      kod: 201,
      text: "Pole 'Kontrahent.KodPocztowy' jest wymagane",
    });
    await expect(sent.order.status).toContainText('Wymaga uzupełnienia');
    await expect(problemsOf(sent.order)).toHaveText([
      /nie przyjęła dokumentu \(Kod 201\): „Pole 'Kontrahent\.KodPocztowy' jest wymagane”\. Sprawdź kod pocztowy/,
    ]);
    await expect(buttonsOf(sent.order)).toHaveText(STOPPED);
    all.push(sent);
  });

  const [last] = all.slice(-1);
  if (last) await quiet(last);
  expect(shop.standIns.ifirma.booked()).toEqual([]);
  shop.standIns.faults.clear();
  for (const { id, order } of all) {
    expect(postsFor(shop, id)).toHaveLength(1);
    await order.button('Wyślij ponownie').click();
    await expect(order.status).toContainText('Wysłano');
    expect(bookedFor(shop, `o${id}`)).toHaveLength(1);
  }
});

test('the accounting month of iFirma is another one: said in its words, and booked once the month is right', async ({
  shop,
}) => {
  await shop.setUp({ settings: { savePdf: false } });
  const year = new Date().getFullYear();
  shop.standIns.ifirma.setAccountingMonth({ month: 1, year: year - 1 });
  const { id } = shop.standIns.sellasist.addOrder();
  const { order } = await send(shop, id);
  await expect(order.status).toContainText('Wymaga uzupełnienia');
  await expect(problemsOf(order)).toHaveText([
    /„Data sprzedaży musi być zgodna z miesiącem i rokiem księgowym”\. Ustaw w iFirma miesiąc księgowy/,
  ]);
  shop.standIns.ifirma.setAccountingMonth(null);
  await order.button('Wyślij ponownie').click();
  await expect(order.status).toContainText('Wysłano');
  expect(bookedFor(shop, `o${id}`)).toHaveLength(1);
});

/** Refusals after which no other document of the account would fare better. */
const PAUSING = [
  { kod: 400, what: /nie rozpoznała podpisu żądania \(Kod 400\)/, todo: 'Popraw login albo klucz API' },
  { kod: 401, what: /nie zna tego loginu \(Kod 401\)/, todo: 'Popraw login albo klucz API' },
  {
    kod: 402,
    what: /nie wygenerowano potrzebnego klucza API \(Kod 402\)/,
    todo: 'Wygeneruj go w konfiguracji konta iFirma',
  },
  { kod: 403, what: /Klucz API nie pasuje do loginu iFirma \(Kod 403\)/, todo: 'Popraw login albo klucz API' },
  { kod: 499, what: /czeka na akceptację regulaminu \(Kod 499\)/, todo: 'zaakceptuj regulamin' },
  { kod: 500, what: /nie ma w iFirma wymaganych uprawnień \(Kod 500\)/, todo: 'uprawnienie „super konto”' },
] as const;

async function expectWaiting(order: Order, kod: number): Promise<void> {
  await expect(order.status).toContainText('W kolejce');
  await expect(order.region).toContainText(
    new RegExp(`Konto czeka, bo iFirma odmówiła mu dostępu \\(Kod ${kod}\\)\\. ${NOT_BOOKED}.*„Sprawdź połączenie”`),
  );
  await expect(buttonsOf(order)).toHaveText(['Otwórz ustawienia Mostka']);
}

/** In the options; gives what the test says of iFirma. */
async function testConnection(shop: Shop) {
  const options = await shop.openExtensionPage('options.html');
  await options.getByRole('button', { name: 'Sprawdź połączenie' }).click();
  return { options, line: options.getByRole('list', { name: 'Wynik sprawdzenia' }).getByRole('listitem') };
}

for (const { kod, what, todo } of PAUSING) {
  test(`Kod ${kod}: the document stops, the account’s others wait, and go out once the connection is tested`, async ({
    shop,
  }) => {
    await shop.setUp();
    const refused = await sendInto(shop, { kind: 'kod', kod, text: 'Tak mówi iFirma' });
    await expect(refused.order.status).toContainText('Błąd');
    await expect(problemsOf(refused.order)).toHaveText([
      new RegExp(
        `${what.source}: „Tak mówi iFirma”\\. ${NOT_BOOKED} .*${todo}.*„Sprawdź połączenie”.*wyślij ten dokument ponownie`,
      ),
    ]);
    await expect(buttonsOf(refused.order)).toHaveText([...STOPPED, 'Otwórz ustawienia Mostka']);

    const waiting = await send(shop, shop.standIns.sellasist.addOrder().id);
    await expectWaiting(waiting.order, kod);
    const asked = shop.standIns.requests({ host: IFIRMA }).length;
    await quiet(waiting, PAUSED_MS);
    await expectWaiting(waiting.order, kod);
    expect(shop.standIns.requests({ host: IFIRMA })).toHaveLength(asked);
    expect(shop.standIns.ifirma.booked()).toEqual([]);

    shop.standIns.faults.clear();
    const { line } = await testConnection(shop);
    await expect(line.filter({ hasText: 'iFirma' }).first()).toBeVisible();
    await expect(waiting.order.status).toContainText('Wysłano');
    expect(bookedFor(shop, `o${waiting.id}`)).toHaveLength(1);
    expect(postsFor(shop, refused.id)).toHaveLength(1);

    await refused.order.button('Wyślij ponownie').click();
    await expect(refused.order.status).toContainText('Wysłano');
    expect(shop.standIns.ifirma.booked()).toHaveLength(2);
  });
}

test('what was in the queue before the account was refused waits with the same reason', async ({ shop }) => {
  await shop.setUp();
  const { faults, sellasist } = shop.standIns;
  const first = sellasist.addOrder();
  const match = { ...POST, body: bodyOfOrder(first.id) };
  const held = faults.add({ host: IFIRMA, match, do: { kind: 'hold' } });
  faults.add({ host: IFIRMA, match, do: { kind: 'kod', kod: 403 } });
  const refused = await send(shop, first.id);
  await held.whenFired();
  const waiting = await send(shop, sellasist.addOrder().id);
  await expect(waiting.order.status).toContainText('W kolejce');
  held.remove();
  await expect(refused.order.status).toContainText('Błąd');
  await expectWaiting(waiting.order, 403);
  expect(shop.standIns.ifirma.booked()).toEqual([]);
});

test('the terms of iFirma are not accepted: a failed test of the connection keeps the queue, a good one starts it', async ({
  shop,
}) => {
  await shop.setUp();
  const { ifirma, sellasist } = shop.standIns;
  ifirma.turn({ termsAccepted: false });
  // Said at the look-up already: nothing was ever posted.
  const refused = await send(shop, sellasist.addOrder().id);
  await expect(refused.order.status).toContainText('Błąd');
  await expect(problemsOf(refused.order)).toHaveText([/czeka na akceptację regulaminu \(Kod 499\)/]);
  const waiting = await send(shop, sellasist.addOrder().id);
  await expectWaiting(waiting.order, 499);

  const { options, line } = await testConnection(shop);
  await expect(line.filter({ hasText: 'Kod 499' }).first()).toContainText('zaakceptuj regulamin');
  await expectWaiting(waiting.order, 499);
  expect(shop.standIns.requests({ host: IFIRMA, method: 'POST' })).toEqual([]);

  ifirma.turn({ termsAccepted: true });
  await options.getByRole('button', { name: 'Sprawdź połączenie' }).click();
  await expect(waiting.order.status).toContainText('Wysłano');
  expect(ifirma.booked()).toHaveLength(1);
});

test('iFirma asks to come back later: it goes on by itself at that time, and books once', async ({ shop }) => {
  test.setTimeout(90_000);
  await shop.setUp();
  await test.step('after 3 s', async () => {
    const { id, order } = await sendInto(shop, { kind: 'too-many', retryAfter: 3 });
    await expect(order.status).toContainText('W kolejce');
    await expect(order.region).toContainText(
      new RegExp(`Limit zapytań do iFirma jest teraz wyczerpany.*${NOT_BOOKED} Mostek ruszy dalej sam`),
    );
    await expect(buttonsOf(order)).toHaveCount(0);
    shop.standIns.faults.clear();
    await expect(order.status).toContainText('Wysłano');
    const [first, second, ...more] = postsFor(shop, id);
    expect(more).toEqual([]);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(3000);
    expect(bookedFor(shop, `o${id}`)).toHaveLength(1);
  });
  await test.step('after it had booked: found again, not booked again', async () => {
    const { id, order } = await sendInto(shop, { kind: 'too-many', retryAfter: 2, when: 'after' });
    await expect(order.status).toContainText('W kolejce');
    await expect(order.status).toContainText('Wysłano');
    expect(postsFor(shop, id)).toHaveLength(1);
    expect(bookedFor(shop, `o${id}`)).toHaveLength(1);
  });
  await test.step('without a time: a minute', async () => {
    const sent = await sendInto(shop, { kind: 'too-many' });
    await expect(sent.order.status).toContainText('W kolejce');
    await quiet(sent);
    await expect(sent.order.status).toContainText('W kolejce');
    expect(postsFor(shop, sent.id)).toHaveLength(1);
    expect(bookedFor(shop, `o${sent.id}`)).toEqual([]);
  });
});

test('no network: the document waits, says so, and goes out once there is one', async ({ shop }) => {
  await shop.setUp();
  const { faults, sellasist } = shop.standIns;
  await test.step('the computer is offline', async () => {
    const { id } = sellasist.addOrder();
    const order = await shop.openOrder(id);
    await expect(order.button('Wystaw w iFirma')).toBeVisible();
    await shop.browser.context.setOffline(true);
    await order.button('Wystaw w iFirma').click();
    await expect(order.status).toContainText('W kolejce');
    await expect(order.region).toContainText(
      /(?:nie ma połączenia z internetem|Nie udało się połączyć z Sellasist).*nie powstała/,
    );
    await expect(buttonsOf(order)).toHaveCount(0);
    await shop.browser.context.setOffline(false);
    await expect(order.status).toContainText('Wysłano', { timeout: 30_000 });
    expect(bookedFor(shop, `o${id}`)).toHaveLength(1);
  });
  await test.step('only iFirma cannot be reached', async () => {
    const unreachable = faults.add({ host: IFIRMA, do: { kind: 'drop' } });
    const { id, order } = await send(shop, sellasist.addOrder().id);
    await expect(order.status).toContainText('W kolejce');
    await expect(order.region).toContainText(
      new RegExp(`Nie udało się połączyć z iFirma\\. ${NOT_BOOKED} Sprawdź połączenie z internetem`),
    );
    expect(postsFor(shop, id)).toEqual([]);
    unreachable.remove();
    await expect(order.status).toContainText('Wysłano', { timeout: 30_000 });
    expect(bookedFor(shop, `o${id}`)).toHaveLength(1);
  });
});
