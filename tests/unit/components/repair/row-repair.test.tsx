// @vitest-environment happy-dom
/** `Napraw` in the popup: the form in the row itself, or the order's card where nothing can be typed. */
import { afterEach, expect, test, vi } from 'vitest';
import type { DocumentView, Message } from '../../../../utils/messages/index.ts';
import { all, ok, one, press, type Screen, soon, unmount, until } from '../options/screen.tsx';
import { documentView } from '../order-page.ts';
import { showPopup, singly } from '../popup/scene.tsx';
import { clickOn, typeInto } from './by-hand.ts';
import { CITY, finding, form } from './examples.ts';

const stopped = (over: Partial<DocumentView> = {}): DocumentView =>
  documentView({
    panel: 'mojsklep',
    key: 'o1001',
    number: null,
    state: 'incomplete',
    findings: [finding('buyer-city-missing')],
    actions: ['resend', 'skip', 'link'],
    updatedAt: 1,
    ...over,
  });

let tabs: readonly string[] = [];

/** @param rows asked for each time that the list is read. */
const show = async (
  rows: () => readonly DocumentView[],
  ofPanel: (message: Message) => unknown = (message) => (message.type === 'repair.form' ? form([CITY]) : { ok: true }),
): Promise<Screen> => {
  const popup = await showPopup({
    'error.groups': () => ok(singly(rows())),
    'of.panel': ({ message }) => ok(ofPanel(message)),
    'send.row': () => ok(null),
  });
  tabs = popup.tabs;
  return popup;
};

const drawn = async (): Promise<ShadowRoot> =>
  vi.waitFor(() => {
    const root = [...document.querySelectorAll('li div')].find(({ shadowRoot }) => shadowRoot !== null)?.shadowRoot;
    if (!root?.querySelector('input')) throw new Error('no form');
    return root;
  });
const cityOf = (root: ShadowRoot): HTMLInputElement => root.querySelector('input[type=text]') as HTMLInputElement;
const sendOf = (root: ShadowRoot): Element =>
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Wyślij ponownie') as Element;

afterEach(unmount);

test('opens the form in the row, whose only button to send is the form’s', async () => {
  await show(() => [stopped()]);
  await press('button', 'Napraw');
  const root = await drawn();
  expect(tabs).toEqual([]);
  expect(one('button', 'Napraw').getAttribute('aria-expanded')).toBe('true');
  expect(all('button', 'Wyślij ponownie')).toEqual([]);
  expect(sendOf(root)).toBeTruthy();
  await press('button', 'Napraw');
  await until(() => expect(all('button', 'Wyślij ponownie')).toHaveLength(1));
});

test('what was typed is kept as the panel’s card would keep it, then the row is sent', async () => {
  const screen = await show(() => [stopped()]);
  await press('button', 'Napraw');
  const root = await drawn();
  await typeInto(cityOf(root), 'Kraków');
  await clickOn(sendOf(root));
  await until(() => expect(screen.askedFor('send.row')).toHaveLength(1));
  expect(screen.askedFor('of.panel').at(-1)).toMatchObject({
    panel: 'mojsklep',
    message: { type: 'repair', orderId: '1001', key: 'o1001', edits: [{ field: 'buyer.city', value: 'Kraków' }] },
  });
  expect(screen.askedFor('send.row')).toMatchObject([{ panel: 'mojsklep', key: 'o1001', confirm: [] }]);
});

test('what was typed stays while the list is read anew', async () => {
  const screen = await show(() => [stopped()]);
  await press('button', 'Napraw');
  await typeInto(cityOf(await drawn()), 'Kra');
  screen.change();
  await until(() => expect(screen.askedFor('error.groups').length).toBeGreaterThan(1));
  expect(cityOf(await drawn()).value).toBe('Kra');
});

test('what the background refuses is said at its input, and nothing is sent', async () => {
  const screen = await show(
    () => [stopped()],
    ({ type }) => (type === 'repair.form' ? form([CITY]) : { ok: false, fields: { 'buyer.city': 'too-long' } }),
  );
  await press('button', 'Napraw');
  const root = await drawn();
  await typeInto(cityOf(root), 'Kraków');
  await clickOn(sendOf(root));
  await until(() => expect(root.textContent).toContain('Za długie'));
  expect(screen.askedFor('send.row')).toEqual([]);
});

test.each<[string, DocumentView, readonly string[]]>([
  ['is typed nowhere', stopped({ findings: [finding('total-mismatch')] }), []],
  ['could be typed, but is not asked for any more', stopped(), ['repair.form']],
])('of a row whose error %s it opens the order’s card', async (_, row, questions) => {
  const screen = await show(
    () => [row],
    () => form([]),
  );
  await soon('button', 'Napraw');
  await press('button', 'Napraw');
  await until(() => expect(tabs).toEqual(['https://mojsklep.sellasist.pl/admin/orders/edit/1001']));
  expect(screen.askedFor('of.panel').map(({ message }) => (message as Message).type)).toEqual(questions);
});
