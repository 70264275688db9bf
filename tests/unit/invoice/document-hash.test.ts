import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument, type Rules } from '../../../utils/invoice/check.ts';
import type { Buyer, DocumentLine, SaleDocument } from '../../../utils/invoice/document.ts';
import { documentHash, saysOtherwise } from '../../../utils/invoice/document-hash.ts';
import type { AccountSettings } from '../../../utils/invoice/settings.ts';
import { buyer, line, order, percent, RULES, SERIES, saleDocument, shipping, TODAY } from './examples.ts';

/** As it is booked: the document, judged by the account's rules on a day. */
async function hashOf(document: SaleDocument, rules: Rules = RULES, today = TODAY): Promise<string> {
  const { draft, findings } = checkDocument(document, rules, today);
  if (draft === null) throw new Error(`no draft: ${JSON.stringify(findings)}`);
  return documentHash(document, draft);
}

const settings = (changes: Partial<AccountSettings>): Rules => ({
  ...RULES,
  settings: { ...RULES.settings, ...changes },
});

const COMPANY = buyer({ name: 'Testowa Sp. z o.o.', isCompany: true, nip: '111-111-11-11' });
const CUP = line({ id: '2', name: 'Kubek', quantity: 2000, unitGross: 4900, lineGross: 8820, discount: 1000 });
const DOCUMENT = saleDocument({ buyer: COMPANY, lines: [line(), CUP], total: 12_300 + 8820 });
const ORDER = order({ lines: [line(), shipping()], total: 12_300 + 1499 });

const withBuyer = (changes: Partial<Buyer>): SaleDocument => ({ ...DOCUMENT, buyer: { ...COMPANY, ...changes } });
/** What the second line says, and the sum that comes of it. */
const withCup = (changes: Partial<DocumentLine>, worth = 8820): SaleDocument => ({
  ...DOCUMENT,
  lines: [line(), { ...CUP, ...changes }],
  total: 12_300 + worth,
});

describe('a document that says something else has another hash', () => {
  it.each<[string, SaleDocument]>([
    ['the buyer’s name', withBuyer({ name: 'Testowa S.A.' })],
    ['the NIP', withBuyer({ nip: '222-222-22-22' })],
    ['no NIP any more', withBuyer({ nip: '' })],
    ['the street', withBuyer({ street: 'ul. Świętojańska 8' })],
    ['the postcode', withBuyer({ postcode: '90-002' })],
    ['the place', withBuyer({ city: 'Gdynia' })],
    ['a line’s name', withCup({ name: 'Kubek duży' })],
    ['a quantity and a price of the same worth', withCup({ quantity: 1000, unitGross: 9800 })],
    ['a quantity', withCup({ quantity: 3000, lineGross: 13_230 }, 13_230)],
    ['a unit', withCup({ unit: 'kpl.' })],
    ['a price', withCup({ unitGross: 5000, lineGross: 9000 }, 9000)],
    ['a price and a discount of the same worth', withCup({ unitGross: 4410, discount: 0 })],
    ['a rate', withCup({ vat: percent(8) })],
    ['an exempt line', withCup({ vat: { kind: 'rate', rate: { kind: 'exempt', basis: 'Art. 43' } } })],
    ['one line less', { ...DOCUMENT, lines: [line()], total: 12_300 }],
    ['one line more', { ...DOCUMENT, lines: [...DOCUMENT.lines, line()], total: 12_300 + 8820 + 12_300 }],
    ['the lines the other way round', { ...DOCUMENT, lines: DOCUMENT.lines.toReversed() }],
    ['the issue date', { ...DOCUMENT, issueDate: '2026-11-21', saleDate: '2026-11-21' }],
    ['the sale date', { ...DOCUMENT, saleDate: '2026-11-20' }],
  ])('%s', async (_field, changed) => {
    expect(await hashOf(changed)).not.toBe(await hashOf(DOCUMENT));
  });

  it.each<[string, Partial<SaleDocument>]>([
    ['the price of the shipping', { lines: [line(), shipping({ unitGross: 1599 })], total: 12_300 + 1599 }],
    ['the name of the shipping', { lines: [line(), shipping({ name: 'Kurier' })] }],
    ['a discount for the whole', { lines: [line(), shipping(), line({ unitGross: -100 })], total: 12_300 + 1399 }],
  ])('of an order: %s', async (_field, changes) => {
    expect(await hashOf({ ...ORDER, ...changes })).not.toBe(await hashOf(ORDER));
  });

  it('two worths that change places, though the sum is the same', async () => {
    const worths = (...[one, two]: readonly [number, number]): SaleDocument => ({
      ...DOCUMENT,
      lines: [line({ unitGross: null, lineGross: one }), line({ name: 'Kubek', unitGross: null, lineGross: two })],
      total: 12_000,
    });
    expect(await hashOf(worths(5000, 7000))).not.toBe(await hashOf(worths(7000, 5000)));
  });

  it('a worth that the panel gives, though no price and no rate of it has changed', async () => {
    const one = withCup({ unitGross: null, discount: 0 });
    expect(await hashOf(withCup({ unitGross: null, discount: 0, lineGross: 8821 }, 8821))).not.toBe(await hashOf(one));
  });

  // Mostek books no other currency and no other country yet; what it will book is kept apart already.
  it.each<[string, SaleDocument]>([
    ['the currency', { ...DOCUMENT, currency: 'EUR' }],
    ['the country', withBuyer({ country: 'DE' })],
  ])('%s', async (_field, changed) => {
    const { draft } = checkDocument(DOCUMENT, RULES, TODAY);
    if (draft === null) throw new Error('no draft');
    expect(await documentHash(changed, draft)).not.toBe(await hashOf(DOCUMENT));
  });
});

