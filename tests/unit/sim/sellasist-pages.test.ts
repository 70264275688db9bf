import { describe, expect, it } from 'vitest';
import { createSellasist, HOSTILE_TEXTS, hostileOrder } from '../../sim/sellasist/index.ts';
import { ask } from './sellasist-ask.ts';
import { open } from './sellasist-page.ts';

const ORDER = '/admin/orders/edit/1001';

describe('every page of the stand-in', () => {
  const PAGES = [
    '/admin',
    '/admin/orders/edit',
    ORDER,
    '/admin/orders_products/edit',
    '/admin/catalog_products/edit/77',
    '/admin/operationdocuments/edit',
    '/admin/operationdocuments/edit/77',
    '/admin/operationdocuments_series/edit',
    '/admin/returns/edit',
    '/admin/returns/edit/5',
    '/admin/login?redirect=%2Fadmin',
  ];

  it.each(PAGES)('%s is there and keeps to its own strict policy', async (path) => {
    const page = await open(createSellasist(), `${path}${path.includes('?') ? '&' : '?'}variant=csp`);
    expect(page.status).toBe(200);
    const { 'content-security-policy': policy = '' } = page.headers;
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(page.count('script:not([src]), style, [style], [onclick]')).toBe(0);
  });

  it.each(PAGES)('%s has no policy and no hostile script unless told', async (path) => {
    const page = await open(createSellasist(), path);
    expect(page.headers).not.toHaveProperty('content-security-policy');
    expect(page.count('script[src*=hostile]')).toBe(0);
  });

  it.each(PAGES)('%s shows hostile names as text', async (path) => {
    const sellasist = createSellasist();
    sellasist.addOrder({ id: '2000', ...hostileOrder() });
    sellasist.addDocument({ id: '200', orderId: '2000' });
    const target = path === ORDER ? '/admin/orders/edit/2000' : path.replace('/edit/77', '/edit/200');
    const page = await open(sellasist, `${target}${target.includes('?') ? '&' : '?'}variant=hostile`);
    expect(page.count('script[src*=hostile]')).toBe(1);
    expect(page.count('img, mostek-panel, script:not([src]), [onerror], [onfocus]')).toBe(0);
  });

  it('shows hostile names where people and products are named', async () => {
    const page = await open(createSellasist(), `${ORDER}?variant=hostile`);
    expect(page.text('.c-order-product__main-data')).toContain(HOSTILE_TEXTS.product);
    expect(page.text('.FAKE-address')).toContain(HOSTILE_TEXTS.person);
  });

  it('leads to the login when the session expired, and from there back', async () => {
    const sellasist = createSellasist();
    sellasist.panel('demo').switches.session = 'expired';
    const answer = await ask(sellasist, `${ORDER}?a=1`);
    expect([answer.status, answer.headers.location]).toEqual([
      302,
      '/admin/login?redirect=%2Fadmin%2Forders%2Fedit%2F1001%3Fa%3D1',
    ]);
    const login = await ask(sellasist, String(answer.headers.location), { method: 'POST', body: 'x' });
    expect([login.status, login.headers.location]).toEqual([303, `${ORDER}?a=1`]);
    const elsewhere = await ask(sellasist, '/admin/login?redirect=https%3A%2F%2Fexample.com', {
      method: 'POST',
      body: 'x',
    });
    expect(elsewhere.headers.location).toBe('/admin');
  });

  it('writes down a form that was submitted and stores nothing of it', async () => {
    const sellasist = createSellasist();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await ask(sellasist, ORDER, { method: 'POST', headers, body: 'FAKE_field_13=x' });
    expect([answer.status, answer.headers.location]).toEqual([303, ORDER]);
    const { submissions } = sellasist.panel('demo').journal;
    expect(submissions.map(({ path, body }) => [path, body.toString()])).toEqual([[ORDER, 'FAKE_field_13=x']]);
    expect(sellasist.panel('demo').text('1001', '13')).toBe('');
  });

  it('is not there for an account that does not exist', async () => {
    expect((await ask(createSellasist(), '/admin', { account: 'nobody' })).status).toBe(404);
  });

  it('answers an unknown path with 404', async () => {
    expect((await open(createSellasist(), '/admin/nothing/edit')).status).toBe(404);
  });
});

