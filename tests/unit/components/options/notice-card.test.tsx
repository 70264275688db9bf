// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NoticeCard } from '../../../../components/options/notice-card.tsx';
import { NoticePermissionContext } from '../../../../components/options/permission.ts';
import { type Answers, all, click, inputOf, mount, ok, soon, unmount, until } from './screen.tsx';

const NAME = 'Powiadomienie po wysłaniu zaznaczonych';

interface Browser {
  has: boolean;
  /** What the person answers the browser. */
  readonly grants: boolean;
}

async function show(browser: Browser, isOn: boolean, more: Answers = {}) {
  const order: string[] = [];
  let stored = isOn;
  const request = vi.fn(async () => {
    order.push('request');
    browser.has ||= browser.grants;
    return browser.grants;
  });
  const screen = await mount(
    <NoticePermissionContext.Provider value={{ has: async () => browser.has, request }}>
      <NoticeCard />
    </NoticePermissionContext.Provider>,
    {
      'notify.get': () => ok(stored),
      'notify.set': ({ on }) => {
        order.push('set');
        stored = on;
        return ok(null);
      },
      ...more,
    },
  );
  await soon('checkbox', NAME);
  return { ...screen, order, request };
}

const box = () => inputOf('checkbox', NAME);

afterEach(unmount);

describe('the box of the notification', () => {
  test('is empty at first, and asks the browser for nothing by being there', async () => {
    const { request } = await show({ has: false, grants: true }, false);
    expect(box().checked).toBe(false);
    expect(request).not.toHaveBeenCalled();
  });

  test('asks the browser by the click, and is stored once that was granted', async () => {
    const { order, askedFor } = await show({ has: false, grants: true }, false);
    await click(box());
    await soon('status', 'Zapisano');
    expect(order).toEqual(['request', 'set']);
    expect(askedFor('notify.set')).toEqual([{ type: 'notify.set', on: true }]);
    expect(box().checked).toBe(true);
  });

  test('stays empty and is not stored where the browser refused, and says so', async () => {
    const { askedFor } = await show({ has: false, grants: false }, false);
    await click(box());
    expect((await soon('alert')).textContent).toContain('nie dała zgody');
    expect(askedFor('notify.set')).toEqual([]);
    await until(() => expect(box().checked).toBe(false));
  });

  test('is taken off without a question', async () => {
    const { request, askedFor } = await show({ has: true, grants: true }, true);
    expect(box().checked).toBe(true);
    await click(box());
    await until(() => expect(askedFor('notify.set')).toEqual([{ type: 'notify.set', on: false }]));
    expect(request).not.toHaveBeenCalled();
    expect(box().checked).toBe(false);
  });

  test('says that the permission was withdrawn, and asks again when it is ticked', async () => {
    const { order } = await show({ has: false, grants: true }, true);
    expect(box().checked).toBe(false);
    expect(document.body.textContent).toContain('cofnęła zgodę');
    await click(box());
    await until(() => expect(order).toEqual(['request', 'set']));
    await until(() => expect(document.body.textContent).not.toContain('cofnęła zgodę'));
    expect(box().checked).toBe(true);
  });

  test('says when it could not be stored', async () => {
    await show({ has: false, grants: true }, false, {
      'notify.set': () => ({ ok: false, reason: { code: 'storage-full', params: {} } }),
    });
    await click(box());
    await soon('alert');
    await until(() => expect(box().checked).toBe(false));
  });
});

test('where there is no browser to be asked there is no box', async () => {
  await mount(<NoticeCard />, {});
  expect(all('checkbox')).toEqual([]);
});
