// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test } from 'vitest';
import { SecurityRoom } from '../../../../components/options/security/security-room.tsx';
import { type FileProblem, type ImportPreview, SETTINGS_FILE_MOST } from '../../../../utils/messages/index.ts';
import {
  type Answers,
  all,
  click,
  descriptionOf,
  inputOf,
  mount,
  nameOf,
  ok,
  one,
  press,
  type Screen,
  soon,
  type,
  unmount,
  until,
} from '../options/screen.tsx';
import { imported, PASSPHRASE, preview, security } from './examples.ts';

let saved: { readonly name: string; readonly text: string }[] = [];

const show = async (more: Answers, view = security()): Promise<Screen> => {
  saved = [];
  const screen = await mount(<SecurityRoom save={(name, text) => saved.push({ name, text })} />, {
    security: () => ok(view),
    'file.export': () => ok({ ok: true, value: { name: 'mostek-ustawienia-2026-11-22.json', text: '{}' } }),
    ...more,
  });
  await until(() => expect(all('group', 'Eksport ustawień')).toHaveLength(1));
  return screen;
};

afterEach(unmount);

describe('an export', () => {
  test('without keys asks for nothing and saves the file', async () => {
    const screen = await show({});
    await press('button', 'Eksportuj ustawienia');
    await soon('status', 'Zapisano plik mostek-ustawienia-2026-11-22.json.');
    expect(screen.askedFor('file.export')).toEqual([{ type: 'file.export', secrets: null }]);
    expect(saved).toEqual([{ name: 'mostek-ustawienia-2026-11-22.json', text: '{}' }]);
  });

  test('with keys asks for a passphrase of the file and for the keys again, and forgets them', async () => {
    const screen = await show({});
    await click(one('checkbox', 'Dołącz klucze'));
    const part = one('group', 'Eksport ustawień');
    const key = one('textbox', 'Klucz API – Mój sklep', part) as HTMLInputElement;
    await act(() => {
      key.value = 'AA11';
      key.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await type('Hasło pliku', PASSPHRASE);
    await press('button', 'Eksportuj ustawienia');
    await until(() => expect(saved).toHaveLength(1));
    expect(screen.askedFor('file.export')).toEqual([
      { type: 'file.export', secrets: { passphrase: PASSPHRASE, current: null, keys: { a1: { faktura: 'aa11' } } } },
    ]);
    expect(inputOf('textbox', 'Hasło pliku').value).toBe('');
    expect((one('textbox', 'Klucz API – Mój sklep', part) as HTMLInputElement).value).toBe('');
  });

  test('with keys under a passphrase asks for that one instead of the keys', async () => {
    const screen = await show({}, security({ passphrase: 'unlocked' }));
    await click(one('checkbox', 'Dołącz klucze'));
    const part = one('group', 'Eksport ustawień');
    expect(all('textbox', undefined, part).map(nameOf)).toEqual(['Hasło pliku', 'Obecne hasło']);
    const current = one('textbox', 'Obecne hasło', part) as HTMLInputElement;
    await act(() => {
      current.value = PASSPHRASE;
      current.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await type('Hasło pliku', 'kładka przez potok');
    await press('button', 'Eksportuj ustawienia');
    await until(() =>
      expect(screen.askedFor('file.export')).toEqual([
        { type: 'file.export', secrets: { passphrase: 'kładka przez potok', current: PASSPHRASE, keys: {} } },
      ]),
    );
  });

  test('keys that are missing are said at their fields, and nothing is saved', async () => {
    await show({ 'file.export': () => ok({ ok: false, keys: { 'a2/faktura': 'required' } }) });
    await click(one('checkbox', 'Dołącz klucze'));
    await type('Hasło pliku', PASSPHRASE);
    await press('button', 'Eksportuj ustawienia');
    const part = one('group', 'Eksport ustawień');
    await until(() => expect(descriptionOf(one('textbox', 'Klucz API – Drugi sklep', part))).toContain('Uzupełnij'));
    expect(saved).toEqual([]);
  });

  test('a passphrase of the file that is too short is not sent', async () => {
    const screen = await show({});
    await click(one('checkbox', 'Dołącz klucze'));
    await type('Hasło pliku', 'abc');
    await press('button', 'Eksportuj ustawienia');
    expect(inputOf('textbox', 'Hasło pliku').getAttribute('aria-invalid')).toBe('true');
    expect(screen.askedFor('file.export')).toEqual([]);
  });

  test('while the keys are locked they cannot go along', async () => {
    await show({}, security({ passphrase: 'locked' }));
    expect(inputOf('checkbox', 'Dołącz klucze').disabled).toBe(true);
    expect(descriptionOf(one('checkbox', 'Dołącz klucze'))).toContain('Odblokuj');
  });
});

describe('an import', () => {
  const offer = async (file: File): Promise<void> => {
    const input = [...document.querySelectorAll<HTMLInputElement>('input[type=file]')].find(
      (candidate) => nameOf(candidate) === 'Plik z ustawieniami',
    );
    if (input === undefined) throw new Error('There is no place for a file.');
    Object.defineProperty(input, 'files', { configurable: true, value: [file] });
    await act(() => {
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await press('button', 'Wczytaj ustawienia z pliku');
  };
  const file = (text = '{}'): File => new File([text], 'ustawienia.json', { type: 'application/json' });
  const seen = (value: ImportPreview): Answers => ({ 'file.preview': () => ok({ ok: true, value }) });

  test('names the place for a file and the chosen file in the language of the page', async () => {
    await show(seen(preview()));
    const { form } = (await soon('button', 'Wczytaj ustawienia z pliku')) as HTMLButtonElement;
    const input = form?.querySelector<HTMLInputElement>('input[type=file]') ?? null;
    if (input === null) throw new Error('There is no place for a file.');
    expect(nameOf(input)).toBe('Plik z ustawieniami');
    expect(form?.textContent).toContain('Wybierz plik');
    expect(descriptionOf(input)).toContain('Nie wybrano pliku');
    await offer(file());
    expect(descriptionOf(input)).toContain('ustawienia.json');
    expect(descriptionOf(input)).not.toContain('Nie wybrano');
  });

  test('shows first what would change, in the words of the forms', async () => {
    const screen = await show(
      seen(
        preview({
          accounts: [
            imported({
              changes: [
                { path: 'settings.unit', from: '"szt."', to: '"kpl."' },
                { path: 'settings.saleDate', from: '"issue"', to: '"order"' },
                { path: 'settings.dueDate', from: '{"from":"none"}', to: '{"days":14,"from":"issue"}' },
                { path: 'settings.savePdf', from: 'true', to: 'false' },
                { path: 'series.2.kind', from: null, to: '"domestic"' },
                { path: 'series.2.correctionReason', from: null, to: '"OBOW_RABAT"' },
                { path: 'payments.12', from: '"PRZ"', to: '"P24"' },
                { path: 'secrets.faktura', from: null, to: null },
              ],
            }),
            imported({ name: 'Nowy sklep', kind: 'new', changes: [] }),
          ],
          general: [{ path: 'erplink.demo', from: null, to: 'false' }],
          untouched: ['Trzeci sklep'],
        }),
      ),
    );
    await offer(file('{"mostek":"settings"}'));
    const rows = [...(await soon('table', 'Zmiany: Mój sklep')).querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['Domyślna jednostka', 'szt.', 'kpl.'],
      ['Data sprzedaży', 'dzień wystawienia', 'data zamówienia'],
      ['Termin płatności', 'bez terminu na fakturze', '14\u00a0dni, liczony od daty wystawienia'],
      ['Pobieraj i zapisuj PDF dokumentów', 'tak', 'nie'],
      ['Seria 2: Rodzaj w iFirma', '–', 'faktura krajowa'],
      ['Seria 2: Domyślny powód korekty', '–', 'obowiązkowy rabat'],
      ['Metoda 12', 'przelew', 'Przelewy24'],
      ['Klucz API', '–', 'klucz z pliku'],
    ]);
    const general = [...one('table', 'Zmiany wspólne dla wszystkich kont').querySelectorAll('tbody td, tbody th')];
    expect(general.map(({ textContent }) => textContent)).toEqual([
      'Panel demo: Integracja Erplink IFIRMA jest włączona',
      'bez odpowiedzi',
      'nie',
    ]);
    for (const words of ['20.11.2026', 'nowe konto', 'Trzeci sklep'])
      expect(document.body.textContent).toContain(words);
    expect(screen.askedFor('file.preview')).toEqual([{ type: 'file.preview', text: '{"mostek":"settings"}' }]);
    expect(screen.askedFor('file.import')).toEqual([]);
  });

  test('changes exactly what was seen, and the rest of the page hears of it', async () => {
    const screen = await show({ ...seen(preview()), 'file.import': () => ok({ ok: true, value: [] }) });
    await offer(file('{"a":1}'));
    await press('button', 'Zastosuj');
    await soon('status', 'Wczytano ustawienia z pliku.');
    expect(screen.askedFor('file.import')).toEqual([
      { type: 'file.import', text: '{"a":1}', token: 't1', passphrase: null },
    ]);
    expect(screen.askedFor('security').length).toBeGreaterThan(1);
    expect(all('button', 'Zastosuj')).toEqual([]);
  });

  test('is taken back by "Anuluj"', async () => {
    const screen = await show(seen(preview()));
    await offer(file());
    await press('button', 'Anuluj');
    expect(all('button', 'Zastosuj')).toEqual([]);
    expect(screen.askedFor('file.import')).toEqual([]);
  });

  test('of a file with keys needs its passphrase, and a wrong one is said at its field', async () => {
    const screen = await show({
      ...seen(preview({ hasSecrets: true })),
      'file.import': ({ passphrase }) =>
        ok(
          passphrase === PASSPHRASE
            ? { ok: true, value: [] }
            : { ok: false, problem: 'passphrase-wrong' as const, path: '' },
        ),
    });
    await offer(file());
    await press('button', 'Zastosuj');
    expect((await soon('alert')).textContent).toContain('Uzupełnij');
    expect(screen.askedFor('file.import')).toEqual([]);
    await type('Hasło pliku', 'nie to hasło');
    await press('button', 'Zastosuj');
    await until(() => expect(one('alert').textContent).toContain('nie otwiera kluczy'));
    await type('Hasło pliku', PASSPHRASE);
    await press('button', 'Zastosuj');
    await soon('status', 'Wczytano ustawienia z pliku.');
    expect(document.body.innerHTML).not.toContain(PASSPHRASE);
  });

  test('of a file with keys whose passphrase is lost brings in the rest', async () => {
    const screen = await show({
      ...seen(preview({ hasSecrets: true })),
      'file.import': () => ok({ ok: true, value: [] }),
    });
    await offer(file());
    await click(await soon('checkbox', 'Wczytaj bez kluczy'));
    await press('button', 'Zastosuj');
    await until(() => expect(screen.askedFor('file.import')).toMatchObject([{ passphrase: null }]));
  });

  test('of a file past the limit is refused by its size alone: it is not read', async () => {
    const screen = await show({});
    const large = file();
    Object.defineProperty(large, 'size', { value: SETTINGS_FILE_MOST + 1 });
    Object.defineProperty(large, 'text', { value: () => Promise.reject(new Error('It was read.')) });
    await offer(large);
    expect((await soon('alert')).textContent).toContain('za duży');
    expect(screen.askedFor('file.preview')).toEqual([]);
  });

  test('without a file says so at its field', async () => {
    await show({});
    await press('button', 'Wczytaj ustawienia z pliku');
    expect(document.body.textContent).toContain('Wybierz najpierw plik.');
  });

  test.each<readonly [FileProblem, RegExp]>([
    ['too-large', /za duży/],
    ['not-json', /uszkodzony/],
    ['not-settings', /nie jest plik z ustawieniami/],
    ['older', /starszej wersji/],
    ['newer', /nowszej wersji/],
    ['invalid', /miejsce: accounts\.0\.settings\.savePdf/],
    ['unsafe', /niedozwolona nazwa.*accounts\.0/],
    ['series-taken', /tę samą serię/],
    ['passphrase-wrong', /nie otwiera kluczy/],
    ['changed', /zmieniły się/],
    ['locked', /Odblokuj/],
    ['storage-full', /zabrakło miejsca/],
  ])('that ends in %s says what is wrong, what to do, and that nothing was changed', async (problem, sentence) => {
    await show({ 'file.preview': () => ok({ ok: false, problem, path: 'accounts.0.settings.savePdf' }) });
    await offer(file());
    const text = (await soon('alert')).textContent ?? '';
    expect(text).toMatch(sentence);
    expect(text).toContain('Nic nie zostało zmienione.');
    expect(all('button', 'Zastosuj')).toEqual([]);
  });

  test('a name in the file cannot turn the page around', async () => {
    await show(seen(preview({ accounts: [imported({ name: 'Sklep\u202e<b>', changes: [] })] })));
    await offer(file());
    await soon('button', 'Zastosuj');
    expect(document.body.textContent).toContain('Sklep<b>');
    expect(document.querySelector('h4 b')).toBeNull();
  });
});
