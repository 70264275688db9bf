// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import type { DocumentView } from '../../../../utils/messages/index.ts';
import { documentView, missingPostcode, ok, openOrder, orderView } from '../order-page.ts';

afterEach(() => {
  document.body.replaceChildren();
});

const booked = (over: Partial<DocumentView> = {}): DocumentView =>
  documentView({ state: 'done', ifirmaNumber: '12/11/2026', actions: ['pdf'], differs: true, ...over });
const show = (over: Partial<DocumentView> = {}, language: 'pl' | 'en' = 'pl') =>
  openOrder({ state: () => ok(orderView([booked(over)], { language })) });

const badges = (root: ParentNode): readonly Element[] => [...root.querySelectorAll('.differs')];

describe('a document that was changed after it was booked', () => {
  test('says so beside its state, in words and with an icon', async () => {
    const page = await show();
    const [badge, ...others] = badges(page.root);
    expect(others).toEqual([]);
    expect(badge?.textContent).toBe('Różni się od iFirma');
    expect(badge?.querySelector('svg')).not.toBeNull();
    // The status stays the state and its numbers (design 6).
    const status = page.one('status');
    expect(status.textContent).toBe('Wysłano 12/11/2026');
    expect(status.nextElementSibling).toBe(badge);
  });

  test('says in the alert what it means and what to do, and that is no error', async () => {
    const page = await show();
    expect(page.one('alert').className).toBe('alert');
    const sentence = page.one('listitem').textContent ?? '';
    expect(sentence).toContain('Dokument w Sellasist zmienił się po wystawieniu faktury');
    expect(sentence).toContain(
      'inną zmianę wystaw jako korektę do faktury 12/11/2026 w iFirma, albo przywróć dokument w Sellasist. Drugiej faktury Mostek nie wystawi.',
    );
    expect(sentence).toContain('naciśnij „Utwórz korektę”');
  });

  test('has no button that it did not have before', async () => {
    const page = await show();
    expect(page.all('button').map((button) => button.textContent)).toEqual(['Pobierz PDF']);
  });

  test('that is an order without a document is called an order', async () => {
    const page = await show({ key: 'o1001', number: null });
    expect(page.one('listitem').textContent).toContain('Zamówienie w Sellasist zmieniło się');
    expect(page.one('listitem').textContent).toContain('albo przywróć zamówienie w Sellasist');
  });

  test('without a number yet speaks of this invoice', async () => {
    const page = await show({ state: 'issued', ifirmaNumber: null });
    expect(page.one('listitem').textContent).toContain('korektę do tej faktury w iFirma, albo przywróć');
  });

  test('shows a number of somebody else’s making as text, bounded', async () => {
    const page = await show({ ifirmaNumber: `<b>\u202E1${'9'.repeat(500)}` });
    expect(page.root.querySelector('b')).toBeNull();
    expect(page.one('listitem').textContent).toContain(`korektę do faktury <b>1${'9'.repeat(55)}… w iFirma`);
  });

  test('says it beside another cause, each in a line of its own', async () => {
    const reason = { code: 'attach-no-field', params: {} } as const;
    const page = await show({ state: 'issued', reason, findings: [missingPostcode] });
    expect(page.all('listitem').map((item) => item.textContent?.includes('zmienił się po wystawieniu'))).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('speaks English when the setting says so', async () => {
    const page = await show({}, 'en');
    expect(badges(page.root)[0]?.textContent).toBe('Differs from iFirma');
    expect(page.one('listitem').textContent).toContain('issue a correction of invoice 12/11/2026 in iFirma');
  });

  test('says it while Mostek is locked, from the ledger', async () => {
    const page = await openOrder({ state: () => ok(orderView([booked({ actions: [] })], { mode: 'locked' })) });
    expect(badges(page.root)).toHaveLength(1);
  });
});

describe('among several documents', () => {
  test('the words stand in the group of the one that was changed', async () => {
    const other = documentView({ key: 'd78', number: 'FV/13/11/2026', state: 'done', ifirmaNumber: '13/11/2026' });
    const page = await openOrder({ state: () => ok(orderView([booked(), other])) });
    expect(badges(page.one('group', 'FV/12/11/2026'))).toHaveLength(1);
    expect(badges(page.one('group', 'FV/13/11/2026'))).toEqual([]);
  });
});

test('what is changed back loses badge and sentence while the card is open', async () => {
  let differs = true;
  const page = await openOrder({ state: () => ok(orderView([booked({ differs })])) });
  expect(badges(page.root)).toHaveLength(1);
  differs = false;
  await page.change();
  expect(badges(page.root)).toEqual([]);
  expect(page.all('alert')).toEqual([]);
  expect(page.one('status').textContent).toBe('Wysłano 12/11/2026');
});
