/**
 * What iFirma receives: whole bodies, compared with what an accountant would write, and the sum that iFirma works out of them, to
 * the grosz. Through the real network stack, so that what is signed is what arrives.
 */

import type { DocumentInput, OrderInput } from '../sim/sellasist/index.ts';
import { bookedFor } from './bookings.ts';
import { expect, type Order, type Shop, test } from './fixtures.ts';

type Line = Readonly<Record<string, unknown>>;

const warsawToday = (): string => new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Warsaw' });

/** A line of iFirma's, by default one piece at 23 %. */
const line = (name: string, price: number, differences: Line = {}): Line => ({
  StawkaVat: 0.23,
  TypStawkiVat: 'PRC',
  Ilosc: 1,
  CenaJednostkowa: price,
  NazwaPelna: name,
  Jednostka: 'szt.',
  ...differences,
});

const COURIER = line('Kurier', 15.99);
const MUG = line('Kubek ceramiczny', 49);

const COMPANY = {
  company_name: 'Przykład Sp. z o.o.',
  company_nip: '123-456-32-18',
  street: 'ul. Prosta',
  home_number: '1',
  flat_number: '',
  postcode: '00-001',
  city: 'Warszawa',
} as const;

const companyOnInvoice = (email: string, differences: Line = {}): Line => ({
  Nazwa: 'Przykład Sp. z o.o.',
  NIP: '1234563218',
  Ulica: 'ul. Prosta 1',
  KodPocztowy: '00-001',
  Miejscowosc: 'Warszawa',
  Kraj: 'Polska',
  KodKraju: 'PL',
  Email: email,
  OsobaFizyczna: false,
  ...differences,
});

interface Expected {
  readonly mark: string;
  readonly remarks?: string;
  readonly paid: number;
  readonly payment?: string;
  readonly lines: readonly Line[];
  readonly buyer: Line;
}

/** The whole body: a key that is not here must not be sent. */
const bodyOf = ({ mark, remarks, paid, payment = 'PRZ', lines, buyer }: Expected): Line => ({
  Zaplacono: paid,
  ZaplaconoNaDokumencie: paid,
  LiczOd: 'BRT',
  DataWystawienia: warsawToday(),
  DataSprzedazy: warsawToday(),
  FormatDatySprzedazy: 'DZN',
  SposobZaplaty: payment,
  RodzajPodpisuOdbiorcy: 'BWO',
  Uwagi: remarks === undefined ? `Sellasist demo/${mark}` : `${remarks}\nSellasist demo/${mark}`,
  WidocznyNumerGios: false,
  WidocznyNumerBdo: false,
  Numer: null,
  Pozycje: lines,
  Kontrahent: buyer,
});

/** One body, which says just this and comes to just this sum (grosze). */
function expectBooked(shop: Shop, expected: Expected, gross: number): void {
  const [invoice, ...more] = bookedFor(shop, expected.mark);
  expect(more).toEqual([]);
  expect(invoice?.body).toEqual(bodyOf(expected));
  expect(JSON.parse(invoice?.raw ?? 'null')).toEqual(bodyOf(expected));
  // Amounts go out with both places, as they were counted, never as a float's neighbour.
  expect(invoice?.raw.match(/"(?:CenaJednostkowa|Zaplacono|ZaplaconoNaDokumencie)":(?!\d+\.\d\d[,}])/)).toBeNull();
  expect(invoice?.gross).toBe(gross);
  expect(invoice?.paid).toBe(Math.round(expected.paid * 100));
}

/** What the preview says that Mostek has changed, before anything is sent. */
async function expectRemark(order: Order, sentence: RegExp): Promise<void> {
  await order.button('Podgląd').click();
  const preview = order.region.getByRole('dialog', { name: 'Podgląd dokumentu' });
  await expect(preview).toContainText(sentence);
  await preview.getByRole('button', { name: 'Zamknij' }).click();
  await expect(preview).toHaveCount(0);
}

interface Sale {
  readonly name: string;
  readonly order: OrderInput;
  /** Left out: the order itself is issued. */
  readonly document?: DocumentInput;
  readonly remark?: RegExp;
  readonly gross: number;
  readonly body: (email: string) => Omit<Expected, 'mark'>;
}

