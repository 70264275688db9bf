import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionBody } from '../../../utils/ifirma/correction-body.ts';
import { invoiceBody } from '../../../utils/ifirma/invoice-body.ts';
import { checkDocument } from '../../../utils/invoice/check.ts';
import { type Base, baseOf } from '../../../utils/invoice/correction/base.ts';
import type { BookedOriginal, EarlierCorrection } from '../../../utils/invoice/correction/booked.ts';
import type { CorrectionDraft } from '../../../utils/invoice/correction/draft.ts';
import { type CorrectionAsked, draftCorrection } from '../../../utils/invoice/correction/draft-correction.ts';
import { type ChosenLine, fromChoice } from '../../../utils/invoice/correction/from-choice.ts';
import { fromDocument } from '../../../utils/invoice/correction/from-document.ts';
import { fromReturn, type ReturnedLine } from '../../../utils/invoice/correction/from-return.ts';
import { correctionNotes } from '../../../utils/invoice/correction/notes.ts';
import type { Rules } from '../../../utils/invoice/correction/rules.ts';
import type { WantedState } from '../../../utils/invoice/correction/wanted.ts';
import type { DocumentLine } from '../../../utils/invoice/document.ts';
import { lineGross, sum } from '../../../utils/invoice/money.ts';
import type { IfirmaSwitches } from '../../sim/ifirma/switches.ts';
import { asked } from '../invoice/correction/examples.ts';
import { EXEMPT, line, percent, RULES, saleDocument, TODAY } from '../invoice/examples.ts';
import { correctionOfAll, correctionOfPart, discounted, netCompany } from '../sim/ifirma-examples.ts';
import { together } from './together.ts';

const ACCOUNT: Rules = {
  settings: { ...RULES.settings, exemptBasis: 'Art. 43 ust. 1 pkt 29', zeroVat: 'percent' },
  tax: RULES.tax,
};

/** What the panel has sold becomes an invoice of iFirma, by the very way that a merchant's does. */
async function shopWith(lines: readonly DocumentLine[], switches: Partial<IfirmaSwitches> = {}) {
  const { ifirma, client } = together(switches);
  const total = sum(
    lines.map((each) => each.lineGross ?? lineGross(each.unitGross ?? 0, each.quantity ?? 0, each.discount)),
  );
  const { draft, findings } = checkDocument(saleDocument({ lines, total }), { ...RULES, ...ACCOUNT }, TODAY);
  expect(findings).toEqual([]);
  if (draft === null) throw new Error('no invoice');
  const issued = await client.issue(invoiceBody(draft));
  if (!issued.ok) throw new Error('not issued');
  return { ifirma, client, identifier: issued.value };
}

type Shop = Pick<Awaited<ReturnType<typeof shopWith>>, 'ifirma' | 'client' | 'identifier'>;

async function originalIn({ client, identifier }: Shop): Promise<BookedOriginal> {
  const original = await client.original(identifier);
  if (!original.ok) throw new Error(original.problem.kind);
  return original.value;
}

/** Reads the invoice, works the correction out, books it, and holds what was booked against what was said before. */
async function correct(
  shop: Shop,
  state: (base: Base) => WantedState,
  changes: Partial<CorrectionAsked> = {},
): Promise<CorrectionDraft> {
  const original = await originalIn(shop);
  const base = baseOf(original, changes.earlier ?? []);
  if (base === null) throw new Error('no base');
  const notes = correctionNotes({ panel: 'demo', orderId: '1001', documentId: null, key: 'r5' }, null, '');
  const checked = draftCorrection(asked(state(base), { original, rules: ACCOUNT, notes, ...changes }));
  expect(checked.findings).toEqual([]);
  if (checked.draft === null) throw new Error('no draft');
  const issued = await shop.client.correct(original.identifier, correctionBody(checked.draft));
  const booked = shop.ifirma.booked().at(-1);
  expect(issued).toEqual({ ok: true, value: booked?.id });
  const { before, after, difference } = checked.draft;
  expect(booked).toMatchObject({
    endpoint: 'fakturakraj/korekta',
    corrects: shop.identifier,
    gross: after,
    difference,
  });
  expect(after - difference).toBe(before);
  return checked.draft;
}

