// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Options } from '../../../../components/options/options.tsx';
import { PAYMENT_CODES } from '../../../../utils/invoice/settings.ts';
import type { AccountView } from '../../../../utils/messages/index.ts';
import { account, dictionaries } from './examples.ts';
import {
  type Answers,
  all,
  choose,
  descriptionOf,
  mount,
  nameOf,
  ok,
  one,
  press,
  type Screen,
  selectOf,
  soon,
  unmount,
  until,
} from './screen.tsx';

const show = (accounts: readonly AccountView[], more: Answers = {}): Promise<Screen> =>
  mount(<Options />, {
    'account.list': () => ok(accounts),
    'payments.save': ({ accountId, revision, payments }) => {
      const stored = accounts.find(({ id }) => id === accountId) ?? account();
      return ok({ ...stored, payments, revision: revision + 1 });
    },
    dictionaries: () => ok(dictionaries()),
    ...more,
  });

beforeEach(() => {
  location.hash = '#payments';
});
afterEach(unmount);

test('each method of the panel is a select under its own name, after the account', async () => {
  await show([account({ payments: { '10': 'PRZ' } })]);
  await soon('combobox', 'PayU');
  expect(all('combobox').map(nameOf)).toEqual(['Konto', 'Przelew tradycyjny', 'PayU', 'Karta podarunkowa']);
  expect(selectOf('Przelew tradycyjny').value).toBe('PRZ');
  expect(selectOf('PayU').value).toBe('');
});

test('every iFirma code can be chosen, after an empty first option', async () => {
  await show([account()]);
  await soon('combobox', 'PayU');
  const options = [...selectOf('PayU').options];
  expect(options[0]).toMatchObject({ value: '', text: '— wybierz —' });
  expect(options.slice(1).map(({ value }) => value)).toEqual([...PAYMENT_CODES]);
  expect(options.find(({ value }) => value === 'ALG')?.text).toBe('PayU');
});

test('a method without a code says so in a word, and suggestions are only shown', async () => {
  const screen = await show([account({ payments: { '10': 'PRZ' } })]);
  await soon('combobox', 'PayU');
  expect(descriptionOf(one('combobox', 'PayU'))).toBe('Bez przypisaniaPodpowiedź: PayU');
  expect(descriptionOf(one('combobox', 'Karta podarunkowa'))).toBe('Bez przypisania');
  expect(descriptionOf(one('combobox', 'Przelew tradycyjny'))).toBe('');
  expect(document.body.textContent).toContain('Przypisane: 1 z 3');
  expect(screen.askedFor('payments.save')).toEqual([]);
});

test('suggestions fill empty fields only, and the person saves them', async () => {
  const screen = await show([account({ payments: { '10': 'GTK' } })]);
  await press('button', 'Wypełnij podpowiedziami');
  expect(selectOf('PayU').value).toBe('ALG');
  expect(selectOf('Przelew tradycyjny').value).toBe('GTK');
  expect(descriptionOf(one('combobox', 'PayU'))).toBe('Z podpowiedzi, jeszcze niezapisane');
  expect(screen.askedFor('payments.save')).toEqual([]);
  await press('button', 'Zapisz');
  await until(() => expect(one('status').textContent).toBe('Zapisano'));
  expect(screen.askedFor('payments.save')).toEqual([
    { type: 'payments.save', accountId: 'a1', revision: 3, payments: { '10': 'GTK', '11': 'ALG' } },
  ]);
  expect(descriptionOf(one('combobox', 'PayU'))).toBe('');
  expect(all('button', 'Wypełnij podpowiedziami')).toEqual([]);
});

test('a mapping can be taken back', async () => {
  const screen = await show([account({ payments: { '10': 'PRZ', '11': 'ALG' } })]);
  await soon('combobox', 'PayU');
  await choose('PayU', '');
  await press('button', 'Zapisz');
  expect(screen.askedFor('payments.save')[0]?.payments).toEqual({ '10': 'PRZ' });
});

test('a mapped method that is gone from the panel stays in sight and in what is saved', async () => {
  const screen = await show([account({ payments: { '77': 'KAR' } })]);
  await soon('combobox', 'Metoda 77');
  expect(descriptionOf(one('combobox', 'Metoda 77'))).toBe('nie ma jej już w panelu');
  await choose('PayU', 'ALG');
  await press('button', 'Zapisz');
  expect(screen.askedFor('payments.save')[0]?.payments).toEqual({ '77': 'KAR', '11': 'ALG' });
});

test('another account brings its own mapping', async () => {
  const screen = await show([account(), account({ id: 'a2', name: 'Hurt', panel: 'hurt', payments: { '11': 'ELE' } })]);
  await soon('combobox', 'PayU');
  await choose('Konto', 'a2');
  await until(() => expect(selectOf('PayU').value).toBe('ELE'));
  expect(screen.askedFor('dictionaries').map((message) => message.accountId)).toEqual(['a1', 'a2']);
});

test('lists that cannot be read are explained and read again on demand', async () => {
  let tries = 0;
  const screen = await show([account()], {
    dictionaries: () => {
      tries += 1;
      return tries === 1 ? { ok: false, reason: { code: 'sellasist-key', params: {} } } : ok(dictionaries());
    },
  });
  await until(() => expect(one('alert').textContent).toContain('Sellasist nie przyjął klucza'));
  await press('button', 'Spróbuj ponownie');
  await soon('combobox', 'PayU');
  expect(screen.askedFor('dictionaries').map((message) => message.fresh)).toEqual([false, true]);
});

test('a method that was only met on an order says so', async () => {
  await show([account()], {
    dictionaries: () => ok(dictionaries({ payments: [{ id: '50', name: 'Raty', type: 'met' }] })),
  });
  await soon('combobox', 'Raty');
  expect(descriptionOf(one('combobox', 'Raty'))).toContain('Mostek spotkał ją w zamówieniu');
  expect(descriptionOf(one('combobox', 'Raty'))).toContain('Bez przypisania');
});

test('a way of payment that iFirma refuses from a company without VAT is marked', async () => {
  await show([
    account({ tax: { vat: 'exempt', basis: 'Art. 113', flatRate: 'none' }, payments: { '10': 'PRZ', '11': 'P24' } }),
  ]);
  await soon('combobox', 'PayU');
  expect(descriptionOf(one('combobox', 'PayU'))).toContain('firmy zwolnionej z VAT');
  expect(descriptionOf(one('combobox', 'Przelew tradycyjny'))).toBe('');
});

test('lists from before stay usable, with the time and the reason', async () => {
  const screen = await show([account()], {
    dictionaries: () => ok(dictionaries({ problem: { code: 'sellasist-unreachable', params: { status: '503' } } })),
  });
  await soon('combobox', 'PayU');
  await until(() => expect(document.body.textContent).toMatch(/z poprzedniego odczytu \((22\.11\.2026, )?14:05\)/));
  await choose('PayU', 'ALG');
  await press('button', 'Zapisz');
  await until(() => expect(screen.askedFor('payments.save')).toHaveLength(1));
});

test('the lists are read anew on demand', async () => {
  const screen = await show([account()]);
  await press('button', 'Odśwież z panelu');
  await until(() => expect(screen.askedFor('dictionaries').map(({ fresh }) => fresh)).toEqual([false, true]));
});

test('without an account the room says where to begin', async () => {
  await show([]);
  await until(() => expect(one('link', 'Przejdź do kont').getAttribute('href')).toBe('#accounts'));
  expect(all('combobox')).toEqual([]);
});
