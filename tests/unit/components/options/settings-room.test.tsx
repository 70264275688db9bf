// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Options } from '../../../../components/options/options.tsx';
import type { AccountView } from '../../../../utils/messages/index.ts';
import { account, dictionaries, series, settings } from './examples.ts';
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
  type,
  unmount,
  until,
} from './screen.tsx';

const show = (accounts: readonly AccountView[], more: Answers = {}): Promise<Screen> =>
  mount(<Options />, {
    'account.list': () => ok(accounts),
    'settings.save': (asked) =>
      ok({ ok: true, value: { ...account(), settings: asked.settings, revision: asked.revision + 1 } }),
    dictionaries: () => ok(dictionaries()),
    ...more,
  });

/** Texts that mend a field. */
const GOOD: Readonly<Record<string, string>> = {
  'Liczba dni': '14',
  'Numer konta bankowego': '61 1090 1014 0000 0712 1981 2874',
};

const labels = (name: string): readonly string[] => [...selectOf(name).options].map(({ text }) => text);

beforeEach(() => {
  location.hash = '#settings';
});
afterEach(unmount);

const statuses = (): string =>
  all('status')
    .map((status) => status.textContent)
    .join('');

test('a status and a field without a name are called by their numbers', async () => {
  const nameless = dictionaries({
    statuses: [{ id: '3', name: '', type: '' }],
    fields: [{ id: '8', name: '', type: 'saledocument' }],
  });
  await show([account()], { dictionaries: () => ok(nameless) });
  await soon('combobox', 'Status błędu');
  await until(() => expect(labels('Status błędu')).toContain('Status 3'));
  expect(labels('Pole dodatkowe zapisu dokumentów')).toContain('Pole 8');
});

test('every rule is there under its name, after the account', async () => {
  await show([
    account({ settings: settings({ bankAccount: { use: 'number', number: '' }, dueDate: { from: 'sale', days: 7 } }) }),
  ]);
  await soon('combobox', 'Status błędu');
  expect(all('combobox').map(nameOf)).toEqual([
    'Konto',
    'Pole dodatkowe zapisu dokumentów',
    'Pole dodatkowe zapisu korekt',
    'Pole stanu iFirma',
    'Pole numeru KSeF',
    'Status błędu',
    'Seria dla zamówień bez dokumentu',
    'Data sprzedaży',
    'Termin płatności',
    'Konto bankowe na fakturze',
    'Podzielona płatność',
    'Stawka VAT wysyłki',
    'Stawka 0 % w Sellasist oznacza',
    'Domyślne GTU',
    'Podpis na fakturze',
    'Język',
  ]);
  expect(all('checkbox').map(nameOf)).toEqual([
    'Pobieraj i zapisuj PDF dokumentów',
    'Pobierz PDF ponownie po nadaniu numeru KSeF',
    'Automatyczne wysyłanie faktur',
    'Pokazuj numer BDO',
    'Pokazuj numer GIOŚ',
  ]);
  expect(all('textbox').map(nameOf)).toEqual([
    'Liczba dni',
    'Numer konta bankowego',
    'Podstawa prawna zwolnienia',
    'Domyślna jednostka',
    'Domyślne PKWiU',
    'Miejsce wystawienia',
    'Tekst w uwagach',
  ]);
});

test('PDFs go to file fields only', async () => {
  await show([account()]);
  await soon('combobox', 'Status błędu');
  expect(labels('Pole dodatkowe zapisu dokumentów')).toEqual(['— nie wybrano —', 'Faktura PDF', 'Pliki']);
  expect(labels('Pole dodatkowe zapisu korekt')).toEqual(['— nie wybrano —', 'Faktura PDF', 'Pliki']);
});

test('KSeF’s number goes to a text field, and its PDF is fetched anew only where that is ticked', async () => {
  const screen = await show([account()]);
  await soon('combobox', 'Pole numeru KSeF');
  expect(labels('Pole numeru KSeF')).toEqual(labels('Pole stanu iFirma'));
  await choose('Pole numeru KSeF', '7');
  await press('checkbox', 'Pobierz PDF ponownie po nadaniu numeru KSeF');
  await press('button', 'Zapisz');
  await until(() =>
    expect(screen.askedFor('settings.save')[0]?.settings).toMatchObject({ ksefFieldId: '7', ksefPdf: true }),
  );
});

