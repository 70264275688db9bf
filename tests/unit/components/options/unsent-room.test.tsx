// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { monthOf, periodOf } from '../../../../components/options/unsent/periods.ts';
import { UnsentRoom } from '../../../../components/options/unsent/unsent-room.tsx';
import type { AccountView, UnsentPart, UnsentRow } from '../../../../utils/messages/index.ts';
import { batchView, planOf, row, state } from '../list/list-page.ts';
import { account } from './examples.ts';
import { type Answers, all, choose, inputOf, mount, ok, one, soon, unmount, until } from './screen.tsx';

afterEach(unmount);

const SEND = 'Wyślij zaznaczone do iFirma';
const accounts = (value: readonly AccountView[]) => ({
  asked: { state: 'ready', value } as const,
  busy: false,
  again: () => undefined,
  put: () => undefined,
});
const found = (rows: readonly UnsentRow[], over: Partial<UnsentPart> = {}) =>
  ok<UnsentPart>({ rows, looked: rows.length, next: null, notBefore: 0, ...over });
const unsent = (over: Parameters<typeof row>[0] = {}, date = '2026-11-20'): UnsentRow => ({
  document: row(over),
  date,
});
const said = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ');

/** An event as the browser makes it for a person; happy-dom leaves the mark to us. */
const press = async (name: string): Promise<void> => {
  const button = await soon('button', name);
  const event = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  await act(() => {
    button.dispatchEvent(event);
  });
};

const open = (answers: Answers, list: readonly AccountView[] = [account()]) =>
  mount(<UnsentRoom accounts={accounts(list)} />, { 'batch.state': () => ok(state(null)), ...answers });

