// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://sklep.sellasist.pl/admin/orders/edit/1001" }
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mountCard, type Situation } from '../../../../entrypoints/order.content/mount.ts';
import type { PageReport, TaughtPage } from '../../../../utils/messages/index.ts';
import { documentCard, returnCard } from './fixtures/document-card.ts';
import * as fixtures from './fixtures/order-card.ts';

const ORDER = '/admin/orders/edit/1001';

/** Stands in for the views: notes what it was told, and writes it into the root so that a test sees what is drawn now. */
const fakeView = () => {
  const drawn: Situation[] = [];
  const render = (root: ShadowRoot, situation: Situation) => {
    drawn.push(situation);
    const region = root.ownerDocument.createElement('section');
    region.textContent = JSON.stringify(situation);
    root.append(region);
    return () => region.remove();
  };
  return { drawn, render };
};

const shown = (over: Partial<Situation> = {}): Situation => ({
  kind: 'order-card',
  orderId: '1001',
  ownKey: null,
  headingId: null,
  number: null,
  floating: false,
  ...over,
});

const reports: PageReport[] = [];
const opened: AbortController[] = [];
const open = (body: string, path = ORDER, taught: TaughtPage | null = null) => {
  history.replaceState(null, '', path);
  document.body.innerHTML = body;
  return inject(taught);
};
/** One injection of the content script into the page that is there. */
const inject = (taught: TaughtPage | null = null) => {
  const view = fakeView();
  const context = new AbortController();
  opened.push(context);
  mountCard({
    window,
    layout: { taught },
    render: view.render,
    report: (report) => void reports.push(report),
    signal: context.signal,
  });
  return { ...view, context };
};
const hosts = () => [...document.querySelectorAll('mostek-panel')];
const host = () => {
  const [only, ...others] = hosts();
  if (only === undefined || others.length > 0) throw new Error(`${hosts().length} hosts`);
  return only as HTMLElement;
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const drawnNow = () => [...(host().shadowRoot?.children ?? [])].map((region) => JSON.parse(region.textContent ?? ''));
const pick = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};
const appended = (html: string) => pick('#FAKE-page').insertAdjacentHTML('beforeend', html);
/** What the panel's AJAX does: the box around a section, the host in it included, is drawn anew. */
const rerender = () => {
  pick('#FAKE-page').innerHTML = pick('#FAKE-page').innerHTML.replace(/<mostek-panel.*?<\/mostek-panel>/s, '');
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const context of opened.splice(0)) context.abort();
  reports.length = 0;
  vi.useRealTimers();
});

describe('the order card', () => {
  test('gets exactly one host, before Dodatkowe pola, with the id from the address', async () => {
    const { drawn } = open(fixtures.orderCard());
    await pass(12_000);
    expect(host().nextElementSibling?.id).toBe('FAKE-fields');
    expect({ ...host().dataset }).toEqual({ mostek: 'order', orderId: '1001' });
    expect(drawn).toEqual([shown()]);
  });

  test('in the older markup gets it through a lower rung', async () => {
    open(fixtures.olderCard());
    await pass(12_000);
    expect(host().nextElementSibling?.className).toBe('content');
    expect(drawnNow()).toEqual([shown()]);
  });

  test('whose sections come late gets it after the delay, without a floating one in between', async () => {
    const { drawn } = open(fixtures.orderCard([]));
    await pass(1_500);
    expect(hosts()).toEqual([]);
    appended(fixtures.FIELDS);
    await pass(250);
    expect(host().nextElementSibling?.id).toBe('FAKE-fields');
    await pass(12_000);
    expect(drawn).toEqual([shown()]);
  });

  test('whose sections come very late has a floating host that moves in', async () => {
    const { drawn } = open(fixtures.orderCard([]));
    await pass(3_000);
    expect(host().parentElement).toBe(document.body);
    const floating = host();
    appended(fixtures.FIELDS);
    await pass(250);
    expect(host()).toBe(floating);
    expect(host().nextElementSibling?.id).toBe('FAKE-fields');
    expect(drawn.map((situation) => situation.floating)).toEqual([true, false]);
    expect(drawnNow()).toHaveLength(1);
  });

  test('that shows its sections after 10 s keeps the floating host: nothing jumps any more', async () => {
    open(fixtures.orderCard([]));
    await pass(10_100);
    appended(fixtures.FIELDS);
    await pass(5_000);
    expect(host().parentElement).toBe(document.body);
  });

  test('that offers a place while the person is at work in the floating host lets them finish', async () => {
    open(fixtures.orderCard([]));
    await pass(3_000);
    host().tabIndex = 0;
    host().focus();
    appended(fixtures.FIELDS);
    await pass(1_000);
    expect(host().parentElement).toBe(document.body);
    host().blur();
    appended('<p></p>');
    await pass(250);
    expect(host().nextElementSibling?.id).toBe('FAKE-fields');
  });

  test('without a known class gets the floating host only', async () => {
    const { drawn } = open(fixtures.strippedCard());
    await pass(2_999);
    expect(hosts()).toEqual([]);
    await pass(9_000);
    expect(host().parentElement).toBe(document.body);
    expect(drawn).toEqual([shown({ floating: true })]);
  });

  test('whose heading says 1002 says so to the view', async () => {
    open(fixtures.contradictoryCard());
    expect(drawnNow()).toEqual([shown({ headingId: '1002' })]);
  });

  test('whose heading becomes another one while it is open says so too, and back', async () => {
    open(fixtures.orderCard());
    pick('h1').innerHTML = 'Zamówienie nr 1002';
    await pass(250);
    expect(drawnNow()).toEqual([shown({ headingId: '1002' })]);
    pick('h1').innerHTML = 'Zamówienie nr 1001';
    await pass(250);
    expect(drawnNow()).toEqual([shown()]);
  });

  test("that is one big form of the panel's keeps the host outside it", async () => {
    open(fixtures.cardInForm());
    await pass(250);
    expect(host().closest('form')).toBeNull();
  });
});

