// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Options } from '../../../../components/options/options.tsx';
import type { AccountView } from '../../../../utils/messages/index.ts';
import { account, dictionaries, settings } from './examples.ts';
import {
  type Answers,
  all,
  choose,
  descriptionOf,
  inputOf,
  mount,
  nameOf,
  ok,
  one,
  press,
  type Screen,
  selectOf,
  soon,
  type,
  unmount,
  until,
} from './screen.tsx';

const show = (accounts: readonly AccountView[], more: Answers = {}): Promise<Screen> =>
  mount(<Options />, {
    'account.list': () => ok(accounts),
    'settings.save': (asked) => ok({ ...account(), settings: asked.settings }),
    dictionaries: () => ok(dictionaries()),
    ...more,
  });

const labels = (name: string): readonly string[] => [...selectOf(name).options].map(({ text }) => text);

beforeEach(() => {
  location.hash = '#settings';
});
afterEach(unmount);

test('every rule is there under its name, after the account', async () => {
  await show([account()]);
  await soon('combobox', 'Status błędu');
  expect(all('combobox').map(nameOf)).toEqual([
    'Konto',
    'Status błędu',
    'Pole dodatkowe zapisu dokumentów',
    'Pole dodatkowe zapisu korekt',
    'Stawka VAT wysyłki',
    'Data sprzedaży',
    'Stawka 0 % w Sellasist oznacza',
  ]);
  expect(all('checkbox').map(nameOf)).toEqual(['Pobieraj i zapisuj PDF dokumentów']);
  expect(all('textbox').map(nameOf)).toEqual(['Podstawa prawna zwolnienia', 'Domyślna jednostka']);
});

test('PDFs go to file fields only', async () => {
  await show([account()]);
  await soon('combobox', 'Status błędu');
  expect(labels('Pole dodatkowe zapisu dokumentów')).toEqual(['— nie wybrano —', 'Faktura PDF', 'Pliki']);
  expect(labels('Pole dodatkowe zapisu korekt')).toEqual(['— nie wybrano —', 'Faktura PDF', 'Pliki']);
});

test('what is chosen is saved as a whole, and then said', async () => {
  const screen = await show([account()]);
  await soon('combobox', 'Status błędu');
  await choose('Status błędu', '3');
  await choose('Pole dodatkowe zapisu dokumentów', '8');
  await choose('Stawka VAT wysyłki', 'highest');
  await choose('Data sprzedaży', 'order');
  await choose('Stawka 0 % w Sellasist oznacza', 'exempt');
  await type('Podstawa prawna zwolnienia', ' art. 113 ust. 1 ');
  await type('Domyślna jednostka', 'kpl.');
  await press('checkbox', 'Pobieraj i zapisuj PDF dokumentów');
  await press('button', 'Zapisz');
  await until(() => expect(one('status').textContent).toBe('Zapisano'));
  expect(screen.askedFor('settings.save')).toEqual([
    {
      type: 'settings.save',
      accountId: 'a1',
      settings: {
        shippingVat: { rule: 'highest' },
        zeroVat: 'exempt',
        exemptBasis: 'art. 113 ust. 1',
        saleDate: 'order',
        unit: 'kpl.',
        errorStatusId: '3',
        documentFieldId: '8',
        correctionFieldId: null,
        savePdf: false,
      },
    },
  ]);
});

test.each([
  ['23', { rule: 'fixed', rate: { kind: 'percent', percent: 23 } }],
  ['0', { rule: 'fixed', rate: { kind: 'percent', percent: 0 } }],
  ['zw', { rule: 'fixed', rate: { kind: 'exempt', basis: null } }],
] as const)('the shipping rate %s is saved as a rate', async (value, shippingVat) => {
  const screen = await show([account({ settings: settings({ shippingVat: { rule: 'highest' } }) })]);
  await soon('combobox', 'Stawka VAT wysyłki');
  expect(labels('Stawka VAT wysyłki')).toEqual(['23 %', '8 %', '5 %', '0 %', 'zw', 'najwyższa stawka towarów']);
  expect(selectOf('Stawka VAT wysyłki').value).toBe('highest');
  await choose('Stawka VAT wysyłki', value);
  await press('button', 'Zapisz');
  expect(screen.askedFor('settings.save')).toMatchObject([{ settings: { shippingVat } }]);
});

