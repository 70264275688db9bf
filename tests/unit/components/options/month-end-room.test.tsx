// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MonthEndRoom } from '../../../../components/options/month-end/month-end-room.tsx';
import { likelyMonth, yearsUntil } from '../../../../components/options/month-end/months.ts';
import type { AccountView, MonthIfirmaPart, MonthPanelPart } from '../../../../utils/messages/index.ts';
import { invoice, document as made, marked, readInvoice, sent, transfer } from '../../invoice/month-end/examples.ts';
import { batchView, planOf, state } from '../list/list-page.ts';
import { account, settings } from './examples.ts';
import { type Answers, all, choose, inputOf, mount, ok, one, press, soon, unmount, until } from './screen.tsx';

afterEach(unmount);
vi.setConfig({ testTimeout: 10_000 });

/** 5 November 2026: October is being closed. */
const NOW = Date.UTC(2026, 10, 5, 12);
const accounts = (value: readonly AccountView[]) => ({
  asked: { state: 'ready', value } as const,
  busy: false,
  again: () => undefined,
  put: () => undefined,
});
const panelPart = (over: Partial<MonthPanelPart> = {}) =>
  ok<MonthPanelPart>({ rows: [], looked: 0, unreadable: [], next: null, notBefore: 0, ...over });
const ifirmaPart = (over: Partial<MonthIfirmaPart> = {}) =>
  ok<MonthIfirmaPart>({ invoices: [], next: null, notBefore: 0, ...over });

const saved = vi.fn<(name: string, text: string, type?: string) => void>();
const onChoose = vi.fn();

const open = (answers: Answers, list: readonly AccountView[] = [account()], chosen: string | null = null) => {
  saved.mockClear();
  return mount(
    <MonthEndRoom accounts={accounts(list)} chosen={chosen} onChoose={onChoose} now={() => NOW} save={saved} />,
    {
      'erplink.get': () => ok({ mojsklep: false }),
      'batch.state': () => ok(state(null)),
      'month-end.panel': () => panelPart(),
      'month-end.ifirma': () => ifirmaPart(),
      'month-end.ledger': () => ok({ booked: [], next: null, notBefore: 0 }),
      'month-end.look': ({ invoices }) =>
        ok({
          readInvoices: invoices.map((identifier) => readInvoice(identifier.slice(1))),
          readDocuments: [],
          notBefore: 0,
        }),
      ...answers,
    },
  );
};

const known = sent('1');
const MONTH: Answers = {
  'month-end.panel': () =>
    panelPart({
      rows: [
        ...known.documents,
        made('2', { gross: 123_456, number: '=FV;2' }),
        made('8', { kind: 'correction', number: 'KOR/8' }),
      ],
      looked: 3,
    }),
  'month-end.ifirma': () => ifirmaPart({ invoices: [...known.invoices, invoice('7', { gross: 500 })] }),
};

const said = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ');
const rows = () => [...document.querySelectorAll('tbody tr')].map(said);
/** An event as the browser makes it for a person; happy-dom leaves the mark to us. */
const pressTrusted = async (name: string): Promise<void> => {
  const button = await soon('button', name);
  const event = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  await act(() => {
    button.dispatchEvent(event);
  });
};

describe('what is compared', () => {
  it('is the month that is being closed, of the account, and nothing before it is asked for', async () => {
    const screen = await open({});
    expect(screen.askedFor('month-end.panel')).toEqual([]);
    await press('button', 'Porównaj');
    await until(() =>
      expect(screen.askedFor('month-end.ifirma')[0]).toMatchObject({ accountId: 'a1', month: '2026-10', page: 1 }),
    );
  });

  it('is another month when that is chosen, and what was compared before is gone', async () => {
    const screen = await open(MONTH);
    await press('button', 'Porównaj');
    await soon('table', 'Dokumenty miesiąca');
    await choose('Miesiąc', '02');
    await choose('Rok', '2025');
    expect(all('table')).toEqual([]);
    await press('button', 'Porównaj');
    await until(() => expect(screen.askedFor('month-end.panel').at(-1)).toMatchObject({ month: '2025-02' }));
  });

  it('without an account leads to the accounts', async () => {
    await open({}, []);
    one('link', 'Przejdź do kont');
  });

  it('can be chosen where there are several accounts', async () => {
    await open({}, [account(), account({ id: 'a2', name: 'Drugie' })]);
    await choose('Konto', 'a2');
    expect(onChoose).toHaveBeenCalledWith('a2');
  });
});

