// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { SecurityRoom } from '../../../../components/options/security/security-room.tsx';
import type { SecurityView } from '../../../../utils/messages/index.ts';
import {
  type Answers,
  all,
  choose,
  click,
  descriptionOf,
  inputOf,
  mount,
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
import { PASSPHRASE, security } from './examples.ts';

/** The background, as far as it knows how the keys are kept. */
const show = async (first: Partial<SecurityView>, more: Answers = {}): Promise<Screen> => {
  let view = security(first);
  const become = (change: Partial<SecurityView>): SecurityView => {
    view = { ...view, ...change };
    return view;
  };
  const screen = await mount(<SecurityRoom />, {
    security: () => ok(view),
    unlock: ({ passphrase }) => {
      if (passphrase !== PASSPHRASE) return { ok: false, reason: { code: 'passphrase-wrong', params: {} } };
      become({ passphrase: 'unlocked' });
      return ok(null);
    },
    lock: () => {
      become({ passphrase: 'locked' });
      return ok(null);
    },
    'lock.after': ({ minutes }) => {
      become({ autoLock: minutes });
      return ok(null);
    },
    'passphrase.on': () => ok({ ok: true, value: become({ passphrase: 'unlocked' }) }),
    'passphrase.change': ({ current }) =>
      current === PASSPHRASE ? ok(null) : { ok: false, reason: { code: 'passphrase-wrong', params: {} } },
    'passphrase.off': () => {
      become({ passphrase: 'none' });
      return ok(null);
    },
    ...more,
  });
  await until(() => expect(all('group').length).toBeGreaterThan(0));
  return screen;
};

const typeKeys = async (): Promise<void> => {
  await type('Klucz API – Mój sklep', 'AA 11');
  await type('Klucz API abonent – Mój sklep', 'bb22');
  await type('Klucz API – Drugi sklep', 'cc33');
};

const typeTwice = async (first: string, second = first): Promise<void> => {
  await type('Hasło', first);
  await type('Powtórz hasło', second);
};

afterEach(unmount);

describe('turning the passphrase on', () => {
  test('asks for every stored iFirma key again, each by its name and account, and says why', async () => {
    await show({});
    for (const name of ['Klucz API – Mój sklep', 'Klucz API abonent – Mój sklep', 'Klucz API – Drugi sklep']) {
      one('textbox', name);
    }
    expect(descriptionOf(one('textbox', 'Klucz API – Mój sklep'))).toContain('a07b');
    expect(document.body.textContent).toContain('nie da się odczytać');
    expect(document.body.textContent).toContain('Zapomnianego hasła nie da się odzyskać');
  });

  test('sends the keys tidied by account, and leaves nothing of them on the page', async () => {
    const screen = await show({});
    await typeKeys();
    await typeTwice(PASSPHRASE);
    await choose('Blokuj po', '30');
    await press('button', 'Włącz hasło');
    await soon('button', 'Zablokuj teraz');
    expect(screen.askedFor('passphrase.on')).toEqual([
      {
        type: 'passphrase.on',
        passphrase: PASSPHRASE,
        keys: { a1: { faktura: 'aa11', abonent: 'bb22' }, a2: { faktura: 'cc33' } },
        autoLock: 30,
      },
    ]);
    const values = [...document.querySelectorAll('input')].map((input) => input.value);
    expect(values.filter((value) => value !== '' && value !== 'on')).toEqual([]);
    expect(document.body.innerHTML).not.toContain(PASSPHRASE);
    expect(one('status', 'Hasło jest włączone.').textContent).toContain('włączone');
  });

  test('a passphrase that is too short, or is typed in two ways, is said at its field and not sent', async () => {
    const screen = await show({});
    await typeTwice('krótkie');
    await press('button', 'Włącz hasło');
    expect(inputOf('textbox', 'Hasło').getAttribute('aria-invalid')).toBe('true');
    expect(descriptionOf(one('textbox', 'Hasło'))).toContain('co najmniej 12');
    expect(document.activeElement).toBe(one('textbox', 'Hasło'));
    await typeTwice(PASSPHRASE, 'zielony most nad drogą');
    await press('button', 'Włącz hasło');
    expect(descriptionOf(one('textbox', 'Powtórz hasło'))).toContain('nie są takie same');
    expect(screen.askedFor('passphrase.on')).toEqual([]);
  });

  test('keys that are missing or not the stored ones are said at their fields', async () => {
    await show(
      {},
      { 'passphrase.on': () => ok({ ok: false, keys: { 'a1/faktura': 'other-key', 'a2/faktura': 'required' } }) },
    );
    await typeTwice(PASSPHRASE);
    await press('button', 'Włącz hasło');
    const invalid = await soon('textbox', 'Klucz API – Mój sklep');
    await until(() => expect(invalid.getAttribute('aria-invalid')).toBe('true'));
    expect(descriptionOf(invalid)).toContain('inny klucz');
    expect(descriptionOf(one('textbox', 'Klucz API – Drugi sklep'))).toContain('Uzupełnij');
    expect(inputOf('textbox', 'Klucz API abonent – Mój sklep').hasAttribute('aria-invalid')).toBe(false);
  });

  test.each([
    ['', 'Co najmniej 12'],
    ['abcdefgh', 'brakuje jeszcze 4'],
    ['aaaaaaaaaaaaaaaa', 'Łatwe do odgadnięcia'],
    ['mostek nad wodą', 'Wystarczy'],
    ['mostek nad wodą i lasem', 'Dobre hasło'],
  ])('how good „%s” is stands at its field in a plain word', async (typed, word) => {
    await show({});
    await type('Hasło', typed);
    expect(descriptionOf(one('textbox', 'Hasło'))).toContain(word);
  });

  test('without any account there is nothing to type again, and it can be turned on all the same', async () => {
    const screen = await show({ keys: [] });
    expect(document.body.textContent).toContain('Nie ma jeszcze żadnego klucza');
    await typeTwice(PASSPHRASE);
    await press('button', 'Włącz hasło');
    await until(() => expect(screen.askedFor('passphrase.on')).toMatchObject([{ keys: {} }]));
  });
});

test('what is typed is unseen until the person asks to see it, and is nothing for the browser to fill in', async () => {
  await show({});
  const field = inputOf('textbox', 'Hasło');
  expect([field.type, field.autocomplete]).toEqual(['password', 'new-password']);
  const [reveal] = all('button', 'Pokaż');
  if (reveal === undefined) throw new Error('There is nothing to show it with.');
  await click(reveal);
  expect(inputOf('textbox', 'Hasło').type).toBe('text');
  await press('button', 'Ukryj');
  expect(inputOf('textbox', 'Hasło').type).toBe('password');
});

describe('while the keys are locked', () => {
  test('a wrong passphrase is said aloud at its field and opens nothing', async () => {
    await show({ passphrase: 'locked' });
    await type('Hasło', 'to nie to');
    await press('button', 'Odblokuj');
    expect((await soon('alert')).textContent).toContain('To nie jest to hasło');
    expect(document.activeElement).toBe(one('textbox', 'Hasło'));
    one('button', 'Odblokuj');
  });

  test('the right one opens them, and the focus goes to what came of it', async () => {
    const screen = await show({ passphrase: 'locked' });
    expect(all('button', 'Zmień hasło')).toEqual([]);
    await type('Hasło', PASSPHRASE);
    await press('button', 'Odblokuj');
    await soon('button', 'Zablokuj teraz');
    expect(screen.askedFor('unlock')).toHaveLength(1);
    await until(() => expect(document.activeElement?.textContent).toBe('Odblokowano.'));
  });

  test('an empty field is not asked about', async () => {
    const screen = await show({ passphrase: 'locked' });
    await press('button', 'Odblokuj');
    expect((await soon('alert')).textContent).toContain('Uzupełnij');
    expect(screen.askedFor('unlock')).toEqual([]);
  });

  test('another view that unlocks them is heeded', async () => {
    let view = security({ passphrase: 'locked' });
    const screen = await show({}, { security: () => ok(view) });
    await soon('button', 'Odblokuj');
    view = security({ passphrase: 'unlocked' });
    screen.change();
    await soon('button', 'Zablokuj teraz');
  });
});

describe('while the keys are unlocked', () => {
  test('"Zablokuj teraz" locks them', async () => {
    const screen = await show({ passphrase: 'unlocked' });
    await press('button', 'Zablokuj teraz');
    await soon('button', 'Odblokuj');
    expect(screen.askedFor('lock')).toHaveLength(1);
  });

  test('"Blokuj po" is saved at once, and what was refused is drawn as it was', async () => {
    const screen = await show({ passphrase: 'unlocked', autoLock: 15 });
    await choose('Blokuj po', '');
    await soon('status', 'Zapisano');
    expect(screen.askedFor('lock.after')).toEqual([{ type: 'lock.after', minutes: null }]);
    await show(
      { passphrase: 'unlocked', autoLock: 15 },
      { 'lock.after': () => ({ ok: false, reason: { code: 'storage-full', params: {} } }) },
    );
    await choose('Blokuj po', '240');
    await soon('alert');
    expect(selectOf('Blokuj po').value).toBe('15');
  });

  test('a change needs the present passphrase, and a wrong one is said at its field', async () => {
    const screen = await show({ passphrase: 'unlocked' });
    await type('Nowe hasło', `${PASSPHRASE} 2`);
    await type('Powtórz hasło', `${PASSPHRASE} 2`);
    await press('button', 'Zmień hasło');
    expect(descriptionOf(one('textbox', 'Obecne hasło'))).toContain('Uzupełnij');
    await type('Obecne hasło', 'nie to hasło');
    await press('button', 'Zmień hasło');
    await until(() => expect(descriptionOf(one('textbox', 'Obecne hasło'))).toContain('To nie jest to hasło'));
    await type('Obecne hasło', PASSPHRASE);
    await press('button', 'Zmień hasło');
    await soon('status', 'Hasło zostało zmienione.');
    expect(screen.askedFor('passphrase.change').at(-1)).toMatchObject({ current: PASSPHRASE, next: `${PASSPHRASE} 2` });
    for (const name of ['Obecne hasło', 'Nowe hasło', 'Powtórz hasło']) {
      expect(inputOf('textbox', name).value).toBe('');
    }
  });

  test('turning it off needs the present passphrase alone', async () => {
    const screen = await show({ passphrase: 'unlocked' });
    await type('Obecne hasło', PASSPHRASE);
    await press('button', 'Wyłącz hasło');
    await soon('button', 'Włącz hasło');
    expect(screen.askedFor('passphrase.off')).toEqual([{ type: 'passphrase.off', current: PASSPHRASE }]);
  });
});

test('a state that cannot be read says why, and the way to take everything away stays open', async () => {
  await show({}, { security: () => ({ ok: false, reason: { code: 'internal', params: {} } }) });
  await soon('alert');
  one('button', 'Usuń wszystko');
  one('button', 'Spróbuj ponownie');
});
