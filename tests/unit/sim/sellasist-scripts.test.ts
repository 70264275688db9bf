import { describe, expect, it, vi } from 'vitest';
import { createSellasist } from '../../sim/sellasist/index.ts';
import { type OpenPage, open } from './sellasist-page.ts';

const ORDER = '/admin/orders/edit/1001';

/** Something like what the extension puts there: a host before *Dodatkowe pola*, with a button and an input inside. */
function mount(page: OpenPage): { clicks: number; inputs: number } {
  const { document } = page;
  const seen = { clicks: 0, inputs: 0 };
  const host = document.createElement('mostek-panel');
  host.attachShadow({ mode: 'open' }).innerHTML =
    '<form><button>Wyślij</button><input><select><option>a</select></form>';
  host.shadowRoot?.addEventListener('click', () => {
    seen.clicks += 1;
  });
  host.shadowRoot?.addEventListener('input', () => {
    seen.inputs += 1;
  });
  const anchor = [...document.querySelectorAll('section')].find((box) => box.textContent.includes('Dodatkowe pola'));
  if (anchor) anchor.before(host);
  else document.body.append(host);
  return seen;
}

describe('the script of the panel pages', () => {
  it('puts the status button in late and saves a status without a reload', async () => {
    const sellasist = createSellasist();
    const page = await open(sellasist, ORDER);
    page.run('panel.js');
    expect(page.count('#change_status_save')).toBe(0);
    await vi.waitFor(() => expect(page.count('#change_status_save')).toBe(1));
    const select = page.document.querySelector('#FAKE_status');
    if (select instanceof page.window.HTMLSelectElement) select.value = '4';
    page.click('#change_status_save');
    await vi.waitFor(() => expect(page.count('[data-fake-saved="true"]')).toBe(1));
    expect(sellasist.panel('demo').orders.get('1001')?.statusId).toBe('4');
  });

  it('opens and closes a section by its heading, beside which a control stays visible', async () => {
    const page = await open(createSellasist(), ORDER);
    page.run('panel.js');
    const notes = 'section:has(#notes)';
    expect(page.count(`${notes} .content[hidden]`)).toBe(1);
    page.click(`${notes} .m-panel-section-heading__title`);
    expect(page.count(`${notes} .content[hidden]`)).toBe(0);
  });

  it('brings the late sections 1.5 s after load', async () => {
    const page = await open(createSellasist(), `${ORDER}?variant=late`);
    page.run('panel.js');
    await page.wait(1200);
    expect(page.count('.FAKE-column section')).toBe(0);
    await page.wait(500);
    expect(page.count('.FAKE-column section')).toBe(8);
  });

  it('replaces sections beside a host that stays, and whole columns with a host that goes', async () => {
    const page = await open(createSellasist(), `${ORDER}?variant=rerender`);
    page.run('panel.js');
    mount(page);
    const before = page.document.querySelector('.FAKE-column section');
    page.click('[data-fake-rerender=section]');
    expect(page.document.querySelector('.FAKE-column section')).not.toBe(before);
    expect([page.count('.FAKE-column section'), page.count('mostek-panel')]).toEqual([8, 1]);
    page.click('[data-fake-rerender=column]');
    expect([page.count('.FAKE-column section'), page.count('mostek-panel')]).toEqual([8, 0]);
    expect(page.document.documentElement.dataset.fakeRerenders).toBe('2');
  });

  it('has no button to replace sections unless told to', async () => {
    expect((await open(createSellasist(), ORDER)).count('[data-fake-rerender]')).toBe(0);
  });

  it('replaces the body of the list when paging by ajax', async () => {
    const sellasist = createSellasist();
    sellasist.panel('demo').switches.rowsPerPage = 4;
    const page = await open(sellasist, '/admin/orders/edit?variant=ajax');
    page.run('panel.js');
    const before = page.document.querySelector('#editor_list tbody');
    page.click('a[data-fake-rows]:last-of-type');
    await vi.waitFor(() => expect(page.document.querySelector('#editor_list tbody')).not.toBe(before));
    expect(page.count('#editor_list tbody tr')).toBe(2);
  });

  it('loads the activity log when its heading is clicked', async () => {
    const page = await open(createSellasist(), ORDER);
    page.run('panel.js');
    page.click('.js-admin-log-show');
    await vi.waitFor(() => expect(page.text('.m-logs-panel ul')).toContain('Wystawiono dokument FV/12/11/2026'));
  });

  it('opens and closes its modal', async () => {
    const page = await open(createSellasist(), ORDER);
    page.run('panel.js');
    page.click('[data-fake-popup]');
    expect(page.count('#master_popup.show')).toBe(1);
    page.click('.master_popup_close');
    expect(page.count('#master_popup.show')).toBe(0);
  });

  it('shows Zapisz and Anuluj while an address is edited', async () => {
    const page = await open(createSellasist(), ORDER);
    page.run('panel.js');
    page.click('[data-fake-edit]');
    expect(page.count('[data-fake-editable] input:disabled')).toBe(0);
    expect(page.text('[data-fake-editable] .FAKE-buttons')).toBe('ZapiszAnuluj');
    page.click('[data-fake-editable] .black');
    expect(page.text('[data-fake-editable] .FAKE-buttons')).toBe('Edytuj');
  });

  it('takes a key that leaves a shadow root for a shortcut', async () => {
    const page = await open(createSellasist(), ORDER);
    page.run('panel.js');
    mount(page);
    const key = () => new page.window.KeyboardEvent('keydown', { key: 'w', bubbles: true, composed: true });
    page.document.querySelector('[name=FAKE_field_13]')?.dispatchEvent(key());
    expect(page.document.documentElement.dataset.fakeShortcut).toBeUndefined();
    page.document.querySelector('mostek-panel')?.dispatchEvent(key());
    expect(page.document.documentElement.dataset.fakeShortcut).toBe('w');
  });
});

describe('the hostile script', () => {
  it('presses, fills in and moves whatever is in the host, and counts it', async () => {
    const page = await open(createSellasist(), `${ORDER}?variant=hostile`);
    const seen = mount(page);
    page.run('hostile.js');
    await vi.waitFor(() => expect(page.document.documentElement.dataset.hostileMoves).toBe('3'));
    expect(seen.clicks).toBeGreaterThan(2);
    expect(seen.inputs).toBeGreaterThan(2);
    const { hostileRounds, hostileClicks, hostileInputs } = page.document.documentElement.dataset;
    expect(Number(hostileRounds)).toBeGreaterThan(2);
    expect(Number(hostileClicks)).toBeGreaterThan(2);
    expect(Number(hostileInputs)).toBeGreaterThan(2);
    expect(page.count('mostek-panel')).toBe(4);
    await page.window.happyDOM.abort();
  });

  it('counts no click where there is nothing to press', async () => {
    const page = await open(createSellasist(), `${ORDER}?variant=hostile`);
    page.run('hostile.js');
    await page.wait(50);
    const { hostileRounds, hostileClicks } = page.document.documentElement.dataset;
    expect([Number(hostileRounds) > 0, hostileClicks]).toEqual([true, undefined]);
    await page.window.happyDOM.abort();
  });
});