describe('rates that look alike on paper are told apart', () => {
  const RATES: readonly [string, DocumentLine['vat']][] = [
    ['0 %', percent(0)],
    ['a bare zero', { kind: 'zero' }],
    ['exempt by one law', { kind: 'rate', rate: { kind: 'exempt', basis: 'Art. 43' } }],
    ['exempt by another', { kind: 'rate', rate: { kind: 'exempt', basis: 'Art. 113' } }],
    ['exempt without a law', { kind: 'rate', rate: { kind: 'exempt', basis: null } }],
    ['a word nobody knows', { kind: 'unknown', text: 'np' }],
    ['another such word', { kind: 'unknown', text: 'oo' }],
    ['no word', { kind: 'unknown', text: '' }],
  ];

  it('each of them has a hash of its own', async () => {
    const { draft } = checkDocument(DOCUMENT, RULES, TODAY);
    if (draft === null) throw new Error('no draft');
    const hashes = await Promise.all(RATES.map(([, vat]) => documentHash(withCup({ vat }), draft)));
    expect(new Set(hashes).size).toBe(RATES.length);
  });
});

it('a line of an order is worth its price, so a free one does not count and one with a price does', async () => {
  const { draft } = checkDocument(ORDER, RULES, TODAY);
  if (draft === null) throw new Error('no draft');
  const withLine = (changes: Partial<DocumentLine>): SaleDocument => ({
    ...ORDER,
    lines: [...ORDER.lines, line({ lineGross: null, ...changes })],
  });
  const alone = await documentHash(ORDER, draft);
  for (const nothing of [{ unitGross: 0 }, { unitGross: null }, { quantity: null }, { discount: 10_000 }]) {
    expect(await documentHash(withLine(nothing), draft), JSON.stringify(nothing)).toBe(alone);
  }
  expect(await documentHash(withLine({ unitGross: 1 }), draft)).not.toBe(alone);
});