describe('what it comes to', () => {
  it('is each document with both sides, its verdict in words, and what is to be settled first', async () => {
    await open(MONTH);
    await press('button', 'Porównaj');
    await soon('table', 'Dokumenty miesiąca');
    expect(rows()).toHaveLength(3);
    expect(rows()[0]).toContain('Do sprawdzenia');
    expect(rows()[0]).toContain('może nie pokazywać korekt');
    expect(rows()[1]).toContain('Brak w iFirma');
    expect(rows()[1]).toContain('1 234,56 zł');
    expect(rows()[2]).toContain('Zgodne');
    expect(rows()[2]).toContain('1/10/2026');
    expect(one('link', 'Otwórz zamówienie 12').getAttribute('href')).toContain('/admin/orders/edit/12');
    await until(() => expect(said(one('status'))).toBe('3 dokumenty: 2 do wyjaśnienia'));
  });

  it('is the sums of both sides and what they differ by', async () => {
    await open(MONTH);
    await press('button', 'Porównaj');
    const sums = said(await soon('region', 'Suma faktur w złotych'));
    expect(sums).toContain('Sellasist1 357,56 zł');
    expect(sums).toContain('iFirma123,00 zł');
    expect(sums).toContain('Różnica−1 234,56 zł');
    expect(sums).toContain('Do sum nie wliczono: 1 dokument');
  });

  it('is also what iFirma has besides, in one line that can be opened', async () => {
    await open(MONTH);
    await press('button', 'Porównaj');
    await until(() =>
      expect(said(document.querySelector('summary') ?? document.body)).toBe('1 faktura w iFirma spoza Mostka'),
    );
    expect(said(one('list', 'Faktury w iFirma spoza Mostka'))).toContain('7/10/2026');
  });

  it('can be narrowed to some of the results', async () => {
    await open(MONTH);
    await press('button', 'Porównaj');
    await soon('table', 'Dokumenty miesiąca');
    await act(() => inputOf('checkbox', 'Zgodne (1)').click());
    expect(rows()).toHaveLength(2);
    await act(() => inputOf('checkbox', 'Brak w iFirma (1)').click());
    await act(() => inputOf('checkbox', 'Do sprawdzenia (1)').click());
    expect(document.body.textContent).toContain('Żaden dokument nie pasuje');
  });

  it('shows a hundred at first, and more when asked', async () => {
    const many = Array.from({ length: 130 }, (_, at) => made(String(at + 1)));
    await open({ 'month-end.panel': () => panelPart({ rows: many }) });
    await press('button', 'Porównaj');
    await soon('table', 'Dokumenty miesiąca');
    expect(rows()).toHaveLength(100);
    await press('button', 'Pokaż kolejne 30');
    expect(rows()).toHaveLength(130);
  });

  it('goes into a file that no spreadsheet takes for a formula', async () => {
    await open(MONTH);
    await press('button', 'Porównaj');
    await press('button', 'Eksportuj CSV');
    const [name, text, type] = saved.mock.calls[0] ?? [];
    expect(name).toBe('mostek-zamkniecie-2026-10.csv');
    expect(type).toBe('text/csv');
    const lines = (text ?? '').split('\r\n');
    expect(lines[0]).toMatch(/^\ufeff"Dokument w Sellasist";/);
    const row = (...cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(';');
    expect(lines).toContain(
      row("'=FV;2", 'faktura', '12', '2026-10-12', '1234,56', '', '', '', 'PLN', '', '', 'Brak w iFirma', ''),
    );
    const equal = ['FV/1/10/2026', 'faktura', '11', '2026-10-12', '123,00', '1/10/2026', '2026-10-12', '123,00', 'PLN'];
    expect(lines).toContain(row(...equal, '0,00', '', 'Zgodne', ''));
    const foreign = ['', 'faktura', '', '', '', '7/10/2026', '2026-10-12', '5,00', 'PLN'];
    expect(lines).toContain(row(...foreign, '', '', 'Spoza Mostka', ''));
  });
});

describe('the reading', () => {
  it('says how far it is, and shows no verdict before both lists are whole', async () => {
    const second = Promise.withResolvers<ReturnType<typeof ifirmaPart>>();
    await open({ ...MONTH, 'month-end.ifirma': () => second.promise });
    await press('button', 'Porównaj');
    await until(() => expect(document.body.textContent).toContain('Odczytuję listę iFirma'));
    expect(all('table')).toEqual([]);
    second.resolve(ifirmaPart());
    await soon('table', 'Dokumenty miesiąca');
  });

  it('is stopped, and goes on from where it stood', async () => {
    const first = Promise.withResolvers<ReturnType<typeof panelPart>>();
    const screen = await open({
      'month-end.panel': ({ cursor }) =>
        cursor === null ? panelPart({ looked: 25, next: { list: 'documents', at: 25, old: 0 } }) : first.promise,
    });
    await press('button', 'Porównaj');
    await until(() => expect(screen.askedFor('month-end.panel')).toHaveLength(2));
    await press('button', 'Przerwij');
    expect(said(one('status'))).toContain('Przerwano');
    first.resolve(panelPart({ looked: 5 }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen.askedFor('month-end.ifirma')).toEqual([]);
    await press('button', 'Wznów');
    await until(() => expect(screen.askedFor('month-end.panel')[2]).toMatchObject({ cursor: { at: 25 } }));
    await until(() => expect(screen.askedFor('month-end.ifirma')).toHaveLength(1));
  });

  it('that is stopped among single invoices claims no absence that was not looked for', async () => {
    const look = Promise.withResolvers<never>();
    const screen = await open({
      'month-end.panel': () => panelPart({ rows: [made('2')] }),
      'month-end.ifirma': () => ifirmaPart({ invoices: [invoice('7')] }),
      'month-end.look': () => look.promise,
    });
    await press('button', 'Porównaj');
    await until(() => expect(screen.askedFor('month-end.look')).toHaveLength(1));
    await press('button', 'Przerwij');
    expect(rows()[0]).toContain('Do sprawdzenia');
    expect(rows()[0]).toContain('nieodczytana jeszcze faktura');
    expect(document.body.textContent).toContain('Nie odczytano jeszcze');
    expect(all('button', 'Wyślij brakujące')).toEqual([]);
  });

  it('waits where a service takes no request, and says until when', async () => {
    const screen = await open({
      'month-end.panel': () => panelPart({ next: { list: 'documents', at: 1, old: 0 }, notBefore: NOW + 60_000 }),
    });
    await press('button', 'Porównaj');
    await until(() => expect(document.body.textContent).toContain('przerwę w zapytaniach'));
    expect(screen.askedFor('month-end.panel')).toHaveLength(1);
  });

  it.each([
    ['locked', 'hasł'],
    ['sellasist-forbidden', 'dokument'],
    ['offline', 'internet'],
  ] as const)('that cannot go on (%s) says why, and tries again from there', async (code, words) => {
    let isDown = true;
    const screen = await open({
      'month-end.ifirma': () => (isDown ? { ok: false, reason: { code, params: {} } } : ifirmaPart()),
    });
    await press('button', 'Porównaj');
    expect(said(await soon('alert'))).toContain(words);
    isDown = false;
    await press('button', 'Spróbuj ponownie');
    await soon('status');
    expect(screen.askedFor('month-end.panel')).toHaveLength(1);
  });

  it('ends when the person goes elsewhere', async () => {
    const answer = Promise.withResolvers<ReturnType<typeof panelPart>>();
    const screen = await open({ 'month-end.panel': () => answer.promise });
    await press('button', 'Porównaj');
    await act(unmount);
    answer.resolve(panelPart());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen.askedFor('month-end.ifirma')).toEqual([]);
  });

  it('takes sums that were read lately, and none when everything is to be read anew', async () => {
    const screen = await open(MONTH);
    await press('button', 'Porównaj');
    await press('button', 'Odczytaj wszystko od nowa');
    await until(() => expect(screen.askedFor('month-end.panel')).toHaveLength(2));
    expect(screen.askedFor('month-end.panel').map(({ asOf }) => asOf)).toEqual([NOW - 6 * 3_600_000, NOW]);
  });
});

describe('a comparison that is made again', () => {
  it('reads anew what did not agree, and then everything as before', async () => {
    const other = sent('5');
    const screen = await open({
      'month-end.panel': () =>
        panelPart({ rows: [...known.documents, ...other.documents.map((each) => ({ ...each, gross: 1 })), made('2')] }),
      'month-end.ifirma': () => ifirmaPart({ invoices: [...known.invoices, ...other.invoices] }),
      'month-end.look': ({ documents }) =>
        ok({
          readInvoices: [],
          readDocuments: documents.map((documentId) => ({
            documentId,
            isThere: true,
            number: '',
            issueDate: '2026-10-12',
            gross: 12_300,
            currency: 'PLN',
          })),
          notBefore: 0,
        }),
    });
    await press('button', 'Porównaj');
    expect(screen.askedFor('month-end.look')).toEqual([]);
    await press('button', 'Porównaj ponownie');
    await until(() => expect(screen.askedFor('month-end.panel')).toHaveLength(2));
    expect(screen.askedFor('month-end.look')).toMatchObject([{ invoices: [], documents: ['5'] }]);
  });
});

describe('what else is said', () => {
  it('is where orders without a document are, of an account that issues them', async () => {
    await open({}, [account({ settings: settings({ orderSeriesId: '1' }) })]);
    expect(document.body.textContent).toContain('Zamówienia bez dokumentu są tu dopiero po wysłaniu');
    await open({});
    expect(document.body.textContent).not.toContain('Zamówienia bez dokumentu');
  });

  it.each([
    [true, 'Integracja Erplink IFIRMA jest włączona.'],
    [null, 'Nie wiadomo, czy integracja Erplink'],
  ])('is that Erplink is on: %s', async (isOn, words) => {
    await open({ 'erplink.get': () => ok({ mojsklep: isOn }) });
    await until(() => expect(document.body.textContent).toContain(words));
  });

  it('is which documents nobody understands', async () => {
    await open({ 'month-end.panel': () => panelPart({ unreadable: ['77', '78'] }) });
    await press('button', 'Porównaj');
    await until(() => expect(document.body.textContent).toContain('z tego miesiąca: 77, 78'));
    expect(document.body.textContent).toContain('nie udało się zrozumieć');
  });

  it('is that a bound was reached, and a press reads on', async () => {
    const invoices = Array.from({ length: 301 }, (_, at) => invoice(String(at + 1)));
    const screen = await open({
      'month-end.ifirma': () => ifirmaPart({ invoices }),
    });
    await press('button', 'Porównaj');
    await press('button', 'Czytaj dalej');
    await until(() => expect(screen.askedFor('month-end.look')).toHaveLength(4));
    expect(screen.askedFor('month-end.look').map(({ invoices: asked }) => (asked as readonly string[]).length)).toEqual(
      [100, 100, 100, 1],
    );
  });

  it('is that an invoice was found by its mark', async () => {
    await open({
      'month-end.panel': () => panelPart({ rows: [made('7')] }),
      'month-end.ifirma': () => ifirmaPart({ invoices: [invoice('7')] }),
      'month-end.look': () => ok({ readInvoices: [marked('7')], readDocuments: [], notBefore: 0 }),
    });
    await press('button', 'Porównaj');
    await until(() => expect(said(one('status'))).toContain('wszystko się zgadza'));
  });
});

describe('what is missing', () => {
  it('is handed to the batch, with its plan before it, in the name of its panel', async () => {
    const screen = await open({
      ...MONTH,
      'batch.plan': () => ok(planOf(1)),
      'batch.start': () => ok(state(batchView({ total: 1 }))),
    });
    await press('button', 'Porównaj');
    await pressTrusted('Wyślij brakujące');
    expect(screen.askedFor('batch.plan')[0]).toMatchObject({ panel: 'mojsklep', orderIds: [], documentIds: ['2'] });
    await pressTrusted('Wyślij');
    expect(screen.askedFor('batch.start')[0]).toMatchObject({ panel: 'mojsklep' });
    await until(() => expect(document.querySelector('[role=progressbar]')).not.toBeNull());
  });

  it('is compared again once the batch is over', async () => {
    let batch = batchView({ total: 1 });
    const screen = await open({ ...MONTH, 'batch.state': () => ok(state(batch)) });
    await press('button', 'Porównaj');
    await soon('table', 'Dokumenty miesiąca');
    batch = batchView({ total: 1, waiting: 0, sent: 1, endedAt: 5 });
    screen.change();
    await until(() => expect(screen.askedFor('month-end.panel')).toHaveLength(2));
  });

  it('cannot be sent while Mostek only looks, which is said', async () => {
    const screen = await open({ ...MONTH, 'batch.state': () => ok(state(null, { mode: 'read-only' })) });
    await press('button', 'Porównaj');
    await pressTrusted('Wyślij brakujące');
    expect(screen.askedFor('batch.plan')).toEqual([]);
  });

  it('is not what iFirma has lost, or what a person skipped', async () => {
    await open({
      'month-end.panel': () =>
        panelPart({ rows: [made('3', { transfer: transfer('3', { state: 'skipped', identifier: null }) })] }),
    });
    await press('button', 'Porównaj');
    await soon('table', 'Dokumenty miesiąca');
    expect(all('button', 'Wyślij brakujące')).toEqual([]);
  });
});

describe('the month', () => {
  it.each([
    ['2026-11-05', '2026-10'],
    ['2026-11-10', '2026-10'],
    ['2026-11-11', '2026-11'],
    ['2027-01-03', '2026-12'],
  ])('on %s is %s', (today, month) => {
    expect(likelyMonth(today)).toBe(month);
  });

  it('can be one of six years', () => {
    expect(yearsUntil('2026-11-05')).toEqual(['2026', '2025', '2024', '2023', '2022', '2021']);
  });
});
