// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { LogRoom } from '../../../../components/options/log/log-room.tsx';
import type { LogKept, LogPage, LogRow } from '../../../../utils/messages/index.ts';
import { account } from './examples.ts';
import { logRow } from './log-examples.ts';
import { type Answers, all, choose, mount, nameOf, ok, one, press, soon, unmount, until } from './screen.tsx';

beforeAll(() => {
  // happy-dom has no modal dialogs; what the browser does with them is tried in the end-to-end tests.
  HTMLDialogElement.prototype.showModal ??= () => undefined;
});
afterEach(() => {
  unmount();
  vi.restoreAllMocks();
});

const ACCOUNTS = {
  asked: { state: 'ready', value: [account({ id: 'a1', name: 'Mój sklep' }), account({ id: 'a2', name: 'Outlet' })] },
  busy: false,
  again: () => undefined,
  put: () => undefined,
} as const;
const KEPT: LogKept = { retention: { days: 365, entries: 100_000 }, count: 3 };

const pageOf = (rows: readonly LogRow[], over: Partial<LogPage> = {}) =>
  ok<LogPage>({ rows, looked: rows.length, back: rows.at(-1)?.at ?? null, next: null, ...over });
const many = (count: number, first = 1_000): readonly LogRow[] =>
  Array.from({ length: count }, (_, nth) => logRow({ id: first - nth, documentNumber: `FV/${first - nth}` }));
const open = (answers: Answers) => mount(<LogRoom accounts={ACCOUNTS} />, { 'log.kept': () => ok(KEPT), ...answers });
const said = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ');
const rows = (): readonly string[] => [...document.querySelectorAll('tbody tr')].map(said);

const search = (text: string): Promise<void> =>
  act(() => {
    const input = document.querySelector<HTMLInputElement>('input[type=search]');
    if (input === null) throw new Error('no searchbox');
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });

describe('the table', () => {
  it('shows of each entry when, what of, what was done, the state and why', async () => {
    await open({
      'log.page': () =>
        pageOf([
          logRow({ id: 3, state: 'done', step: 'attach', number: '12/11/2026' }),
          logRow({
            id: 2,
            key: 'o1009',
            documentNumber: null,
            orderId: '1009',
            accountId: 'gone',
            state: 'incomplete',
            findings: [{ code: 'buyer-postcode-missing', path: '', params: {} }],
          }),
        ]),
    });
    await soon('table', 'Log synchronizacji');
    const [first, second] = rows();
    for (const part of ['22.11.2026 10:15:03', 'FV/12/11/2026', 'Zamówienie 1001', 'Mój sklep', 'Zapis PDF', 'Wysłano'])
      expect(first).toContain(part);
    expect(first).toContain('12/11/2026');
    for (const part of ['Zamówienie 1009', 'Konto usunięte', 'Wymaga uzupełnienia', 'Brak kodu pocztowego nabywcy.'])
      expect(second).toContain(part);
    expect(one('link', 'Zamówienie 1001').getAttribute('href')).toBe(
      'https://demo.sellasist.pl/admin/orders/edit/1001',
    );
    expect(said(document.body)).toContain('to wszystko');
  });

  it('says what will appear in it while there is nothing', async () => {
    await open({ 'log.page': () => pageOf([]) });
    await until(() => expect(said(document.body)).toContain('Log jest pusty'));
    expect(all('table')).toEqual([]);
  });

  it('says why it cannot be read, and reads it anew on a press', async () => {
    let isDown = true;
    await open({
      'log.page': () => (isDown ? { ok: false, reason: { code: 'database-closed', params: {} } } : pageOf([logRow()])),
    });
    expect(said(await soon('alert'))).toContain('Nie udało się odczytać logu.');
    isDown = false;
    await press('button', 'Spróbuj ponownie');
    await soon('table', 'Log synchronizacji');
  });
});