describe('a document that says the same has the same hash', () => {
  it.each<[string, SaleDocument]>([
    ['something was paid', { ...DOCUMENT, payment: { ...DOCUMENT.payment, paid: 21_120, paidOn: TODAY } }],
    ['another way of paying', { ...DOCUMENT, payment: { ...DOCUMENT.payment, methodId: '7', methodName: 'PayU' } }],
    ['another e-mail address', withBuyer({ email: 'inny@example.com' })],
    ['another number', { ...DOCUMENT, number: 'FV 13/11/2026' }],
    ['another day of the order', { ...DOCUMENT, orderDate: '2026-11-01' }],
    ['the NIP is written otherwise', withBuyer({ nip: 'PL 1111111111' })],
    ['the postcode is written otherwise', withBuyer({ postcode: '90001' })],
    ['blanks around and within a name', withBuyer({ name: '  Testowa\u00a0 Sp.\tz o.o.\u200b ' })],
    ['blanks in a line’s name', withCup({ name: ' Kubek\u00a0' })],
    ['other ids of the lines', withCup({ id: '90210' })],
    ['a line that counts as shipping now, because the order changed its carrier', withCup({ role: 'shipping' })],
    ['a free gift', { ...DOCUMENT, lines: [...DOCUMENT.lines, line({ name: 'Gratis', unitGross: 0 })] }],
    ['what looks booked, now that the PDF is there', { ...DOCUMENT, signs: [{ kind: 'field-filled', fieldId: '12' }] }],
  ])('%s', async (_what, same) => {
    expect(await hashOf(same)).toBe(await hashOf(DOCUMENT));
  });

  it('whatever the order of its keys', async () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([name, entry]) => [name, turned(entry)]),
            )
          : value;
    expect(await hashOf(turned(DOCUMENT) as SaleDocument)).toBe(await hashOf(DOCUMENT));
  });

  it('what a discount line is called, and how it is split, stands on no invoice', async () => {
    const less = (...lines: readonly Partial<DocumentLine>[]): SaleDocument => ({
      ...ORDER,
      lines: [line(), shipping(), ...lines.map((changes) => line(changes))],
      total: 12_300 + 1499 - 300,
    });
    const one = await hashOf(less({ name: 'Rabat', unitGross: -300 }));
    expect(await hashOf(less({ name: 'Kupon', unitGross: -300 }))).toBe(one);
    expect(await hashOf(less({ unitGross: -100 }, { unitGross: -200 }))).toBe(one);
  });
});

describe('the account may be set otherwise later', () => {
  it.each<[string, Rules]>([
    ['the rate of shipping', settings({ shippingVat: { rule: 'fixed', rate: { kind: 'percent', percent: 8 } } })],
    ['shipping at the highest rate', settings({ shippingVat: { rule: 'highest' } })],
    ['the sale date', settings({ saleDate: 'order' })],
    ['the unit', settings({ unit: 'sztuka' })],
    ['place, signature and remarks', settings({ issuePlace: 'Łódź', signature: 'OUP', notesText: 'Dziękujemy' })],
    ['GTU, PKWiU and BDO', settings({ gtu: '05', pkwiu: '25.99', showBdo: true, showGios: true })],
    ['due date and split payment', settings({ dueDate: { from: 'issue', days: 14 }, splitPayment: 'always' })],
    ['the bank account', settings({ bankAccount: { use: 'hidden' } })],
    ['the series', { ...RULES, series: { '3': { ...SERIES, ifirmaSeries: 'Sklep', template: 'logo' } } }],
    ['the payment methods', { ...RULES, payments: { '4': 'ELE' } }],
    ['the flat rate', { ...RULES, tax: { ...RULES.tax, flatRate: '0.03' } }],
  ])('%s: the hash is the same', async (_setting, rules) => {
    expect(await hashOf(DOCUMENT, rules)).toBe(await hashOf(DOCUMENT));
    expect(await hashOf(ORDER, rules)).toBe(await hashOf(ORDER));
  });

  it('what a bare zero means: the hash is the same', async () => {
    const zero = { ...DOCUMENT, lines: [line({ vat: { kind: 'zero' } })], total: 12_300 };
    const percentage = await hashOf(zero, settings({ zeroVat: 'percent' }));
    expect(await hashOf(zero, settings({ zeroVat: 'exempt', exemptBasis: 'Art. 43' }))).toBe(percentage);
  });
});

describe('an order without a document', () => {
  it('has the same hash tomorrow, though it would be issued on another day', async () => {
    expect(await hashOf(ORDER, RULES, '2026-11-23')).toBe(await hashOf(ORDER));
  });
});

