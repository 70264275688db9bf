import { describe, expect, it } from 'vitest';
import { createClock } from '../../sim/clock.ts';
import { createIfirma } from '../../sim/ifirma/index.ts';
import { pdfFile } from '../../sim/ifirma/pdf-file.ts';
import { type Json, jsonOf, sendTo, tried } from './ifirma-call.ts';
import { correctionOfPart, discounted, euGoods, mixedRates, netCompany, paidConsumer } from './ifirma-examples.ts';

const numbersOf = ({ response }: Json): unknown[] => response.Wynik.map(({ PelnyNumer }) => PelnyNumer);

describe('the single document', () => {
  it('is found by identifier and by number with underscores, under its own endpoint only', async () => {
    const { ask, book } = tried();
    const id = await book('fakturawdt.json', euGoods);
    expect((await ask({ target: `fakturawdt/${id}.json` })).PelnyNumer).toBe('1/11/2026');
    expect((await ask({ target: 'fakturawdt/1_11_2026.json' })).PelnyNumer).toBe('1/11/2026');
    expect((await ask({ target: `fakturakraj/${id}.json` })).response).toEqual({
      Kod: 201,
      Informacja: 'Nie znaleziono faktury',
    });
  });

  it('comes in every wrapper that was seen', async () => {
    const { ifirma, ask, book } = tried();
    const target = `fakturakraj/${await book('fakturakraj.json', paidConsumer)}.json`;
    const top = await ask({ target });
    expect(top).toMatchObject({ PelnyNumer: '1/11/2026', Uwagi: paidConsumer.Uwagi });
    ifirma.turn({ detail: 'response' });
    expect(await ask({ target })).toEqual({ response: top });
    ifirma.turn({ detail: 'wynik' });
    expect(await ask({ target })).toEqual({ response: { Kod: 0, Wynik: top } });
    ifirma.turn({ detail: 'wynik-array' });
    expect(await ask({ target })).toEqual({ response: { Kod: 0, Wynik: [top] } });
  });

  it('shows the price after discount, and the lines only when they are switched on', async () => {
    const { ifirma, ask, book } = tried();
    const target = `fakturakraj/${await book('fakturakraj.json', discounted)}.json`;
    expect((await ask({ target })).Pozycje).toMatchObject([
      { CenaJednostkowa: 200, Rabat: 10, CenaZRabatem: 180 },
      { CenaZRabatem: 49 },
    ]);
    ifirma.turn({ linesInDetail: false });
    expect(await ask({ target })).not.toHaveProperty('Pozycje');
  });

  it('keeps its number back for so many reads, missing or as digits', async () => {
    const { ifirma, ask, book } = tried({ firstNumber: 12 });
    ifirma.turn({ numberLag: { reads: 2, shows: 'missing' } });
    const target = `fakturakraj/${await book('fakturakraj.json', paidConsumer)}.json`;
    expect(await ask({ target })).not.toHaveProperty('PelnyNumer');
    expect((await ask({ target: 'fakturakraj/12_11_2026.json' })).response.Kod).toBe(201);
    ifirma.turn({ numberLag: { reads: 2, shows: 'digits' } });
    expect((await ask({ target })).PelnyNumer).toBe('12');
    expect((await ask({ target })).PelnyNumer).toBe('12/11/2026');
    expect((await ask({ target: 'fakturakraj/12_11_2026.json' })).PelnyNumer).toBe('12/11/2026');
  });

  it('keeps its number back for so long, in the list too', async () => {
    const { ifirma, clock, ask, book } = tried();
    ifirma.turn({ numberLag: { ms: 3000, shows: 'missing' } });
    const id = await book('fakturakraj.json', paidConsumer);
    clock.advance(2999);
    expect(numbersOf(await ask({ target: 'faktury.json?dataOd=2026-11-22' }))).toEqual([undefined]);
    clock.advance(1);
    expect(numbersOf(await ask({ target: 'faktury.json?dataOd=2026-11-22' }))).toEqual(['1/11/2026']);
    expect((await ask({ target: `fakturakraj/${id}.json` })).PelnyNumer).toBe('1/11/2026');
  });

  it('of a correction is read where the switch says, with the sum that it says', async () => {
    const { ifirma, clock, ask, book } = tried();
    const original = await book('fakturakraj.json', netCompany);
    clock.freeze('2026-11-24T12:00:00+01:00');
    const id = await book(`fakturakraj/korekta/${original}.json`, correctionOfPart);
    expect(await ask({ target: `fakturakraj/korekta/${id}.json` })).toMatchObject({
      PelnyNumer: 'K1/11/2026',
      WartoscBrutto: -123,
    });
    expect((await ask({ target: `fakturakraj/${id}.json` })).response.Kod).toBe(201);
    ifirma.turn({ correctionPath: 'fakturakraj', correctionSum: 'after' });
    expect((await ask({ target: `fakturakraj/${id}.json` })).WartoscBrutto).toBe(135.3);
    expect((await ask({ target: `fakturakraj/korekta/${id}.json` })).response.Kod).toBe(201);
    ifirma.turn({ correctionPath: 'both' });
    expect((await ask({ target: 'fakturakraj/korekta/K1_11_2026.json' })).WartoscBrutto).toBe(135.3);
    expect((await ask({ target: 'fakturakraj/K1_11_2026.json' })).WartoscBrutto).toBe(135.3);
  });
});

