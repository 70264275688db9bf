// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Asking } from '../../../../components/form/asked.ts';
import { UnsavedGuard } from '../../../../components/form/unsaved.tsx';
import { FirstStepsRoom } from '../../../../components/options/first-steps/first-steps-room.tsx';
import { keep, typed } from '../../../../components/options/first-steps/typed.ts';
import { forgetTests } from '../../../../components/options/tested.ts';
import type { AccountView, FirstDocument, Reply, TestLine } from '../../../../utils/messages/index.ts';
import { account, dictionaries, series, settings } from '../options/examples.ts';
import {
  type Answers,
  all,
  choose,
  click,
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
} from '../options/screen.tsx';
import { firstDocument } from './examples.ts';

const HEX = 'a1b2c3d4e5f60718';

const line = (what: TestLine['what'], more: Partial<TestLine> = {}): TestLine => ({
  what,
  problem: null,
  field: null,
  params: {},
  ...more,
});

const LINES: readonly TestLine[] = [
  line('sellasist'),
  line('sellasist-orders'),
  line('ifirma', { params: { login: 'jan@example.com' } }),
  line('ifirma-month', { params: { month: '11', year: '2026' } }),
];

/** The room in a page that can also show another one. */
function Page({ stored }: { readonly stored: readonly AccountView[] }) {
  const [list, put] = useState(stored);
  const [isHere, setIsHere] = useState(true);
  const accounts: Asking<readonly AccountView[]> = {
    asked: { state: 'ready', value: list },
    busy: false,
    again: () => undefined,
    put,
  };
  return (
    <UnsavedGuard>
      <button type="button" onClick={() => setIsHere(!isHere)}>
        Inny pokój
      </button>
      {isHere && <FirstStepsRoom accounts={accounts} />}
    </UnsavedGuard>
  );
}

interface Shown {
  readonly stored?: readonly AccountView[];
  readonly erplink?: boolean | null;
  readonly first?: FirstDocument | null;
  readonly more?: Answers;
}

const show = async ({ stored = [], erplink = null, first = null, more = {} }: Shown = {}): Promise<Screen> => {
  let answer = erplink;
  const saved = (): AccountView => account({ id: 'a9', seriesIds: ['1'], series: {}, revision: 1 });
  const screen = await mount(<Page stored={stored} />, {
    'erplink.get': () => ok({ mojsklep: answer }),
    'erplink.set': ({ on }) => {
      answer = on;
      return ok(null);
    },
    dictionaries: () => ok(dictionaries()),
    'panel.series': () => ok(dictionaries().series),
    'panel.test': () => ok([line('sellasist'), line('sellasist-orders')]),
    'account.save': () => ok({ ok: true, value: saved() }),
    'account.test': () => ok(LINES),
    'first.document': () => ok(first),
    ...more,
  });
  await soon('region', 'Panel Sellasist');
  return screen;
};

const statesOf = (): readonly string[] =>
  all('listitem', undefined, one('list', 'Postęp')).map((item) => item.querySelector('.step-state')?.textContent ?? '');

/** Nothing is left to be chosen in step 3. */
const mapped = (more: Partial<AccountView> = {}): AccountView =>
  account({
    payments: { '10': 'PRZ', '11': 'ALG', '12': 'ELE' },
    settings: settings({ documentFieldId: '8' }),
    ...more,
  });

const fill = async (): Promise<void> => {
  await type('Subdomena Sellasist', 'https://MojSklep.sellasist.pl/admin');
  await type('Klucz API Sellasist', 'klucz-panelu');
  await type('Nazwa konta', 'Mój sklep');
  await type('Login ifirma', 'jan@example.com');
  await type('Klucz API', HEX);
};

const forget = (): void => {
  for (const about of Object.keys(typed.peek())) keep(about, null);
  forgetTests();
};

beforeEach(forget);
afterEach(() => {
  unmount();
  forget();
});

