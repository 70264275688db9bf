/**
 * What keeps a document from iFirma: nothing is sent, and every problem is a sentence that names its field. Mended in the panel, the
 * same button books exactly one invoice.
 */

import { type DocumentInput, type OrderInput, samplePdf } from '../sim/sellasist/index.ts';
import type { Order as PanelOrder } from '../sim/sellasist/model.ts';
import { bookedForOrder, IFIRMA } from './bookings.ts';
import { expect, type Order, type Shop, test } from './fixtures.ts';

const problemsOf = ({ region }: Order) => region.getByRole('alert').getByRole('listitem');

const BUTTONS_TO_MEND = ['Wyślij ponownie', 'Podgląd', 'Pomiń', 'Powiąż z iFirma'];

/** What a merchant does in the panel: the order is another one afterwards. */
function mend({ standIns }: Shop, orderId: string, changed: (order: PanelOrder) => Partial<PanelOrder>): void {
  const { orders } = standIns.sellasist.panel('demo');
  const order = orders.get(orderId);
  if (order === undefined) throw new Error(`no order ${orderId}`);
  orders.set(orderId, { ...order, ...changed(order) });
}

const withBuyer =
  (changes: Partial<PanelOrder['billAddress']>) =>
  (order: PanelOrder): Partial<PanelOrder> => ({ billAddress: { ...order.billAddress, ...changes } });

/** All of them and no others. */
async function expectProblems(order: Order, sentences: readonly RegExp[]): Promise<void> {
  await expect(order.status).toContainText('Wymaga uzupełnienia');
  await expect(problemsOf(order)).toHaveText([...sentences]);
}

interface Wrong {
  readonly name: string;
  readonly order: OrderInput;
  readonly sentences: readonly RegExp[];
  /** A problem that the settings mend has a way there beside the buttons. */
  readonly settings?: boolean;
  readonly mended: (order: PanelOrder) => Partial<PanelOrder>;
}

const WRONG: readonly Wrong[] = [
  {
    name: 'no postcode',
    order: { buyer: { postcode: '' } },
    sentences: [/Brakuje kodu pocztowego nabywcy.*Uzupełnij go w Mostku albo w Sellasist/],
    mended: withBuyer({ postcode: '00-001' }),
  },
  {
    name: 'no city',
    order: { buyer: { city: '' } },
    sentences: [/Brakuje miejscowości nabywcy.*Uzupełnij ją w Mostku albo w Sellasist/],
    mended: withBuyer({ city: 'Warszawa' }),
  },
  {
    name: 'a NIP with a wrong check digit',
    order: { buyer: { company_nip: '111-111-11-12' } },
    sentences: [/NIP nabywcy „111-111-11-12” jest błędny.*jeśli kupuje osoba prywatna, usuń/],
    mended: withBuyer({ company_nip: '111-111-11-11' }),
  },
  {
    name: 'a VAT rate that nobody knows',
    order: { lines: [{ name: 'Voucher', rate: 'np' }] },
    sentences: [/Pozycja „Voucher” ma nieznaną stawkę VAT „np”.*Wybierz właściwą w Mostku/],
    mended: ({ carts }) => ({ carts: carts.map((line) => ({ ...line, rate: 23 })) }),
  },
  {
    name: 'no VAT rate at all',
    order: { lines: [{ name: 'Książka', rate: '' }] },
    sentences: [/Pozycja „Książka” nie ma stawki VAT.*Wybierz właściwą w Mostku/],
    mended: ({ carts }) => ({ carts: carts.map((line) => ({ ...line, rate: 5 })) }),
  },
  {
    name: 'a total that the lines do not add up to',
    order: { total: '60.00' },
    sentences: [/Pozycje dają razem 64,99\szł, a suma w Sellasist to 60,00\szł \(różnica -?−?4,99\szł\)/],
    mended: () => ({ total: 6499 }),
  },
  {
    name: 'a payment method that nobody has mapped',
    order: { payment: { id: '8' } },
    sentences: [/Metoda płatności „PayPal” nie ma odpowiednika w iFirma.*„Metody płatności”/],
    settings: true,
    mended: ({ payment }) => ({ payment: { ...payment, id: '2', name: 'Przelew' } }),
  },
  {
    name: 'euros',
    order: { currency: 'EUR' },
    sentences: [/Waluta dokumentu to EUR.*tylko faktury w złotych/],
    mended: () => ({ currency: 'PLN' }),
  },
  {
    name: 'five things at once',
    order: {
      buyer: { postcode: '', city: '', company_nip: '1234567890' },
      lines: [{ name: 'Voucher', rate: 'oo' }],
      payment: { id: '9' },
    },
    sentences: [
      /miejscowości/,
      /kodu pocztowego/,
      /NIP nabywcy „1234567890”/,
      /„Voucher” ma nieznaną stawkę VAT „oo”/,
      /Metoda płatności „Allegro Finance”/,
    ],
    settings: true,
    mended: (order) => ({
      ...withBuyer({ postcode: '00-001', city: 'Warszawa', company_nip: '' })(order),
      carts: order.carts.map((line) => ({ ...line, rate: 23 })),
      payment: { ...order.payment, id: '2', name: 'Przelew' },
    }),
  },
];