it('white space, today, what was paid: nothing of it is in the hash, whatever it is', async () => {
  const blank = fc.constantFrom(' ', '\t', '\u00a0', '\n', '\u2003', '\u200b');
  const blanks = fc.array(blank, { maxLength: 4 }).map((parts) => parts.join(''));
  const expected = await hashOf(DOCUMENT);
  await fc.assert(
    fc.asyncProperty(
      blanks,
      blanks,
      fc.integer({ min: 0, max: 30_000 }),
      fc.integer({ min: 22, max: 30 }),
      async (before, after, paid, day) => {
        const spaced = (text: string): string => `${before}${text.replaceAll(' ', ` ${after}`)}${after}`;
        const document: SaleDocument = {
          ...DOCUMENT,
          buyer: { ...COMPANY, name: spaced(COMPANY.name), street: spaced(COMPANY.street), city: spaced(COMPANY.city) },
          lines: DOCUMENT.lines.map((each) => ({ ...each, name: spaced(each.name) })),
          payment: { ...DOCUMENT.payment, paid },
        };
        expect(await hashOf(document, RULES, `2026-11-${day}`)).toBe(expected);
      },
    ),
    { numRuns: 60 },
  );
});

it('two documents have the same hash only when buyer, lines, sum and dates are the same', async () => {
  const few = (values: readonly string[]) => fc.constantFrom(...values);
  const document = fc
    .record({
      name: few(['Jan', 'Anna']),
      street: few(['Próbna 1', 'Próbna 11']),
      lineName: few(['Kubek', 'Kubek 1']),
      quantity: fc.constantFrom(1000, 11_000),
      unitGross: fc.constantFrom(100, 1100),
      rate: fc.constantFrom(8, 23),
      saleDate: few(['2026-11-21', '2026-11-22']),
    })
    .map((said) => {
      const lines = [
        line({ name: said.lineName, quantity: said.quantity, unitGross: said.unitGross, vat: percent(said.rate) }),
      ];
      const total = (said.quantity / 1000) * said.unitGross;
      const changes = { buyer: buyer({ name: said.name, street: said.street }), lines, total, saleDate: said.saleDate };
      return { said: JSON.stringify(said), document: saleDocument(changes) };
    });
  await fc.assert(
    fc.asyncProperty(document, document, async (one, other) => {
      const isSame = (await hashOf(one.document)) === (await hashOf(other.document));
      expect(isSame).toBe(one.said === other.said);
    }),
    { numRuns: 200 },
  );
});

describe('the version of the form', () => {
  it('stands before the hash', async () => {
    expect(await hashOf(DOCUMENT)).toMatch(/^1:[0-9a-f]{64}$/);
  });

  it('two of the same form are compared, two of different forms never', () => {
    expect(saysOtherwise('1:aa', '1:aa')).toBe(false);
    expect(saysOtherwise('1:aa', '1:bb')).toBe(true);
    expect(saysOtherwise('1:aa', '2:aa')).toBeNull();
    expect(saysOtherwise('1:aa', '11:bb')).toBeNull();
    expect(saysOtherwise('11:aa', '12:aa')).toBeNull();
    expect(saysOtherwise('x1:aa', '1:aa')).toBeNull();
    // Without a version: of before there was one.
    expect(saysOtherwise('aa', '1:aa')).toBeNull();
  });

  // Red because the form says something else than it did: then count its version up, or every invoice booked so far would differ.
  it('what form 1 says of these two is settled', async () => {
    expect(await hashOf(DOCUMENT)).toBe('1:2a59adf926da1510af7dd9529976011a1cce5cd7880ff694eef52a95c82c994c');
    expect(await hashOf(ORDER)).toBe('1:9f3c7360c5784f528b0a22cf10ae739ae0c30dd4caec1fc6a05d1942daa0c083');
  });

  it.each<[string, DocumentLine['vat'], string]>([
    [
      'an exemption',
      { kind: 'rate', rate: { kind: 'exempt', basis: 'Art. 43' } },
      '1:9b24df9ce9f5dc6466b1d3e10576b9b19fe653c541075e9e38e370e15d560e67',
    ],
    ['a bare zero', { kind: 'zero' }, '1:fee457c28123fbf18e66aadbc8ba5736eb02f00882bb5a5cd825e20c0cb740d0'],
    [
      'a word nobody knows',
      { kind: 'unknown', text: 'np' },
      '1:de1e705de4c720653a86b7de01c1f9c03060106c757502372734382a121ce37e',
    ],
  ])('and so is what it says of %s', async (_rate, vat, hash) => {
    const { draft } = checkDocument(DOCUMENT, RULES, TODAY);
    if (draft === null) throw new Error('no draft');
    expect(await documentHash(withCup({ vat }), draft)).toBe(hash);
  });
});