test.each(['/admin/login?redirect=%2Fadmin', '/admin/orders/edit', '/admin/orders/edit/01001'])(
  '%s gets nothing',
  async (path) => {
    const { drawn } = open(path.includes('login') ? fixtures.LOGIN : fixtures.orderCard(), path);
    await pass(12_000);
    expect(hosts()).toEqual([]);
    expect(drawn).toEqual([]);
  },
);

describe('a page that draws its parts anew', () => {
  test('gets the same host back, once, with what was in it', async () => {
    const { drawn } = open(fixtures.orderCard());
    const first = host();
    rerender();
    expect(hosts()).toEqual([]);
    await pass(250);
    expect(host()).toBe(first);
    expect(host().nextElementSibling?.id).toBe('FAKE-fields');
    expect(drawn).toHaveLength(1);
  });

  test('with a spinner in between gets it back when the section is there again', async () => {
    open(fixtures.orderCard());
    pick('#FAKE-page').innerHTML = '<p>…</p>';
    await pass(1_000);
    expect(hosts()).toEqual([]);
    appended(fixtures.FIELDS);
    await pass(250);
    expect(host().nextElementSibling?.id).toBe('FAKE-fields');
  });

  test('gets it back 5 times, then it floats for good', async () => {
    open(fixtures.orderCard());
    for (let time = 1; time <= 5; time += 1) {
      rerender();
      await pass(250);
      expect(host().nextElementSibling?.id).toBe('FAKE-fields');
    }
    rerender();
    await pass(250);
    expect(host().parentElement).toBe(document.body);
    expect(drawnNow()).toEqual([shown({ floating: true })]);
    rerender();
    await pass(12_000);
    expect(host().parentElement).toBe(document.body);
  });

  test('and takes the floating host away as well has its will', async () => {
    open(fixtures.orderCard());
    for (let time = 1; time <= 7; time += 1) {
      host().remove();
      await pass(250);
    }
    await pass(12_000);
    expect(hosts()).toEqual([]);
  });

  test('and moves the host into its form gets it out again', async () => {
    open(fixtures.orderCard());
    pick('.FAKE-fields form, form').append(host());
    await pass(250);
    expect(host().closest('form')).toBeNull();
    expect(host().nextElementSibling?.id).toBe('FAKE-fields');
  });

  test('and copies the host keeps ours alone', async () => {
    open(fixtures.orderCard());
    const ours = host();
    ours.before(ours.cloneNode(true));
    await pass(250);
    expect(host()).toBe(ours);
  });

  test('and puts a copy in its place gets ours back', async () => {
    open(fixtures.orderCard());
    const ours = host();
    ours.replaceWith(ours.cloneNode(true));
    await pass(250);
    expect(host()).toBe(ours);
  });

  test('and copies it without end is not fought without end', async () => {
    open(fixtures.orderCard());
    const ours = host();
    for (let time = 1; time <= 8; time += 1) {
      document.body.append(ours.cloneNode(true));
      await pass(250);
    }
    expect(hosts()).toContain(ours);
    expect(hosts()).toHaveLength(4);
  });
});