async function sell(shop: Shop, sales: readonly Sale[]): Promise<void> {
  const { sellasist } = shop.standIns;
  for (const { name, order, document, remark, gross, body } of sales) {
    await test.step(name, async () => {
      const { id, email } = sellasist.addOrder(order);
      const issued = document && sellasist.addDocument({ ...document, orderId: id });
      const card = await shop.openOrder(id);
      const send = card.button(issued === undefined ? 'Wystaw w iFirma' : 'Wyślij do iFirma');
      await expect(send).toBeVisible();
      if (remark !== undefined) await expectRemark(card, remark);
      await send.click();
      await expect(card.status).toContainText('Wysłano');
      const mark =
        issued === undefined
          ? { mark: `o${id}` }
          : { mark: `o${id}/d${issued.id}`, remarks: `Dokument Sellasist: ${issued.number}` };
      expectBooked(shop, { ...mark, ...body(email) }, gross);
      await card.page.close();
    });
  }
}

const LONG = 'Przedsiębiorstwo Handlowo-Usługowe '.repeat(4);
const HTML = '<b onclick="alert(1)">Kubek</b> & <script>"żółty"</script>';

const BUYERS: readonly Sale[] = [
  {
    name: 'a company that typed its NIP with dashes, paid by PayU',
    order: { buyer: COMPANY, payment: { id: '3' } },
    gross: 6499,
    body: (email) => ({ paid: 64.99, payment: 'ALG', lines: [MUG, COURIER], buyer: companyOnInvoice(email) }),
  },
  {
    name: 'a consumer who wants a receipt, so that only the delivery address is there',
    order: {
      buyer: null,
      receiver: {
        name: 'Grażyna',
        surname: 'Świątek-Źdźbło',
        street: 'ul. Świętojańska',
        home_number: '7',
        flat_number: '3',
        postcode: '90001',
        city: 'Łódź',
      },
    },
    gross: 6499,
    body: (email) => ({
      paid: 64.99,
      lines: [MUG, COURIER],
      buyer: {
        Nazwa: 'Grażyna Świątek-Źdźbło',
        Ulica: 'ul. Świętojańska 7/3',
        KodPocztowy: '90-001',
        Miejscowosc: 'Łódź',
        Kraj: 'Polska',
        KodKraju: 'PL',
        Email: email,
        OsobaFizyczna: true,
      },
    }),
  },
  {
    name: 'partly paid: what was paid',
    order: { buyer: COMPANY, payment: { paid: '20.05' } },
    gross: 6499,
    body: (email) => ({ paid: 20.05, lines: [MUG, COURIER], buyer: companyOnInvoice(email) }),
  },
  {
    name: 'overpaid: no more than the sum, and the preview says so',
    order: { buyer: COMPANY, payment: { paid: '70.00' } },
    remark: /Zapłacono 70,00\szł, czyli więcej niż suma; na fakturze będzie zapłacone 64,99\szł/,
    gross: 6499,
    body: (email) => ({ paid: 64.99, lines: [MUG, COURIER], buyer: companyOnInvoice(email) }),
  },
  {
    name: 'cash on delivery: nothing paid yet',
    order: { buyer: COMPANY, payment: { cod: true } },
    gross: 6499,
    body: (email) => ({ paid: 0, payment: 'POB', lines: [MUG, COURIER], buyer: companyOnInvoice(email) }),
  },
  {
    name: 'a buyer’s name of 160 characters: goes on in the second field, between two words',
    order: { buyer: { ...COMPANY, company_name: `${LONG}Grażyna Źdźbło S. A.` } },
    remark: /Nazwa nabywcy „Przedsiębiorstwo.*” jest długa, więc na fakturze zajmie dwa wiersze/,
    gross: 6499,
    body: (email) => ({
      paid: 64.99,
      lines: [MUG, COURIER],
      buyer: companyOnInvoice(email, {
        Nazwa: `${LONG}Grażyna`,
        Nazwa2: 'Źdźbło S. A.',
      }),
    }),
  },
  {
    name: 'items’ names past 300 characters: cut there, never through an emoji, and the preview says so',
    order: {
      buyer: COMPANY,
      lines: [{ name: `${'Kubek-'.repeat(50)}x` }, { name: `${'Świnka'.repeat(49)}-Łąka🐷`, price: '0.01' }],
    },
    remark: /Nazwa pozycji „Kubek-Kubek.*” jest za długa dla iFirma i została skrócona/,
    gross: 6500,
    body: (email) => ({
      paid: 65,
      lines: [line('Kubek-'.repeat(50), 49), line(`${'Świnka'.repeat(49)}-Łąka`, 0.01), COURIER],
      buyer: companyOnInvoice(email),
    }),
  },
  {
    name: 'Polish letters, quotes, an emoji and HTML in names: every character as it was typed',
    order: {
      buyer: { ...COMPANY, company_name: 'Zażółć „Gęślą” & "Jaźń" 🐝 <i>S.A.</i>', city: 'Żywiec' },
      lines: [{ name: HTML }, { name: 'Świnka 🐷 „Łąka” 100% \\ 5" 日本', price: '0.01' }],
    },
    gross: 6500,
    body: (email) => ({
      paid: 65,
      lines: [line(HTML, 49), line('Świnka 🐷 „Łąka” 100% \\ 5" 日本', 0.01), COURIER],
      buyer: companyOnInvoice(email, { Nazwa: 'Zażółć „Gęślą” & "Jaźń" 🐝 <i>S.A.</i>', Miejscowosc: 'Żywiec' }),
    }),
  },
];