describe('older entries', () => {
  it('come on a press, behind those that are there', async () => {
    const first = many(50);
    const screen = await open({
      'log.page': ({ before }) =>
        before === null ? pageOf(first, { next: { at: 5, id: 951 } }) : pageOf(many(7, 950)),
    });
    await soon('button', 'Pokaż starsze');
    expect(rows()).toHaveLength(50);
    await press('button', 'Pokaż starsze');
    await until(() => expect(rows()).toHaveLength(57));
    expect(screen.askedFor('log.page').map(({ before, limit }) => [before, limit])).toEqual([
      [null, 50],
      [{ at: 5, id: 951 }, 50],
    ]);
    expect(all('button', 'Pokaż starsze')).toEqual([]);
  });

  it('are looked for part after part, with how far it has come, until the page is full or the person has enough', async () => {
    const parts: ((answer: ReturnType<typeof pageOf>) => void)[] = [];
    await open({ 'log.page': () => new Promise((resolve) => parts.push(resolve)) });
    const answer = async (nth: number, page: ReturnType<typeof pageOf>): Promise<void> => {
      await until(() => expect(parts.length).toBe(nth + 1));
      await act(async () => parts[nth]?.(page));
    };
    await answer(0, pageOf([logRow()], { looked: 2_000, next: { at: 9, id: 9 } }));
    await until(() => expect(said(document.body)).toContain('Przeszukano 2000 wpisów, wstecz do 22.11.2026'));
    expect(rows()).toHaveLength(1);
    await until(() => expect(parts.length).toBe(2));
    await press('button', 'Przerwij');
    await answer(1, pageOf([], { looked: 2_000, back: 1, next: { at: 8, id: 8 } }));
    await soon('button', 'Szukaj dalej');
    expect(parts).toHaveLength(2);
    await press('button', 'Szukaj dalej');
    await answer(2, pageOf([], { looked: 5 }));
    await until(() => expect(said(document.body)).toContain('1 wpis, to wszystko'));
  });
});

