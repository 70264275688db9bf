// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { batchView, ok, openList, orders, planOf, refused, row, said, settle, state } from './list-page.ts';

afterEach(() => {
  document.body.replaceChildren();
});

const SEND = 'Wyślij zaznaczone do iFirma';
const idle = () => ok(state(null));
const missing = { code: 'buyer-postcode-missing', path: 'buyer.postcode', params: {} } as const;

describe('the bar', () => {
  test('is a region with one button, which the count describes', async () => {
    const page = await openList({ 'batch.state': idle });
    page.one('region', 'iFirma – zaznaczone');
    expect(page.all('button')).toHaveLength(1);
    expect(page.described(page.one('button', SEND))).toBe('Zaznaczono 37 zamówień');
    page.picked.value = orders(1);
    await settle();
    expect(page.described(page.one('button', SEND))).toBe('Zaznaczono 1 zamówienie');
  });

  test('with nothing selected says what to do, and its button does nothing', async () => {
    const page = await openList({ 'batch.state': idle }, { first: [] });
    expect(page.text()).toContain('Zaznacz na liście zamówienia');
    await page.press(SEND);
    expect(page.askedFor('batch.plan')).toEqual([]);
  });

  test('with more than can be sent at once says how many can', async () => {
    const page = await openList({ 'batch.state': idle }, { first: orders(501) });
    expect(page.text()).toContain('najwyżej 500');
    await page.press(SEND);
    expect(page.askedFor('batch.plan')).toEqual([]);
  });

  test('of documents asks for documents', async () => {
    const page = await openList(
      { 'batch.state': idle, 'batch.plan': () => ok(planOf(1)) },
      { kind: 'documents', first: [{ orderId: '1001', documentId: '77' }] },
    );
    expect(page.described(page.one('button', SEND))).toBe('Zaznaczono 1 dokument');
    await page.press(SEND);
    expect(page.askedFor('batch.plan')[0]?.what).toEqual({ panel: null, orderIds: [], documentIds: ['77'] });
  });

  test.each([
    ['setup', 'nie jest jeszcze połączony'],
    ['erplink', 'odpowiedz w ustawieniach'],
    ['read-only', 'Erplink IFIRMA jest włączona'],
    ['locked', 'zablokowany'],
  ] as const)('that may send nothing (%s) says why, and where that is changed', async (mode, words) => {
    const page = await openList({
      'batch.state': () => ok(state(null, { mode })),
      options: () => ok(null),
    });
    expect(page.text()).toContain(words);
    await page.press(SEND);
    expect(page.askedFor('batch.plan')).toEqual([]);
    await page.press(mode === 'locked' ? 'Odblokuj w ustawieniach' : 'Otwórz ustawienia Mostka');
    expect(page.askedFor('options')).toHaveLength(1);
  });

  test('without a place on the page is opened by a button in the corner', async () => {
    const page = await openList({ 'batch.state': idle }, { floating: true });
    expect(page.all('region')).toEqual([]);
    await page.press('iFirma');
    page.one('region', 'iFirma – zaznaczone');
  });

  test('heeds no click of a script', async () => {
    const page = await openList({ 'batch.state': idle, 'batch.plan': () => ok(planOf(37)) });
    await page.byScript(SEND);
    expect(page.askedFor('batch.plan')).toEqual([]);
    await page.press(SEND);
    await page.byScript('Wyślij');
    expect(page.askedFor('batch.start')).toEqual([]);
  });
});

describe('a page of documents without a place for the bar', () => {
  test('offers the same documents by the API, and one with a place does not', async () => {
    const answers = { 'batch.state': idle, options: () => ok(null) };
    const page = await openList(answers, { kind: 'documents', floating: true, first: [] });
    await page.press('iFirma');
    await page.press('Pokaż dokumenty z API');
    expect(page.askedFor('options')).toEqual([{ name: 'options', what: { room: 'unsent' } }]);
    const placed = await openList(answers, { kind: 'documents', first: [] });
    expect(placed.all('button', 'Pokaż dokumenty z API')).toEqual([]);
  });
});

