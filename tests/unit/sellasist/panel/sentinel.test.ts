// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://sklep.sellasist.pl/admin/orders/edit/1001" }
import { afterEach, expect, test, vi } from 'vitest';
import type { PageAsked } from '../../../../utils/messages/index.ts';
import { standSentinel } from '../../../../utils/sellasist/panel/sentinel.ts';

const opened: AbortController[] = [];
const stand = (path: string, ask: (page: PageAsked) => Promise<boolean> = () => Promise.resolve(true)) => {
  history.replaceState(null, '', path);
  const asked = vi.fn(ask);
  const context = new AbortController();
  opened.push(context);
  standSentinel(window, asked, context.signal);
  return { asked, context };
};
const settle = () => new Promise((resolve) => setTimeout(resolve));
const go = async (path: string, event = 'popstate'): Promise<void> => {
  history.replaceState(null, '', path);
  const navigation = (window as { navigation?: EventTarget }).navigation;
  (event === 'popstate' ? window : navigation)?.dispatchEvent(new Event(event));
  await settle();
};
const comeBack = async (): Promise<void> => {
  document.dispatchEvent(new Event('visibilitychange'));
  await settle();
};

afterEach(() => {
  for (const context of opened.splice(0)) context.abort();
  Reflect.deleteProperty(window, 'navigation');
});

test('asks once on an order card', async () => {
  const { asked } = stand('/admin/orders/edit/1001');
  await settle();
  await comeBack();
  expect(asked).toHaveBeenCalledOnce();
});

test.each([
  ['/admin/orders/edit/1001', 'order-card'],
  ['/admin/orders/edit/', 'order-list'],
  ['/admin/operationdocuments/edit/7', 'document-card'],
  ['/admin/operationdocuments/edit', 'document-list'],
  ['/admin/returns/edit/5', 'return-card'],
  ['/admin/catalog_products/edit/77', null],
  ['/admin', null],
])('says of %s what its path says', async (path, page) => {
  const { asked } = stand(path);
  await settle();
  expect(asked.mock.calls).toEqual([[{ page, path: path.replace(/\/$/, '') }]]);
});

test.each(['/admin/login?redirect=%2Fadmin%2Forders%2Fedit%2F1001', '/orders/edit/1001'])(
  'asks for nothing on %s',
  async (path) => {
    const { asked } = stand(path);
    await settle();
    expect(asked).not.toHaveBeenCalled();
  },
);

test('asks anew when the address names another order, not when it names the same one', async () => {
  const { asked } = stand('/admin/orders/edit/1001');
  await settle();
  await go('/admin/orders/edit/1001?tab=2');
  expect(asked).toHaveBeenCalledTimes(1);
  await go('/admin/orders/edit/1002');
  expect(asked).toHaveBeenCalledTimes(2);
});

test('asks anew for an order that was left and is shown again', async () => {
  const { asked } = stand('/admin/orders/edit/1001');
  await settle();
  await go('/admin/orders/edit');
  await go('/admin/orders/edit/1001');
  expect(asked.mock.calls.map(([{ page }]) => page)).toEqual(['order-card', 'order-list', 'order-card']);
});

test('hears of a pushed address through the Navigation API where there is one', async () => {
  Object.assign(window, { navigation: new EventTarget() });
  const { asked } = stand('/admin/login');
  await go('/admin/orders/edit/1002', 'currententrychange');
  expect(asked).toHaveBeenCalledOnce();
});

test('asks one question at a time, however often the page rewrites its address', async () => {
  const answers: ((served: boolean) => void)[] = [];
  const { asked } = stand('/admin/orders/edit/1001', () => new Promise((answer) => answers.push(answer)));
  for (let id = 1002; id <= 1020; id += 1) await go(`/admin/orders/edit/${id}`);
  expect(asked).toHaveBeenCalledTimes(1);
  answers.shift()?.(true);
  await settle();
  expect(asked).toHaveBeenCalledTimes(2);
});

test('a refused question is asked again when the person comes back to the tab, and then no more', async () => {
  const { asked } = stand('/admin/orders/edit/1001', vi.fn().mockResolvedValueOnce(false).mockResolvedValue(true));
  await settle();
  expect(asked).toHaveBeenCalledTimes(1);
  await comeBack();
  expect(asked).toHaveBeenCalledTimes(2);
  await comeBack();
  expect(asked).toHaveBeenCalledTimes(2);
});

test('a sentinel whose context ended is silent', async () => {
  const { asked, context } = stand('/admin/orders/edit/1001');
  await settle();
  context.abort();
  await go('/admin/orders/edit/1002');
  await comeBack();
  expect(asked).toHaveBeenCalledTimes(1);
});
