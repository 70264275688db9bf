/**
 * Each error that can be typed right where it stands: the sentence, the control that it names, `Wyślij ponownie`, one right invoice. The
 * table is that of the dictionary; what it leaves out is listed with what mends it instead.
 */
import type { FindingCode } from '../../utils/invoice/finding.ts';
import type { RefusalCause } from '../../utils/invoice/refusals.ts';
import { WAYS_OF_FINDINGS, WAYS_OF_REFUSALS } from '../../utils/invoice/repair/ways.ts';
import type { DocumentInput, OrderInput } from '../sim/sellasist/index.ts';
import { PATHS, SEEN } from '../unit/invoice/refusal-examples.ts';
import { bodyOfOrder, bookedForOrder, IFIRMA, POST } from './bookings.ts';
import { expect, type Order, type Shop, test } from './fixtures.ts';

interface Mended {
  readonly code: FindingCode;
  readonly order: OrderInput;
  readonly document?: DocumentInput;
  readonly sentence: RegExp;
  /** By the name of the control; a select takes what it shows. */
  readonly type: Readonly<Record<string, string>>;
  /** What the book of iFirma then says. */
  readonly booked: Readonly<Record<string, unknown>>;
}

const TODAY = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Warsaw' });
const dayOf = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Warsaw' });

type Body = Readonly<Record<string, unknown>>;
const buyer = (changes: Body) => ({ Kontrahent: expect.objectContaining(changes) });
const line = (changes: Body) => ({ Pozycje: expect.arrayContaining([expect.objectContaining(changes)]) });
const nobody = { company_name: '', company_nip: '', name: '', surname: '' };

const MENDED: readonly Mended[] = [
  {
    code: 'buyer-name-missing',
    order: { buyer: nobody },
    sentence: /Brakuje nazwy nabywcy/,
    type: { Nabywca: 'Anna Nowak' },
    booked: buyer({ Nazwa: 'Anna Nowak' }),
  },
  {
    code: 'buyer-name-too-long',
    order: { buyer: { company_name: `Spółka ${'x'.repeat(300)}` } },
    sentence: /jest za długa: iFirma przyjmuje najwyżej 300 znaków/,
    type: { Nabywca: 'Spółka' },
    booked: buyer({ Nazwa: 'Spółka' }),
  },
  {
    code: 'buyer-street-too-long',
    order: { buyer: { street: `ul. ${'x'.repeat(70)}` } },
    sentence: /Ulica nabywcy .* jest za długa/,
    type: { Ulica: 'ul. Prosta 1' },
    booked: buyer({ Ulica: 'ul. Prosta 1' }),
  },
  {
    code: 'buyer-postcode-missing',
    order: { buyer: { postcode: '' } },
    sentence: /Brakuje kodu pocztowego/,
    type: { 'Kod pocztowy': '00001' },
    booked: buyer({ KodPocztowy: '00-001' }),
  },
  {
    code: 'buyer-postcode-invalid',
    order: { buyer: { postcode: '123' } },
    sentence: /Kod pocztowy nabywcy „123” nie ma postaci 00-000/,
    type: { 'Kod pocztowy': '00-001' },
    booked: buyer({ KodPocztowy: '00-001' }),
  },
  {
    code: 'buyer-city-missing',
    order: { buyer: { city: '' } },
    sentence: /Brakuje miejscowości/,
    type: { Miejscowość: 'Łódź' },
    booked: buyer({ Miejscowosc: 'Łódź' }),
  },
  {
    code: 'buyer-city-too-long',
    order: { buyer: { city: 'x'.repeat(66) } },
    sentence: /Miejscowość nabywcy .* jest za długa/,
    type: { Miejscowość: 'Łódź' },
    booked: buyer({ Miejscowosc: 'Łódź' }),
  },
  {
    code: 'buyer-nip-invalid',
    order: { buyer: { company_nip: '111-111-11-12' } },
    sentence: /NIP nabywcy „111-111-11-12” jest błędny/,
    type: { NIP: '123-456-32-18' },
    booked: buyer({ NIP: '1234563218' }),
  },
  {
    code: 'buyer-country-missing',
    order: { buyer: { country: null } },
    sentence: /Nie wiadomo, z jakiego kraju/,
    type: { Kraj: 'Polska' },
    booked: buyer({ KodKraju: 'PL' }),
  },
  {
    code: 'vat-unknown',
    order: { lines: [{ name: 'Voucher', rate: 'np' }] },
    sentence: /„Voucher” ma nieznaną stawkę VAT „np”/,
    type: { 'Stawka VAT – Voucher': '8%' },
    booked: line({ StawkaVat: 0.08 }),
  },
  {
    code: 'vat-unsupported',
    order: { lines: [{ name: 'Voucher', rate: 19 }] },
    sentence: /„Voucher” ma stawkę VAT „19”, której iFirma nie przyjmuje/,
    type: { 'Stawka VAT – Voucher': '23%' },
    booked: line({ StawkaVat: 0.23 }),
  },
  {
    code: 'vat-zero-ambiguous',
    order: { lines: [{ name: 'Voucher', rate: 0 }] },
    sentence: /stawkę 0, a to może znaczyć 0% albo zwolnienie/,
    type: { 'Stawka VAT – Voucher': '0%' },
    booked: line({ StawkaVat: 0, TypStawkiVat: 'PRC' }),
  },
  {
    code: 'legal-basis-missing',
    order: { lines: [{ name: 'Szkolenie', rate: 'zw' }] },
    sentence: /zwolniona z VAT, a brakuje podstawy prawnej/,
    type: { 'Podstawa prawna – Szkolenie': 'Art. 43 ust. 1 pkt 29' },
    booked: line({ TypStawkiVat: 'ZW', PodstawaPrawna: 'Art. 43 ust. 1 pkt 29' }),
  },
  {
    code: 'line-name-missing',
    order: { lines: [{ name: '' }] },
    sentence: /Pozycja nr 1 nie ma nazwy/,
    type: { 'Nazwa – pozycja 1': 'Żarówka' },
    booked: line({ NazwaPelna: 'Żarówka' }),
  },
  {
    code: 'payment-unmapped',
    order: { payment: { id: '8' } },
    sentence: /Metoda płatności „PayPal” nie ma odpowiednika/,
    type: { 'Metoda płatności': 'PayPal' },
    booked: { SposobZaplaty: 'PAL' },
  },
  {
    code: 'payment-unknown',
    order: { wire: { payment: { id: null, name: '', currency: 'PLN' } } },
    sentence: /Zamówienie nie ma metody płatności/,
    type: { 'Metoda płatności': 'PayPal' },
    booked: { SposobZaplaty: 'PAL' },
  },
  {
    code: 'issue-date-future',
    order: {},
    document: { issueDate: dayOf(1), saleDate: TODAY },
    sentence: /Data wystawienia .* jest w przyszłości/,
    type: { 'Data wystawienia': TODAY },
    booked: { DataWystawienia: TODAY },
  },
  {
    code: 'sale-date-after-issue',
    order: {},
    document: { issueDate: TODAY, saleDate: dayOf(1) },
    sentence: /Data sprzedaży .* jest późniejsza niż data wystawienia/,
    type: { 'Data sprzedaży': TODAY },
    booked: { DataSprzedazy: TODAY },
  },
  {
    code: 'issue-too-late',
    order: {},
    document: { issueDate: TODAY, saleDate: dayOf(-80) },
    sentence: /iFirma pozwala zafakturować najpóźniej/,
    type: { 'Data sprzedaży': TODAY },
    booked: { DataSprzedazy: TODAY },
  },
];

