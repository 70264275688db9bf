// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { documentView, missingPostcode, ok, openOrder, orderView, promised, refused, settle } from './order-page.ts';

afterEach(() => {
  document.body.replaceChildren();
});

const withDocument = (over: Parameters<typeof documentView>[0]) => ({
  state: () => ok(orderView([documentView(over)])),
});

describe('a document', () => {
  test('unsent stands in the region with its state and its buttons, and is no group when it is alone', async () => {
    const page = await openOrder(withDocument({}));
    page.one('region', 'iFirma');
    expect(page.one('status').textContent).toBe('Nie wysłano');
    expect(page.all('button').map((button) => button.textContent)).toEqual([
      'Wyślij do iFirma',
      'Podgląd',
      'Powiąż z iFirma',
    ]);
    expect(page.all('group')).toEqual([]);
  });

  test('sent says the state, then iFirma’s number, then KSeF’s', async () => {
    const page = await openOrder(
      withDocument({ state: 'done', ifirmaNumber: '12/11/2026', ksefNumber: '9999999999-20261122-0A1B2C000005-7F' }),
    );
    expect(page.one('status').textContent).toBe('Wysłano 12/11/2026 9999999999-20261122-0A1B2C000005-7F');
  });

  test('among several is a group of its number with its own state and buttons', async () => {
    const first = documentView({ state: 'done', ifirmaNumber: '12/11/2026', actions: ['pdf'] });
    const second = documentView({ key: 'o1001', number: null, actions: ['issue', 'preview', 'link'] });
    const page = await openOrder({ state: () => ok(orderView([first, second])) });
    const order = page.one('group', 'Zamówienie 1001');
    expect(order.querySelector('[role=status]')?.textContent).toBe('Nie wysłano');
    expect(order.querySelectorAll('button')).toHaveLength(3);
    expect(page.one('group', 'FV/12/11/2026').querySelectorAll('button')).toHaveLength(1);
  });

  test('incomplete lists each finding once, and says what to press when they are mended', async () => {
    const nip = { code: 'buyer-nip-invalid', path: 'buyer.nip', params: { nip: '123' } } as const;
    const page = await openOrder(
      withDocument({ state: 'incomplete', findings: [missingPostcode, nip, nip], actions: ['resend', 'skip', 'link'] }),
    );
    const items = [...page.one('alert').querySelectorAll('li')].map((item) => item.textContent);
    expect(items).toHaveLength(2);
    expect(items[0]).toContain('kodu pocztowego');
    expect(page.one('alert').textContent).toContain('„Wyślij ponownie”');
  });

  test('failed says in the alert why, whether an invoice exists, and what to do', async () => {
    const reason = { code: 'kod-403', params: { text: 'Niepoprawny hash wiadomości' } } as const;
    const page = await openOrder(withDocument({ state: 'failed', reason, actions: ['resend', 'skip', 'link'] }));
    const alert = page.one('alert').textContent ?? '';
    expect(alert).toContain('Niepoprawny hash wiadomości');
    expect(alert).toContain('Faktura w iFirma nie powstała.');
    page.one('button', 'Otwórz ustawienia Mostka');
  });

  test('unsent whose series is incomplete says so, and the way to the settings comes before the sending', async () => {
    const finding = {
      code: 'series-incomplete',
      path: 'series',
      params: { number: 'FV/1', fields: 'numbering' },
    } as const;
    const page = await openOrder(withDocument({ findings: [finding] }));
    expect(page.one('alert').textContent).toContain('Kto nadaje numer');
    expect(page.one('button', 'Otwórz ustawienia Mostka').className).toContain('primary');
    expect(page.one('button', 'Wyślij do iFirma').className).not.toContain('primary');
  });

  test('unsent with nothing in its way has the sending as its first button', async () => {
    const page = await openOrder(withDocument({}));
    expect(page.all('alert')).toEqual([]);
    expect(page.one('button', 'Wyślij do iFirma').className).toContain('primary');
  });

  test('booked without a field for its PDF says so in an alert with the way to the settings', async () => {
    const reason = { code: 'attach-no-field', params: {} } as const;
    const page = await openOrder(withDocument({ state: 'issued', reason, actions: ['pdf', 'attach'] }));
    expect(page.one('alert').textContent).toContain('Podstawowa konfiguracja');
    page.one('button', 'Otwórz ustawienia Mostka');
    page.one('button', 'Zapisz PDF w zamówieniu');
  });

  test('two invoices for one sale are an alert with both numbers', async () => {
    const reason = { code: 'double-found', params: { first: '12/11/2026', second: '13/11/2026' } } as const;
    const page = await openOrder(withDocument({ state: 'issued', reason, actions: ['pdf'] }));
    expect(page.one('alert').textContent).toMatch(/12\/11\/2026 i 13\/11\/2026/);
  });

  test('booked whose PDF got stuck says so in an alert that is no error, and one that goes on by itself only in passing', async () => {
    const stuck = { code: 'attach-refused', params: { status: '400', text: '' } } as const;
    const page = await openOrder(withDocument({ state: 'issued', reason: stuck, actions: ['pdf', 'attach'] }));
    expect(page.one('alert').className).toBe('alert');
    document.body.replaceChildren();
    const waiting = { code: 'attach-waiting', params: {} } as const;
    const other = await openOrder(withDocument({ state: 'issued', reason: waiting, actions: ['pdf'] }));
    expect(other.all('alert')).toEqual([]);
  });

  test('that waits says so without an alarm', async () => {
    const reason = { code: 'rate-limited', params: { service: 'iFirma' } } as const;
    const page = await openOrder(withDocument({ state: 'queued', reason, actions: [] }));
    expect(page.all('alert')).toEqual([]);
    expect(page.text()).toContain('Faktura w iFirma nie powstała.');
    expect(page.text()).toContain('ruszy dalej sam wkrótce');
  });

  test('at work says which step runs, and after 10 s for how long', async () => {
    const page = await openOrder(
      withDocument({ state: 'sending', step: 'issue', actions: [], updatedAt: Date.now() - 75_000 }),
    );
    expect(page.text()).toContain('Wystawiam fakturę w iFirma… trwa 1\u00a0min 15\u00a0s');
  });

  test('at work for a moment says only which step runs', async () => {
    const page = await openOrder(withDocument({ state: 'sending', step: 'claim', updatedAt: Date.now() - 3000 }));
    expect(page.text()).toContain('Sprawdzam, czy tej faktury nie ma już w iFirma…');
    expect(page.text()).not.toContain('trwa');
  });

  test('shows somebody else’s text as text, bounded and without hidden characters', async () => {
    const number = `<b>\u202Efv\u0000${'9'.repeat(500)}`;
    const page = await openOrder(withDocument({ number, state: 'done', ifirmaNumber: number }));
    expect(page.root.querySelector('b')).toBeNull();
    expect(page.one('status').textContent).toBe(`Wysłano <b>fv${'9'.repeat(54)}…`);
    expect(page.root.querySelector('bdi')?.title).toBe(`<b>fv${'9'.repeat(500)}`);
  });
});