test('a status or field that is gone is shown as gone and kept until another is chosen', async () => {
  const screen = await show([
    account({ settings: settings({ errorStatusId: '99', documentFieldId: '7', correctionFieldId: '9' }) }),
  ]);
  await soon('combobox', 'Status błędu');
  expect(selectOf('Status błędu').selectedOptions[0]?.text).toBe('99 – nie ma już w panelu');
  expect(descriptionOf(one('combobox', 'Status błędu'))).toContain('nie można już użyć');
  expect(selectOf('Pole dodatkowe zapisu dokumentów').selectedOptions[0]?.text).toBe(
    'Uwagi magazynu – nie jest polem na pliki',
  );
  expect(one('combobox', 'Pole dodatkowe zapisu korekt').hasAttribute('aria-invalid')).toBe(false);
  await type('Domyślna jednostka', 'kpl.');
  await press('button', 'Zapisz');
  expect(screen.askedFor('settings.save')).toMatchObject([{ settings: { errorStatusId: '99', documentFieldId: '7' } }]);
});

test('without the panel’s lists nothing is called gone, and the other rules can be saved', async () => {
  const screen = await show([account({ settings: settings({ errorStatusId: '3' }) })], {
    dictionaries: () => ({ ok: false, reason: { code: 'sellasist-forbidden', params: {} } }),
  });
  await soon('combobox', 'Status błędu');
  expect(one('alert').textContent).toContain('Nie udało się wczytać list z panelu');
  expect(selectOf('Status błędu').selectedOptions[0]?.text).toBe('3 – nazwy nie udało się wczytać');
  expect(one('combobox', 'Status błędu').hasAttribute('aria-invalid')).toBe(false);
  await choose('Data sprzedaży', 'payment');
  await press('button', 'Zapisz');
  expect(screen.askedFor('settings.save')).toMatchObject([{ settings: { errorStatusId: '3', saleDate: 'payment' } }]);
});

test.each([
  ['Podstawa prawna zwolnienia', 'x'.repeat(31), 'Najwyżej 30 znaków, jest 31.'],
  ['Domyślna jednostka', 'opakowanie!', 'Najwyżej 10 znaków, jest 11.'],
  ['Domyślna jednostka', '  ', 'Uzupełnij to pole.'],
])('%s that iFirma would refuse is said at the field and not saved', async (name, text, problem) => {
  const screen = await show([account()]);
  await soon('textbox', name);
  await type(name, text);
  await press('button', 'Zapisz');
  await until(() => expect(descriptionOf(one('textbox', name))).toContain(problem));
  expect(one('textbox', name).getAttribute('aria-invalid')).toBe('true');
  expect(screen.askedFor('settings.save')).toEqual([]);
  await type(name, 'szt.');
  expect(one('textbox', name).hasAttribute('aria-invalid')).toBe(false);
  expect(inputOf('textbox', name).value).toBe('szt.');
});

test('saving PDFs without a field to save them in says what is missing', async () => {
  await show([account()]);
  await soon('checkbox', 'Pobieraj i zapisuj PDF dokumentów');
  expect(descriptionOf(one('checkbox', 'Pobieraj i zapisuj PDF dokumentów'))).toContain('Wybierz pole dodatkowe');
  await choose('Pole dodatkowe zapisu dokumentów', '8');
  expect(descriptionOf(one('checkbox', 'Pobieraj i zapisuj PDF dokumentów'))).toBe('');
});