const chosen =
  (...choice: readonly ChosenLine[]) =>
  (base: Base) =>
    fromChoice(choice, base);
const back =
  (...lines: readonly ReturnedLine[]) =>
  (base: Base) =>
    fromReturn(lines, base);
const panel =
  (total: number, ...lines: readonly DocumentLine[]) =>
  (base: Base) =>
    fromDocument({ lines, total }, base, ACCOUNT);

const lamp = line({ quantity: 2000, unitGross: 10_000 });
const cup = line({ name: 'Kubek', unitGross: 4900, vat: percent(8) });
const courier = line({ name: 'Kurier', unitGross: 1500 });

describe('iFirma books, to the grosz, what was said before', () => {
  it.each<[string, readonly DocumentLine[], (base: Base) => WantedState, Partial<CorrectionDraft>]>([
    [
      'all of it back',
      [lamp, courier],
      chosen({ line: 0, quantity: 0 }, { line: 1, quantity: 0 }),
      { after: 0, difference: -21_500, reason: 'ZWR_SPRZ_TOW' },
    ],
    [
      'one of two, as a person says',
      [lamp, courier],
      chosen({ line: 0, quantity: 1000 }),
      { after: 11_500, difference: -10_000, reason: 'ZWR_SPRZ_TOW' },
    ],
    [
      'one of two, as a return says',
      [lamp, cup, courier],
      back({ name: 'Lampa biurkowa LED', unitGross: 10_000, quantity: 1000 }),
      { difference: -10_000, reason: 'ZWR_SPRZ_TOW' },
    ],
    [
      'a whole return, without the shipping',
      [cup, courier],
      back({ name: 'Kubek', unitGross: 4900, quantity: 1000 }),
      { after: 1500 },
    ],
    [
      'half of a piece and a half',
      [line({ quantity: 1500, unitGross: 667 })],
      chosen({ line: 0, quantity: 750 }),
      { before: 1001, after: 500 },
    ],
    [
      'a price that was lowered, as the state after',
      [lamp, courier],
      panel(19_500, line({ quantity: 2000, unitGross: 9000 }), courier),
      { difference: -2000, reason: 'OBOW_RABAT' },
    ],
    [
      'a price that was lowered, as a difference',
      [lamp, courier],
      panel(-2000, line({ quantity: 2000, unitGross: -1000 })),
      { difference: -2000, reason: 'OBOW_RABAT' },
    ],
    [
      'a price that was raised',
      [cup],
      panel(5900, line({ ...cup, unitGross: 5900 })),
      { difference: 1000, reason: 'PODW_CENY' },
    ],
    [
      'a wrong rate, taken back and written anew',
      [cup],
      panel(0, line({ ...cup, unitGross: -4900 }), line({ ...cup, vat: percent(23) })),
      { difference: 0, reason: 'POMYLKI' },
    ],
    [
      'a wrong rate, as it should have been',
      [lamp, cup],
      panel(24_900, lamp, line({ ...cup, vat: percent(5) })),
      { difference: 0, reason: 'POMYLKI' },
    ],
    [
      'a rate that should have been exempt',
      [cup],
      panel(4900, line({ ...cup, vat: EXEMPT })),
      { difference: 0, reason: 'POMYLKI' },
    ],
    [
      'one of several equal lines',
      [cup, cup, cup],
      back({ name: 'Kubek', unitGross: 4900, quantity: 2000 }),
      { after: 4900 },
    ],
    [
      'one of several equal lines, cheaper',
      [cup, cup],
      panel(8800, cup, line({ ...cup, unitGross: 3900 })),
      { difference: -1000, reason: 'OBOW_RABAT' },
    ],
    ['a line that was forgotten', [cup], panel(6400, cup, courier), { difference: 1500, reason: 'POMYLKI' }],
    [
      'one of two pieces cheaper',
      [lamp],
      panel(18_000, line({ ...lamp, quantity: 1000 }), line({ ...lamp, quantity: 1000, unitGross: 8000 })),
      { difference: -2000, reason: 'POMYLKI' },
    ],
    [
      'a discounted line',
      [line({ unitGross: 20_000, discount: 1000 }), courier],
      back({ name: 'Lampa biurkowa LED', unitGross: 20_000, quantity: 1000 }),
      { after: 1500, difference: -18_000 },
    ],
    [
      'a line beside a discounted one',
      [line({ unitGross: 20_000, discount: 1000 }), cup],
      chosen({ line: 1, quantity: 0 }),
      { after: 18_000 },
    ],
    [
      '10.00 for 3, one back',
      [line({ quantity: 3000, unitGross: null, lineGross: 1000 })],
      back({ name: 'Lampa biurkowa LED', unitGross: 333, quantity: 1000 }),
      { difference: -333 },
    ],
    [
      'goods under a coupon',
      [lamp, line({ name: 'Kupon', unitGross: -1001 })],
      back({ name: 'Lampa biurkowa LED', unitGross: 10_000, quantity: 2000 }),
      { after: 0, difference: -18_999 },
    ],
    [
      'exempt lines',
      [line({ vat: EXEMPT, quantity: 2000 })],
      chosen({ line: 0, quantity: 1000 }),
      { difference: -12_300 },
    ],
  ])('%s', async (_title, lines, state, expected) => {
    expect(await correct(await shopWith(lines), state)).toMatchObject(expected);
  });

  it('whatever was sold and whatever goes back', async () => {
    const sold = fc
      .record({
        name: fc.constantFrom('Kubek', 'Lampa', 'Kurier'),
        quantity: fc.oneof(
          fc.integer({ min: 1, max: 5 }).map((n) => n * 1000),
          fc.integer({ min: 1, max: 4000 }),
        ),
        unitGross: fc.oneof(fc.constantFrom(4900, 999), fc.integer({ min: 1, max: 50_000 })),
        vat: fc.constantFrom(percent(23), percent(8), percent(5), EXEMPT),
        discount: fc.constantFrom(0, 0, 1000, 3333),
      })
      .map(line);
    const shares = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 30, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(sold, { minLength: 1, maxLength: 6 }), shares, shares, async (lines, first, second) => {
        const worths = lines.map((each) => lineGross(each.unitGross ?? 0, each.quantity ?? 0, each.discount));
        fc.pre(worths.every((worth) => worth > 0));
        const total = sum(worths);
        fc.pre(checkDocument(saleDocument({ lines, total }), { ...RULES, ...ACCOUNT }, TODAY).findings.length === 0);
        const shop = await shopWith(lines);
        const before = baseOf(await originalIn(shop), []);
        const left = (share: readonly number[], base: Base) =>
          base.lines.map(({ quantity }, at) => ({
            line: at,
            quantity: Math.floor((quantity * (share[at] ?? 0)) / 1000),
          }));
        const changes = (base: Base | null, share: readonly number[]) =>
          base !== null && left(share, base).some(({ line, quantity }) => quantity !== base.lines[line]?.quantity);
        fc.pre(changes(before, first));
        await correct(shop, (base) => fromChoice(left(first, base), base));
        const earlier = await correctionsIn(shop);
        const base = baseOf(await originalIn(shop), earlier);
        if (!changes(base, second)) return;
        await correct(shop, (state) => fromChoice(left(second, state), state), {
          earlier,
          confirmed: earlier.map(({ identifier }) => `corrected:${identifier}`),
        });
      }),
      { numRuns: 100 },
    );
  });
});

