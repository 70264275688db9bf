// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { KsefStanding } from '../../../../utils/invoice/ksef.ts';
import type { DocumentView, KsefView } from '../../../../utils/messages/index.ts';
import { documentView, ok, openOrder, orderView, settle } from '../order-page.ts';

const NUMBER = '5213500025-20260520-560CCC000005-68';

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const ksefView = (over: Partial<KsefView> = {}): KsefView => ({ standing: 'sent', reason: null, asks: [], ...over });
const booked = (ksef: KsefView | null, over: Partial<DocumentView> = {}): DocumentView =>
  documentView({
    state: 'done',
    ifirmaNumber: '12/11/2026',
    actions: ['pdf'],
    ...(ksef === null ? {} : { ksef }),
    ...over,
  });
const show = (ksef: KsefView | null, over: Partial<DocumentView> = {}, language: 'pl' | 'en' = 'pl') =>
  openOrder({
    state: () => ok(orderView([booked(ksef, over)], { language })),
    ksef: () => ok(orderView([booked(ksefView(), over)], { language })),
  });
const line = (root: ParentNode) => root.querySelector('.ksef-line');

describe('how a document stands with KSeF', () => {
  test.each<[KsefStanding, string]>([
    ['wanted', 'KSeF: czeka na wysłanie'],
    ['held', 'KSeF: wstrzymano'],
    ['sending', 'KSeF: wysyłanie'],
    ['sent', 'KSeF: wysłano, czeka na numer'],
    ['unclear', 'KSeF: nie wiadomo, czy wysłano'],
    ['accepted', 'KSeF: przyjęto'],
    ['rejected', 'KSeF: odrzucono'],
    ['refused', 'KSeF: nie wysłano'],
    ['silent', 'KSeF: bez odpowiedzi od 24 h'],
  ])('%s is said in words beside an icon: „%s”', async (standing, words) => {
    const { root } = await show(ksefView({ standing }));
    expect(line(root)?.textContent).toBe(words);
    expect(line(root)?.querySelector('svg')).not.toBeNull();
  });

  test('nothing is said where nobody has asked for it', async () => {
    const { root } = await show(null);
    expect(line(root)).toBeNull();
    expect(root.textContent).not.toContain('KSeF');
  });

  test.each<[KsefStanding, boolean]>([
    ['rejected', true],
    ['refused', true],
    ['held', false],
    ['unclear', false],
    ['silent', false],
  ])('%s alarms, as an error: %s', async (standing, isBad) => {
    const page = await show(ksefView({ standing, reason: { code: 'ksef-rejected', params: { text: 'Zły NIP' } } }));
    expect(page.one('alert').className).toBe(isBad ? 'alert bad' : 'alert');
    expect(page.one('listitem').textContent).toContain('KSeF odrzucił ten dokument: „Zły NIP”. Faktura jest w iFirma.');
  });

  test('what passes by itself is said calmly', async () => {
    const reason = { code: 'ksef-original-waits', params: { number: '12/11/2026' } } as const;
    const page = await show(ksefView({ standing: 'wanted', reason }), { kind: 'correction' });
    expect(page.all('alert')).toEqual([]);
    expect(page.text()).toContain('czeka, aż faktura 12/11/2026 dostanie numer KSeF');
  });

  test('speaks English when the setting says so', async () => {
    const { root } = await show(ksefView({ standing: 'silent' }), {}, 'en');
    expect(line(root)?.textContent).toBe('KSeF: no answer for 24 h');
  });
});

describe('the number', () => {
  test('stands in the status, and goes into the clipboard with a word', async () => {
    const write = vi.spyOn(window.navigator.clipboard, 'writeText').mockResolvedValue();
    const page = await show(ksefView({ standing: 'accepted' }), { ksefNumber: NUMBER });
    expect(page.one('status').textContent).toContain(NUMBER);
    await page.press('Kopiuj numer KSeF');
    expect(write).toHaveBeenCalledExactlyOnceWith(NUMBER);
    await settle();
    expect(page.all('status').at(-1)?.textContent).toBe('Skopiowano');
  });

  test('that the browser does not let into the clipboard is to be copied by hand', async () => {
    vi.spyOn(window.navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    const page = await show(ksefView({ standing: 'accepted' }), { ksefNumber: NUMBER });
    await page.press('Kopiuj numer KSeF');
    await settle();
    expect(page.all('status').at(-1)?.textContent).toContain('Nie udało się skopiować');
  });
});

describe('„Wyślij do KSeF”', () => {
  const actions = ['pdf', 'ksef'] as const;
  const sent = (page: Awaited<ReturnType<typeof show>>) => page.asked.filter(({ name }) => name === 'ksef');

  test('sends at once where there is nothing to confirm', async () => {
    const page = await show(ksefView({ standing: 'rejected' }), { actions });
    await page.press('Wyślij do KSeF');
    expect(sent(page)).toEqual([{ name: 'ksef', what: { orderId: '1001', key: 'd77', confirm: [] } }]);
    expect(line(page.root)?.textContent).toBe('KSeF: wysłano, czeka na numer');
  });

  test('first asks what has to be confirmed, and the safe answer sends nothing', async () => {
    const asks = ['number-differs:12/11/2026'];
    const held = ksefView({ standing: 'held', reason: { code: 'ksef-held', params: {} }, asks });
    const page = await show(held, { actions });
    await page.press('Wyślij do KSeF');
    const dialog = page.one('alertdialog', 'Wyślij do KSeF');
    expect(dialog.textContent).toContain('jego numer albo suma w iFirma są inne niż w Sellasist');
    expect(dialog.textContent).toContain('nie da się już zmienić ani usunąć');
    await page.press('Anuluj');
    expect(sent(page)).toEqual([]);
    await page.press('Wyślij do KSeF');
    await page.press('Wyślij do KSeF');
    expect(sent(page)).toEqual([{ name: 'ksef', what: { orderId: '1001', key: 'd77', confirm: asks } }]);
  });
});

test('a day of issue that is not today is asked about as such, not as a sale that may be booked', async () => {
  const finding = {
    code: 'ksef-offline-date',
    path: 'issueDate',
    params: { date: '2026-11-20' },
    evidence: 'ksef-offline:2026-11-20',
  } as const;
  let isSent = false;
  const view = () =>
    documentView(isSent ? { state: 'incomplete', findings: [finding], actions: ['resend'], updatedAt: 1 } : {});
  const page = await openOrder({
    state: () => ok(orderView([view()])),
    send: () => {
      isSent = true;
      return ok(orderView([view()]));
    },
  });
  await page.press('Wyślij do iFirma');
  const dialog = page.one('alertdialog', 'Data wystawienia nie jest dzisiejsza');
  expect(dialog.textContent).toContain('20.11.2026');
  expect(dialog.textContent).not.toContain('drugiej faktury');
  await page.press('Wystaw mimo to');
  expect(page.asked.at(-1)).toEqual({
    name: 'send',
    what: { orderId: '1001', key: 'd77', confirm: ['ksef-offline:2026-11-20'] },
  });
});
