// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://sklep.sellasist.pl/admin/orders/edit" }
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Ask } from '../../../../components/ask.ts';
import type { ListSituation } from '../../../../components/list/situation.ts';
import { mountList } from '../../../../entrypoints/list.content/mount.ts';
import type { PageReport, RowState, TaughtPage } from '../../../../utils/messages/index.ts';
import { documentCard } from './fixtures/document-card.ts';
import * as lists from './fixtures/lists.ts';

const ORDERS = '/admin/orders/edit';
const UNSENT: RowState = { state: 'unsent', number: null, differs: false };

interface Asked {
  readonly orderIds: readonly string[];
  readonly documentIds: readonly string[];
}

const opened: AbortController[] = [];
const open = (body: string, path = ORDERS, taught: TaughtPage | null = null) => {
  history.replaceState(null, '', path);
  document.body.innerHTML = body;
  const asked: Asked[] = [];
  const reports: PageReport[] = [];
  const drawn: ListSituation[] = [];
  const states: Record<string, RowState> = {};
  const watching = new Set<() => void>();
  const context = new AbortController();
  opened.push(context);
  const ask = (async (name: string, what: unknown) => {
    if (name === 'seen') reports.push(what as PageReport);
    if (name !== 'rows') return { ok: true, value: null };
    const { orderIds, documentIds } = what as Asked;
    asked.push({ orderIds, documentIds });
    const of = (letter: string, ids: readonly string[]) =>
      Object.fromEntries(ids.map((id) => [id, states[`${letter}${id}`] ?? UNSENT]));
    return { ok: true, value: { language: 'pl', byOrder: of('o', orderIds), byDocument: of('d', documentIds) } };
  }) as Ask;
  mountList({
    window,
    layout: { taught },
    ask,
    watch: (_, onChange) => {
      watching.add(onChange);
      return () => void watching.delete(onChange);
    },
    render: (root, situation) => {
      drawn.push(situation);
      const region = root.ownerDocument.createElement('section');
      root.append(region);
      return () => region.remove();
    },
    signal: context.signal,
  });
  return { asked, reports, drawn, states, watching, context, change: () => watching.forEach((tell) => void tell()) };
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const hosts = () => [...document.querySelectorAll<HTMLElement>('mostek-panel')];
const badges = () =>
  [...document.querySelectorAll('mostek-badge')].map((badge) =>
    badge.shadowRoot?.querySelector('[role="img"]')?.getAttribute('aria-label'),
  );
const tick = async (id: string): Promise<void> => {
  const box = document.querySelector<HTMLInputElement>(`input[value="${id}"]`);
  if (box === null) throw new Error(`no row ${id}`);
  box.checked = !box.checked;
  box.dispatchEvent(new Event('change', { bubbles: true }));
  await pass(0);
};
const replaceRows = (...rows: readonly string[]): void => {
  const body = document.querySelector('tbody');
  if (body !== null) body.innerHTML = rows.join('');
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const context of opened.splice(0)) context.abort();
  vi.useRealTimers();
});

describe('the order list', () => {
  test('gets one bar and a state in each row, for one question', async () => {
    const { asked, drawn, reports } = open(lists.orderList());
    await pass(1_000);
    expect(hosts()).toHaveLength(1);
    expect(badges()).toEqual(['Nie wysłano', 'Nie wysłano']);
    expect(asked).toEqual([{ orderIds: ['1001', '1002'], documentIds: [] }]);
    expect(drawn.map(({ kind, floating }) => [kind, floating])).toEqual([['orders', false]]);
    expect(reports).toMatchObject([{ kind: 'order-list', place: 'own', missed: false, rows: 2, left: 0 }]);
  });

  test('with its columns reversed gets the same', async () => {
    open(lists.reversedOrderList());
    await pass(1_000);
    expect(badges()).toHaveLength(2);
  });

  test('keeps the badge out of the words of its row', async () => {
    open(lists.orderList());
    const before = document.querySelector('tbody')?.textContent;
    await pass(1_000);
    expect(document.querySelector('tbody')?.textContent).toBe(before);
  });

  test('that pages without a load gets the states again, once each, and asks for what it does not know', async () => {
    const { asked } = open(lists.orderList());
    await pass(1_000);
    for (let time = 1; time <= 12; time += 1) {
      replaceRows(lists.orderRow('1002'), lists.orderRow('1003'));
      await pass(300);
      expect(badges()).toHaveLength(2);
      replaceRows(lists.orderRow('1001'), lists.orderRow('1002'));
      await pass(300);
      expect(badges()).toHaveLength(2);
      expect(hosts()).toHaveLength(1);
    }
    expect(asked).toEqual([
      { orderIds: ['1001', '1002'], documentIds: [] },
      { orderIds: ['1003'], documentIds: [] },
    ]);
  });

  test('whose rows the page copies keeps one badge a row', async () => {
    open(lists.orderList());
    await pass(1_000);
    const row = document.querySelector('tbody tr');
    row?.after(row.cloneNode(true));
    await pass(1_000);
    expect(badges()).toEqual(['Nie wysłano', 'Nie wysłano', 'Nie wysłano']);
  });

  test('whose table comes late gets them then', async () => {
    open('<div id="FAKE-page"></div>');
    await pass(1_500);
    expect(badges()).toEqual([]);
    document.body.innerHTML = lists.orderList();
    await pass(1_000);
    expect(badges()).toHaveLength(2);
    expect(hosts()).toHaveLength(1);
  });

  test('follows what is changed elsewhere, with one question for many changes', async () => {
    const { asked, states, change } = open(lists.orderList());
    await pass(1_000);
    states.o1001 = { state: 'done', number: '12/11/2026', differs: true };
    for (let time = 0; time < 20; time += 1) change();
    await pass(1_000);
    expect(badges()).toEqual(['Wysłano', 'Nie wysłano']);
    expect(asked).toHaveLength(2);
    const title = document.querySelector('mostek-badge')?.shadowRoot?.querySelector('title')?.textContent;
    expect(title).toBe('Wysłano · 12/11/2026 · Różni się od iFirma');
  });

  test('leaves a contradicting row without a state, and it cannot be picked', async () => {
    const wrong = lists.orderRow('1003').replace('id: 1003', 'id: 1004');
    const { drawn, reports } = open(lists.orderList([wrong, lists.orderRow('1002')]));
    await pass(1_000);
    expect(badges()).toHaveLength(1);
    await tick('1003');
    expect(drawn[0]?.picked.value).toEqual([]);
    expect(reports[0]?.left).toBe(1);
  });

  test('tells which rows are ticked, as they are and as the panel pages', async () => {
    const { drawn } = open(lists.orderList());
    await pass(1_000);
    const picked = () => drawn[0]?.picked.value;
    await tick('1002');
    expect(picked()).toEqual([{ orderId: '1002', documentId: null }]);
    await tick('1001');
    expect(picked()).toEqual([
      { orderId: '1001', documentId: null },
      { orderId: '1002', documentId: null },
    ]);
    await tick('1002');
    expect(picked()).toEqual([{ orderId: '1001', documentId: null }]);
    replaceRows(lists.orderRow('1003'));
    await pass(300);
    expect(picked()).toEqual([]);
  });

  test('without a table floats, and says that it missed', async () => {
    const { drawn, reports } = open('<h1>Zamówienia</h1>');
    await pass(12_000);
    expect(drawn.map(({ floating }) => floating)).toEqual([true]);
    expect(reports).toMatchObject([{ place: 'floating', missed: true, rows: 0 }]);
  });
});