describe('the order list of the stand-in', () => {
  it('has rows that name their order in a link, a text and a checkbox', async () => {
    const page = await open(createSellasist(), '/admin/orders/edit');
    const rows = [...page.document.querySelectorAll('#editor_list table.m-editor-list-table tbody tr')];
    const ids = rows.map((row) => [
      row.querySelector('input')?.getAttribute('value'),
      row.querySelector('a')?.getAttribute('href')?.split('/').at(-1),
      /id: (\d+)$/.exec(row.querySelectorAll('td')[1]?.textContent ?? '')?.[1],
    ]);
    expect(ids[0]).toEqual(['1006', '1006', '1006']);
    expect(ids).toHaveLength(6);
    expect(page.count('select.js-icon-list-button-select[data-element-id="Zmień status"]')).toBe(1);
    expect(page.text('[data-name="Do wysłania"] b')).toBe('4');
  });

  it('says how each order stands with its payment', async () => {
    const page = await open(createSellasist(), '/admin/orders/edit?status_id=3');
    const states = [...page.document.querySelectorAll('div.c-status__text')].map((state) => state.textContent);
    expect(states).toEqual(['Zapłacono', 'Zapłacono', 'Przy odbiorze', 'Zapłacono']);
  });

  it('turns the columns round when told to', async () => {
    const page = await open(createSellasist(), '/admin/orders/edit?variant=columns');
    expect(page.text('thead th')).toBe('Akcje');
    expect(page.count('tbody tr td:last-child input[type=checkbox]')).toBe(6);
  });

  it('has a row whose link and text disagree when told to', async () => {
    const page = await open(createSellasist(), '/admin/orders/edit?variant=row-contradiction');
    const row = page.document.querySelector('tbody tr');
    expect(row?.querySelector('a')?.getAttribute('href')).toBe('/admin/orders/edit/1001');
    expect(row?.textContent).toContain('id: 1002');
  });

  it('goes through pages of the given size', async () => {
    const sellasist = createSellasist();
    sellasist.panel('demo').switches.rowsPerPage = 4;
    expect((await open(sellasist, '/admin/orders/edit')).count('tbody tr')).toBe(4);
    const second = await open(sellasist, '/admin/orders/edit?page=2');
    expect([second.count('tbody tr'), second.text('a[aria-current=page]')]).toEqual([2, '2']);
  });
});

describe('the pages of Dokumenty [Nowe] of the stand-in', () => {
  it('list sale documents with their order, and corrections apart', async () => {
    const sellasist = createSellasist();
    const sale = await open(sellasist, '/admin/operationdocuments/edit');
    expect(sale.text('h2')).toBe('Dokumenty sprzedaży');
    expect(sale.text('tr[data-id="77"]')).toBe('FV/12/11/2026FV2026-11-201001Testowa Sp. z o.o.135,98 PLNBłądPDF');
    const corrections = await open(sellasist, '/admin/operationdocuments/edit?type=correct');
    expect([corrections.text('h2'), corrections.count('tbody tr')]).toEqual(['Dokumenty korygujące', 1]);
  });

  it('leave out the order or every known class when told to', async () => {
    const sellasist = createSellasist();
    const without = await open(sellasist, '/admin/operationdocuments/edit?variant=no-order-column');
    expect(without.count('#editor_list a[href*="/admin/orders/edit/"]')).toBe(0);
    const plain = await open(sellasist, '/admin/operationdocuments/edit?variant=plain-table');
    expect(plain.count('#editor_list, .m-editor-list-table, tr[data-id]')).toBe(0);
    expect(plain.count('table tbody tr')).toBe(5);
  });

  it('show a document with its number and its order', async () => {
    const page = await open(createSellasist(), '/admin/operationdocuments/edit/77');
    expect(page.text('h1')).toBe('Faktura FV/12/11/2026');
    expect(page.text('#FAKE-page p a[href="/admin/orders/edit/1001"]')).toBe('1001');
    expect(page.text('form.FAKE-doc button[type=button]:last-child')).toBe('Wyślij ponownie');
  });

  it('leave out the order or show another number when told to', async () => {
    const sellasist = createSellasist();
    const without = await open(sellasist, '/admin/operationdocuments/edit/77?variant=no-order-link');
    expect(without.count('#FAKE-page a[href*="/admin/orders/edit/"]')).toBe(0);
    const other = await open(sellasist, '/admin/operationdocuments/edit/77?variant=other-number');
    expect(other.text('h1')).toBe('Faktura FV/998/11/2026');
  });

  it('live where they are told to, and only there', async () => {
    const sellasist = createSellasist();
    sellasist.panel('demo').switches.documentsPath = '/admin/sale_documents/edit';
    expect((await open(sellasist, '/admin/sale_documents/edit/77')).text('h1')).toContain('FV/12');
    expect((await open(sellasist, '/admin/sale_documents/edit')).count('a[href="/admin/sale_documents/edit/77"]')).toBe(
      1,
    );
    expect((await open(sellasist, '/admin/operationdocuments/edit/77')).status).toBe(404);
  });
});

describe('the return card of the stand-in', () => {
  it('names its order and the places where corrections begin', async () => {
    const page = await open(createSellasist(), '/admin/returns/edit/5');
    expect(page.text('a.u-underline[href="/admin/orders/edit/1003"]')).toBe('1003');
    expect(page.text('.FAKE-toolbar')).toContain('Utwórz korektę');
    expect(page.text('.FAKE-column.right')).toContain('Wystaw korektę');
  });
});
