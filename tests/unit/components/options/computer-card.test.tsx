// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Options } from '../../../../components/options/options.tsx';
import type { Language } from '../../../../utils/messages/index.ts';
import { account, dictionaries } from './examples.ts';
import {
  type Answers,
  all,
  descriptionOf,
  inputOf,
  leaveField,
  mount,
  nameOf,
  ok,
  one,
  type Screen,
  soon,
  type,
  unmount,
  until,
} from './screen.tsx';

const NAME = 'Nazwa tego komputera';

interface Browser {
  name: string;
}

const show = (browser: Browser, more: Answers = {}, language: Language = 'pl'): Promise<Screen> =>
  mount(
    <Options />,
    {
      'account.list': () => ok([account()]),
      dictionaries: () => ok(dictionaries()),
      'computer.get': () => ok(browser.name),
      'computer.set': ({ name }) => {
        browser.name = name.trim() || 'Komputer k7f3a2';
        return ok(null);
      },
      ...more,
    },
    language,
  );

const said = (): string => one('region', 'Ten komputer').querySelector('[role=status]')?.textContent ?? '';

beforeEach(() => {
  location.hash = '#settings';
});
afterEach(unmount);

test('the name is there, beside the rules of the account and not among them', async () => {
  await show({ name: 'Komputer k7f3a2' });
  await soon('textbox', NAME);
  expect(inputOf('textbox', NAME).value).toBe('Komputer k7f3a2');
  expect(inputOf('textbox', NAME).maxLength).toBe(40);
  expect(inputOf('textbox', NAME).form).not.toBe(inputOf('textbox', 'Domyślna jednostka').form);
  expect(descriptionOf(one('textbox', NAME))).toContain('tylko w tej przeglądarce');
  expect(all('button', 'Zapisz')).toHaveLength(1);
});

test('it is stored once it is typed and left', async () => {
  const browser = { name: 'Komputer k7f3a2' };
  const screen = await show(browser);
  await soon('textbox', NAME);
  await type(NAME, 'Biuro');
  expect(screen.askedFor('computer.set')).toEqual([]);
  await leaveField(NAME);
  await until(() => expect(said()).toBe('Zapisano'));
  expect(screen.askedFor('computer.set')).toEqual([{ type: 'computer.set', name: 'Biuro' }]);
  expect(screen.askedFor('settings.save')).toEqual([]);
  expect(browser.name).toBe('Biuro');
});

test('it is stored by the enter key as well, once', async () => {
  const screen = await show({ name: 'Komputer k7f3a2' });
  await soon('textbox', NAME);
  await type(NAME, 'Biuro');
  await act(() => inputOf('textbox', NAME).form?.requestSubmit());
  await until(() => expect(said()).toBe('Zapisano'));
  await leaveField(NAME);
  expect(screen.askedFor('computer.set')).toHaveLength(1);
});

test('left as it was it is not stored', async () => {
  const screen = await show({ name: 'Biuro' });
  await soon('textbox', NAME);
  await type(NAME, 'Biuro 2');
  await type(NAME, 'Biuro');
  await leaveField(NAME);
  expect(screen.askedFor('computer.set')).toEqual([]);
});

test('left empty it shows the name that it is given', async () => {
  await show({ name: 'Biuro' });
  await soon('textbox', NAME);
  await type(NAME, ' ');
  await leaveField(NAME);
  await until(() => expect(inputOf('textbox', NAME).value).toBe('Komputer k7f3a2'));
  expect(said()).toBe('Zapisano');
});

test('a name that could not be stored stays, and says so', async () => {
  await show(
    { name: 'Biuro' },
    { 'computer.set': () => ({ ok: false, reason: { code: 'storage-full', params: {} } }) },
  );
  await soon('textbox', NAME);
  await type(NAME, 'Magazyn');
  await leaveField(NAME);
  await until(() =>
    expect(one('alert', undefined, one('region', 'Ten komputer')).textContent).toContain('Nie zapisano'),
  );
  expect(inputOf('textbox', NAME).value).toBe('Magazyn');
});

test('a name that another tab has given is shown', async () => {
  const browser = { name: 'Biuro' };
  const screen = await show(browser);
  await soon('textbox', NAME);
  browser.name = 'Magazyn';
  await act(() => screen.change());
  await until(() => expect(inputOf('textbox', NAME).value).toBe('Magazyn'));
});

test('in English it is called by an English name', async () => {
  await show({ name: 'Biuro' }, {}, 'en');
  await soon('textbox', 'Name of this computer');
  expect(all('region').map(nameOf)).toContain('This computer');
});