test('buyers, payments and names arrive whole', async ({ shop }) => {
  await shop.setUp({ settings: { savePdf: false } });

  await test.step('the document FV/12 of a company with a dashed NIP', async () => {
    const order = await shop.openOrder('1001');
    await order.button('Wyślij do iFirma').click();
    await expect(order.status).toContainText('Wysłano');
    const number = shop.standIns.sellasist.panel('demo').documents.get('77')?.number;
    expectBooked(
      shop,
      {
        mark: 'o1001/d77',
        remarks: `Dokument Sellasist: ${number}`,
        paid: 135.98,
        lines: [
          line('Kubek ceramiczny', 49, { Ilosc: 2 }),
          line('Książka kucharska', 21.99, { StawkaVat: 0.05 }),
          COURIER,
        ],
        buyer: {
          Nazwa: 'Testowa Sp. z o.o.',
          NIP: '1111111111',
          Ulica: 'Próbna 7/2',
          KodPocztowy: '00-001',
          Miejscowosc: 'Warszawa',
          Kraj: 'Polska',
          KodKraju: 'PL',
          Email: 'anna.test@example.com',
          OsobaFizyczna: false,
        },
      },
      13_598,
    );
    await order.page.close();
  });

  await sell(shop, BUYERS);
});

const EXEMPT = { StawkaVat: null, TypStawkiVat: 'ZW', PodstawaPrawna: 'Art. 43 ust. 1 pkt 29' };

