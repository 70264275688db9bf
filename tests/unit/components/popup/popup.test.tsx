// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { Popup } from '../../../../components/popup/popup.tsx';
import type { DocumentView, ListPage } from '../../../../utils/messages/index.ts';
import { account } from '../options/examples.ts';
import {
  type Answers,
  all,
  click,
  descriptionOf,
  key,
  mount,
  nameOf,
  ok,
  one,
  press,
  type Screen,
  soon,
  type,
  unmount,
  until,
} from '../options/screen.tsx';

const NOW = Date.UTC(2026, 10, 22, 12, 0);

const row = (more: Partial<DocumentView> = {}): DocumentView => ({
  panel: 'mojsklep',
  key: 'd77',
  kind: 'invoice',
  corrects: null,
  orderId: '1001',
  number: 'FV 77/11/2026',
  state: 'failed',
  step: null,
  ifirmaNumber: null,
  ksefNumber: null,
  findings: [],
  reason: null,
  attached: 'no',
  differs: false,
  actions: ['preview', 'resend', 'link', 'skip'],
  updatedAt: NOW - 60_000,
  ...more,
});

const page = (rows: readonly DocumentView[], next: number | null = null, total = rows.length): ListPage => ({
  language: 'pl',
  rows,
  total,
  next,
});

let opened: string[] = [];

const show = (more: Answers): Promise<Screen> => {
  opened = [];
  return mount(
    <Popup optionsUrl="chrome-extension://x/options.html" openTab={(url) => opened.push(url)} now={() => NOW} />,
    {
      'account.list': () => ok([account()]),
      'erplink.get': () => ok({ demo: false }),
      security: () => ok({ passphrase: 'none', autoLock: null, keys: [] }),
      'month.state': () => ok([]),
      errors: () => ok(page([])),
      queue: () => ok(page([])),
      recent: () => ok(page([])),
      ...more,
    },
  );
};

const errors = async (): Promise<readonly HTMLElement[]> =>
  all('listitem', undefined, await soon('list', 'Błędy synchronizacji'));

const firstError = async (): Promise<HTMLElement> => {
  const [first] = await errors();
  if (first === undefined) throw new Error('There is no error.');
  return first;
};

afterEach(unmount);