describe('what is listed', () => {
  it('is each document with its number, its date, its order and why', async () => {
    await open({
      unsent: () =>
        found([
          unsent(),
          unsent({ key: 'd78', number: 'FV/13', findings: [{ code: 'buyer-postcode-missing', path: '', params: {} }] }),
          unsent({ key: 'o1009', number: null, orderId: '1009' }, '2026-11-03'),
        ]),
    });
    await soon('list', 'Nie wysłane');
    const [first, second, third] = all('listitem').map(said);
    expect(first).toContain('FV/12/11/2026');
    expect(first).toContain('20.11.2026');
    expect(first).toContain('Nikt go jeszcze nie wysłał.');
    expect(second).toContain('kodu pocztowego');
    expect(third).toContain('Zamówienie 1009');
    expect(one('link', 'Zamówienie 1009').getAttribute('href')).toContain('/admin/orders/edit/1009');
  });

  it('is of this month at first, and of another period when that is chosen', async () => {
    const screen = await open({ unsent: () => found([]) });
    const today = new Date().toISOString().slice(0, 7);
    await until(() => expect(screen.askedFor('unsent')).toHaveLength(1));
    expect(String(screen.askedFor('unsent')[0]?.from).slice(0, 7)).toBe(today);
    await choose('Okres', 'last-month');
    await until(() => expect(screen.askedFor('unsent')).toHaveLength(2));
    expect(String(screen.askedFor('unsent')[1]?.from) < String(screen.askedFor('unsent')[0]?.from)).toBe(true);
  });

  it('is of the days that were typed, and of none while they are the wrong way round', async () => {
    const screen = await open({ unsent: () => found([]) });
    await choose('Okres', 'between');
    const type = (id: string, value: string) =>
      act(() => {
        const label = [...document.querySelectorAll('label')].find((each) => each.textContent === id);
        const input = document.getElementById(label?.htmlFor ?? '') as HTMLInputElement;
        input.value = value;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
    const before = screen.askedFor('unsent').length;
    await type('Od', '2026-10-20');
    await type('Do', '2026-10-10');
    expect(document.body.textContent).toContain('nie może być późniejsza');
    expect(screen.askedFor('unsent')).toHaveLength(before);
    await type('Do', '2026-10-25');
    await until(() => expect(screen.askedFor('unsent').at(-1)).toMatchObject({ from: '2026-10-20', to: '2026-10-25' }));
  });

  it('is of one panel, which can be chosen where there are several', async () => {
    const screen = await open({ unsent: () => found([]) }, [account(), account({ id: 'a2', panel: 'outlet' })]);
    await until(() => expect(screen.askedFor('unsent').at(-1)).toMatchObject({ panel: 'mojsklep' }));
    await choose('Panel', 'outlet');
    await until(() => expect(screen.askedFor('unsent').at(-1)).toMatchObject({ panel: 'outlet' }));
  });

  it('is nothing, which is said', async () => {
    await open({ unsent: () => found([]) });
    await until(() => expect(document.body.textContent).toContain('Wszystko jest w iFirma'));
  });

  it('without an account leads to the accounts', async () => {
    await open({}, []);
    one('link', 'Przejdź do kont');
  });
});

describe('the search', () => {
  it('goes on part after part, and says how far it is', async () => {
    const second = Promise.withResolvers<ReturnType<typeof found>>();
    const screen = await open({
      unsent: ({ cursor }) =>
        cursor === null
          ? found([unsent()], { looked: 25, next: { list: 'documents', at: 25, old: 0 } })
          : second.promise,
    });
    await until(() => expect(document.body.textContent?.replace(/\s+/g, ' ')).toContain('25 sprawdzonych'));
    await until(() => expect(screen.askedFor('unsent')).toHaveLength(2));
    second.resolve(found([unsent({ key: 'd78', number: 'FV/13' })]));
    await until(() => expect(said(one('status'))).toContain('2 dokumenty'));
    expect(all('listitem')).toHaveLength(2);
  });

  it('shows a document once that was seen twice', async () => {
    await open({
      unsent: ({ cursor }) =>
        found([unsent()], { next: cursor === null ? { list: 'documents', at: 1, old: 0 } : null }),
    });
    await until(() => expect(said(one('status'))).toContain('1 dokument'));
    expect(all('listitem')).toHaveLength(1);
  });

  it('waits where the panel takes no request, and says until when', async () => {
    const screen = await open({
      unsent: () => found([], { next: { list: 'documents', at: 1, old: 0 }, notBefore: Date.now() + 60_000 }),
    });
    await until(() => expect(document.body.textContent).toContain('prosi o przerwę'));
    expect(screen.askedFor('unsent')).toHaveLength(1);
  });

  it('ends when the person goes elsewhere', async () => {
    const answer = Promise.withResolvers<ReturnType<typeof found>>();
    const screen = await open({ unsent: () => answer.promise });
    await until(() => expect(screen.askedFor('unsent')).toHaveLength(1));
    await act(unmount);
    answer.resolve(found([], { next: { list: 'documents', at: 25, old: 0 } }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen.askedFor('unsent')).toHaveLength(1);
  });

  it('says why it cannot go on, and begins anew when asked', async () => {
    let isDown = true;
    await open({
      unsent: () => (isDown ? { ok: false, reason: { code: 'offline', params: {} } } : found([unsent()])),
    });
    await soon('alert');
    isDown = false;
    await act(async () => (await soon('button', 'Sprawdź ponownie')).click());
    await until(() => expect(all('listitem')).toHaveLength(1));
  });
});

describe('what is ticked', () => {
  const rows = [unsent(), unsent({ key: 'o1009', number: null, orderId: '1009' })];
  const tick = (name: string) => act(() => inputOf('checkbox', name).click());

  it('is sent with the same plan and the same bar, in the name of its panel', async () => {
    const screen = await open({
      unsent: () => found(rows),
      'batch.plan': () => ok(planOf(2)),
      'batch.start': () => ok(state(batchView({ total: 2 }))),
    });
    await soon('list', 'Nie wysłane');
    await tick('Zaznacz wszystkie');
    await press(SEND);
    expect(screen.askedFor('batch.plan')[0]).toMatchObject({
      panel: 'mojsklep',
      orderIds: ['1009'],
      documentIds: ['77'],
    });
    await press('Wyślij');
    expect(screen.askedFor('batch.start')[0]).toMatchObject({ panel: 'mojsklep' });
    await until(() => expect(document.querySelector('[role=progressbar]')).not.toBeNull());
  });

  it('leaves out what is on its way already', async () => {
    await open({ unsent: () => found([unsent({ state: 'queued' }), ...rows.slice(1)]) });
    await soon('list', 'Nie wysłane');
    expect(inputOf('checkbox', 'FV/12/11/2026').disabled).toBe(true);
  });

  it('is looked at again once the batch is over', async () => {
    let batch = batchView({ total: 2 });
    const screen = await open({ unsent: () => found(rows), 'batch.state': () => ok(state(batch)) });
    await until(() => expect(screen.askedFor('unsent')).toHaveLength(1));
    batch = batchView({ total: 2, waiting: 0, sent: 2, endedAt: 5 });
    screen.change();
    await until(() => expect(screen.askedFor('unsent')).toHaveLength(2));
  });

  it('cannot be sent while Mostek may send nothing, which is said', async () => {
    const screen = await open({ unsent: () => found(rows), 'batch.state': () => ok(state(null, { mode: 'erplink' })) });
    await soon('list', 'Nie wysłane');
    await tick('Zaznacz wszystkie');
    await until(() => expect(document.body.textContent).toContain('czy integracja Erplink IFIRMA jest włączona'));
    await press(SEND);
    expect(screen.askedFor('batch.plan')).toEqual([]);
  });
});

describe('the periods', () => {
  it.each([
    ['2026-11-22', 0, '2026-11-01', '2026-11-30'],
    ['2026-01-05', 1, '2025-12-01', '2025-12-31'],
    ['2028-03-31', 1, '2028-02-01', '2028-02-29'],
    ['2026-12-31', 0, '2026-12-01', '2026-12-31'],
  ])('of %s, %i months back, are whole months', (day, back, from, to) => {
    expect(monthOf(day, back)).toEqual({ from, to });
  });

  it('from a day to the same day is that day', () => {
    const day = { from: '2026-11-22', to: '2026-11-22' };
    expect(periodOf('between', day, '2026-11-30')).toEqual(day);
  });
});

vi.setConfig({ testTimeout: 10_000 });