describe('filters', () => {
  it('each count at once, and an answer to what was asked before them is not shown any more', async () => {
    let late: ((answer: ReturnType<typeof pageOf>) => void) | undefined;
    const screen = await open({
      'log.page': ({ filter }) =>
        filter.state === null
          ? new Promise((resolve) => {
              late = resolve;
            })
          : pageOf([logRow({ id: 7, documentNumber: 'FV/7' })]),
    });
    await choose('Stan', 'failed');
    await until(() => expect(rows()).toHaveLength(1));
    await act(async () => {
      late?.(pageOf(many(9)));
      await new Promise((resolve) => setTimeout(resolve, 30));
    });
    expect(rows()).toHaveLength(1);
    await choose('Konto', 'a2');
    await choose('Rodzaj', 'correction');
    await until(() =>
      expect(screen.askedFor('log.page').at(-1)?.filter).toMatchObject({
        state: 'failed',
        accountId: 'a2',
        kind: 'correction',
      }),
    );
    await press('button', 'Wyczyść filtry');
    await until(() =>
      expect(screen.askedFor('log.page').at(-1)?.filter).toMatchObject({ state: null, accountId: null, kind: null }),
    );
  });

  it('what is typed is asked for once the typing rests, with the codes whose words it means', async () => {
    const screen = await open({ 'log.page': () => pageOf([]) });
    await search('kod');
    await search('kodu pocztowego');
    await until(() => expect(screen.askedFor('log.page').at(-1)?.filter).toMatchObject({ text: 'kodu pocztowego' }));
    expect(screen.askedFor('log.page')).toHaveLength(2);
    expect(JSON.stringify(screen.askedFor('log.page').at(-1))).toContain('buyer-postcode-missing');
    await until(() => expect(said(document.body)).toContain('Żaden wpis nie pasuje do filtrów.'));
  });

  it('say that the days are the wrong way round, and show what there is from the first one on', async () => {
    const screen = await open({ 'log.page': () => pageOf([]) });
    const day = (name: string, value: string): Promise<void> =>
      act(() => {
        const input = [...document.querySelectorAll('input')].find((each) => nameOf(each) === name);
        if (input === undefined) throw new Error(name);
        input.value = value;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
    await day('Od', '2026-11-20');
    await day('Do', '2026-11-10');
    await until(() => expect(said(document.body)).toContain('nie może być późniejsza'));
    expect(screen.askedFor('log.page').at(-1)?.filter).toMatchObject({ from: '2026-11-20', to: null });
    await day('Do', '2026-11-21');
    await until(() => expect(screen.askedFor('log.page').at(-1)?.filter).toMatchObject({ to: '2026-11-21' }));
  });
});

describe('something happens meanwhile', () => {
  it('a first page is brought up to date by itself', async () => {
    let count = 1;
    const screen = await open({ 'log.page': () => pageOf(many(count)) });
    await until(() => expect(rows()).toHaveLength(1));
    count = 2;
    await act(() => screen.change());
    await until(() => expect(rows()).toHaveLength(2));
  });

  it('whoever reads further back is only told, and brings it up to date with a press', async () => {
    const screen = await open({
      'log.page': ({ before }) =>
        before === null ? pageOf(many(50), { next: { at: 5, id: 951 } }) : pageOf(many(50, 950)),
    });
    await press('button', 'Pokaż starsze');
    await until(() => expect(rows()).toHaveLength(100));
    await act(() => screen.change());
    await soon('button', 'Pokaż nowe');
    expect(rows()).toHaveLength(100);
    await press('button', 'Pokaż nowe');
    await until(() => expect(rows()).toHaveLength(50));
    expect(all('button', 'Pokaż nowe')).toEqual([]);
  });
});

describe('the story of a document', () => {
  it('opens from its row, oldest first, with the time between and the way to the order, and closes again', async () => {
    const at = logRow().at;
    const screen = await open({
      'log.page': () => pageOf([logRow()]),
      'log.story': () =>
        ok({
          entries: [
            logRow({ id: 1, event: 'person', step: 'check', state: 'queued', ms: 0 }),
            logRow({ id: 2, step: 'issue', at: at + 1_240, ms: 90 }),
            logRow({ id: 3, step: 'attach', at: at + 61_240, state: 'done', number: '12/11/2026' }),
          ],
          isCut: true,
          now: { state: 'done', orderId: '1001', documentNumber: null, number: '12/11/2026', kind: 'invoice' },
        }),
    });
    await press('button', 'FV/12/11/2026');
    expect(screen.askedFor('log.story')).toEqual([{ type: 'log.story', panel: 'demo', key: 'd77' }]);
    await soon('heading', 'Historia: FV/12/11/2026');
    await soon('list');
    const steps = all('listitem').map(said);
    expect(steps[0]).toContain('Osoba kazała wysłać dokument.');
    expect(steps[1]).toContain('po 1,2 s · trwało 90 ms');
    expect(steps[2]).toContain('po 1 min 00 s');
    expect(steps[2]).toContain('Numer iFirma: 12/11/2026');
    expect(said(document.body)).toContain('Wcześniejszych wpisów już nie ma');
    expect(one('link', 'Zamówienie 1001 w panelu').getAttribute('href')).toContain('/admin/orders/edit/1001');
    await press('button', 'Zamknij');
    expect(all('heading', 'Historia: FV/12/11/2026')).toEqual([]);
  });
});

describe('the file', () => {
  it('is saved under the day, with what the filter shows, and said to be', async () => {
    const screen = await open({ 'log.page': () => pageOf(many(3)) });
    await choose('Stan', 'done');
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      expect(this.download).toMatch(/^mostek-log-\d{4}-\d{2}-\d{2}\.csv$/);
    });
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
    await press('button', 'Eksportuj CSV');
    await until(() => expect(all('status').map(said).join(' ')).toMatch(/Zapisano plik mostek-log-.*\.csv: 3 wpisy\./));
    expect(clicked).toHaveBeenCalledTimes(1);
    expect(screen.askedFor('log.page').at(-1)).toMatchObject({ filter: { state: 'done' }, limit: 500 });
  });

  it('can be left off', async () => {
    const screen = await open({
      'log.page': ({ limit }) =>
        limit === 500
          ? new Promise((resolve) => setTimeout(() => resolve(pageOf(many(3), { next: { at: 1, id: 1 } })), 20))
          : pageOf(many(3)),
    });
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click');
    await press('button', 'Eksportuj CSV');
    await press('button', 'Anuluj');
    await until(() => expect(all('status').map(said).join(' ')).toContain('pliku nie zapisano'));
    expect(clicked).not.toHaveBeenCalled();
    const asked = screen.askedFor('log.page').length;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(screen.askedFor('log.page')).toHaveLength(asked);
  });
});

describe('how long it is kept', () => {
  it('is chosen by age and by count, saved, and said to be', async () => {
    const screen = await open({
      'log.page': () => pageOf([]),
      'log.keep': ({ retention }) => ok({ retention, count: 3 }),
    });
    await soon('combobox', 'Najwyżej przez');
    expect(said(document.body)).toContain('Teraz w logu: 3 wpisy.');
    await choose('Najwyżej przez', '90');
    await choose('Najwyżej wpisów', '');
    await press('button', 'Zapisz');
    await until(() => expect(all('status').map(said)).toContain('Zapisano'));
    expect(screen.askedFor('log.keep')).toEqual([{ type: 'log.keep', retention: { days: 90, entries: null } }]);
  });

  it('that could not be saved is said', async () => {
    await open({
      'log.page': () => pageOf([]),
      'log.keep': () => ({ ok: false, reason: { code: 'storage-full', params: {} } }),
    });
    await soon('combobox', 'Najwyżej przez');
    await choose('Najwyżej przez', '1825');
    await press('button', 'Zapisz');
    expect(said(await soon('alert'))).toContain('Nie zapisano');
  });
});