describe('the document list', () => {
  test('gets the bar and a state for each document', async () => {
    const { asked, drawn } = open(lists.documentList(), lists.DOCUMENT_PATH);
    await pass(1_000);
    expect(badges()).toEqual(['Nie wysłano']);
    expect(asked).toEqual([{ orderIds: [], documentIds: ['77'] }]);
    await tick('77');
    expect(drawn[0]?.picked.value).toEqual([{ orderId: '1001', documentId: '77' }]);
  });

  test('whose heading speaks of something else gets nothing', async () => {
    open(lists.documentList([lists.FV], { title: 'Kalendarz' }), lists.DOCUMENT_PATH);
    await pass(12_000);
    expect(hosts()).toEqual([]);
    expect(badges()).toEqual([]);
  });

  test('of an address that nobody knows gets it once it was taught', async () => {
    const path = '/admin/FAKE_pages/edit';
    const body = lists.documentList([lists.FV], { title: 'Kalendarz' }).replaceAll(lists.DOCUMENT_PATH, path);
    open(body, path);
    await pass(12_000);
    expect(hosts()).toEqual([]);
    const { reports } = open(body, path, { kind: 'document-list', path, place: { selector: 'h2', position: 'after' } });
    await pass(1_000);
    expect(badges()).toEqual(['Nie wysłano']);
    expect(hosts()[0]?.previousElementSibling?.localName).toBe('h2');
    expect(reports).toMatchObject([{ place: 'taught', missed: false }]);
  });

  test('whose taught place is gone takes its own, and says that it missed', async () => {
    const { reports } = open(lists.documentList(), lists.DOCUMENT_PATH, {
      kind: 'document-list',
      path: lists.DOCUMENT_PATH,
      place: { selector: '#gone', position: 'after' },
    });
    await pass(1_000);
    expect(reports).toMatchObject([{ place: 'own', missed: true }]);
  });
});

test.each([`${ORDERS}/1001`, '/admin/login', '/admin', '/admin/returns/edit'])('%s gets nothing', async (path) => {
  open(path.endsWith('1001') ? documentCard() : lists.orderList(), path);
  await pass(12_000);
  expect(hosts()).toEqual([]);
  expect(badges()).toEqual([]);
});

describe('leaving', () => {
  test('takes bar, badges and the watch away, and nothing comes again', async () => {
    const { watching, context } = open(lists.orderList());
    await pass(1_000);
    expect(watching.size).toBe(1);
    context.abort();
    expect(hosts()).toEqual([]);
    expect(badges()).toEqual([]);
    expect(watching.size).toBe(0);
    replaceRows(lists.orderRow('1003'));
    await pass(12_000);
    expect(hosts()).toEqual([]);
    expect(badges()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('for a card in the same document does so too; another page of the list is not leaving', async () => {
    open(lists.orderList());
    await pass(1_000);
    history.pushState(null, '', `${ORDERS}?page=2`);
    window.dispatchEvent(new Event('popstate'));
    expect(hosts()).toHaveLength(1);
    history.pushState(null, '', `${ORDERS}/1001`);
    window.dispatchEvent(new Event('popstate'));
    expect(hosts()).toEqual([]);
    expect(badges()).toEqual([]);
  });
});