test('what is chosen is saved as a whole, on the revision that was seen, and then said', async () => {
  const screen = await show([account()]);
  await soon('combobox', 'Status błędu');
  await choose('Status błędu', '3');
  await choose('Pole dodatkowe zapisu dokumentów', '8');
  await choose('Pole stanu iFirma', '7');
  await choose('Seria dla zamówień bez dokumentu', '1');
  await choose('Stawka VAT wysyłki', 'highest');
  await choose('Data sprzedaży', 'order');
  await choose('Stawka 0 % w Sellasist oznacza', 'exempt');
  await choose('Termin płatności', 'sale');
  await type('Liczba dni', ' 30 ');
  await choose('Konto bankowe na fakturze', 'number');
  await type('Numer konta bankowego', 'PL 61 1090 1014 0000 0712 1981 2874');
  await choose('Podzielona płatność', 'large');
  await choose('Domyślne GTU', '12');
  await choose('Podpis na fakturze', 'OUP');
  await type('Podstawa prawna zwolnienia', ' art. 113 ust. 1 ');
  await type('Domyślna jednostka', 'kpl.');
  await type('Domyślne PKWiU', ' 62.01 ');
  await type('Miejsce wystawienia', ' Kraków ');
  await type('Tekst w uwagach', 'Dziękujemy za {zamówienie}! ');
  await press('checkbox', 'Pobieraj i zapisuj PDF dokumentów');
  await press('checkbox', 'Automatyczne wysyłanie faktur');
  await press('checkbox', 'Pokazuj numer BDO');
  await press('button', 'Zapisz');
  await until(() => expect(statuses()).toBe('Zapisano'));
  expect(screen.askedFor('settings.save')).toEqual([
    {
      type: 'settings.save',
      accountId: 'a1',
      revision: 3,
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
        autoSend: true,
        autoFrom: null,
        stateFieldId: '7',
        orderSeriesId: '1',
        issuePlace: 'Kraków',
        signature: 'OUP',
        bankAccount: { use: 'number', number: 'PL61109010140000071219812874' },
        dueDate: { from: 'sale', days: 30 },
        showBdo: true,
        showGios: false,
        splitPayment: 'large',
        gtu: '12',
        pkwiu: '62.01',
        notesText: 'Dziękujemy za {zamówienie}!',
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
    'Uwagi magazynu – nie nadaje się do tego',
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
  ['Domyślne PKWiU', '6'.repeat(31), 'Najwyżej 30 znaków, jest 31.'],
  ['Miejsce wystawienia', 'x'.repeat(51), 'Najwyżej 50 znaków, jest 51.'],
  ['Tekst w uwagach', 'x'.repeat(501), 'Najwyżej 500 znaków, jest 501.'],
  ['Tekst w uwagach', 'Nr {numer} z {dnia}', 'Mostek nie zna: {numer}, {dnia}.'],
  ['Liczba dni', '366', 'od 0 do 365'],
  ['Liczba dni', '', 'od 0 do 365'],
  ['Liczba dni', '1,5', 'od 0 do 365'],
  ['Numer konta bankowego', '12 3456', 'To nie jest numer polskiego konta'],
  ['Numer konta bankowego', 'DE61109010140000071219812874', 'To nie jest numer polskiego konta'],
])('%s that would be refused (%s) is said at the field and not saved', async (name, text, problem) => {
  const screen = await show([account()]);
  await soon('combobox', 'Termin płatności');
  await choose('Termin płatności', 'issue');
  await choose('Konto bankowe na fakturze', name === 'Numer konta bankowego' ? 'number' : 'hidden');
  await type(name, text);
  await press('button', 'Zapisz');
  const field = one('textbox', name);
  await until(() => expect(descriptionOf(field)).toContain(problem));
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await until(() => expect(document.activeElement).toBe(field));
  expect(screen.askedFor('settings.save')).toEqual([]);
  await type(name, GOOD[name] ?? 'szt.');
  expect(field.hasAttribute('aria-invalid')).toBe(false);
});

test('a due date that was not asked for is not judged', async () => {
  const screen = await show([account({ settings: settings({ dueDate: { from: 'issue', days: 7 } }) })]);
  await soon('textbox', 'Liczba dni');
  await type('Liczba dni', 'siedem');
  await choose('Termin płatności', 'none');
  await press('button', 'Zapisz');
  await until(() =>
    expect(screen.askedFor('settings.save')).toMatchObject([{ settings: { dueDate: { from: 'none' } } }]),
  );
});

test('what only the background can see wrong stands at its field until the field is changed', async () => {
  await show([account({ seriesIds: ['1', '2'], series: { '1': series(), '2': series() } })], {
    'settings.save': () => ok({ ok: false, fields: { orderSeriesId: 'order-series-taken' }, owner: 'Hurt' }),
  });
  await soon('combobox', 'Seria dla zamówień bez dokumentu');
  await choose('Seria dla zamówień bez dokumentu', '1');
  await press('button', 'Zapisz');
  const field = one('combobox', 'Seria dla zamówień bez dokumentu');
  await until(() => expect(descriptionOf(field)).toContain('wystawia już konto „Hurt”'));
  await choose('Seria dla zamówień bez dokumentu', '2');
  expect(field.hasAttribute('aria-invalid')).toBe(false);
});

describe('the series for orders without a document', () => {
  const name = 'Seria dla zamówień bez dokumentu';
  const options = () => [...selectOf(name).options].map(({ text, disabled }) => `${disabled ? '(×) ' : ''}${text}`);

  test('offers those that can number an order, and says of the others why they cannot', async () => {
    await show(
      [
        account({
          seriesIds: ['1', '2', '3', '5', '6'],
          series: {
            '1': series(),
            '2': series({ kind: 'correction' }),
            '3': series({ kind: null }),
            '5': series({ numbering: 'sellasist', pattern: 'FV/{numer}' }),
            '6': series({ oss: true }),
          },
        }),
      ],
      {
        dictionaries: () =>
          ok(dictionaries({ series: [...dictionaries().series, { id: '5', name: 'FS', type: 'invoice' }] })),
      },
    );
    await soon('combobox', name);
    expect(options()).toEqual([
      '— nie wybrano —',
      'FV',
      '(×) KOR – nie dla faktur krajowych',
      '(×) PAR – niekompletna',
      '(×) FS – zachowuje numery Sellasist',
      '(×) Seria 6 – OSS',
    ]);
  });

  test('says which account of the panel issues such orders', async () => {
    const other = account({ id: 'a2', name: 'Hurt', seriesIds: ['2'], settings: settings({ orderSeriesId: '2' }) });
    await show([account(), other]);
    await soon('combobox', name);
    expect(descriptionOf(one('combobox', name))).toContain('wystawia konto „Hurt”');
  });

  test('says that nobody issues them where several accounts share the panel and none was chosen', async () => {
    await show([account(), account({ id: 'a2', name: 'Hurt', seriesIds: ['2'] })]);
    await soon('combobox', name);
    expect(descriptionOf(one('combobox', name))).toContain('nie da się wystawić');
    await choose(name, '1');
    expect(descriptionOf(one('combobox', name))).not.toContain('nie da się wystawić');
  });
});

test('the field for the state is a text field, and it is said what becomes of it', async () => {
  await show([account()]);
  await soon('combobox', 'Pole stanu iFirma');
  expect(labels('Pole stanu iFirma')).toEqual(['— nie wybrano —', 'Uwagi magazynu']);
  expect(descriptionOf(one('combobox', 'Pole stanu iFirma'))).toContain('dwa komputery');
});

describe('automatic sending', () => {
  const BOX = 'Automatyczne wysyłanie faktur';
  const DAY = 'Wysyłaj dokumenty wystawione od';

  test('asks from when on, and saves the day', async () => {
    const screen = await show([account()]);
    await soon('checkbox', BOX);
    expect(all('radio').map(nameOf)).not.toContain('od teraz');
    await press('checkbox', BOX);
    await press('radio', 'od wybranej daty');
    await press('button', 'Zapisz');
    expect(screen.askedFor('settings.save')).toEqual([]);
    const day = document.querySelector<HTMLInputElement>('input[type="date"]');
    if (day === null) throw new Error('no field for the day');
    expect(nameOf(day)).toBe(DAY);
    day.value = '2026-11-01';
    day.dispatchEvent(new Event('change', { bubbles: true }));
    await press('button', 'Zapisz');
    await until(() => expect(statuses()).toBe('Zapisano'));
    expect(screen.askedFor('settings.save').at(-1)?.settings).toMatchObject({ autoSend: true, autoFrom: '2026-11-01' });
  });

  test('says at the box why it cannot be switched on', async () => {
    await show([account()], {
      'settings.save': () => ok({ ok: false, fields: { autoSend: 'auto-needs-field' } }),
    });
    await soon('checkbox', BOX);
    await press('checkbox', BOX);
    await press('button', 'Zapisz');
    await until(() => expect(descriptionOf(one('checkbox', BOX))).toContain('Najpierw wybierz „Pole stanu iFirma”'));
  });

  test('is off where an older version has kept the box ticked', async () => {
    await show([account({ settings: settings({ autoSend: true }) })]);
    const box = await soon('checkbox', BOX);
    expect((box as HTMLInputElement).checked).toBe(false);
  });

  const VIEW = {
    accountId: 'a1',
    account: 'Sklep',
    panel: 'demo',
    isOn: true,
    hasSent: true,
    hindrance: null,
    since: 1_795_349_100_000,
    from: '2026-11-22',
    lookedAt: 1_795_349_100_000,
    next: null,
    waiting: 0,
    sentToday: 3,
    elsewhere: 'Biuro',
    problem: null,
  } as const;

  test('names the computer that sends, and takes over with one click', async () => {
    const screen = await show([account({ settings: settings({ autoSend: true, autoFrom: null }) })], {
      'auto.state': () => ok([VIEW]),
      'auto.take': () => ok([{ ...VIEW, elsewhere: null }]),
    });
    await until(() => expect(document.body.textContent).toContain('Automatycznie wysyła komputer „Biuro”.'));
    await press('button', 'Przejmij');
    await until(() => expect(document.body.textContent).toContain('Automatyczne wysyłanie działa na tym komputerze.'));
    expect(document.body.textContent).toContain('Dziś wysłano automatycznie: 3.');
    expect(screen.askedFor('auto.take')).toEqual([{ type: 'auto.take', accountId: 'a1' }]);
  });
});

test('split payment says what is due above 15,000 zł', async () => {
  await show([account()]);
  await soon('combobox', 'Podzielona płatność');
  expect(descriptionOf(one('combobox', 'Podzielona płatność'))).toContain('15 000 zł');
});

test('the text for the remarks counts its characters and takes placeholders by a click', async () => {
  await show([account({ settings: settings({ notesText: 'Dziękujemy!' }) })]);
  const field = await soon('textbox', 'Tekst w uwagach');
  expect(field.parentElement?.textContent).toContain('11 z 500 znaków');
  await press('button', 'Wstaw {zamówienie}');
  expect((field as HTMLTextAreaElement).value).toBe('Dziękujemy! {zamówienie}');
});

test('saving PDFs without a field to save them in says what is missing', async () => {
  await show([account()]);
  await soon('checkbox', 'Pobieraj i zapisuj PDF dokumentów');
  expect(descriptionOf(one('checkbox', 'Pobieraj i zapisuj PDF dokumentów'))).toContain('Wybierz pole dodatkowe');
  await choose('Pole dodatkowe zapisu dokumentów', '8');
  expect(descriptionOf(one('checkbox', 'Pobieraj i zapisuj PDF dokumentów'))).toBe('');
});