describe('the four steps', () => {
  test('are all there from the start, each with its heading and its state in a word', async () => {
    await show();
    expect(all('region').map(nameOf)).toEqual([
      'Panel Sellasist',
      'Konto iFirma',
      'Serie i metody płatności',
      'Podgląd pierwszego dokumentu',
    ]);
    expect(statesOf()).toEqual(['teraz', 'później', 'później', 'później']);
  });

  test('follow what is stored', async () => {
    await show({ stored: [account()] });
    await until(() => expect(statesOf()).toEqual(['zrobione', 'zrobione', 'teraz', 'później']));
    await show({ stored: [mapped()], erplink: false });
    await until(() => expect(statesOf()).toEqual(['zrobione', 'zrobione', 'zrobione', 'zrobione']));
    await show({ stored: [mapped({ series: { '1': series({ numbering: null }) } })], erplink: true });
    await until(() => expect(statesOf()).toEqual(['zrobione', 'zrobione', 'teraz', 'zrobione']));
  });

  test('count the third as done only with a field for the PDF, or with PDFs switched off', async () => {
    await show({ stored: [mapped({ settings: settings({ documentFieldId: null }) })], erplink: false });
    await until(() => expect(statesOf()).toEqual(['zrobione', 'zrobione', 'teraz', 'zrobione']));
    expect(one('region', 'Miejsce na PDF faktury').textContent).toContain('Bez wyboru PDF nie trafi do zamówienia');
    await show({ stored: [mapped({ settings: settings({ documentFieldId: null, savePdf: false }) })] });
    await until(() => expect(statesOf()[2]).toBe('zrobione'));
    expect(one('region', 'Miejsce na PDF faktury').textContent).not.toContain('Bez wyboru');
  });

  test('count the last as done only once the preview has nothing to mend', async () => {
    const findings = [{ code: 'buyer-postcode-missing', path: 'buyer.postcode', params: {} }] as const;
    await show({ stored: [mapped()], erplink: false, first: firstDocument({ findings }) });
    await soon('table', 'W iFirma');
    expect(statesOf()[3]).toBe('teraz');
    await show({ stored: [mapped()], erplink: false, first: firstDocument() });
    await until(() => expect(statesOf()[3]).toBe('zrobione'));
    const locked = { ok: false, reason: { code: 'locked', params: {} } } as const;
    await show({ stored: [mapped()], erplink: false, more: { 'first.document': () => locked } });
    await until(() => expect(document.body.textContent).toContain('Nie udało się pokazać dokumentu.'));
    expect(statesOf()[3]).toBe('teraz');
  });

  test('of several accounts are chosen between', async () => {
    await show({ stored: [account(), account({ id: 'a2', name: 'Drugi', panel: 'drugi', login: 'ola@example.com' })] });
    expect(inputOf('textbox', 'Login ifirma').value).toBe('jan@example.com');
    await choose('Konto', 'a2');
    expect(inputOf('textbox', 'Login ifirma').value).toBe('ola@example.com');
    expect(inputOf('textbox', 'Subdomena Sellasist').value).toBe('drugi');
  });
});