const AMOUNTS: readonly Sale[] = [
  {
    name: 'every rate there is, and shipping at the fixed 23 %',
    order: {
      buyer: COMPANY,
      lines: [
        { name: 'Zabawka', price: '61.50', rate: 23 },
        { name: 'Patyczki', price: '10.80', rate: 8, quantity: '3' },
        { name: 'Książka', price: '42.00', rate: 5, quantity: '2' },
        { name: 'Bilet', price: '10.00', rate: 0 },
        { name: 'Szkolenie', price: '50.00', rate: 'zw' },
      ],
    },
    gross: 25_389,
    body: (email) => ({
      paid: 253.89,
      lines: [
        line('Zabawka', 61.5),
        line('Patyczki', 10.8, { StawkaVat: 0.08, Ilosc: 3 }),
        line('Książka', 42, { StawkaVat: 0.05, Ilosc: 2 }),
        line('Bilet', 10, { StawkaVat: 0 }),
        line('Szkolenie', 50, EXEMPT),
        COURIER,
      ],
      buyer: companyOnInvoice(email),
    }),
  },
  {
    name: 'a quantity of 1.500 at 10.01, and 3 × 3.33',
    order: {
      buyer: COMPANY,
      lines: [
        { name: 'Kawa', price: '10.01', quantity: '1.5' },
        { name: 'Guma', price: '3.33', quantity: '3' },
      ],
    },
    gross: 1502 + 999 + 1599,
    body: (email) => ({
      paid: 41,
      lines: [line('Kawa', 10.01, { Ilosc: 1.5 }), line('Guma', 3.33, { Ilosc: 3 }), COURIER],
      buyer: companyOnInvoice(email),
    }),
  },
  {
    name: 'a discount as a line of its own: spread over the goods, and the preview says so',
    order: {
      buyer: COMPANY,
      lines: [
        { name: 'Lampa', price: '100.00' },
        { name: 'Kubek', price: '50.00', quantity: '2' },
        { name: 'Rabat stałego klienta', price: '-9.99' },
      ],
    },
    remark: /Rabat 9,99\szł rozłożono na ceny pozycji/,
    gross: 20_600,
    body: (email) => ({
      paid: 206,
      lines: [line('Lampa', 95), line('Kubek', 47.5), line('Kubek', 47.51), COURIER],
      buyer: companyOnInvoice(email),
    }),
  },
  {
    name: 'a discount of 10 % on a line of a document: as a discount, beside a line whose worth is no multiple of a price',
    order: { buyer: COMPANY, payment: { paid: '0.00' } },
    document: {
      lines: [
        { name: 'Lampa', price: '200.00', discount: '10.00', lineGross: '180.00' },
        { name: 'Guma', price: '3.33', quantity: '3', lineGross: '10.00' },
      ],
    },
    gross: 19_000,
    body: (email) => ({
      paid: 0,
      lines: [line('Lampa', 200, { Rabat: 10 }), line('Guma', 3.33, { Ilosc: 2 }), line('Guma', 3.34)],
      buyer: companyOnInvoice(email),
    }),
  },
  {
    name: 'a free item: left out, and the preview says so',
    order: { buyer: COMPANY, lines: [{}, { name: 'Naklejka', price: '0.00', quantity: '5' }] },
    remark: /Pozycja „Naklejka” jest bezpłatna i nie trafi na fakturę/,
    gross: 6499,
    body: (email) => ({ paid: 64.99, lines: [MUG, COURIER], buyer: companyOnInvoice(email) }),
  },
];

const REDUCED_RATES: Sale = {
  name: 'shipping at the highest rate among the goods',
  order: {
    buyer: COMPANY,
    lines: [
      { name: 'Książka', price: '42.00', rate: 5 },
      { name: 'Patyczki', price: '10.80', rate: 8 },
    ],
  },
  gross: 6879,
  body: (email) => ({
    paid: 68.79,
    lines: [
      line('Książka', 42, { StawkaVat: 0.05 }),
      line('Patyczki', 10.8, { StawkaVat: 0.08 }),
      line('Kurier', 15.99, { StawkaVat: 0.08 }),
    ],
    buyer: companyOnInvoice(email),
  }),
};

test('rates, quantities, discounts and shipping add up in iFirma to the grosz', async ({ shop }) => {
  await shop.setUp({ settings: { savePdf: false, zeroVat: 'percent', exemptBasis: 'Art. 43 ust. 1 pkt 29' } });
  await sell(shop, AMOUNTS);

  await test.step('the merchant chooses the other rule for shipping', async () => {
    const options = await shop.openExtensionPage('options.html');
    await options.getByRole('link', { name: 'Podstawowa konfiguracja' }).click();
    await options.getByRole('combobox', { name: 'Stawka VAT wysyłki' }).selectOption('najwyższa stawka towarów');
    await options.getByRole('button', { name: 'Zapisz', exact: true }).click();
    await expect(options.getByRole('status').filter({ hasText: 'Zapisano' })).toBeVisible();
    await options.close();
  });
  await sell(shop, [REDUCED_RATES]);
});
