// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import type { ErrorGroup, ManyDone } from '../../../../utils/messages/index.ts';
import { all, nameOf, ok, one, press, soon, type, unmount, until } from '../options/screen.tsx';
import { errors, group, groups, lacking, page, row, showPopup } from './scene.tsx';

const NAME = '12 × brak kodu pocztowego nabywcy';
const SENTENCE = 'Brakuje kodu pocztowego nabywcy, a iFirma go wymaga.';
const RESEND = 'Wyślij ponownie wszystkie (12): brak kodu pocztowego nabywcy';
const SKIP = 'Pomiń wszystkie (12)…: brak kodu pocztowego nabywcy';
const ALL = 'Pokaż wszystkie (12): brak kodu pocztowego nabywcy';

const unmapped = (nth: number, method: string) =>
  row({
    key: `d${nth}`,
    state: 'incomplete',
    findings: [{ code: 'payment-unmapped', path: 'payment', params: { method } }],
  });

const show = (...some: readonly ErrorGroup[]) => showPopup({ 'error.groups': () => ok(groups(some)) });

const done = (more: Partial<ManyDone> = {}): ManyDone => ({ done: 12, left: [], remaining: 0, stopped: null, ...more });

const times = (text: string, part: string): number => text.split(part).length - 1;

afterEach(unmount);

describe('documents of one cause', () => {
  test('are a group in the list, named by how many and what for, with the sentence said once', async () => {
    await show(group(12));
    const list = await soon('list', 'Błędy synchronizacji');
    const shown = one('group', NAME, list);
    expect(times(shown.textContent ?? '', SENTENCE)).toBe(1);
    expect(all('listitem', undefined, list)).toHaveLength(5);
    for (const each of all('listitem', undefined, shown))
      expect(all('button', undefined, each).map(nameOf)).toEqual(['Napraw', 'Wyślij ponownie', 'Pomiń']);
  });

  test('say in each row what else it lacks, and not again what all of them do', async () => {
    const city = { code: 'buyer-city-missing', path: 'buyer.city', params: {} } as const;
    const [first, second] = [lacking(1), lacking(2)];
    await show(group(2, { rows: [first, { ...second, findings: [...second.findings, city] }] }));
    const [one, other] = await errors();
    expect(one?.textContent).not.toContain('kodu pocztowego');
    expect(other?.textContent).not.toContain('kodu pocztowego');
    expect(other?.textContent).toContain('Brakuje miejscowości nabywcy');
  });

  test('each say their own words where those differ', async () => {
    await show(group(2, { cause: 'payment-unmapped', rows: [unmapped(1, 'PayPal'), unmapped(2, 'Raty')] }));
    const [one, other] = await errors();
    expect(one?.textContent).toContain('„PayPal”');
    expect(other?.textContent).toContain('„Raty”');
    expect(times(document.body.textContent ?? '', '„PayPal”')).toBe(1);
  });

  test('are a single row when there is one of them', async () => {
    await show(group(1));
    expect(await errors()).toHaveLength(1);
    expect(all('group')).toEqual([]);
    expect(document.body.textContent).toContain(SENTENCE);
  });

  test('of two causes have buttons of different names', async () => {
    const same = group(12, { cause: 'buyer-city-missing' });
    await show(group(12), same);
    await soon('group', NAME);
    const names = all('button', undefined, one('list', 'Błędy synchronizacji'))
      .map(nameOf)
      .filter((name) => /wszystkie/.test(name));
    expect(names).toHaveLength(6);
    expect(new Set(names).size).toBe(6);
  });

  test('have no buttons for all where nothing may be done', async () => {
    await show(group(12, { actions: [] }));
    await soon('group', NAME);
    expect(all('button', RESEND)).toEqual([]);
    expect(all('button', SKIP)).toEqual([]);
  });

  test('say how many causes more there are', async () => {
    await showPopup({ 'error.groups': () => ok(groups([group(2)], 7)) });
    await until(() => expect(document.body.textContent).toContain('Jest jeszcze 7\u00a0innych przyczyn'));
  });
});