describe('the tabs', () => {
  test('are walked through with the arrow keys, and the panel follows', async () => {
    await show({ errors: () => ok(page([row()])), recent: () => ok(page([row({ key: 'd80', state: 'done' })])) });
    const tab = await soon('tab', 'Błędy');
    expect(all('tab').map(nameOf)).toEqual(['Błędy', 'Kolejka', 'Ostatnie']);
    expect(tab.getAttribute('aria-selected')).toBe('true');
    await key(tab, 'ArrowRight');
    await key(one('tab', 'Kolejka'), 'ArrowRight');
    expect(one('tab', 'Ostatnie').getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(one('tab', 'Ostatnie'));
    expect(one('tabpanel').getAttribute('aria-labelledby')).toBe(one('tab', 'Ostatnie').id);
    await soon('list', 'Ostatnie');
    await key(one('tab', 'Ostatnie'), 'ArrowRight');
    expect(document.activeElement).toBe(one('tab', 'Błędy'));
    await key(one('tab', 'Błędy'), 'End');
    expect(document.activeElement).toBe(one('tab', 'Ostatnie'));
  });

  test('only the chosen one is a stop of the Tab key', async () => {
    await show({});
    await soon('tab', 'Błędy');
    expect(all('tab').map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
  });
});

describe('the queue', () => {
  test('shows what waits, what for, and how many there are', async () => {
    const reason = { code: 'rate-limited', params: { service: 'iFirma', until: String(NOW + 60_000) } } as const;
    const rows = [
      row({ state: 'sending', step: 'issue' }),
      row({ key: 'd78', state: 'queued', number: 'FV 78', reason }),
    ];
    await show({ queue: () => ok(page(rows, 20, 45)) });
    const tab = await soon('tab', 'Kolejka');
    await until(() => expect(tab.textContent).toContain('45'));
    await press('tab', 'Kolejka');
    const [first, second] = all('listitem', undefined, await soon('list', 'Kolejka'));
    expect(first?.textContent).toContain('Wysyłanie');
    expect(second?.textContent).toContain('FV 78');
    expect(second?.textContent).toContain('iFirma');
    one('button', 'Pokaż dalsze');
  });

  test('in which nothing waits says so', async () => {
    await show({});
    await soon('tab', 'Kolejka');
    await press('tab', 'Kolejka');
    expect((await soon('tabpanel')).textContent).toContain('Nic nie czeka');
  });
});

describe('an error', () => {
  test('says its state, its document and every finding in words', async () => {
    await show({
      errors: () =>
        ok(
          page([
            row({
              state: 'incomplete',
              findings: [
                { code: 'buyer-postcode-missing', path: 'buyer.postcode', params: {} },
                { code: 'payment-unmapped', path: 'payment', params: { method: 'Raty' } },
              ],
            }),
          ]),
        ),
    });
    expect(await errors()).toHaveLength(1);
    const text = (await firstError()).textContent;
    for (const words of [
      'Wymaga uzupełnienia',
      'FV 77/11/2026',
      'zamówienie 1001',
      'kodu pocztowego',
      '„Raty”',
      '12:59',
    ]) {
      expect(text).toContain(words);
    }
  });

  test('says why it failed and that nothing was booked', async () => {
    await show({
      errors: () => ok(page([row({ reason: { code: 'kod-200', params: { text: 'Zły kod' } } })])),
    });
    expect((await firstError()).textContent).toMatch(/Błąd.*„Zły kod”.*Faktura w iFirma nie powstała/);
  });

  test('"Napraw" opens the order card of its panel', async () => {
    await show({ errors: () => ok(page([row()])) });
    await press('button', 'Napraw', await firstError());
    expect(opened).toEqual(['https://mojsklep.sellasist.pl/admin/orders/edit/1001']);
  });

  test('offers only what the background allows', async () => {
    await show({ errors: () => ok(page([row({ state: 'uncertain', orderId: null, actions: ['link'] })])) });
    expect(all('button', undefined, await firstError())).toEqual([]);
  });

  test('"Wyślij ponownie" sends it and reads the list anew', async () => {
    let rows = [row()];
    const screen = await show({
      errors: () => ok(page(rows)),
      'send.row': () => {
        rows = [];
        return ok(null);
      },
    });
    await press('button', 'Wyślij ponownie', await firstError());
    expect(screen.askedFor('send.row')).toEqual([{ type: 'send.row', panel: 'mojsklep', key: 'd77', confirm: [] }]);
    await until(() => expect(document.body.textContent).toContain('Nic nie wymaga uwagi'));
  });

  test('a sending that was refused is explained at the row', async () => {
    await show({
      errors: () => ok(page([row()])),
      'send.row': () => ({ ok: false, reason: { code: 'storage-full', params: {} } }),
    });
    await press('button', 'Wyślij ponownie', await firstError());
    await until(() => expect(one('alert').textContent).toContain('Nie udało się.'));
  });

  describe('that may be booked already', () => {
    const sign = { code: 'maybe-booked-number', path: '', params: { number: '12/11/2026' }, evidence: 'n:12' } as const;

    test('is sent only after the person overruled exactly these signs', async () => {
      const screen = await show({
        errors: () => ok(page([row({ state: 'incomplete', findings: [sign] })])),
        'send.row': () => ok(null),
      });
      await press('button', 'Wyślij ponownie', await firstError());
      const question = await soon('alertdialog', 'Ten dokument może już być w iFirma');
      expect(descriptionOf(question)).toContain('12/11/2026');
      expect(screen.askedFor('send.row')).toEqual([]);
      await press('button', 'Anuluj', question);
      expect(screen.askedFor('send.row')).toEqual([]);
      await press('button', 'Wyślij ponownie', await firstError());
      await press('button', 'Wystaw mimo to', await soon('alertdialog'));
      expect(screen.askedFor('send.row')).toMatchObject([{ confirm: ['n:12'] }]);
      expect(all('alertdialog')).toEqual([]);
    });

    test('is checked again first while something else is still to be mended', async () => {
      const screen = await show({
        errors: () =>
          ok(
            page([
              row({
                state: 'incomplete',
                findings: [sign, { code: 'buyer-city-missing', path: 'buyer.city', params: {} }],
              }),
            ]),
          ),
        'send.row': () => ok(null),
      });
      await press('button', 'Wyślij ponownie', await firstError());
      expect(all('alertdialog')).toEqual([]);
      expect(screen.askedFor('send.row')).toMatchObject([{ confirm: [] }]);
    });
  });

  test('"Pomiń" needs a reason', async () => {
    const screen = await show({ errors: () => ok(page([row()])), 'skip.row': () => ok(null) });
    await press('button', 'Pomiń', await firstError());
    const dialog = await soon('dialog', 'Pominąć FV 77/11/2026?');
    // The row keeps its own buttons to itself: the question stands beside the list.
    expect(all('button', 'Pomiń', await firstError())).toHaveLength(1);
    await press('button', 'Pomiń', dialog);
    expect(descriptionOf(one('textbox', 'Powód'))).toContain('Napisz krótko, dlaczego');
    expect(screen.askedFor('skip.row')).toEqual([]);
    await type('Powód', ' Zwrot ');
    await press('button', 'Pomiń', dialog);
    expect(screen.askedFor('skip.row')).toEqual([{ type: 'skip.row', panel: 'mojsklep', key: 'd77', why: 'Zwrot' }]);
    expect(all('dialog')).toEqual([]);
  });

  test('a usual reason for skipping takes one click', async () => {
    const screen = await show({ errors: () => ok(page([row()])), 'skip.row': () => ok(null) });
    await press('button', 'Pomiń', await firstError());
    const dialog = await soon('dialog');
    await press('button', 'Zamówienie anulowane', dialog);
    await press('button', 'Pomiń', dialog);
    expect(screen.askedFor('skip.row')).toMatchObject([{ why: 'Zamówienie anulowane' }]);
  });
});

describe('a list', () => {
  test('goes on by the cursor, and keeps its pages when something changes', async () => {
    const second = row({ key: 'd78', number: 'FV 78' });
    const screen = await show({
      errors: ({ before }) => ok(before === null ? page([row()], 5) : page([second])),
    });
    await press('button', 'Pokaż starsze');
    await until(() => expect(all('listitem')).toHaveLength(2));
    expect(all('button', 'Pokaż starsze')).toEqual([]);
    expect(screen.askedFor('errors').map((message) => message.before)).toEqual([null, null, 5]);
    screen.change();
    await until(() => expect(screen.askedFor('errors')).toHaveLength(5));
    expect(await errors()).toHaveLength(2);
  });

  test('follows changes', async () => {
    let rows: readonly DocumentView[] = [];
    const screen = await show({ errors: () => ok(page(rows)) });
    await until(() => expect(document.body.textContent).toContain('Nic nie wymaga uwagi'));
    rows = [row()];
    screen.change();
    expect(await errors()).toHaveLength(1);
  });

  test('that cannot be read says why and is read again on demand', async () => {
    let works = false;
    await show({
      errors: () => (works ? ok(page([row()])) : { ok: false, reason: { code: 'internal', params: {} } }),
    });
    await soon('alert');
    works = true;
    await press('button', 'Spróbuj ponownie');
    expect(await errors()).toHaveLength(1);
  });

  test('of the last transfers shows state, iFirma number and the way to the order', async () => {
    await show({
      recent: () =>
        ok(page([row({ state: 'done', ifirmaNumber: '31/11/2026' }), row({ key: 'o9', orderId: '9', number: null })])),
    });
    await press('tab', 'Ostatnie');
    const list = await soon('list', 'Ostatnie');
    const [first, second] = all('listitem', undefined, list);
    expect(first?.textContent).toMatch(/Wysłano.*FV 77\/11\/2026.*w iFirma: 31\/11\/2026/);
    expect(second?.textContent).toContain('Zamówienie 9');
    const link = one('link', 'Zamówienie 1001', first);
    expect(link.getAttribute('href')).toBe('https://mojsklep.sellasist.pl/admin/orders/edit/1001');
    await click(link);
    expect(opened).toEqual(['https://mojsklep.sellasist.pl/admin/orders/edit/1001']);
  });

  test('that is empty says what will appear there and how', async () => {
    await show({});
    await press('tab', 'Ostatnie');
    await until(() => expect(document.body.textContent).toContain('Pierwszą wyślesz z karty zamówienia'));
  });
});

test('without an account the popup says what to do and opens the options', async () => {
  const screen = await show({ 'account.list': () => ok([]), options: () => ok(null) });
  await press('button', 'Skonfiguruj konto');
  expect(screen.askedFor('options')).toHaveLength(1);
  expect(all('tab')).toEqual([]);
});

test('the options page is a link away', async () => {
  await show({});
  expect((await soon('link', 'Ustawienia')).getAttribute('href')).toBe('chrome-extension://x/options.html');
});

test.each([
  [null, 'powiedz, czy działa Erplink'],
  [true, 'Mostek tylko patrzy'],
])('the answer %s about Erplink is brought to mind', async (answer, words) => {
  await show({ 'erplink.get': () => ok({ demo: answer }) });
  await until(() => expect(document.body.textContent).toContain(words));
});

test.each([
  [{ demo: false, drugi: null }, 'powiedz, czy działa Erplink (drugi)'],
  [{ demo: true, drugi: null }, 'powiedz, czy działa Erplink (drugi)'],
  [{ demo: null, drugi: null }, 'powiedz, czy działa Erplink (demo, drugi)'],
  [{ demo: false, drugi: true }, 'Erplink jest włączony (drugi): tam Mostek tylko patrzy'],
] as const)('of several panels the note names those that are meant: %j', async (answers, words) => {
  await show({ 'erplink.get': () => ok(answers) });
  await until(() => expect(document.body.textContent).toContain(words));
  expect(all('link', 'Odpowiedz')).toHaveLength(words.startsWith('powiedz') ? 1 : 0);
});

describe('while the keys are locked', () => {
  const locked = { passphrase: 'locked', autoLock: 15, keys: [] } as const;

  test('the passphrase is asked for above the lists, which show what is known all the same', async () => {
    await show({ security: () => ok(locked), errors: () => ok(page([row()])) });
    const form = await soon('region', 'Odblokowanie');
    expect(form.textContent).toContain('niczego nie wysyła');
    expect(await errors()).toHaveLength(1);
    expect(form.compareDocumentPosition(one('tablist')) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
  });

  test('a wrong one is said, the right one opens and the form goes', async () => {
    let isLocked = true;
    const screen = await show({
      security: () => ok({ ...locked, passphrase: isLocked ? 'locked' : 'unlocked' }),
      unlock: ({ passphrase }) => {
        if (passphrase !== 'zielony most nad rzeką')
          return { ok: false, reason: { code: 'passphrase-wrong', params: {} } };
        isLocked = false;
        return ok(null);
      },
    });
    await soon('textbox', 'Hasło');
    await type('Hasło', 'nie to');
    await press('button', 'Odblokuj');
    expect((await soon('alert')).textContent).toContain('To nie jest to hasło');
    await type('Hasło', 'zielony most nad rzeką');
    await press('button', 'Odblokuj');
    await until(() => expect(all('button', 'Odblokuj')).toEqual([]));
    expect(screen.askedFor('unlock')).toHaveLength(2);
    await until(() => expect(document.activeElement).toBe(one('status', 'Odblokowano.')));
  });

  test('unlocking elsewhere is heeded', async () => {
    let isLocked = true;
    const screen = await show({ security: () => ok({ ...locked, passphrase: isLocked ? 'locked' : 'unlocked' }) });
    await soon('button', 'Odblokuj');
    isLocked = false;
    screen.change();
    await until(() => expect(all('button', 'Odblokuj')).toEqual([]));
  });
});