describe('the list', () => {
  const list = (query: string) => ({ target: `faktury.json?${query}` });

  it.each([
    ['no dataOd', 'dataDo=2026-11-22', 201],
    ['an empty dataOd', 'dataOd=', 201],
    ['a wrong dataOd', 'dataOd=22.11.2026', 201],
    ['dataDo before dataOd', 'dataOd=2026-11-22&dataDo=2026-11-21', 201],
    ['a wrong amount', 'dataOd=2026-11-22&kwotaOd=1,5', 201],
    ['an unknown status', 'dataOd=2026-11-22&status=zaplacone', 201],
    ['page 0', 'dataOd=2026-11-22&strona=0', 201],
    ['a page of 0 rows', 'dataOd=2026-11-22&iloscNaStronie=0', 201],
    ['a parameter that is not documented', 'dataOd=2026-11-22&numer=1', 200],
  ])('with %s is refused', async (_name, query, kod) => {
    expect((await tried().ask(list(query))).response.Kod).toBe(kod);
  });

  it('filters by date with both ends, and ends 30 days after dataOd by default', async () => {
    const { ask, book } = tried();
    const on = (day: string) => ({
      ...paidConsumer,
      DataSprzedazy: '2026-11-01',
      DataWystawienia: day,
      TerminPlatnosci: '2026-12-31',
    });
    for (const day of ['2026-11-10', '2026-11-11', '2026-12-10', '2026-12-11']) await book('fakturakraj.json', on(day));
    const numbers = async (query: string): Promise<unknown[]> => numbersOf(await ask(list(query)));
    expect(await numbers('dataOd=2026-11-10&dataDo=2026-11-11')).toEqual(['2/11/2026', '1/11/2026']);
    expect(await numbers('dataOd=2026-11-11&dataDo=2026-11-11')).toEqual(['2/11/2026']);
    expect(await numbers('dataOd=2026-11-10')).toEqual(['1/12/2026', '2/11/2026', '1/11/2026']);
    expect(await numbers('dataOd=2026-11-11&dataDo=2027-01-01')).toEqual(['2/12/2026', '1/12/2026', '2/11/2026']);
  });

  it('filters by amount, buyer, kind and state of payment', async () => {
    const { clock, ask, book } = tried();
    for (const body of [netCompany, paidConsumer, mixedRates]) await book('fakturakraj.json', body);
    await book('fakturakraj.json', { ...discounted, Zaplacono: 1, TerminPlatnosci: '2026-11-22' });
    await book('fakturawdt.json', euGoods);
    clock.freeze('2026-11-30T12:00:00+01:00');
    const numbers = async (query: string): Promise<unknown[]> =>
      numbersOf(await ask(list(`dataOd=2026-11-22&${query}`)));
    expect(await numbers('kwotaOd=144.84&kwotaDo=144.94')).toEqual(['2/11/2026']);
    expect(await numbers('kwotaOd=258.31')).toEqual([]);
    expect(await numbers('nipKontrahenta=1234563218')).toEqual(['1/11/2026']);
    expect(await numbers('nipKontrahenta=123456321')).toEqual([]);
    expect(await numbers('kontrahent=JAN')).toEqual(['3/11/2026']);
    expect(await numbers('typ=prz_dostawa_ue_towarow')).toEqual(['5/11/2026']);
    expect(await numbers('status=oplacone')).toEqual(['2/11/2026']);
    expect(await numbers('status=oplaconeCzesciowo')).toEqual(['4/11/2026']);
    expect(await numbers('status=nieoplacone')).toEqual(['5/11/2026', '3/11/2026', '1/11/2026']);
    expect(await numbers('status=przeterminowane,oplacone')).toEqual(['4/11/2026', '3/11/2026', '2/11/2026']);
  });

  it('has 20 rows a page by default and never more than 100', async () => {
    const { ifirma, ask } = tried();
    for (let count = 0; count < 130; count++) ifirma.issueByHand('fakturakraj', paidConsumer);
    const rows = async (query: string): Promise<unknown[]> => numbersOf(await ask(list(`dataOd=2026-11-22${query}`)));
    expect(await rows('')).toHaveLength(20);
    expect(await rows('&iloscNaStronie=100')).toHaveLength(100);
    expect(await rows('&iloscNaStronie=300')).toHaveLength(100);
    expect(await rows('&iloscNaStronie=100&strona=2')).toHaveLength(30);
    expect(await rows('&iloscNaStronie=100&strona=3')).toEqual([]);
    expect((await rows('&iloscNaStronie=1')).concat(await rows('&iloscNaStronie=1&strona=130'))).toEqual([
      '130/11/2026',
      '1/11/2026',
    ]);
  });

  it('has neither lines nor remarks in its rows', async () => {
    const { ask, book } = tried();
    await book('fakturakraj.json', paidConsumer);
    const [row] = (await ask(list('dataOd=2026-11-22'))).response.Wynik;
    expect(row).toMatchObject({ PelnyNumer: '1/11/2026', Brutto: 144.89, Zaplacono: 144.89 });
    expect(row).not.toHaveProperty('Pozycje');
    expect(row).not.toHaveProperty('Uwagi');
  });

  it('lags for so many lists or so long', async () => {
    const { ifirma, clock, ask, book } = tried();
    const count = async (): Promise<number> => (await ask(list('dataOd=2026-11-22'))).response.Wynik.length;
    ifirma.turn({ listLag: { reads: 2 } });
    await book('fakturakraj.json', paidConsumer);
    expect([await count(), await count(), await count()]).toEqual([0, 0, 1]);
    clock.advance(1000);
    ifirma.turn({ listLag: { ms: 1000 } });
    await book('fakturakraj.json', paidConsumer);
    clock.advance(999);
    expect(await count()).toBe(1);
    clock.advance(1);
    expect(await count()).toBe(2);
  });

  it('shows corrections only when switched so', async () => {
    const { ifirma, clock, ask, book } = tried();
    const id = await book('fakturakraj.json', netCompany);
    clock.freeze('2026-11-24T12:00:00+01:00');
    await book(`fakturakraj/korekta/${id}.json`, correctionOfPart);
    expect(numbersOf(await ask(list('dataOd=2026-11-22')))).toEqual(['1/11/2026']);
    ifirma.turn({ correctionsInList: true });
    expect(numbersOf(await ask(list('dataOd=2026-11-22')))).toEqual(['K1/11/2026', '1/11/2026']);
  });

  it('of one user never shows documents of another', async () => {
    const users = ['pierwszy', 'drugi'].map((login) => ({ login, keys: { faktura: `${login.length}0` } }));
    const clock = createClock();
    clock.freeze('2026-11-22T12:00:00+01:00');
    const ifirma = createIfirma({ clock, users });
    for (const { login, keys } of users) {
      const call = { target: 'fakturakraj.json', method: 'POST', body: paidConsumer, login, keys };
      expect(jsonOf(await sendTo(ifirma.handler, call)).response.Kod).toBe(0);
    }
    const [first] = users;
    const answer = jsonOf(await sendTo(ifirma.handler, { ...list('dataOd=2026-11-22'), ...first }));
    expect(answer.response.Wynik).toHaveLength(1);
    expect([ifirma.booked('drugi').length, ifirma.booked().length]).toEqual([1, 2]);
  });
});