describe('“Pokaż wszystkie”', () => {
  test('reads all of that cause page by page, and keeps the sentence said once', async () => {
    const screen = await showPopup({
      'error.groups': () => ok(groups([group(12)])),
      errors: ({ before }) =>
        ok(
          before === null
            ? page(
                Array.from({ length: 10 }, (_, at) => lacking(12 - at)),
                3,
                12,
              )
            : page([lacking(2), lacking(1)], null, 12),
        ),
    });
    await press('button', ALL);
    await until(() => expect(all('listitem')).toHaveLength(10));
    expect(screen.askedFor('errors')).toEqual([
      { type: 'errors', panel: null, cause: 'buyer-postcode-missing', before: null },
    ]);
    expect(all('button', ALL)).toEqual([]);
    await press('button', 'Pokaż starsze');
    await until(() => expect(all('listitem')).toHaveLength(12));
    expect(times(document.body.textContent ?? '', SENTENCE)).toBe(1);
  });

  test('is not offered where all are there', async () => {
    await show(group(3));
    await soon('group', '3 × brak kodu pocztowego nabywcy');
    expect(all('button').filter((button) => /Pokaż wszystkie/.test(nameOf(button)))).toEqual([]);
  });
});

describe('“Wyślij ponownie wszystkie”', () => {
  test('sends all of the cause, says what came of it, and reads the list anew', async () => {
    let shown = [group(12)];
    const screen = await showPopup({
      'error.groups': () => ok(groups(shown)),
      'resend.cause': () => {
        shown = [];
        return ok(done({ done: 9, left: [{ why: 'overrule', count: 3 }], remaining: 5 }));
      },
    });
    await press('button', RESEND);
    expect(screen.askedFor('resend.cause')).toEqual([
      { type: 'resend.cause', panel: null, cause: 'buyer-postcode-missing' },
    ]);
    await until(() =>
      expect(one('status', undefined, one('tabpanel')).textContent).toBe(
        'Do kolejki: 9\u00a0dokumentów. Bez zmian: 3\u00a0dokumenty (najpierw odpowiedz na pytanie przy dokumencie). Zostało 5\u00a0dokumentów; naciśnij jeszcze raz.',
      ),
    );
    await until(() => expect(document.body.textContent).toContain('Nic nie wymaga uwagi'));
  });

  test('is pressed once while it goes on', async () => {
    let give: () => void = () => undefined;
    const screen = await showPopup({
      'error.groups': () => ok(groups([group(12)])),
      'resend.cause': () =>
        new Promise((resolve) => {
          give = () => resolve(ok(done()));
        }),
    });
    await press('button', RESEND);
    expect(one('button', RESEND).getAttribute('aria-disabled')).toBe('true');
    await press('button', RESEND);
    expect(screen.askedFor('resend.cause')).toHaveLength(1);
    give();
    await until(() => expect(one('button', RESEND).getAttribute('aria-disabled')).toBeNull());
  });

  test('that is refused says why', async () => {
    await showPopup({
      'error.groups': () => ok(groups([group(12)])),
      'resend.cause': () => ({ ok: false, reason: { code: 'locked', params: {} } }),
    });
    await press('button', RESEND);
    await until(() => expect(one('status', undefined, one('tabpanel')).textContent).toContain('Nie udało się.'));
  });
});

describe('“Pomiń wszystkie”', () => {
  test('asks for the reason once, and skips all with it', async () => {
    const screen = await showPopup({
      'error.groups': () => ok(groups([group(12)])),
      'skip.cause': () => ok(done()),
    });
    await press('button', SKIP);
    const dialog = await soon('dialog', 'Pominąć 12 dokumentów?');
    await press('button', 'Pomiń', dialog);
    expect(screen.askedFor('skip.cause')).toEqual([]);
    await type('Powód', 'Zwroty');
    await press('button', 'Pomiń', dialog);
    expect(screen.askedFor('skip.cause')).toEqual([
      { type: 'skip.cause', panel: null, cause: 'buyer-postcode-missing', why: 'Zwroty' },
    ]);
    await until(() => expect(document.body.textContent).toContain('Pominięto: 12\u00a0dokumentów.'));
    expect(all('dialog')).toEqual([]);
  });
});