/** Of one shop at a time only so many, as its panel answers only so many questions a minute. */
const HALVES = [WRONG.slice(0, 5), WRONG.slice(5)];

for (const [half, wrong] of HALVES.entries())
  test(`a document with problems is not sent, each problem names its field, and once mended it is booked once (${half + 1})`, async ({
    shop,
  }) => {
    test.setTimeout(90_000);
    await shop.setUp({ settings: { savePdf: false } });
    for (const { name, order: input, sentences, settings = false, mended } of wrong) {
      await test.step(name, async () => {
        const { id } = shop.standIns.sellasist.addOrder(input);
        const order = await shop.openOrder(id);
        await order.button('Wystaw w iFirma').click();
        await expectProblems(order, sentences);
        await expect(order.region.getByRole('button')).toHaveText([
          ...BUTTONS_TO_MEND,
          ...(settings ? ['Otwórz ustawienia Mostka'] : []),
        ]);
        await expect(order.region).toContainText('Po poprawieniu naciśnij „Wyślij ponownie”.');
        expect(bookedForOrder(shop, id)).toEqual([]);

        mend(shop, id, mended);
        await order.button('Wyślij ponownie').click();
        await expect(order.status).toContainText('Wysłano');
        await expect(order.region.getByRole('alert')).toHaveCount(0);
        expect(bookedForOrder(shop, id)).toHaveLength(1);
        await order.page.close();
      });
    }
    // What was wrong was found before iFirma was asked for anything: one look-up before and one after each invoice.
    expect(shop.standIns.requests({ host: IFIRMA, method: 'POST' })).toHaveLength(wrong.length);
  });

/** Orders that the panel has already, and what keeps each from being invoiced. */
const NOT_TO_INVOICE = [
  {
    name: 'an order that is not confirmed (1006)',
    orderId: '1006',
    sentences: [/Zamówienie nie jest jeszcze potwierdzone/],
    mended: () => ({ placeholder: false }),
  },
  {
    name: 'an order with a fiscal receipt, and a document for it (1005)',
    orderId: '1005',
    sentences: [
      /Zamówienie ma już paragon PA\/123\/.*zaksięgowałaby tę sprzedaż drugi raz/,
      /Zamówienie ma już paragon PAR\/1\//,
    ],
    mended: null,
  },
] as const;