describe('the PDF', () => {
  const textOf = async (target: string): Promise<string> => {
    const { book, send } = tried({ firstNumber: 12 });
    await book('fakturakraj.json', netCompany);
    const { status, headers, body } = await send({ target });
    expect([status, headers?.['content-type']]).toEqual([200, 'application/pdf']);
    return body.toString('latin1');
  };

  it.each([
    ['fakturakraj/1244512.pdf', 'Oryginal, kopia'],
    ['fakturakraj/12_11_2026.pdf', 'Oryginal, kopia'],
    ['fakturakraj/1244512.pdf.oryg', 'Oryginal'],
    ['fakturakraj/1244512.pdf.single', 'Jeden egzemplarz'],
    ['fakturakraj/1244512.pdf.dup', 'Duplikat'],
    ['fakturakraj/1244512.pdf?typ=dup', 'Duplikat'],
  ])('%s is a PDF with the number and its variant', async (target, variant) => {
    const file = await textOf(target);
    expect(file.startsWith('%PDF-')).toBe(true);
    expect(file.trimEnd().endsWith('%%EOF')).toBe(true);
    expect(file).toContain('(Faktura 12/11/2026) Tj');
    expect(file).toContain(`(${variant}) Tj`);
    expect(file).toContain('(Razem: 258.30 PLN) Tj');
  });

  it('has a cross-reference table that points at its objects', () => {
    const file = pdfFile('Faktura (1) \\ 2', ['Zażółć gęślą jaźń']).toString('latin1');
    expect(file).toContain('(Faktura \\(1\\) \\\\ 2) Tj');
    expect(file).toContain('(Zazolc gesla jazn) Tj');
    const start = Number(/startxref\n(\d+)/.exec(file)?.[1]);
    expect(file.slice(start, start + 4)).toBe('xref');
    const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n /gm)].map((match) => Number(match[1]));
    expect(offsets).toHaveLength(6);
    for (const [index, offset] of offsets.entries())
      expect(file.slice(offset).startsWith(`${index + 1} 0 obj`)).toBe(true);
    const length = Number(/\/Length (\d+)/.exec(file)?.[1]);
    expect(/stream\n([\s\S]*?)\nendstream/.exec(file)?.[1]).toHaveLength(length);
  });

  it('that fails is JSON with status 200', async () => {
    const { book, send } = tried();
    await book('fakturakraj.json', netCompany);
    const answer = await send({ target: 'fakturawdt/1244512.pdf' });
    expect(answer.status).toBe(200);
    expect(jsonOf(answer).response).toEqual({ Kod: 201, Informacja: 'Nie znaleziono faktury' });
  });

  it('may answer only to the number, or only to the identifier', async () => {
    const { ifirma, book, send } = tried();
    const id = await book('fakturakraj.json', netCompany);
    const isPdf = async (ref: string): Promise<boolean> =>
      (await send({ target: `fakturakraj/${ref}.pdf` })).body.toString('latin1').startsWith('%PDF');
    ifirma.turn({ pdfBy: 'number' });
    expect([await isPdf(id), await isPdf('1_11_2026')]).toEqual([false, true]);
    ifirma.turn({ pdfBy: 'id' });
    expect([await isPdf(id), await isPdf('1_11_2026')]).toEqual([true, false]);
  });
});

describe('the VAT dictionary', () => {
  it('has rates in percent and no Kod', async () => {
    const { ask } = tried();
    expect((await ask({ target: 'slownik/stawki_vat/DE.json' })).response).toEqual({
      KodKraju: 'de',
      NazwaKraju: 'Niemcy',
      StawkiVat: [
        { Rodzaj: 'POD', Wartosc: 19 },
        { Rodzaj: 'PR1', Wartosc: 7 },
      ],
    });
    expect((await ask({ target: 'slownik/stawki_vat/GR.json' })).response.Kod).toBe(201);
  });
});