describe('before anything is sent', () => {
  test.each([
    [37, 2, 'Wystawisz 37 faktur, 2 wymagają uwagi.'],
    [1, 0, 'Wystawisz 1 fakturę.'],
    [22, 1, 'Wystawisz 22 faktury, 1 wymaga uwagi.'],
    [112, 5, 'Wystawisz 112 faktur, 5 wymaga uwagi.'],
    [39, 0, 'Wystawisz 37 faktur i 2 korekty.', 2],
    [1, 0, 'Wystawisz 1 korektę.', 1],
    [0, 3, 'Nie ma tu nic do wystawienia, 3 wymagają uwagi.'],
  ])('%i to send and %i that need attention are said in words', async (toSend, attention, words, corrections = 0) => {
    const rows = Array.from({ length: attention }, (_, at) => row({ key: `d${at}`, findings: [missing] }));
    const page = await openList({
      'batch.state': idle,
      'batch.plan': () => ok(planOf(toSend, { attention: rows, corrections })),
    });
    await page.press(SEND);
    const group = page.one('group', 'Przed wysłaniem');
    expect(said(group.querySelector('p')?.textContent)).toBe(words);
    expect(page.all('listitem')).toHaveLength(attention);
    expect(page.all('button', 'Wyślij')).toHaveLength(toSend === 0 ? 0 : 1);
  });

  test('what is in iFirma already, and what is no invoice, is said as well', async () => {
    const page = await openList({
      'batch.state': idle,
      'batch.plan': () => ok(planOf(2, { already: 3, others: 1 })),
    });
    await page.press(SEND);
    expect(page.text()).toContain(
      'Wystawisz 2 faktury, 3 są już w iFirma albo w kolejce, 1 zaznaczony dokument nie jest fakturą ani korektą.',
    );
  });

  test('what needs attention is named with why, and leads to its order', async () => {
    const page = await openList({
      'batch.state': idle,
      'batch.plan': () => ok(planOf(1, { attention: [row({ findings: [missing] })] })),
    });
    await page.press(SEND);
    const item = page.one('listitem');
    expect(item.textContent).toContain('FV/12/11/2026');
    expect(item.textContent).toContain('kodu pocztowego');
    expect(page.one('link', 'Zamówienie 1001').getAttribute('href')).toBe(
      'https://testowy.sellasist.pl/admin/orders/edit/1001',
    );
  });

  test('of very many only the first are named, until the person wants all', async () => {
    const attention = Array.from({ length: 30 }, (_, at) => row({ key: `d${at + 1}`, findings: [missing] }));
    const page = await openList({ 'batch.state': idle, 'batch.plan': () => ok(planOf(1, { attention })) });
    await page.press(SEND);
    expect(page.all('listitem')).toHaveLength(10);
    await page.press('Pokaż pozostałe (20)');
    expect(page.all('listitem')).toHaveLength(30);
  });

  test('nothing begins without a second word, which sends exactly what the plan says', async () => {
    const page = await openList({
      'batch.state': idle,
      'batch.plan': () => ok(planOf(37)),
      'batch.start': () => ok(state(batchView())),
    });
    await page.press(SEND);
    expect(page.askedFor('batch.start')).toEqual([]);
    await page.press('Wyślij');
    expect(page.askedFor('batch.start')).toEqual([
      { name: 'batch.start', what: { panel: null, documents: planOf(37).toSend } },
    ]);
    page.one('progressbar');
    expect(page.all('group', 'Przed wysłaniem')).toEqual([]);
  });

  test('the way back leads back', async () => {
    const page = await openList({ 'batch.state': idle, 'batch.plan': () => ok(planOf(37)) });
    await page.press(SEND);
    await page.press('Wróć');
    page.one('button', SEND);
    expect(page.askedFor('batch.start')).toEqual([]);
  });

  test('a plan of what is not selected any more is none', async () => {
    const page = await openList({ 'batch.state': idle, 'batch.plan': () => ok(planOf(37)) });
    await page.press(SEND);
    page.picked.value = orders(3);
    await settle();
    expect(page.all('group', 'Przed wysłaniem')).toEqual([]);
    page.one('button', SEND);
  });

  test('the answer is where the keyboard is', async () => {
    const page = await openList({ 'batch.state': idle, 'batch.plan': () => ok(planOf(37)) });
    await page.press(SEND);
    expect(said(page.root.activeElement?.textContent)).toBe('Wystawisz 37 faktur.');
  });

  test('a refusal is said', async () => {
    const page = await openList({ 'batch.state': idle, 'batch.plan': () => refused('sellasist-key') });
    await page.press(SEND);
    expect(page.one('alert').textContent).toContain('Sellasist');
  });
});