async function correctionsIn({ ifirma, client }: Shop): Promise<readonly EarlierCorrection[]> {
  const corrections = ifirma.booked().filter(({ corrects }) => corrects !== null);
  return await Promise.all(
    corrections.map(async ({ id }) => {
      const read = await client.correction(id);
      if (!read.ok) throw new Error(read.problem.kind);
      return { identifier: id, number: read.value.number, lines: read.value.lines };
    }),
  );
}

describe('a second correction', () => {
  it('goes on from the state after the first, once a person says so', async () => {
    const shop = await shopWith([lamp, courier]);
    await correct(shop, chosen({ line: 0, quantity: 1000 }));
    const earlier = await correctionsIn(shop);
    const original = await originalIn(shop);
    const base = baseOf(original, earlier);
    const state = base && fromChoice([{ line: 0, quantity: 0 }], base);
    const checked = draftCorrection(asked(state, { original, earlier, rules: ACCOUNT }));
    expect(checked.findings).toEqual([
      {
        code: 'corrected-before',
        path: 'original',
        params: { number: 'K1/11/2026' },
        evidence: `corrected:${earlier[0]?.identifier}`,
      },
    ]);
    const confirmed = checked.findings.map(({ evidence }) => evidence ?? '');
    const draft = await correct(shop, chosen({ line: 0, quantity: 0 }), { earlier, confirmed });
    expect(draft).toMatchObject({ before: 11_500, after: 1500, difference: -10_000, reason: 'ZWR_SPRZ_TOW' });
  });

  it('repeats what the first has added, as the correction of a mistake', async () => {
    const shop = await shopWith([lamp]);
    await correct(shop, panel(21_500, lamp, courier));
    const earlier = await correctionsIn(shop);
    const confirmed = earlier.map(({ identifier }) => `corrected:${identifier}`);
    const draft = await correct(shop, chosen({ line: 1, quantity: 0 }), { earlier, confirmed });
    expect(draft).toMatchObject({ before: 21_500, after: 20_000, difference: -1500 });
  });
});