describe('step 1', () => {
  test('asks the panel what a key may do that is not saved yet', async () => {
    const screen = await show();
    await type('Subdomena Sellasist', 'https://MojSklep.sellasist.pl/admin');
    await type('Klucz API Sellasist', ' klucz-panelu ');
    await press('button', 'Sprawdź panel');
    const lines = await soon('list', 'Wynik sprawdzenia');
    expect(all('listitem', undefined, lines)).toHaveLength(2);
    expect(one('region', 'Panel Sellasist').textContent).toContain('Prawa do zapisu nie da się sprawdzić');
    expect(screen.askedFor('panel.test')).toEqual([{ type: 'panel.test', panel: 'mojsklep', key: 'klucz-panelu' }]);
    expect(screen.askedFor('account.save')).toEqual([]);
    expect(statesOf()).toEqual(['zrobione', 'teraz', 'później', 'później']);
  });

  test('says which right is missing and where in the panel it is given', async () => {
    const missing = line('sellasist-documents', {
      problem: { code: 'sellasist-forbidden', params: {} },
      field: 'sellasist',
    });
    await show({ more: { 'panel.test': () => ok([line('sellasist'), missing]) } });
    await type('Subdomena Sellasist', 'mojsklep');
    await type('Klucz API Sellasist', 'k');
    await press('button', 'Sprawdź panel');
    await soon('list', 'Wynik sprawdzenia');
    expect(document.body.textContent).toContain('Prawa klucza zmienisz w panelu: Integracje → Klucze API');
    expect(statesOf()[0]).toBe('teraz');
  });

  test('without the panel or its key names the fields and asks nobody', async () => {
    const screen = await show();
    await press('button', 'Sprawdź panel');
    expect(inputOf('textbox', 'Subdomena Sellasist').getAttribute('aria-invalid')).toBe('true');
    expect(inputOf('textbox', 'Klucz API Sellasist').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(one('textbox', 'Subdomena Sellasist'));
    expect(screen.askedFor('panel.test')).toEqual([]);
  });

  test('an answer no longer stands once another key is typed', async () => {
    await show();
    await type('Subdomena Sellasist', 'mojsklep');
    await type('Klucz API Sellasist', 'k');
    await press('button', 'Sprawdź panel');
    await soon('list', 'Wynik sprawdzenia');
    await type('Klucz API Sellasist', 'k2');
    expect(all('list', 'Wynik sprawdzenia')).toEqual([]);
    expect(statesOf()[0]).toBe('teraz');
  });

  test('of a stored account is checked with the stored key', async () => {
    const screen = await show({ stored: [account()] });
    await press('button', 'Sprawdź panel');
    const lines = await soon('list', 'Wynik sprawdzenia');
    expect(all('listitem', undefined, lines)).toHaveLength(2);
    expect(screen.askedFor('account.test')).toEqual([{ type: 'account.test', id: 'a1' }]);
  });
});

describe('step 2', () => {
  test('saves the panel and the account at once, tests the connection by itself, and keeps no key', async () => {
    const screen = await show();
    await fill();
    await press('button', 'Zapisz');
    await soon('status', 'Zapisano');
    expect(screen.askedFor('account.save')).toMatchObject([
      {
        id: null,
        revision: 0,
        name: 'Mój sklep',
        panel: 'mojsklep',
        login: 'jan@example.com',
        secrets: { sellasist: 'klucz-panelu', faktura: HEX },
      },
    ]);
    const lines = await soon('list', 'Wynik sprawdzenia', one('region', 'Konto iFirma'));
    expect(lines.textContent).toContain('iFirma przyjęła login jan@example.com');
    expect(lines.textContent).toContain('11.2026');
    expect(screen.askedFor('account.test')).toEqual([{ type: 'account.test', id: 'a9' }]);
    expect(document.body.innerHTML).not.toContain(HEX);
    expect(document.body.innerHTML).not.toContain('klucz-panelu');
    expect(typed.peek()).toEqual({});
  });

  test('of an account that becomes another one by its login goes on with that one, where it was', async () => {
    const other = account({ id: 'a9', login: 'inny@example.com', revision: 4 });
    const screen = await show({
      stored: [account(), account({ id: 'a2', name: 'Hurt' })],
      more: { 'account.save': () => ok({ ok: true, value: other }) },
    });
    await type('Login ifirma', 'inny@example.com');
    await press('button', 'Zapisz', one('region', 'Konto iFirma'));
    await soon('status', 'Zapisano');
    await soon('list', 'Wynik sprawdzenia', one('region', 'Konto iFirma'));
    expect(screen.askedFor('account.test')).toMatchObject([{ id: 'a9' }]);
    expect(selectOf('Konto').value).toBe('a9');
    expect([...selectOf('Konto').options].map(({ value }) => value)).toEqual(['a9', 'a2']);
    expect(inputOf('textbox', 'Login ifirma').value).toBe('inny@example.com');
  });

  test('is not done while iFirma refuses the key, nor while it is asked', async () => {
    let answer: (lines: readonly TestLine[]) => void = () => undefined;
    const refused = line('ifirma', { problem: { code: 'kod-403', params: { text: '' } }, field: 'faktura' });
    const asked = new Promise<Reply<readonly TestLine[]>>((resolve) => {
      answer = (lines) => resolve(ok(lines));
    });
    await show({ more: { 'account.test': () => asked } });
    await fill();
    await press('button', 'Zapisz');
    await soon('status', 'Zapisano');
    expect(statesOf().slice(0, 2)).toEqual(['zrobione', 'teraz']);
    answer([line('sellasist'), refused]);
    await soon('list', 'Wynik sprawdzenia', one('region', 'Konto iFirma'));
    expect(statesOf().slice(0, 2)).toEqual(['zrobione', 'teraz']);
  });

  test('is done once a later test reaches iFirma, and stays so in another room and back', async () => {
    await show({ stored: [account({ pausedBy: 'kod-403' })] });
    expect(statesOf()[1]).toBe('teraz');
    await press('button', 'Sprawdź połączenie');
    await until(() => expect(statesOf()[1]).toBe('zrobione'));
    await press('button', 'Inny pokój');
    await press('button', 'Inny pokój');
    await soon('region', 'Panel Sellasist');
    expect(statesOf()[1]).toBe('zrobione');
  });

  test('says of a stored account that was not tested since the page was opened', async () => {
    await show({ stored: [account()] });
    const region = one('region', 'Konto iFirma');
    expect(statesOf()[1]).toBe('zrobione');
    expect(region.textContent).toContain('nie było jeszcze sprawdzane');
    await press('button', 'Sprawdź połączenie');
    await until(() => expect(region.textContent).not.toContain('nie było jeszcze sprawdzane'));
  });

  test('a key that iFirma has not seen yet is not vouched for by the test of the one before', async () => {
    await show({ stored: [account()] });
    await press('button', 'Sprawdź połączenie');
    await until(() => expect(statesOf()[1]).toBe('zrobione'));
    unmount();
    const other = { sellasist: '3f9a', faktura: 'ffff', abonent: null, rachunek: null };
    await show({ stored: [account({ secrets: other, pausedBy: 'kod-403' })] });
    expect(statesOf()[1]).toBe('teraz');
  });

  test('problems of step 1 stand at the fields of step 1', async () => {
    await show({
      more: { 'account.save': () => ok({ ok: false, fields: { panel: 'panel-invalid', faktura: 'key-odd-length' } }) },
    });
    await fill();
    await press('button', 'Zapisz');
    await until(() => expect(document.activeElement).toBe(one('textbox', 'Subdomena Sellasist')));
    expect(descriptionOf(one('textbox', 'Subdomena Sellasist'))).toContain('litery a–z');
    expect(descriptionOf(one('textbox', 'Klucz API'))).toContain('niepełny');
    expect(one('region', 'Konto iFirma').textContent).toContain('Popraw też pola w kroku 1.');
  });

  test('the series ticked in step 3 before there is an account go along', async () => {
    const screen = await show();
    await fill();
    await click(await soon('checkbox', 'FV'));
    expect(all('button', 'Zapisz')).toHaveLength(1);
    await press('button', 'Zapisz');
    await until(() => expect(screen.askedFor('account.save')).toMatchObject([{ seriesIds: ['1'] }]));
  });

  test('of an account that another tab has saved is refused with a way on', async () => {
    await show({
      stored: [account()],
      more: { 'account.save': () => ({ ok: false, reason: { code: 'account-changed', params: {} } }) },
    });
    await type('Nazwa konta', 'Inna nazwa');
    await press('button', 'Zapisz', one('region', 'Konto iFirma'));
    await press('button', 'Wczytaj ponownie');
    expect(inputOf('textbox', 'Nazwa konta').value).toBe('Mój sklep');
  });

  test('the connection is not tested on edits that are not saved', async () => {
    const screen = await show({ stored: [account()] });
    await type('Nazwa konta', 'Inna nazwa');
    await press('button', 'Sprawdź połączenie');
    expect(document.body.textContent).toContain('Najpierw zapisz zmiany.');
    expect(screen.askedFor('account.test')).toEqual([]);
  });
});

test('what was typed survives going to another room and back, and closing the page asks', async () => {
  await show();
  await fill();
  const closing = new Event('beforeunload', { cancelable: true });
  await press('button', 'Inny pokój');
  expect(all('alertdialog')).toEqual([]);
  expect(all('textbox', 'Nazwa konta')).toEqual([]);
  window.dispatchEvent(closing);
  expect(closing.defaultPrevented).toBe(true);
  await press('button', 'Inny pokój');
  await soon('textbox', 'Nazwa konta');
  expect(inputOf('textbox', 'Nazwa konta').value).toBe('Mój sklep');
  expect(inputOf('textbox', 'Klucz API').value).toBe(HEX);
  forget();
  const again = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(again);
  expect(again.defaultPrevented).toBe(false);
});

describe('step 3', () => {
  test('saves the ticked series and leaves the rest of the account as it is stored', async () => {
    const screen = await show({ stored: [account({ seriesIds: [], series: {} })] });
    const part = await soon('region', 'Które serie');
    await click(await soon('checkbox', 'FV', part));
    await press('button', 'Zapisz', part);
    await until(() =>
      expect(screen.askedFor('account.save')).toMatchObject([
        { id: 'a1', revision: 3, name: 'Mój sklep', seriesIds: ['1'], secrets: {} },
      ]),
    );
  });

  test('names what the panel left without a name', async () => {
    const nameless = dictionaries({
      payments: [{ id: '10', name: '', type: '' }],
      series: [{ id: '1', name: '', type: 'invoice' }],
      fields: [{ id: '8', name: '', type: 'saledocument' }],
    });
    await show({ stored: [account()], more: { dictionaries: () => ok(nameless) } });
    await soon('combobox', 'Metoda 10');
    one('checkbox', 'Seria 1');
    const fields = [...selectOf('Pole dodatkowe zapisu dokumentów').options].map(({ text }) => text);
    expect(fields).toContain('Pole 8');
  });

  test('names the owner of a series that was taken meanwhile', async () => {
    await show({
      stored: [account({ seriesIds: [], series: {} })],
      more: {
        'account.save': () => ok({ ok: false, fields: { seriesIds: 'series-taken' }, owner: 'Drugi sklep' }),
      },
    });
    const part = await soon('region', 'Które serie');
    await click(await soon('checkbox', 'FV', part));
    await press('button', 'Zapisz', part);
    await until(() => expect(part.textContent).toContain('Drugi sklep'));
  });

  test('has the forms of the series and of the payment methods, and the field for the PDF', async () => {
    const screen = await show({
      stored: [account({ series: {} })],
      more: {
        'settings.save': ({ settings: changed }) =>
          ok({ ok: true, value: account({ series: {}, settings: changed, revision: 4 }) }),
      },
    });
    await soon('combobox', 'Rodzaj w iFirma');
    await soon('combobox', 'PayU');
    const part = one('region', 'Miejsce na PDF faktury');
    await choose('Pole dodatkowe zapisu dokumentów', '8');
    await press('button', 'Zapisz', part);
    await soon('status', 'Zapisano', part);
    expect(screen.askedFor('settings.save')).toEqual([
      { type: 'settings.save', accountId: 'a1', revision: 3, settings: settings({ documentFieldId: '8' }) },
    ]);
    expect([...selectOf('Pole dodatkowe zapisu dokumentów').options].map(({ text }) => text)).not.toContain(
      'Uwagi magazynu',
    );
  });
});

describe('step 4', () => {
  test('shows the newest document beside what iFirma would get, and that nothing was sent', async () => {
    const screen = await show({ stored: [account()], erplink: false, first: firstDocument() });
    const ours = await soon('table', 'W Sellasist');
    expect(ours.textContent).toContain('135,98');
    expect(one('table', 'W iFirma').textContent).toMatch(/Kubek.*2 szt\..*23%.*135,98/);
    for (const words of ['nic nie zostało wysłane', 'Sumy się zgadzają', 'FV/12/11/2026', 'NIP 1111111111']) {
      expect(document.body.textContent).toContain(words);
    }
    const link = one('link', 'Otwórz zamówienie 1001 w panelu');
    expect(link.getAttribute('href')).toBe('https://mojsklep.sellasist.pl/admin/orders/edit/1001');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(screen.askedFor('first.document')).toEqual([{ type: 'first.document', accountId: 'a1', fresh: false }]);
    await press('button', 'Odśwież');
    await until(() => expect(screen.askedFor('first.document')).toHaveLength(2));
  });

  test('says in words what has to be mended, and in which room', async () => {
    await show({
      stored: [account()],
      first: firstDocument({
        findings: [
          { code: 'payment-unmapped', path: 'payment', params: { method: 'Raty' } },
          { code: 'buyer-postcode-missing', path: 'buyer.postcode', params: {} },
        ],
        sumIfirma: null,
        lines: [],
      }),
    });
    const link = await soon('link', 'Popraw w: Metody płatności');
    expect(link.getAttribute('href')).toBe('#payments');
    expect(document.body.textContent).toContain('kodu pocztowego');
    expect(document.body.textContent).not.toContain('Sumy się');
    expect(document.body.textContent).not.toContain('można wysłać tak, jak widać');
  });

  test('with Erplink on says that Mostek only looks', async () => {
    await show({ stored: [account()], erplink: true, first: firstDocument() });
    await soon('table', 'W iFirma');
    expect(document.body.textContent).toContain('Mostek tylko patrzy: takiego dokumentu nie wyśle');
    expect(document.body.textContent).not.toContain('Ten dokument można wysłać');
  });

  test('the answer about Erplink counts for the step as soon as it is heard of', async () => {
    const screen = await show({ stored: [account()], first: null });
    await press('radio', 'Nie');
    screen.change();
    await until(() => expect(statesOf()[3]).toBe('zrobione'));
  });

  test('a panel without documents says what will appear', async () => {
    await show({ stored: [account()], erplink: false, first: null });
    await until(() => expect(document.body.textContent).toContain('Panel nie ma jeszcze żadnego dokumentu'));
  });

  test('a document that cannot be read says why', async () => {
    await show({
      stored: [account()],
      more: { 'first.document': () => ({ ok: false, reason: { code: 'locked', params: {} } }) },
    });
    await until(() => expect(document.body.textContent).toContain('Nie udało się pokazać dokumentu.'));
  });

  test('without an account says that the question about Erplink comes once there is one', async () => {
    const screen = await show();
    expect(all('radiogroup', 'Integracja Erplink IFIRMA jest włączona')).toEqual([]);
    expect(one('region', 'Podgląd pierwszego dokumentu').textContent).toContain('Pytanie o Erplink');
    expect(screen.askedFor('first.document')).toEqual([]);
  });

  test('asks about Erplink for the panel of the account that was chosen', async () => {
    const other = mapped({ id: 'a2', name: 'Drugi', panel: 'drugi', login: 'ola@example.com' });
    const screen = await show({ stored: [mapped(), other], erplink: false });
    await until(() => expect(statesOf()[3]).toBe('zrobione'));
    await choose('Konto', 'a2');
    await until(() => expect(statesOf()[3]).toBe('teraz'));
    expect(all('radiogroup', 'Integracja Erplink IFIRMA jest włączona')).toHaveLength(1);
    await until(() => expect(inputOf('radio', 'Nie').disabled).toBe(false));
    expect(inputOf('radio', 'Nie').checked).toBe(false);
    await press('radio', 'Nie');
    await until(() =>
      expect(screen.askedFor('erplink.set')).toEqual([{ type: 'erplink.set', panel: 'drugi', on: false }]),
    );
  });
});
