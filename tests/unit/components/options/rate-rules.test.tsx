// @vitest-environment happy-dom
/** What was said once of rates that no invoice knows. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Options } from '../../../../components/options/options.tsx';
import type { AccountSettings } from '../../../../utils/invoice/settings.ts';
import { account, dictionaries, settings } from './examples.ts';
import { all, click, descriptionOf, mount, ok, one, press, type Screen, soon, unmount, until } from './screen.tsx';

const show = (rateRules: AccountSettings['rateRules']): Promise<Screen> =>
  mount(<Options />, {
    'account.list': () => ok([account({ settings: settings({ rateRules }) })]),
    'settings.save': (asked) =>
      ok({ ok: true, value: account({ settings: asked.settings, revision: asked.revision + 1 }) }),
    dictionaries: () => ok(dictionaries()),
  });

beforeEach(() => {
  location.hash = '#settings';
});
afterEach(unmount);

test('each stands with the rate that it means, and goes with the next save once it is removed', async () => {
  const screen = await show({ np: '23', oo: 'zw' });
  const list = await soon('list', 'Nieznane stawki VAT z Sellasist');
  const rows = all('listitem', undefined, list);
  expect(rows.map(({ firstChild }) => firstChild?.textContent)).toEqual(['„np” → 23%', '„oo” → zw']);
  const [first] = all('button', 'Usuń', list);
  if (first === undefined) throw new Error('no button');
  expect(descriptionOf(first)).toBe('„np” → 23%');
  await click(first);
  expect(all('listitem', undefined, one('list', 'Nieznane stawki VAT z Sellasist'))).toHaveLength(1);
  await press('button', 'Zapisz');
  await until(() =>
    expect(screen.askedFor('settings.save')).toMatchObject([{ settings: { rateRules: { oo: 'zw' } } }]),
  );
});

test.each([[undefined], [{}]])('nothing of it is there where there are none (%o)', async (rateRules) => {
  await show(rateRules);
  await soon('button', 'Zapisz');
  expect(all('list', 'Nieznane stawki VAT z Sellasist')).toEqual([]);
});