describe('the examples of the documentation', () => {
  const byHand = async (body: object) => {
    const { ifirma, client } = together();
    const { id } = ifirma.issueByHand('fakturakraj', { ...body });
    return { ifirma, client, identifier: id };
  };

  it('one of two lamps on an invoice that counts from net (ifirma-api 10.5)', async () => {
    const shop = await byHand(netCompany);
    const draft = await correct(shop, chosen({ line: 0, quantity: 1000 }));
    expect(draft).toMatchObject({ counted: 'net', before: 25_830, after: 13_530, difference: -12_300 });
    const [, booked] = shop.ifirma.booked();
    // PKWiU was empty; what is empty is left out.
    const lines = correctionOfPart.Pozycje.map(({ PKWiU: _none, ...rest }) => rest);
    expect(booked?.body).toMatchObject({
      PowodKorekty: 'ZWR_SPRZ_TOW',
      SpelnionoWarunki: true,
      Zaplacono: 0,
      SposobZaplaty: 'PRZ',
    });
    expect(booked?.body.Pozycje).toEqual(lines);
  });

  it('the whole of a discounted order (ifirma-api 10.6)', async () => {
    const shop = await byHand(discounted);
    const draft = await correct(shop, chosen({ line: 0, quantity: 0 }, { line: 1, quantity: 0 }), { payment: 'KOM' });
    expect(draft).toMatchObject({ before: 22_900, after: 0, difference: -22_900 });
    const [, booked] = shop.ifirma.booked();
    expect(booked?.body.Pozycje).toEqual(correctionOfAll.Pozycje);
    expect(booked?.body.SposobZaplaty).toBe('KOM');
  });

  it('net prices of several rates, each rounded once', async () => {
    const lines = [0.23, 0.23, 0.08, 0.05].map((StawkaVat, at) => ({
      ...netCompany.Pozycje[0],
      StawkaVat,
      NazwaPelna: `Towar ${at}`,
      Ilosc: 3,
      CenaJednostkowa: [33.33, 33.34, 0.99, 7.77][at],
    }));
    const shop = await byHand({ ...netCompany, Pozycje: lines });
    await correct(shop, chosen({ line: 0, quantity: 1000 }, { line: 3, quantity: 2000 }));
  });

  it('a discount whose price after it is no whole grosz is asked about, and then booked as it was said', async () => {
    const [first] = discounted.Pozycje;
    const odd = { ...first, Ilosc: 10, CenaJednostkowa: 9.99, Rabat: 10 };
    const shop = await byHand({
      ...discounted,
      Zaplacono: 0,
      ZaplaconoNaDokumencie: 0,
      Pozycje: [odd, { ...first, NazwaPelna: 'Inna' }],
    });
    const original = await originalIn(shop);
    expect(original.lines?.[0]).toMatchObject({ unitPrice: 899, worth: 8991 });
    const base = baseOf(original, []);
    const checked = draftCorrection(asked(base && fromChoice([{ line: 1, quantity: 0 }], base), { original }));
    expect(checked.findings).toEqual([
      {
        code: 'correction-discount-rounded',
        path: 'lines.0',
        params: { line: 'Plecak turystyczny', ours: '8990', theirs: '8991' },
        evidence: 'rounded:0:8990',
      },
    ]);
    const draft = await correct(shop, chosen({ line: 1, quantity: 0 }), { confirmed: ['rounded:0:8990'] });
    expect(draft.after).toBe(8990);
  });
});

