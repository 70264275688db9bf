import { describe, expect, it } from 'vitest';
import { createSellasist, samplePdf } from '../../sim/sellasist/index.ts';
import { ask, put } from './sellasist-ask.ts';
import { type OpenPage, open } from './sellasist-page.ts';

const ORDER = '/admin/orders/edit/1001';

const headings = ({ document }: OpenPage): string[] =>
  [...document.querySelectorAll('.m-panel-section-heading__title')].map((title) => title.textContent.trim());

describe('the order card of the stand-in', () => {
  it('has every section and every class that is known of the newer markup', async () => {
    const page = await open(createSellasist(), ORDER);
    expect(page.text('h1')).toBe('Zamówienie nr 1001 20.11.2026');
    expect(headings(page)).toEqual([
      'Zamówione produkty',
      'Wysyłka i płatność',
      'Dane dokumentu sprzedaży: Faktura',
      'Dane do wysyłki',
      'Numery przewozowe i dokumenty',
      'Dodatkowe pola',
      'Notatki (0)',
      'Wyślij email do klienta',
      'Log płatności',
    ]);
    for (const selector of [
      '.m-order-change-status__wrapper',
      '.c-order-product.js-admin-order-product[data-id="77"] .c-order-product__main-data',
      '.c-order-product__data-column.quantity .c-order-product__data-column-value',
      '#bill_address_company_nip input.company_nip',
      '#selected_shipment',
      'td[data-account-type][data-account-name]',
      '#tracking_numbers tbody tr[data-id] td:nth-child(2)',
      '.m-logs-panel__heading.js-admin-log-show.is-inactive',
      '#master_popup .master_popup_close',
    ]) {
      expect([selector, page.count(selector)]).not.toEqual([selector, 0]);
    }
  });

  it('shows what the API says: lines, sums, buyer, documents', async () => {
    const sellasist = createSellasist();
    const page = await open(sellasist, ORDER);
    expect(page.text('.c-order-product')).toBe('Kubek ceramicznySymbol: KUB-01 2 szt.49,00 PLN 23%98,00 PLN');
    expect(page.text('.FAKE-sum')).toBe('Razem z wysyłką 135,98 PLN');
    expect(page.document.querySelector('input.company_nip')?.getAttribute('value')).toBe('111-111-11-11');
    expect(page.text('.FAKE-documents a')).toBe('FV/12/11/2026');
    await put(sellasist, '/orders/1001', { status: '9' });
    expect((await open(sellasist, ORDER)).text('#FAKE_status option[selected]')).toBe('Błąd faktury');
  });

  it('shows a stored file as a link after a reload, and the link gives the file', async () => {
    const sellasist = createSellasist();
    expect((await open(sellasist, ORDER)).count('.FAKE-file')).toBe(0);
    const pdf = samplePdf('FV 12');
    const fields = [
      { field_id: 12, field_value: pdf.toString('base64') },
      { field_id: 13, field_value: '<b>FV</b> "12"' },
    ];
    await put(sellasist, '/orders/1001', { additional_fields: fields });
    const page = await open(sellasist, ORDER);
    const link = page.document.querySelector('.FAKE-file[download]')?.getAttribute('href') ?? '';
    expect((await ask(sellasist, link)).bytes).toEqual(pdf);
    expect(page.document.querySelector('[name=FAKE_field_13]')?.getAttribute('value')).toBe('<b>FV</b> "12"');
  });

  it('says receipt where the buyer wants one, and names a return', async () => {
    const sellasist = createSellasist();
    expect(headings(await open(sellasist, '/admin/orders/edit/1002'))).toContain('Dane dokumentu sprzedaży: Paragon');
    expect((await open(sellasist, ORDER)).count('.FAKE-warning')).toBe(0);
    expect((await open(sellasist, '/admin/orders/edit/1003')).text('.FAKE-warning')).toContain('zwrot lub reklamację');
  });

  it('answers an order that is not there with 404 and no controls to hold on to', async () => {
    const page = await open(createSellasist(), '/admin/orders/edit/9999');
    expect([page.status, page.count('.m-panel-section-heading__title')]).toEqual([404, 0]);
  });

  it('keeps no class of the newer markup when it is older', async () => {
    const page = await open(createSellasist(), `${ORDER}?variant=older`);
    expect(page.count('#FAKE-page [class^="m-"], #FAKE-page [class^="c-order"]')).toBe(0);
    expect(page.count('.prod .order_product[rel="77"]')).toBe(1);
    expect(page.text('h1')).toContain('1001');
  });

  it('keeps no known class at all when it is stripped', async () => {
    const page = await open(createSellasist(), `${ORDER}?variant=stripped`);
    const known = '[class^="m-"], [class^="c-"], [class^="js-"], .prod, .order_product, main, [role=main], #content';
    expect(page.count(`#FAKE-page :is(${known})`)).toBe(0);
    expect(page.document.body.textContent).not.toMatch(/dodatkowe pola|dane dokumentu|numery przewozowe|Imię/i);
    expect(page.text('h1')).toContain('1001');
  });

  it('has no section at first when it is late', async () => {
    const page = await open(createSellasist(), `${ORDER}?variant=late`);
    expect([page.count('.FAKE-column section'), page.count('template[data-fake-late]')]).toEqual([0, 2]);
  });

  it('contradicts its own address when told to', async () => {
    expect((await open(createSellasist(), `${ORDER}?variant=heading`)).text('h1 b')).toBe('1002');
  });

  it('takes its variants from the account as well, several at once', async () => {
    const sellasist = createSellasist();
    sellasist.panel('demo').switches.variants = ['heading'];
    const page = await open(sellasist, `${ORDER}?variant=late,csp`);
    expect([page.text('h1 b'), page.count('template[data-fake-late]')]).toEqual(['1002', 2]);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('refuses a variant that does not exist, since a test would try nothing', async () => {
    await expect(open(createSellasist(), `${ORDER}?variant=lat`)).rejects.toThrow('no page variant lat');
  });
});