describe('while it is sent', () => {
  test('a bar says how far it is, and the time left in words once it is known', async () => {
    let batch = batchView();
    const page = await openList({ 'batch.state': () => ok(state(batch)) });
    const bar = page.one('progressbar');
    expect(bar.getAttribute('aria-valuenow')).toBe('12');
    expect(bar.getAttribute('aria-valuemax')).toBe('37');
    expect(said(bar.getAttribute('aria-valuetext'))).toBe('12 z 37');
    batch = batchView({ waiting: 20, sent: 17, timeLeft: 240_000 });
    await page.change();
    expect(said(page.one('progressbar').getAttribute('aria-valuetext'))).toBe('17 z 37, zostało około 4 minut');
  });

  test('it says that the tab may be closed', async () => {
    const page = await openList({ 'batch.state': () => ok(state(batchView())) });
    expect(page.one('status').textContent).toContain('zamknąć tę kartę');
  });

  test('while the documents get their places it says so aloud once, and shows how far that is', async () => {
    const page = await openList({ 'batch.state': () => ok(state(batchView({ waiting: 37, sent: 0, placed: 12 }))) });
    expect(page.one('status').textContent).toContain('według daty wystawienia');
    expect(page.one('status').textContent).not.toMatch(/\d/);
    expect(page.text()).toContain('12 z 37');
  });

  test('`Wstrzymaj` becomes `Wznów`, and each asks for what it says', async () => {
    const page = await openList({
      'batch.state': () => ok(state(batchView())),
      'batch.pause': () => ok(state(batchView({ paused: true }))),
      'batch.resume': () => ok(state(batchView())),
    });
    await page.press('Wstrzymaj');
    expect(page.all('button', 'Wstrzymaj')).toEqual([]);
    expect(page.one('status').textContent).toContain('Wstrzymano');
    await page.press('Wznów');
    page.one('button', 'Wstrzymaj');
    expect(page.asked.map(({ name }) => name)).toEqual(['batch.state', 'batch.pause', 'batch.resume']);
  });

  test('`Anuluj` takes the rest out, and then there is nothing more to press', async () => {
    const page = await openList({
      'batch.state': () => ok(state(batchView())),
      'batch.cancel': () => ok(state(batchView({ cancelled: true, waiting: 0, underWay: 1, withdrawn: 24 }))),
    });
    await page.press('Anuluj');
    expect(page.one('status').textContent).toContain('zostanie dokończone');
    for (const name of ['Wstrzymaj', 'Wznów', 'Anuluj']) expect(page.all('button', name)).toEqual([]);
  });

  test('what stands in the way of all is said', async () => {
    const waitsFor = { code: 'account-paused', params: { by: 'kod-403' } } as const;
    const page = await openList({ 'batch.state': () => ok(state(batchView({ waitsFor }))) });
    expect(page.text()).toMatch(/konto/i);
  });

  test('more can be selected and added', async () => {
    const page = await openList({ 'batch.state': () => ok(state(batchView())), 'batch.plan': () => ok(planOf(3)) });
    await page.press(SEND);
    page.one('button', 'Wyślij');
    page.one('progressbar');
  });
});

describe('the summary', () => {
  const over = batchView({
    waiting: 0,
    sent: 35,
    attention: [row({ state: 'failed', reason: { code: 'kod-202', params: { text: 'Błąd' } } })],
    uncertain: 1,
    endedAt: 2,
  });

  test('says what became of all, and names what needs a person, with the way there', async () => {
    const page = await openList({ 'batch.state': () => ok(state(over)) });
    expect(said(page.one('status').textContent)).toBe(
      'Wystawiono 35 z 37 dokumentów, 1 wymaga uwagi, 1 jest jeszcze sprawdzany w iFirma.',
    );
    expect(page.all('progressbar')).toEqual([]);
    expect(page.one('listitem').textContent).toContain('Faktura w iFirma nie powstała.');
    page.one('link', 'Zamówienie 1001');
  });

  test('says how many were taken out of the queue', async () => {
    const page = await openList({
      'batch.state': () => ok(state(batchView({ waiting: 0, sent: 12, withdrawn: 25, endedAt: 2, cancelled: true }))),
    });
    expect(page.text()).toContain('Wystawiono 12 z 37 dokumentów, 25 wycofanych z kolejki.');
  });

  test('goes when it was read', async () => {
    const page = await openList({ 'batch.state': () => ok(state(over)), 'batch.close': idle });
    await page.press('Zamknij');
    expect(page.all('group', 'Podsumowanie')).toEqual([]);
  });

  test('is taken away without a trace', async () => {
    const page = await openList({ 'batch.state': () => ok(state(over)) });
    page.unmount();
    expect(page.root.querySelector('.mostek')).toBeNull();
  });
});
