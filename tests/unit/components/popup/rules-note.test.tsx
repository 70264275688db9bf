// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { RulesNote } from '../../../../components/popup/rules-note.tsx';
import { mount, ok, unmount, until } from '../options/screen.tsx';

const show = (count: number) => mount(<RulesNote optionsUrl="/options.html" />, { 'rules.attention': () => ok(count) });

afterEach(unmount);

test('says how many rules wait for a person, and leads to their room', async () => {
  await show(2);
  await until(() => expect(document.body.textContent).toContain('Reguły, które czekają na Twoją decyzję: 2.'));
  expect(document.querySelector('a')?.getAttribute('href')).toBe('/options.html#rules');
});

test('says nothing while none does', async () => {
  const screen = await show(0);
  await until(() => expect(screen.askedFor('rules.attention').length).toBeGreaterThan(0));
  expect(document.body.textContent).toBe('');
});