describe('the order', () => {
  test('says that it is being read, then shows what was read', async () => {
    const reading = promised<unknown>();
    const page = await openOrder({ state: () => reading.promise });
    expect(page.text()).toContain('Odczytuję dokumenty');
    expect(page.one('region').getAttribute('aria-busy')).toBe('true');
    reading.resolve(ok(orderView([documentView()])));
    await settle();
    expect(page.text()).not.toContain('Odczytuję');
    expect(page.one('region').getAttribute('aria-busy')).toBeNull();
  });

  test('without documents says what will appear here', async () => {
    const page = await openOrder({ state: () => ok(orderView([])) });
    expect(page.text()).toContain('Nie ma tu jeszcze niczego do wysłania');
  });

  test('that could not be read can be read again, from the panel itself', async () => {
    let answer: unknown = refused('sellasist-key');
    const page = await openOrder({ state: () => answer });
    expect(page.one('alert').textContent).toContain('Sellasist nie przyjął klucza API');
    answer = ok(orderView([documentView()]));
    await page.press('Spróbuj ponownie');
    expect(page.asked.at(-1)).toEqual({ name: 'state', what: { orderId: '1001', key: null, fresh: true } });
    expect(page.all('alert')).toEqual([]);
    page.one('button', 'Wyślij do iFirma');
  });

  test('shows what the ledger knows while the panel cannot be read', async () => {
    const problem = { code: 'sellasist-unreadable', params: {} } as const;
    const known = documentView({ state: 'done', ifirmaNumber: '12/11/2026', actions: ['pdf'] });
    const page = await openOrder({ state: () => ok(orderView([known], { problem })) });
    page.one('alert');
    page.one('button', 'Spróbuj ponownie');
    expect(page.one('status').textContent).toBe('Wysłano 12/11/2026');
  });

  test('offers to load the page anew when the extension was updated under it', async () => {
    const page = await openOrder({ state: () => refused('extension-gone') });
    page.one('button', 'Odśwież stronę');
    expect(page.all('button', 'Spróbuj ponownie')).toEqual([]);
  });

  test.each([
    ['setup', 'nie jest jeszcze połączony'],
    ['erplink', 'Erplink IFIRMA'],
    ['read-only', 'niczego nie wysyła'],
  ] as const)('in the mode %s says why and opens the settings', async (mode, sentence) => {
    const page = await openOrder({ state: () => ok(orderView([], { mode })), options: () => ok(null) });
    expect(page.text()).toContain(sentence);
    await page.press('Otwórz ustawienia Mostka');
    expect(page.asked.at(-1)).toEqual({ name: 'options', what: {} });
  });

  test('that is locked says so, shows what the ledger knows, and leads to where it is unlocked', async () => {
    const sent = documentView({ state: 'done', ifirmaNumber: '12/11/2026', actions: [] });
    const page = await openOrder({ state: () => ok(orderView([sent], { mode: 'locked' })), options: () => ok(null) });
    expect(page.text()).toContain('Mostek jest zablokowany');
    expect(page.one('status').textContent).toBe('Wysłano 12/11/2026');
    expect(page.all('button').map((button) => button.textContent)).toEqual(['Odblokuj w ustawieniach']);
    await page.press('Odblokuj w ustawieniach');
    expect(page.asked.at(-1)).toEqual({ name: 'options', what: { room: 'security' } });
  });

  test('that was locked goes on by itself once it is unlocked', async () => {
    let mode: 'locked' | 'ready' = 'locked';
    const page = await openOrder({
      state: () => ok(orderView([documentView({ actions: mode === 'ready' ? ['send'] : [] })], { mode })),
    });
    page.one('button', 'Odblokuj w ustawieniach');
    mode = 'ready';
    await page.change();
    expect(page.all('button').map((button) => button.textContent)).toEqual(['Wyślij do iFirma']);
    expect(page.text()).not.toContain('zablokowany');
  });

  test('that could not work is read again when the person comes back from where it was mended', async () => {
    const modes = ['erplink', 'ready', 'read-only'] as const;
    let readings = 0;
    const page = await openOrder({ state: () => ok(orderView([], { mode: modes[readings++] ?? 'ready' })) });
    page.one('button', 'Otwórz ustawienia Mostka');
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(page.all('button')).toEqual([]);
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(readings).toBe(2);
  });

  test('speaks English when the setting says so', async () => {
    const page = await openOrder({ state: () => ok(orderView([documentView()], { language: 'en' })) });
    expect(page.one('status').textContent).toBe('Not sent');
    page.one('button', 'Send to iFirma');
  });

  test('sends nothing while the page’s heading speaks of another order', async () => {
    const page = await openOrder(withDocument({}), { headingId: '1002' });
    expect(page.one('alert').textContent).toMatch(/zamówieniu 1002, a jej adres o zamówieniu 1001/);
    const send = page.one('button', 'Wyślij do iFirma');
    expect(send.getAttribute('aria-disabled')).toBe('true');
    await page.press('Wyślij do iFirma');
    expect(page.asked.map(({ name }) => name)).toEqual(['state']);
  });

  test('without a place on the card opens from a button', async () => {
    const page = await openOrder(withDocument({}), { floating: true });
    expect(page.all('region')).toEqual([]);
    await page.press('iFirma');
    page.one('region', 'iFirma');
    await page.press('iFirma');
    expect(page.all('region')).toEqual([]);
  });

  test('taken away leaves nothing behind', async () => {
    const page = await openOrder(withDocument({}));
    page.unmount();
    await page.change();
    expect(page.root.querySelector('.mostek')).toBeNull();
    expect(page.asked).toHaveLength(1);
  });
});