describe('the card of a document', () => {
  const DOCUMENT = '/admin/operationdocuments/edit/77';
  const invoice = (over: Partial<Situation> = {}): Situation =>
    shown({ kind: 'document-card', ownKey: 'd77', number: 'FV/12/11/2026', ...over });

  test('gets one host behind its heading, with the document of the address and the order that it links to', async () => {
    const { drawn } = open(documentCard(), DOCUMENT);
    await pass(12_000);
    expect(host().previousElementSibling?.localName).toBe('h1');
    expect({ ...host().dataset }).toEqual({ mostek: 'order', documentId: '77' });
    expect(drawn).toEqual([invoice()]);
    expect(reports).toMatchObject([{ kind: 'document-card', place: 'own', missed: false, rows: null }]);
  });

  test('without a link to an order, or with links to several, leaves the order to the API', () => {
    open(documentCard({ order: '' }), DOCUMENT);
    expect(drawnNow()).toEqual([invoice({ orderId: null })]);
    const two = '<a href="/admin/orders/edit/1">1</a> <a href="/admin/orders/edit/2">2</a>';
    open(documentCard({ order: two }), DOCUMENT);
    expect(drawnNow()).toEqual([invoice({ orderId: null })]);
  });

  test('whose heading has no number gets it before its buttons, outside the form', () => {
    open(documentCard({ heading: '<h1>Edycja faktury</h1>' }), DOCUMENT);
    expect(host().nextElementSibling?.id).toBe('FAKE-form');
  });

  test('whose heading does not speak of documents gets nothing, until it does', async () => {
    const { drawn } = open(documentCard({ heading: '<h1>Wczytywanie</h1>' }), DOCUMENT);
    await pass(1_000);
    expect(hosts()).toEqual([]);
    pick('h1').textContent = 'Faktura FV/12/11/2026';
    pick('h1').append(' ');
    await pass(250);
    expect(host().previousElementSibling?.localName).toBe('h1');
    expect(drawn).toEqual([invoice()]);
  });

  test('of another module, which nobody taught, gets nothing', async () => {
    open(documentCard(), '/admin/FAKE_pages/edit/77');
    await pass(12_000);
    expect(hosts()).toEqual([]);
  });

  test('that was taught needs no word in its heading, and stands where the person pointed', () => {
    const taught: TaughtPage = {
      kind: 'document-card',
      path: '/admin/FAKE_pages/edit/{n}',
      place: { selector: '.FAKE-alert', position: 'after' },
    };
    open(documentCard({ heading: '<h1>Edycja</h1>' }), '/admin/FAKE_pages/edit/77', taught);
    expect(host().previousElementSibling?.className).toBe('FAKE-alert');
    expect(drawnNow()).toEqual([invoice()]);
    expect(reports).toMatchObject([{ place: 'taught', missed: false }]);
  });
});

describe('the card of a return', () => {
  test('gets one host behind its sum, with the order that it links to', () => {
    open(returnCard(), '/admin/returns/edit/5');
    expect(host().previousElementSibling?.id).toBe('FAKE-sum');
    expect({ ...host().dataset }).toEqual({ mostek: 'order', returnId: '5' });
    expect(drawnNow()).toEqual([shown({ kind: 'return-card', orderId: '1003', ownKey: 'r5' })]);
  });

  test('without a link to an order gets nothing', async () => {
    open(returnCard({ order: '' }), '/admin/returns/edit/5');
    await pass(12_000);
    expect(hosts()).toEqual([]);
  });
});

test('twelve times drawn anew, a second apart, the card has its one host in its place', async () => {
  const { drawn } = open(fixtures.orderCard());
  for (let time = 1; time <= 12; time += 1) {
    rerender();
    await pass(1_000);
    expect(host().nextElementSibling?.id).toBe('FAKE-fields');
  }
  expect(drawn).toHaveLength(1);
});

describe('a second injection', () => {
  test('that aborts the first context replaces its host', async () => {
    const first = open(fixtures.orderCard());
    const old = host();
    first.context.abort();
    expect(hosts()).toEqual([]);
    inject();
    await pass(12_000);
    expect(host()).not.toBe(old);
    expect(drawnNow()).toHaveLength(1);
  });

  test('finds the orphan of a version that is gone and clears it away', () => {
    history.replaceState(null, '', ORDER);
    document.body.innerHTML = fixtures.orderCard();
    const orphan = document.createElement('mostek-panel');
    orphan.dataset.mostek = 'order';
    orphan.attachShadow({ mode: 'open' }).innerHTML = '<p>old</p>';
    pick('h1').after(orphan);
    inject();
    expect(host()).not.toBe(orphan);
    expect(host().nextElementSibling?.id).toBe('FAKE-fields');
  });
});

describe('leaving', () => {
  test('an aborted context leaves nothing behind and does not come back', async () => {
    const { context } = open(fixtures.orderCard());
    const root = host().shadowRoot;
    context.abort();
    expect(root?.childElementCount).toBe(0);
    rerender();
    await pass(12_000);
    expect(hosts()).toEqual([]);
  });

  test('an abort before the place was found stops the search', async () => {
    const { context } = open(fixtures.strippedCard());
    context.abort();
    await pass(12_000);
    expect(hosts()).toEqual([]);
  });

  test.each(['/admin/orders/edit/1002', '/admin/orders/edit'])(
    'going back to %s takes the controls away at once',
    (path) => {
      open(fixtures.orderCard());
      history.replaceState(null, '', path);
      window.dispatchEvent(new Event('popstate'));
      expect(hosts()).toEqual([]);
    },
  );

  test('an address rewritten without a word is noticed with the next change of the page', async () => {
    open(fixtures.orderCard());
    history.pushState(null, '', '/admin/orders/edit/1002');
    appended('<p></p>');
    await pass(250);
    expect(hosts()).toEqual([]);
  });

  test('another tab of the same order is not leaving', () => {
    open(fixtures.orderCard());
    history.pushState(null, '', `${ORDER}?tab=2`);
    window.dispatchEvent(new Event('popstate'));
    expect(hosts()).toHaveLength(1);
  });
});