describe('a correction that was booked', () => {
  it.each<Partial<IfirmaSwitches>>([
    {},
    { correctionPath: 'fakturakraj' },
    { correctionPath: 'both', detail: 'response' },
    { detail: 'wynik-array' },
  ])('is read back and printed from wherever iFirma has it: %o', async (switches) => {
    const shop = await shopWith([lamp, courier], switches);
    await correct(shop, chosen({ line: 0, quantity: 0 }));
    const id = shop.ifirma.booked().at(-1)?.id ?? '';
    expect(await shop.client.correction(id)).toMatchObject({
      ok: true,
      value: { number: 'K1/11/2026', notes: 'Sellasist demo/o1001/r5', lines: [{ quantity: 0 }, { quantity: 1000 }] },
    });
    expect(await shop.client.correctionPdf(id)).toMatchObject({ ok: true });
  });

  it('is said to be unknown when it is at neither address', async () => {
    const { client } = await shopWith([lamp]);
    const unknown = { ok: false, problem: { kind: 'kod', kod: 201, text: 'Nie znaleziono faktury' } };
    expect(await client.correction('999')).toEqual(unknown);
    expect(await client.correctionPdf('999')).toEqual(unknown);
  });

  it.each<Partial<IfirmaSwitches>>([
    { detail: 'top' },
    { detail: 'response' },
    { detail: 'wynik' },
    { detail: 'wynik-array' },
  ])('knows its invoice whole in every wrapper: %o', async (switches) => {
    const original = await originalIn(await shopWith([lamp, line({ ...cup, vat: EXEMPT })], switches));
    expect(original).toMatchObject({
      number: '1/11/2026',
      kind: 'domestic',
      issueDate: TODAY,
      gross: 24_900,
      counted: 'gross',
      currency: 'PLN',
      payment: 'PRZ',
      buyer: { name: 'Grażyna Świątek-Źdźbło', nip: '', postcode: '90-001', city: 'Łódź' },
      lines: [
        {
          name: 'Lampa biurkowa LED',
          unit: 'szt.',
          quantity: 2000,
          unitPrice: 10_000,
          worth: 20_000,
          vat: { kind: 'percent', percent: 23 },
        },
        { name: 'Kubek', vat: { kind: 'exempt', basis: 'Art. 43 ust. 1 pkt 29' } },
      ],
    });
  });

  it('is refused in words where iFirma gives no lines', async () => {
    const shop = await shopWith([lamp], { linesInDetail: false });
    const original = await originalIn(shop);
    expect(baseOf(original, [])).toBeNull();
    expect(draftCorrection(asked(null, { original })).findings).toEqual([
      { code: 'correction-lines-unknown', path: 'original.lines', params: { number: '1/11/2026' } },
    ]);
  });
});
