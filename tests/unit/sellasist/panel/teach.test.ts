// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://sklep.sellasist.pl/admin/FAKE_pages/edit/77" }
import { afterEach, describe, expect, test } from 'vitest';
import type { Ask } from '../../../../components/ask.ts';
import type { TeachSituation } from '../../../../components/teach/situation.ts';
import { mountTeach } from '../../../../entrypoints/teach.content/mount.ts';
import { pointAt } from '../../../../entrypoints/teach.content/point.ts';
import type { PageKind } from '../../../../utils/messages/index.ts';
import { documentCard } from './fixtures/document-card.ts';
import { documentList } from './fixtures/lists.ts';

const opened: AbortController[] = [];
const open = (body: string, kind: PageKind, path = '/admin/FAKE_pages/edit/77') => {
  history.replaceState(null, '', path);
  document.body.innerHTML = body;
  const asked: { readonly name: string; readonly what: unknown }[] = [];
  const context = new AbortController();
  opened.push(context);
  let situation: TeachSituation | null = null;
  mountTeach(
    {
      window,
      ask: (async (name: string, what: unknown) => {
        asked.push({ name, what });
        return { ok: true, value: { rows: 1, compared: 1, agreed: 1 } };
      }) as Ask,
      render: (_, drawn) => {
        situation = drawn;
        return { outline: () => undefined, remove: () => undefined };
      },
      signal: context.signal,
    },
    { kind, language: 'pl' },
  );
  return { asked, context, situation: situation as TeachSituation | null };
};
const hosts = () => [...document.querySelectorAll('mostek-panel')];
/** Happy-dom trusts no event; a person's are. */
const trusted = <E extends Event>(event: E): E => Object.defineProperty(event, 'isTrusted', { value: true });
const pick = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};
const click = (element: Element, isTrusted = true): MouseEvent => {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
  element.dispatchEvent(isTrusted ? trusted(event) : event);
  return event;
};
const point = () => {
  const host = document.createElement('mostek-panel');
  document.body.append(host);
  const context = new AbortController();
  opened.push(context);
  return { host, context, found: pointAt(window, host, () => undefined, context.signal) };
};

afterEach(() => {
  for (const context of opened.splice(0)) context.abort();
});

describe('the box', () => {
  test('asks about the card as it is shown', async () => {
    const { asked, situation } = open(documentCard(), 'document-card');
    expect(situation?.pattern).toBe('/admin/FAKE_pages/edit/{n}');
    expect(situation?.unfit()).toBeNull();
    await situation?.use(null);
    const rows = [{ orderId: '1001', documentId: '77', number: 'FV/12/11/2026' }];
    expect(asked).toEqual([{ name: 'teach.use', what: { path: '/admin/FAKE_pages/edit/77', place: null, rows } }]);
  });

  test('asks about the rows of a list', async () => {
    const path = '/admin/operationdocuments/edit';
    const { asked, situation } = open(documentList(), 'document-list', path);
    await situation?.use({ selector: 'h2', position: 'after' });
    expect(asked).toMatchObject([
      { what: { path, rows: [{ documentId: '77', orderId: '1001', number: 'FV/12/11/2026' }] } },
    ]);
  });

  test.each<[PageKind, string, string, string]>([
    ['document-card', '/admin/FAKE_pages/edit', documentCard(), 'no-id'],
    ['document-card', '/admin/FAKE_pages/edit/0', documentCard(), 'no-id'],
    ['document-list', '/admin/FAKE_pages/edit', '<h1>Dokumenty</h1>', 'no-rows'],
  ])('says that this is no %s: %s', (kind, path, body, why) => {
    expect(open(body, kind, path).situation?.unfit()).toBe(why);
  });

  test('stands once, goes when teaching ends or the context does, and never on the login page', () => {
    const first = open(documentCard(), 'document-card');
    expect(hosts()).toHaveLength(1);
    first.situation?.end();
    expect(first.asked).toMatchObject([{ name: 'teach.end' }]);
    expect(hosts()).toEqual([]);
    open(documentCard(), 'document-card').context.abort();
    expect(hosts()).toEqual([]);
    open('<form></form>', 'document-card', '/admin/login');
    expect(hosts()).toEqual([]);
  });
});

describe('pointing', () => {
  test('gives what the person presses, and the page hears nothing of it', async () => {
    document.body.innerHTML = '<a id="a" href="#x">x</a>';
    const heard: string[] = [];
    pick('#a').addEventListener('click', () => heard.push('click'));
    const { found } = point();
    const event = click(pick('#a'));
    expect(await found).toBe(pick('#a'));
    expect(event.defaultPrevented).toBe(true);
    expect(heard).toEqual([]);
    click(pick('#a'));
    expect(heard).toEqual(['click']);
  });

  test('counts nothing that a script presses', async () => {
    document.body.innerHTML = '<p id="a"></p><p id="b"></p>';
    const { found } = point();
    click(pick('#a'), false);
    click(pick('#b'));
    expect(await found).toBe(pick('#b'));
  });

  test('leaves the box itself alone', async () => {
    document.body.innerHTML = '<p id="b"></p>';
    const { host, found } = point();
    expect(click(host).defaultPrevented).toBe(false);
    click(pick('#b'));
    expect(await found).toBe(pick('#b'));
  });

  test('ends with Escape, and with the context', async () => {
    const first = point();
    window.dispatchEvent(trusted(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true })));
    expect(await first.found).toBeNull();
    const second = point();
    second.context.abort();
    expect(await second.found).toBeNull();
  });
});