test('an order that must not be invoiced is not, whatever is pressed', async ({ shop }) => {
  await shop.setUp({ settings: { savePdf: false } });
  const { sellasist } = shop.standIns;
  const receiptOnly = sellasist.addOrder();
  sellasist.addDocument({ orderId: receiptOnly.id, series: 'PAR', numberInOrder: false });

  for (const { name, orderId, sentences, mended } of NOT_TO_INVOICE) {
    await test.step(name, async () => {
      const order = await shop.openOrder(orderId);
      await order.button('Wystaw w iFirma').click();
      await expectProblems(order, sentences);
      const readings = (): number => shop.standIns.requests({ path: new RegExp(`/api/v1/orders/${orderId}$`) }).length;
      const before = readings();
      await order.button('Wyślij ponownie').click();
      await expect.poll(readings).toBeGreaterThan(before);
      await expectProblems(order, sentences);
      await expect(order.button('Wyślij ponownie')).not.toHaveAttribute('aria-disabled', 'true');
      await expect(order.region.getByRole('alertdialog')).toHaveCount(0);
      expect(bookedForOrder(shop, orderId)).toEqual([]);
      if (mended !== null) {
        mend(shop, orderId, mended);
        await order.button('Wyślij ponownie').click();
        await expect(order.status).toContainText('Wysłano');
        expect(bookedForOrder(shop, orderId)).toHaveLength(1);
      }
      await order.page.close();
    });
  }

  await test.step('an order whose receipt is only among the documents', async () => {
    const order = await shop.openOrder(receiptOnly.id);
    await order.button('Wystaw w iFirma').click();
    await expectProblems(order, [/Zamówienie ma już paragon PAR\//]);
    expect(bookedForOrder(shop, receiptOnly.id)).toEqual([]);
    await order.page.close();
  });

  await test.step('a page whose heading names another order', async () => {
    const order = await shop.openOrder('1001', '?variant=heading');
    await expect(problemsOf(order)).toHaveText([
      /Nagłówek strony mówi o zamówieniu \d+, a jej adres o zamówieniu 1001/,
    ]);
    await expect(order.button('Wyślij do iFirma')).toHaveAttribute('aria-disabled', 'true');
    await order.button('Wyślij do iFirma').click({ force: true });
    await expect(order.status).toContainText('Nie wysłano');
    expect(bookedForOrder(shop, '1001')).toEqual([]);
    await order.page.goto('https://demo.sellasist.pl/admin/orders/edit/1001');
    await order.button('Wyślij do iFirma').click();
    await expect(order.status).toContainText('Wysłano');
    expect(bookedForOrder(shop, '1001')).toHaveLength(1);
    await order.page.close();
  });
});

test('a document with its own problems names them, and the popup says the same', async ({ shop }) => {
  await shop.setUp({ settings: { savePdf: false } });
  const { sellasist } = shop.standIns;
  const tomorrow = new Date(Date.now() + 36 * 3_600_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Warsaw' });
  const documents = [
    {
      name: 'a document of another series than the account’s',
      document: { series: 'FV/OSS', number: 'FV/OSS/1/2026' },
      sentences: [/Seria dokumentu FV\/OSS\/1\/2026 nie należy do żadnego konta iFirma.*„Konta”/],
    },
    {
      name: 'a document issued in the future',
      document: { issueDate: tomorrow },
      sentences: [/Data wystawienia \d\d\.\d\d\.\d{4} jest w przyszłości/],
    },
    {
      name: 'a document whose own total is wrong, without a city',
      document: { total: '60.00', buyer: { city: '' } },
      sentences: [/Brakuje miejscowości nabywcy/, /Pozycje dają razem 64,99\szł, a suma w Sellasist to 60,00\szł/],
    },
  ] satisfies readonly { name: string; document: DocumentInput; sentences: readonly RegExp[] }[];

  const said = new Map<string, readonly string[]>();
  for (const { name, document, sentences } of documents) {
    await test.step(name, async () => {
      const issued = sellasist.addDocument(document);
      const order = await shop.openOrder(issued.orderId ?? '');
      await order.button('Wyślij do iFirma').click();
      await expectProblems(order, sentences);
      said.set(issued.number, await problemsOf(order).allTextContents());
      await order.page.close();
    });
  }
  expect(shop.standIns.ifirma.booked()).toEqual([]);

  const popup = await shop.openExtensionPage('popup.html');
  const errors = popup.getByRole('list', { name: 'Błędy synchronizacji' });
  await expect(errors.getByRole('listitem')).toHaveCount(documents.length);
  for (const [number, sentences] of said) {
    const row = errors.getByRole('listitem').filter({ hasText: number });
    await expect(row).toContainText('Wymaga uzupełnienia');
    for (const sentence of sentences) await expect(row).toContainText(sentence);
    await expect(row.getByRole('button')).toHaveText(['Napraw', 'Wyślij ponownie', 'Pomiń']);
  }
});

const bookedDialog = ({ region }: Order) =>
  region.getByRole('alertdialog', { name: 'Ten dokument może już być w iFirma' });

const FILLED = /Pole zamówienia.*, do którego trafia PDF, jest już wypełnione/;

/** Asked, answered with `Anuluj`, asked again, answered with `Wystaw mimo to`: only the last books, and once. */
async function expectAsked(shop: Shop, order: Order, orderId: string, send: string, sign: RegExp): Promise<void> {
  const before = bookedForOrder(shop, orderId).length;
  const dialog = bookedDialog(order);
  // Below the invoice an order may have a correction, with buttons of its own.
  await order.button(send).first().click();
  await expect(dialog.getByRole('listitem')).toHaveText([sign]);
  await dialog.getByRole('button', { name: 'Anuluj' }).click();
  await expect(dialog).toHaveCount(0);
  await expectProblems(order, [sign]);
  await expect(order.region).toContainText('Gdy masz pewność, naciśnij „Wyślij ponownie” i potwierdź.');
  expect(bookedForOrder(shop, orderId)).toHaveLength(before);

  await order.button('Wyślij ponownie').click();
  await expect(dialog.getByRole('listitem')).toHaveText([sign]);
  expect(bookedForOrder(shop, orderId)).toHaveLength(before);
  await dialog.getByRole('button', { name: 'Wystaw mimo to' }).click();
  // `Wystawiono` where the order's field keeps what it held.
  await expect(order.status).toContainText(/Wysłano|Wystawiono/);
  await expect(dialog).toHaveCount(0);
  expect(bookedForOrder(shop, orderId)).toHaveLength(before + 1);
}

/** An invoice that somebody has entered in iFirma, for the order 1004 as it stands in the panel. */
const byHand = (shop: Shop, remarks: string, price = 49): void => {
  const { billAddress } = shop.standIns.sellasist.panel('demo').orders.get('1004') ?? {};
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Warsaw' });
  const line = { StawkaVat: 0.23, TypStawkiVat: 'PRC', Ilosc: 1, Jednostka: 'szt.' };
  shop.standIns.ifirma.issueByHand('fakturakraj', {
    Zaplacono: 0,
    ZaplaconoNaDokumencie: 0,
    LiczOd: 'BRT',
    DataWystawienia: today,
    DataSprzedazy: today,
    FormatDatySprzedazy: 'DZN',
    SposobZaplaty: 'PRZ',
    RodzajPodpisuOdbiorcy: 'BWO',
    Uwagi: remarks,
    WidocznyNumerGios: false,
    Numer: null,
    Pozycje: [
      { ...line, NazwaPelna: 'Kubek', CenaJednostkowa: price },
      { ...line, NazwaPelna: 'Kurier', CenaJednostkowa: 15.99 },
    ],
    Kontrahent: {
      Nazwa: billAddress?.company_name,
      NIP: billAddress?.company_nip.replaceAll('-', ''),
      KodPocztowy: billAddress?.postcode,
      Miejscowosc: billAddress?.city,
      Kraj: 'Polska',
    },
  });
};

test('signs of an earlier invoice are shown before anything is booked; only a person’s word goes past them', async ({
  shop,
}) => {
  test.setTimeout(90_000);
  await shop.setUp();
  const { sellasist } = shop.standIns;

  await test.step('the field for the PDF is filled (order 1003)', async () => {
    const order = await shop.openOrder('1003');
    await expectAsked(shop, order, '1003', 'Wyślij do iFirma', FILLED);
    await order.page.close();
  });

  await test.step('the order carries another document’s number', async () => {
    const { id } = sellasist.addOrder({ documentNumber: 'FV/99/2025' });
    const order = await shop.openOrder(id);
    const sign = /Zamówienie nosi już numer innego dokumentu: FV\/99\/2025/;
    await expectAsked(shop, order, id, 'Wystaw w iFirma', sign);
    await order.page.close();
  });

  await test.step('iFirma has an invoice with the mark of the same order', async () => {
    byHand(shop, 'Zamówienie z telefonu\nSellasist demo/o1004');
    const number = shop.standIns.ifirma.booked().at(-1)?.number ?? '?';
    const order = await shop.openOrder('1004');
    const sign = new RegExp(`W iFirma jest już faktura ${number} z oznaczeniem tego zamówienia`);
    await expectAsked(shop, order, '1004', 'Wyślij do iFirma', sign);
    await order.page.close();
  });

  await test.step('a sign beside something to mend: both are said, and nothing is asked before it is mended', async () => {
    const { id } = sellasist.addOrder({ buyer: { city: '' }, fields: { '12': samplePdf('inna') } });
    const order = await shop.openOrder(id);
    await order.button('Wystaw w iFirma').click();
    await expectProblems(order, [/Brakuje miejscowości/, FILLED]);
    await expect(bookedDialog(order)).toHaveCount(0);
    mend(shop, id, withBuyer({ city: 'Warszawa' }));
    await expectAsked(shop, order, id, 'Wyślij ponownie', FILLED);
    await order.page.close();
  });
});

test('an invoice that iFirma has under the document’s own mark is adopted, not booked again', async ({ shop }) => {
  await shop.setUp();
  byHand(shop, 'Dokument Sellasist: FV/13\nSellasist demo/o1004/d78');
  const order = await shop.openOrder('1004');
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText('Wysłano');
  await expect(order.status).toContainText(shop.standIns.ifirma.booked()[0]?.number ?? '?');
  expect(bookedForOrder(shop, '1004')).toHaveLength(1);
  expect(shop.standIns.requests({ host: IFIRMA, method: 'POST' })).toEqual([]);
});

test('under the document’s own mark, but with another sum: the person is asked', async ({ shop }) => {
  await shop.setUp();
  byHand(shop, 'Sellasist demo/o1004/d78', 48);
  const order = await shop.openOrder('1004');
  await order.button('Wyślij do iFirma').click();
  await expect(bookedDialog(order).getByRole('listitem')).toHaveText([/W iFirma jest już faktura 1\//]);
  await bookedDialog(order).getByRole('button', { name: 'Anuluj' }).click();
  await expectProblems(order, [/W iFirma jest już faktura 1\//]);
  expect(shop.standIns.requests({ host: IFIRMA, method: 'POST' })).toEqual([]);
});