/** Needs a setting that no order brings with it; each is mended in the world of `tests/unit/sync/repairs`. */
const ELSEWHERE: readonly FindingCode[] = ['number-date-differs', 'exempt-line-taxed', 'payment-not-for-exempt'];

const problemsOf = ({ region }: Order) => region.getByRole('alert').getByRole('listitem');

/** As a person does it by keyboard: the events of `selectOption`, and of `fill` on a date, are a script's, and do not count. */
async function typeInto({ region, page }: Order, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const control = region.getByLabel(name, { exact: true });
    const kind = await control.evaluate((element) => (element instanceof HTMLInputElement ? element.type : 'select'));
    if (kind === 'text') await control.fill(value);
    else if (kind === 'date') {
      const [year = '', month = '', day = ''] = value.split('-');
      await control.focus();
      await page.keyboard.type(`${month}${day}${year}`);
      await expect(control).toHaveValue(value);
    } else await control.pressSequentially(value);
  }
}

async function sent(shop: Shop, { order: input, document }: Mended): Promise<{ id: string; order: Order }> {
  const { sellasist } = shop.standIns;
  const { id } = sellasist.addOrder(input);
  if (document !== undefined) sellasist.addDocument({ orderId: id, ...document });
  const order = await shop.openOrder(id);
  await order.button(document === undefined ? 'Wystaw w iFirma' : 'Wyślij do iFirma').click();
  return { id, order };
}

/** The panel's limit, 60 requests a minute, is the same in the shop of a test. */
const AT_ONCE = 5;

