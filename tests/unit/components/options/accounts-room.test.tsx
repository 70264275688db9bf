// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Options } from '../../../../components/options/options.tsx';
import type { AccountDraft, AccountView } from '../../../../utils/messages/index.ts';
import { account, dictionaries, series } from './examples.ts';
import {
  type Answers,
  all,
  choose,
  click,
  descriptionOf,
  inputOf,
  leaveField,
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

const saved = (draft: AccountDraft): AccountView =>
  account({
    id: draft.id ?? 'new',
    name: draft.name,
    panel: draft.panel,
    login: draft.login,
    tax: draft.tax,
    seriesIds: draft.seriesIds,
    revision: draft.revision + 1,
    secrets: { sellasist: '77aa', faktura: '88bb', abonent: draft.secrets.abonent ? '99cc' : null, rachunek: null },
  });

const show = (accounts: readonly AccountView[], more: Answers = {}): Promise<Screen> =>
  mount(<Options />, {
    'account.list': () => ok(accounts),
    'account.save': (draft) => ok({ ok: true, value: saved(draft) }),
    'erplink.get': () => ok(Object.fromEntries(accounts.map(({ panel }) => [panel, null]))),
    'panel.series': () => ok(dictionaries().series),
    dictionaries: () => ok(dictionaries()),
    ...more,
  });

const checkboxes = (): readonly string[] => all('checkbox', undefined, one('group', 'Serie dokumentów')).map(nameOf);

beforeEach(() => {
  location.hash = '#accounts';
});
afterEach(unmount);

describe('without an account', () => {
  test('the room leads to the first steps and offers the form all the same', async () => {
    await show([]);
    expect((await soon('link', 'Zacznij od pierwszych kroków')).getAttribute('href')).toBe('#start');
    expect(all('textbox').map(nameOf)).toEqual([
      'Nazwa konta',
      'Subdomena Sellasist',
      'Klucz API Sellasist',
      'Login ifirma',
      'Klucz API',
      'Klucz API abonent',
      'Klucz API rachunek',
    ]);
  });

  test('"Dodaj konto" leads to the form that is there already', async () => {
    await show([]);
    await press('button', 'Dodaj konto');
    expect(document.activeElement).toBe(one('textbox', 'Nazwa konta'));
  });

  test('the series appear once sub-domain and key are typed, with nothing saved', async () => {
    const screen = await show([]);
    await soon('textbox', 'Nazwa konta');
    expect(one('group', 'Serie dokumentów').textContent).toContain('gdy wpiszesz subdomenę');
    await type('Subdomena Sellasist', 'https://MojSklep.sellasist.pl/admin');
    await type('Klucz API Sellasist', ' Tajny Klucz ');
    await soon('checkbox', 'FV');
    expect(checkboxes()).toEqual(['FV', 'KOR', 'PAR']);
    expect(screen.askedFor('panel.series')).toEqual([{ type: 'panel.series', panel: 'mojsklep', key: 'TajnyKlucz' }]);
    expect(screen.askedFor('account.save')).toEqual([]);
  });

  test('a key that the panel refuses is said in words where the series would be', async () => {
    await show([], { 'panel.series': () => ({ ok: false, reason: { code: 'sellasist-key', params: {} } }) });
    await soon('textbox', 'Nazwa konta');
    await type('Subdomena Sellasist', 'mojsklep');
    await type('Klucz API Sellasist', 'zły');
    await until(() => expect(one('group', 'Serie dokumentów').textContent).toContain('Sellasist nie przyjął klucza'));
  });

  test('what was pasted is tidied for the eye when the field is left', async () => {
    await show([]);
    await soon('textbox', 'Nazwa konta');
    await type('Subdomena Sellasist', 'https://MojSklep.sellasist.pl/admin');
    await leaveField('Subdomena Sellasist');
    expect(inputOf('textbox', 'Subdomena Sellasist').value).toBe('mojsklep');
    await type('Klucz API', ' AB CD ');
    await leaveField('Klucz API');
    expect(inputOf('textbox', 'Klucz API').value).toBe('abcd');
  });

  test('saving sends the tidied draft, and no secret is left on the page', async () => {
    const screen = await show([]);
    await soon('textbox', 'Nazwa konta');
    await type('Nazwa konta', ' Mój sklep ');
    await type('Subdomena Sellasist', 'MojSklep');
    await type('Klucz API Sellasist', 'TajnyKlucz');
    await type('Login ifirma', ' jan@example.com ');
    await type('Klucz API', 'ABCD EF01');
    await press('checkbox', 'KOR');
    await press('button', 'Zapisz');
    await until(() => expect(one('status').textContent).toBe('Zapisano'));
    expect(screen.askedFor('account.save')).toEqual([
      {
        type: 'account.save',
        id: null,
        revision: 0,
        name: 'Mój sklep',
        panel: 'mojsklep',
        login: 'jan@example.com',
        tax: { vat: 'payer', basis: '', flatRate: 'none' },
        seriesIds: ['2'],
        secrets: { sellasist: 'TajnyKlucz', faktura: 'abcdef01' },
      },
    ]);
    await soon('button', 'Zmień Klucz API Sellasist');
    one('button', 'Zmień Klucz API');
    expect(all('textbox', 'Klucz API')).toEqual([]);
    const values = all('textbox').map((input) => (input as HTMLInputElement).value);
    expect(`${document.body.outerHTML} ${values.join(' ')}`).not.toMatch(/TajnyKlucz|abcdef01|ABCD/);
    expect(one('textbox', 'Nazwa konta')).toHaveProperty('value', 'Mój sklep');
    expect(inputOf('checkbox', 'KOR').checked).toBe(true);
  });

  test('a new account names its missing keys, so that the background finds them missing', async () => {
    const screen = await show([]);
    await press('button', 'Zapisz');
    expect(screen.askedFor('account.save')).toMatchObject([{ secrets: { sellasist: '', faktura: '' } }]);
  });

  test('problems stand at their fields, and the first of them has the focus', async () => {
    await show([], {
      'account.save': () => ok({ ok: false, fields: { panel: 'panel-invalid', faktura: 'key-odd-length' } }),
    });
    await soon('textbox', 'Nazwa konta');
    await type('Subdomena Sellasist', 'mój sklep');
    await press('button', 'Zapisz');
    await until(() => expect(one('alert').textContent).toContain('popraw zaznaczone pola'));
    const wrong = one('textbox', 'Subdomena Sellasist');
    expect(wrong.getAttribute('aria-invalid')).toBe('true');
    expect(descriptionOf(wrong)).toContain('tylko litery a–z, cyfry i myślniki');
    expect(descriptionOf(one('textbox', 'Klucz API'))).toContain('Klucz jest niepełny');
    expect(one('textbox', 'Nazwa konta').hasAttribute('aria-invalid')).toBe(false);
    await until(() => expect(document.activeElement).toBe(wrong));
    expect(one('status').textContent).toBe('');
  });

  test('when the background cannot save, the reason is said and what was typed stays', async () => {
    await show([], { 'account.save': () => ({ ok: false, reason: { code: 'storage-full', params: {} } }) });
    await soon('textbox', 'Nazwa konta');
    await type('Klucz API', 'abcd');
    await press('button', 'Zapisz');
    await until(() => expect(one('alert').textContent).toContain('Nie zapisano'));
    expect(inputOf('textbox', 'Klucz API').value).toBe('abcd');
  });
});

describe('with an account', () => {
  test('a stored secret shows its fingerprint instead of an input', async () => {
    await show([account()]);
    await soon('button', 'Zmień Klucz API Sellasist');
    expect(document.body.textContent).toContain('3f9a');
    expect(all('textbox').map(nameOf)).not.toContain('Klucz API Sellasist');
    expect(all('textbox').map(nameOf)).toContain('Klucz API abonent');
  });

  test('a changed secret is the only one that is sent', async () => {
    const screen = await show([account()]);
    await press('button', 'Zmień Klucz API');
    expect(document.activeElement).toBe(one('textbox', 'Klucz API'));
    await type('Klucz API', 'ff00');
    await press('button', 'Zapisz');
    expect(screen.askedFor('account.save')).toMatchObject([{ id: 'a1', secrets: { faktura: 'ff00' } }]);
    expect(Object.keys(screen.askedFor('account.save')[0]?.secrets as object)).toEqual(['faktura']);
  });

  test('a change of a secret can be taken back', async () => {
    const screen = await show([account()]);
    await press('button', 'Zmień Klucz API');
    await type('Klucz API', 'ff00');
    await press('button', 'Zostaw zapisany');
    await press('button', 'Zapisz');
    expect(screen.askedFor('account.save')[0]?.secrets).toEqual({});
  });

  test('an optional secret is removed by an empty field', async () => {
    const screen = await show([
      account({ secrets: { sellasist: '3f9a', faktura: 'a07b', abonent: 'cc11', rachunek: null } }),
    ]);
    await press('button', 'Zmień Klucz API abonent');
    expect(descriptionOf(one('textbox', 'Klucz API abonent'))).toContain('Puste pole usunie zapisany klucz');
    await press('button', 'Zapisz');
    expect(screen.askedFor('account.save')[0]?.secrets).toEqual({ abonent: '' });
  });

  test('the series come by the stored key, and one that is gone stays in sight', async () => {
    const screen = await show([account({ seriesIds: ['1', '45'] })]);
    await soon('checkbox', 'FV');
    expect(inputOf('checkbox', 'FV').checked).toBe(true);
    expect(inputOf('checkbox', 'KOR').checked).toBe(false);
    expect(inputOf('checkbox', 'Seria 45').checked).toBe(true);
    expect(descriptionOf(one('checkbox', 'Seria 45'))).toBe('nie ma jej już w panelu');
    expect(screen.askedFor('panel.series')).toEqual([]);
  });

  test('with another login it comes back as another account, in the same place, with its "Zapisano"', async () => {
    let stored = [account(), account({ id: 'a2', name: 'Hurt', seriesIds: ['2'] })];
    const screen = await show([], {
      'account.list': () => ok(stored),
      'account.save': (draft) => {
        const now = { ...saved(draft), id: draft.login === 'jan@example.com' ? 'a1' : 'a9' };
        stored = stored.map((other) => (other.id === draft.id ? now : other));
        return ok({ ok: true, value: now });
      },
    });
    await soon('heading', 'Hurt');
    const [first] = all('button', 'Edytuj');
    if (first === undefined) throw new Error('No account can be edited.');
    await click(first);
    await type('Login ifirma', 'inny@example.com');
    await press('button', 'Zapisz');
    expect((await soon('status', 'Zapisano')).isConnected).toBe(true);
    expect([...document.querySelectorAll('article h2')].map(nameOf)).toEqual(['Mój sklep', 'Hurt']);
    expect(inputOf('textbox', 'Login ifirma').value).toBe('inny@example.com');

    await type('Nazwa konta', 'Nowa nazwa');
    await press('button', 'Zapisz');
    await until(() => expect(screen.askedFor('account.save')).toHaveLength(2));
    expect(screen.askedFor('account.save')[1]).toMatchObject({ id: 'a9', login: 'inny@example.com', revision: 4 });
  });

  test.each([
    ['kod-403', 'iFirma odmówiła dostępu'],
    ['keys', 'z zapomnianym hasłem'],
    ['key-missing', 'nie ma potrzebnego klucza API'],
  ])('that is paused (%s) says why', async (pausedBy, why) => {
    await show([account({ pausedBy })]);
    await soon('heading', 'Mój sklep');
    expect(document.querySelector('article')?.textContent).toContain(why);
  });

  test('a series of another account of the same panel cannot be taken', async () => {
    await show([account(), account({ id: 'a2', name: 'Hurt', seriesIds: ['2'] })]);
    await soon('heading', 'Hurt');
    const [first] = all('button', 'Edytuj');
    if (first === undefined) throw new Error('No account can be edited.');
    await click(first);
    await soon('checkbox', 'KOR');
    expect(inputOf('checkbox', 'KOR').disabled).toBe(true);
    expect(descriptionOf(one('checkbox', 'KOR'))).toBe('należy do konta „Hurt”');
  });

  test('with another sub-domain the series wait for the key of that panel', async () => {
    const screen = await show([account()]);
    await soon('checkbox', 'FV');
    await type('Subdomena Sellasist', 'inny');
    await until(() => expect(one('group', 'Serie dokumentów').textContent).toContain('Subdomena się zmieniła'));
    expect(screen.askedFor('panel.series')).toEqual([]);
  });

  test('the connection test says in words what was reached and what was not', async () => {
    const screen = await show([account()], {
      'account.test': () =>
        ok([
          { what: 'sellasist', problem: null, field: null, params: {} },
          {
            what: 'sellasist-documents',
            problem: { code: 'sellasist-forbidden', params: {} },
            field: 'sellasist',
            params: {},
          },
          { what: 'ifirma', problem: null, field: null, params: { login: 'jan@example.com' } },
          { what: 'ifirma-month', problem: null, field: null, params: { month: '1', year: '2026' } },
          { what: 'ifirma-limit', problem: null, field: null, params: { used: '42', granted: '1000' } },
        ]),
    });
    await press('button', 'Sprawdź połączenie');
    const list = await soon('list', 'Wynik sprawdzenia');
    const lines = all('listitem', undefined, list).map(nameOf);
    expect(lines[0]).toBe('Panel Sellasist przyjął klucz');
    expect(lines[1]).toMatch(/^Dokumenty \[Nowe\]: Klucz API Sellasist nie ma potrzebnych uprawnień/);
    expect(lines[1]).toMatch(/Dotyczy pola: Klucz API Sellasist\.$/);
    expect(lines.filter((line) => line.includes('Dotyczy pola'))).toHaveLength(1);
    expect(lines.slice(2)).toEqual([
      'iFirma przyjęła login jan@example.com i klucz',
      'Miesiąc księgowy w iFirma: 01.2026',
      'Dokumenty w limicie iFirma: 42 z 1000',
    ]);
    // A test that succeeds may have lifted the account's pause.
    await until(() => expect(screen.askedFor('account.list')).toHaveLength(2));
  });

  test('unsaved changes are not tested as if they were stored', async () => {
    const screen = await show([account()]);
    await soon('textbox', 'Login ifirma');
    await type('Login ifirma', 'ktos@example.com');
    await press('button', 'Sprawdź połączenie');
    await until(() => expect(document.body.textContent).toContain('Najpierw zapisz zmiany'));
    expect(screen.askedFor('account.test')).toEqual([]);
  });

  test('a paused account says so and how to go on', async () => {
    await show([account({ pausedBy: 'kod-403' })]);
    await until(() => expect(document.body.textContent).toContain('Wysyłanie jest wstrzymane'));
  });

  test('an account is removed only after a plain question', async () => {
    const screen = await show([account()], { 'account.remove': () => ok(null) });
    await press('button', 'Usuń konto');
    const question = await soon('alertdialog', 'Usunąć konto „Mój sklep”?');
    expect(question.textContent).toMatch(/Znikną z tej przeglądarki:.*klucze API.*ustawienia/);
    expect(question.textContent).toMatch(/Zostaną:.*log.*faktury w iFirma.*pliki PDF w zamówieniach/);
    await press('button', 'Anuluj', question);
    expect(all('alertdialog')).toEqual([]);
    expect(screen.askedFor('account.remove')).toEqual([]);
    await press('button', 'Usuń konto');
    await press('button', 'Usuń', await soon('alertdialog'));
    await soon('link', 'Zacznij od pierwszych kroków');
    expect(screen.askedFor('account.remove')).toEqual([{ type: 'account.remove', id: 'a1' }]);
  });

  test('adding another account closes the first form, so that every name is there once', async () => {
    await show([account()]);
    await soon('textbox', 'Nazwa konta');
    await press('button', 'Dodaj konto');
    expect(inputOf('textbox', 'Nazwa konta').value).toBe('');
    await press('button', 'Anuluj');
    expect(all('textbox')).toEqual([]);
    await press('button', 'Edytuj');
    expect(inputOf('textbox', 'Nazwa konta').value).toBe('Mój sklep');
  });

  test('another room is entered with unsaved changes only after a question', async () => {
    await show([account()]);
    await soon('textbox', 'Nazwa konta');
    await type('Nazwa konta', 'Inna');
    location.hash = 'payments';
    await press('button', 'Zostań tutaj', await soon('alertdialog', 'Niezapisane zmiany'));
    expect(one('heading', 'Konta').tagName).toBe('H1');
    expect(location.hash).toBe('#accounts');
    expect(inputOf('textbox', 'Nazwa konta').value).toBe('Inna');
    location.hash = 'payments';
    await press('button', 'Odrzuć zmiany', await soon('alertdialog', 'Niezapisane zmiany'));
    await soon('heading', 'Metody płatności');
    await choose('Konto', 'a1');
    expect(selectOf('Konto').value).toBe('a1');
  });
});

describe('how the company is taxed', () => {
  test('the legal basis is asked for only where the company is exempt', async () => {
    const screen = await show([account()]);
    await soon('combobox', 'Podatek VAT');
    expect([...selectOf('Podatek VAT').options].map(({ text }) => text)).toEqual([
      'Czynny podatnik VAT',
      'Zwolniony z VAT',
    ]);
    expect(all('textbox', 'Podstawa prawna zwolnienia')).toEqual([]);
    await choose('Podatek VAT', 'exempt');
    await type('Podstawa prawna zwolnienia', ' Art. 113 ust. 1 ');
    await choose('Ryczałt', '0.055');
    await press('button', 'Zapisz');
    expect(screen.askedFor('account.save')[0]?.tax).toEqual({
      vat: 'exempt',
      basis: 'Art. 113 ust. 1',
      flatRate: '0.055',
    });
  });

  test('a payer again has no legal basis', async () => {
    const screen = await show([account({ tax: { vat: 'exempt', basis: 'Art. 113', flatRate: 'none' } })]);
    await soon('textbox', 'Podstawa prawna zwolnienia');
    await choose('Podatek VAT', 'payer');
    await press('button', 'Zapisz');
    expect(screen.askedFor('account.save')[0]?.tax).toEqual({ vat: 'payer', basis: '', flatRate: 'none' });
  });

  test('every rate of the flat-rate tax is there in words', async () => {
    await show([account()]);
    await soon('combobox', 'Ryczałt');
    expect([...selectOf('Ryczałt').options].map(({ text }) => text)).toEqual([
      'nie dotyczy',
      'stawka z ustawień iFirma',
      '3 %',
      '5,5 %',
      '8,5 %',
      '10 %',
      '12 %',
      '12,5 %',
      '14 %',
      '15 %',
      '17 %',
    ]);
  });

  test('a legal basis that is missing is said at its field', async () => {
    await show([account()], { 'account.save': () => ok({ ok: false, fields: { taxBasis: 'required' } }) });
    await soon('combobox', 'Podatek VAT');
    await choose('Podatek VAT', 'exempt');
    await press('button', 'Zapisz');
    const field = await soon('textbox', 'Podstawa prawna zwolnienia');
    await until(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    await until(() => expect(document.activeElement).toBe(field));
  });

  test('one that iFirma would not print whole is not handed over', async () => {
    const screen = await show([account()]);
    await soon('combobox', 'Podatek VAT');
    await choose('Podatek VAT', 'exempt');
    await type('Podstawa prawna zwolnienia', 'x'.repeat(31));
    await press('button', 'Zapisz');
    await until(() => expect(descriptionOf(one('textbox', 'Podstawa prawna zwolnienia'))).toContain('za długi'));
    expect(screen.askedFor('account.save')).toEqual([]);
  });
});

test('a series that is given up says that its settings go with it, and one without settings says nothing', async () => {
  await show([account({ seriesIds: ['1', '2'], series: { '1': series() } })]);
  const box = await soon('checkbox', 'FV');
  expect(descriptionOf(box)).not.toContain('przepadną');
  await click(box);
  expect(descriptionOf(one('checkbox', 'FV'))).toContain('Po zapisaniu przepadną ustawienia tej serii');
  await click(one('checkbox', 'KOR'));
  expect(descriptionOf(one('checkbox', 'KOR'))).not.toContain('przepadną');
  await click(one('checkbox', 'FV'));
  expect(descriptionOf(one('checkbox', 'FV'))).not.toContain('przepadną');
});

test('a series that the panel left without a name is called by its number, before there is an account as well', async () => {
  const rows = [{ id: '5', name: '', type: 'invoice' }];
  await show([], { 'panel.series': () => ok(rows) });
  await soon('textbox', 'Subdomena Sellasist');
  await type('Subdomena Sellasist', 'mojsklep');
  await type('Klucz API Sellasist', 'klucz');
  await soon('checkbox', 'Seria 5');
});

test('a series that somebody else has taken meanwhile is said at the series, with the owner', async () => {
  await show([account()], {
    'account.save': () => ok({ ok: false, fields: { seriesIds: 'series-taken' }, owner: 'Hurt' }),
  });
  await press('checkbox', 'KOR');
  await press('button', 'Zapisz');
  const group = one('group', 'Serie dokumentów');
  await until(() => expect(descriptionOf(group)).toContain('należy już do konta „Hurt”'));
  await until(() => expect(document.activeElement).toBe(group));
});

test('among many accounts only the open one has a form', async () => {
  await show(Array.from({ length: 50 }, (_, nth) => account({ id: `a${nth}`, name: `Sklep ${nth}` })));
  await soon('heading', 'Sklep 49');
  expect(all('textbox')).toEqual([]);
  await click(all('button', 'Edytuj')[7] ?? document.body);
  await soon('textbox', 'Nazwa konta');
  expect(all('textbox', 'Nazwa konta').map((input) => (input as HTMLInputElement).value)).toEqual(['Sklep 7']);
});

test('an account whose series are incomplete says how many and where they are completed', async () => {
  await show([account({ seriesIds: ['1', '2', '3'] })]);
  const link = await soon('link', 'Przejdź do serii dokumentów');
  expect(link.getAttribute('href')).toBe('#series');
  expect(link.parentElement?.textContent).toContain('Do uzupełnienia: 2\u00a0serie.');
});

describe('the question about Erplink', () => {
  const radios = (): readonly boolean[] => all('radio').map((radio) => (radio as HTMLInputElement).checked);
  const name = 'Integracja Erplink IFIRMA jest włączona';

  test('is unanswered at first and says what that means', async () => {
    await show([account()]);
    const group = await soon('radiogroup', name);
    expect(all('radio', undefined, group).map(nameOf)).toEqual(['Tak', 'Nie']);
    expect(radios()).toEqual([false, false]);
    await until(() => expect(document.body.textContent).toContain('Bez odpowiedzi Mostek nie wyśle'));
    expect(descriptionOf(group)).toContain('dwa razy');
  });

  test.each([
    ['Tak', true, 'Mostek tylko patrzy'],
    ['Nie', false, 'Mostek może wysyłać'],
  ])('the answer %s is stored at once', async (answer, on, words) => {
    const screen = await show([account()], { 'erplink.set': () => ok(null) });
    await until(() => expect(inputOf('radio', answer).disabled).toBe(false));
    await press('radio', answer);
    await until(() => expect(document.body.textContent).toContain(words));
    expect(screen.askedFor('erplink.set')).toEqual([{ type: 'erplink.set', panel: 'mojsklep', on }]);
    expect(inputOf('radio', answer).checked).toBe(true);
  });

  test('is not there before any account is', async () => {
    await show([]);
    await soon('textbox', 'Nazwa konta');
    expect(all('radiogroup', name)).toEqual([]);
  });

  test('is one for several accounts of a panel, and one for each of several panels, each under its panel’s name', async () => {
    const second = account({ id: 'a2', panel: 'outlet', seriesIds: ['9'] });
    const screen = await show([account(), account({ id: 'a3', seriesIds: ['8'] }), second], {
      'erplink.get': () => ok({ mojsklep: false, outlet: null }),
      'erplink.set': () => ok(null),
    });
    const groups = ['mojsklep.sellasist.pl', 'outlet.sellasist.pl'].map((host) => soon('group', host));
    const [first, other] = await Promise.all(groups);
    expect(all('radiogroup', name)).toHaveLength(2);
    await until(() => expect(radios()).toEqual([false, true, false, false]));
    expect(first?.textContent).toContain('Mostek może wysyłać');
    expect(other?.textContent).toContain('Bez odpowiedzi');
    const yes = all('radio', 'Tak', other)[0] as HTMLInputElement;
    yes.click();
    await until(() => expect(radios()).toEqual([false, true, true, false]));
    expect(screen.askedFor('erplink.set')).toEqual([{ type: 'erplink.set', panel: 'outlet', on: true }]);
  });

  test('an answer that was not stored does not look answered', async () => {
    await show([account()], { 'erplink.set': () => ({ ok: false, reason: { code: 'storage-full', params: {} } }) });
    await until(() => expect(inputOf('radio', 'Nie').disabled).toBe(false));
    await press('radio', 'Nie');
    await soon('alert');
    await until(() => expect(radios()).toEqual([false, false]));
  });
});