for (let first = 0; first < MENDED.length; first += AT_ONCE) {
  const some = MENDED.slice(first, first + AT_ONCE);
  test(`typed right where it stands, one right invoice is booked: ${some.map(({ code }) => code).join(', ')}`, async ({
    shop,
  }) => {
    test.setTimeout(90_000);
    await shop.setUp({ settings: { savePdf: false } });
    for (const each of some) {
      await test.step(each.code, async () => {
        const { id, order } = await sent(shop, each);
        await expect(order.status).toContainText('Wymaga uzupełnienia');
        await expect(problemsOf(order)).toHaveText([each.sentence]);
        await typeInto(order, each.type);
        await order.button('Wyślij ponownie').click();
        await expect(order.status).toContainText('Wysłano');
        const booked = bookedForOrder(shop, id);
        expect(booked).toHaveLength(1);
        expect(booked[0]?.body).toMatchObject(each.booked);
        await order.page.close();
      });
    }
  });
}

test('the table holds every finding that can be typed right', () => {
  const typed = Object.entries(WAYS_OF_FINDINGS).flatMap(([code, way]) => (way.kind === 'field' ? [code] : []));
  expect(new Set<string>([...MENDED.map(({ code }) => code), ...ELSEWHERE])).toEqual(new Set(typed));
});

/** What iFirma complains of → the control, and what is typed there. */
const REFUSED: Readonly<
  Partial<Record<RefusalCause, readonly [control: string, value: string, booked: Readonly<Record<string, unknown>>]>>
> = {
  postcode: ['Kod pocztowy', '90-009', buyer({ KodPocztowy: '90-009' })],
  city: ['Miejscowość', 'Łódź', buyer({ Miejscowosc: 'Łódź' })],
  street: ['Ulica', 'ul. Nowa 2', buyer({ Ulica: 'ul. Nowa 2' })],
  country: ['Kraj', 'Polska', buyer({ KodKraju: 'PL' })],
  nip: ['NIP', '1234563218', buyer({ NIP: '1234563218' })],
  email: ['E-mail', 'biuro@example.com', buyer({ Email: 'biuro@example.com' })],
  'buyer-name': ['Nabywca', 'Nowa nazwa', buyer({ Nazwa: 'Nowa nazwa' })],
  'line-name': ['Nazwa – Voucher', 'Bon', line({ NazwaPelna: 'Bon' })],
  unit: ['Jednostka – Voucher', 'kpl.', line({ Jednostka: 'kpl.' })],
  'vat-rate': ['Stawka VAT – Voucher', '8%', line({ StawkaVat: 0.08 })],
  'issue-date': ['Data wystawienia', TODAY, { DataWystawienia: TODAY }],
  'sale-date': ['Data sprzedaży', TODAY, { DataSprzedazy: TODAY }],
  paid: ['Zapłacono', '1,00', { Zaplacono: 1 }],
  'payment-method': ['Metoda płatności', 'PayPal', { SposobZaplaty: 'PAL' }],
};
/** `legal-basis` needs an exempt line, `ifirmaSeries` a series that iFirma has: both are in the world of `tests/unit/sync/repairs`. */
const NOT_HERE: readonly RefusalCause[] = ['legal-basis', 'series'];

const refused = Object.entries(REFUSED);
for (let first = 0; first < refused.length; first += AT_ONCE) {
  const some = refused.slice(first, first + AT_ONCE);
  test(`what iFirma refused is typed right at the field that it names: ${some.map(([cause]) => cause).join(', ')}`, async ({
    shop,
  }) => {
    test.setTimeout(90_000);
    await shop.setUp({ settings: { savePdf: false } });
    for (const [cause, [control, value, booked]] of some) {
      await test.step(cause, async () => {
        const path = PATHS.find(([, of]) => of === cause)?.[0] ?? '';
        const text = SEEN.find(([, of]) => of === cause)?.[0] ?? `Pole '${path}' ma niepoprawną wartość`;
        const { faults, sellasist } = shop.standIns;
        const { id } = sellasist.addOrder({ lines: [{ name: 'Voucher' }] });
        faults.add({
          host: IFIRMA,
          match: { ...POST, body: bodyOfOrder(id), times: 1 },
          do: { kind: 'kod', kod: 201, text },
        });
        const order = await shop.openOrder(id);
        await order.button('Wystaw w iFirma').click();
        await expect(order.status).toContainText('Wymaga uzupełnienia');
        await expect(problemsOf(order)).toContainText([text]);
        await typeInto(order, { [control]: value });
        await order.button('Wyślij ponownie').click();
        await expect(order.status).toContainText('Wysłano');
        const found = bookedForOrder(shop, id);
        expect(found).toHaveLength(1);
        expect(found[0]?.body).toMatchObject(booked);
        await order.page.close();
      });
    }
  });
}

test('the table holds every refusal that can be typed right', () => {
  const typed = Object.entries(WAYS_OF_REFUSALS).flatMap(([cause, way]) => (way.kind === 'field' ? [cause] : []));
  expect(new Set<string>([...Object.keys(REFUSED), ...NOT_HERE])).toEqual(new Set(typed));
});
