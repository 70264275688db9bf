// @vitest-environment happy-dom
/** What happens to an open form when something changes outside it: another tab saves, the language changes. */
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test } from 'vitest';
import { Options } from '../../../../components/options/options.tsx';
import type { AccountView, Language } from '../../../../utils/messages/index.ts';
import { account, dictionaries, settings } from './examples.ts';
import {
  all,
  choose,
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

/** A background that stores one account as the real one does: a save on an older revision is refused. */
interface Background {
  stored: AccountView;
  language: Language;
}

const show = (room: string, background: Background): Promise<Screen> => {
  location.hash = room;
  const save = (revision: number, next: (now: AccountView) => AccountView) => {
    if (revision !== background.stored.revision)
      return { ok: false, reason: { code: 'account-changed', params: {} } } as const;
    background.stored = { ...next(background.stored), revision: revision + 1 };
    return { ok: true, value: background.stored } as const;
  };
  return mount(
    <Options />,
    {
      'account.list': () => ok([background.stored]),
      'account.save': ({ revision, name, login, tax }) => {
        const saved = save(revision, (now) => ({ ...now, name, login, tax }));
        return saved.ok ? ok(saved) : saved;
      },
      'settings.save': ({ revision, settings: next }) => {
        const saved = save(revision, (now) => ({ ...now, settings: next }));
        return saved.ok ? ok(saved) : saved;
      },
      'payments.save': ({ revision, payments }) => save(revision, (now) => ({ ...now, payments })),
      'erplink.get': () => ok({ [background.stored.panel]: false }),
      language: () => ok(background.language),
      'language.set': ({ language }) => {
        background.language = language;
        return ok(null);
      },
      dictionaries: () => ok(dictionaries()),
    },
    background.language,
  );
};

const background = (more: Partial<AccountView> = {}): Background => ({ stored: account(more), language: 'pl' });

/** Another tab stores something. */
const elsewhere = (world: Background, more: Partial<AccountView>): void => {
  world.stored = { ...world.stored, ...more, revision: world.stored.revision + 1 };
};

afterEach(unmount);

describe('what another tab saved', () => {
  test('is shown by a form without edits', async () => {
    const world = background();
    const screen = await show('#accounts', world);
    await soon('textbox', 'Nazwa konta');
    elsewhere(world, { name: 'Z drugiej karty' });
    screen.change();
    await until(() => expect(inputOf('textbox', 'Nazwa konta').value).toBe('Z drugiej karty'));
    await type('Nazwa konta', 'I stąd');
    await press('button', 'Zapisz');
    await until(() => expect(world.stored.name).toBe('I stąd'));
  });

  test('never overwrites edits, which are told at once, refused, and given up on demand', async () => {
    const world = background();
    const screen = await show('#accounts', world);
    await soon('textbox', 'Nazwa konta');
    await type('Nazwa konta', 'Stąd');
    elsewhere(world, { name: 'Z drugiej karty' });
    screen.change();
    await until(() => expect(one('alert').textContent).toContain('Tymczasem zapisano tu coś innego'));
    expect(inputOf('textbox', 'Nazwa konta').value).toBe('Stąd');

    await press('button', 'Zapisz');
    await until(() => expect(one('alert').textContent).toContain('Nie zapisano'));
    expect(world.stored.name).toBe('Z drugiej karty');
    expect(inputOf('textbox', 'Nazwa konta').value).toBe('Stąd');

    await press('button', 'Wczytaj ponownie');
    await until(() => expect(inputOf('textbox', 'Nazwa konta').value).toBe('Z drugiej karty'));
    expect(all('alert')).toEqual([]);
    await type('Nazwa konta', 'Jeszcze raz');
    await press('button', 'Zapisz');
    await until(() => expect(world.stored.name).toBe('Jeszcze raz'));
  });

  test('is refused as well where this tab had not heard of it, and then read', async () => {
    const world = background();
    await show('#accounts', world);
    await soon('textbox', 'Nazwa konta');
    elsewhere(world, { name: 'Z drugiej karty' });
    await type('Nazwa konta', 'Stąd');
    await press('button', 'Zapisz');
    await until(() => expect(one('alert').textContent).toContain('Nie zapisano'));
    await press('button', 'Wczytaj ponownie');
    await until(() => expect(inputOf('textbox', 'Nazwa konta').value).toBe('Z drugiej karty'));
    await until(() => expect(all('alert')).toEqual([]));
  });

  test('of another part of the account does not stand in the way of this one', async () => {
    const world = background();
    const screen = await show('#settings', world);
    await soon('textbox', 'Domyślna jednostka');
    await type('Domyślna jednostka', 'kpl.');
    elsewhere(world, { name: 'Nowa nazwa', payments: { '10': 'PRZ' } });
    screen.change();
    await until(() => expect(selectOf('Konto').selectedOptions[0]?.text).toContain('Nowa nazwa'));
    await press('button', 'Zapisz');
    await until(() => expect(world.stored.settings.unit).toBe('kpl.'));
    expect(world.stored.payments).toEqual({ '10': 'PRZ' });
  });

  test('that says the same as the edits leaves nothing to save', async () => {
    const world = background();
    const screen = await show('#settings', world);
    await soon('textbox', 'Domyślna jednostka');
    await type('Domyślna jednostka', 'kpl.');
    expect(document.body.textContent).toContain('niezapisane zmiany');
    elsewhere(world, { settings: settings({ unit: 'kpl.' }) });
    screen.change();
    await until(() => expect(document.body.textContent).not.toContain('niezapisane zmiany'));
    expect(all('alert')).toEqual([]);
  });
});

test('edits that are made while a save is under way stay, and can be saved after it', async () => {
  const world = background();
  let answer = (): void => undefined;
  location.hash = '#payments';
  await mount(<Options />, {
    'account.list': () => ok([world.stored]),
    dictionaries: () => ok(dictionaries()),
    'payments.save': ({ revision, payments }) =>
      new Promise((resolve) => {
        answer = () => {
          if (revision !== world.stored.revision) throw new Error(`revision ${revision} is not the stored one`);
          world.stored = { ...world.stored, payments, revision: revision + 1 };
          resolve(ok(world.stored));
        };
      }),
  });
  await soon('combobox', 'PayU');
  await choose('PayU', 'ALG');
  await press('button', 'Zapisz');
  await choose('Przelew tradycyjny', 'PRZ');
  await act(() => answer());
  expect(world.stored.payments).toEqual({ '11': 'ALG' });
  await until(() => expect(document.body.textContent).toContain('niezapisane zmiany'));
  expect(one('status').textContent).toBe('');
  expect(selectOf('Przelew tradycyjny').value).toBe('PRZ');
  expect(all('alert')).toEqual([]);

  await press('button', 'Zapisz');
  await act(() => answer());
  expect(world.stored.payments).toEqual({ '10': 'PRZ', '11': 'ALG' });
  await until(() => expect(one('status').textContent).toBe('Zapisano'));
  expect(all('alert')).toEqual([]);
});

describe('Język', () => {
  test('is stored at once and spoken at once, with unsaved edits kept', async () => {
    const world = background();
    const screen = await show('#settings', world);
    await soon('textbox', 'Domyślna jednostka');
    await type('Domyślna jednostka', 'kpl.');
    await choose('Język', 'en');
    await soon('heading', 'Basic configuration');
    expect(screen.askedFor('language.set')).toEqual([{ type: 'language.set', language: 'en' }]);
    await until(() => expect(all('status').map((status) => status.textContent)).toContain('Saved'));
    expect(inputOf('textbox', 'Default unit').value).toBe('kpl.');
    expect(document.documentElement.lang).toBe('en');
    expect(all('link').map(nameOf)).toEqual([
      'First steps',
      'Accounts',
      'Payment methods',
      'Basic configuration',
      'Document series',
      'Automations',
      'Not sent',
      'Closing the month',
      'Panel layout',
      'Synchronisation log',
      'Security',
      'Diagnostics',
    ]);
  });

  test('that could not be stored is not spoken', async () => {
    const world = background();
    location.hash = '#settings';
    await mount(<Options />, {
      'account.list': () => ok([world.stored]),
      dictionaries: () => ok(dictionaries()),
      'language.set': () => ({ ok: false, reason: { code: 'storage-full', params: {} } }),
    });
    await soon('combobox', 'Język');
    await choose('Język', 'en');
    await until(() => expect(one('alert').textContent).toContain('Nie zapisano'));
    expect((one('combobox', 'Język') as HTMLSelectElement).value).toBe('pl');
  });

  test('chosen in another tab is spoken here as well', async () => {
    const world = background();
    const screen = await show('#payments', world);
    await soon('heading', 'Metody płatności');
    world.language = 'en';
    screen.change();
    await soon('heading', 'Payment methods');
  });
});

describe('the first room', () => {
  const rooms = [
    'Pierwsze kroki',
    'Konta',
    'Metody płatności',
    'Podstawowa konfiguracja',
    'Serie dokumentów',
    'Automatyzacje',
    'Nie wysłane',
    'Zamknięcie miesiąca',
    'Układ panelu',
    'Log synchronizacji',
    'Bezpieczeństwo',
    'Diagnostyka',
  ];

  test('is Konta where there is an account, and every room has a link in its order', async () => {
    await show('', background());
    await soon('heading', 'Konta');
    expect(all('link').map(nameOf).slice(0, rooms.length)).toEqual(rooms);
    await until(() => expect(document.title).toBe('Konta – Mostek – ustawienia'));
  });

  test('is Pierwsze kroki while there is none, and stays that when the account comes into being', async () => {
    const accounts: AccountView[] = [];
    location.hash = '';
    const screen = await mount(<Options />, {
      'account.list': () => ok([...accounts]),
      'erplink.get': () => ok({}),
      dictionaries: () => ok(dictionaries()),
      'first.document': () => ok(null),
    });
    await soon('heading', 'Pierwsze kroki');
    accounts.push(account());
    screen.change();
    await until(() => expect(screen.askedFor('account.list').length).toBeGreaterThan(1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    one('heading', 'Pierwsze kroki');
    expect(all('link', 'Pierwsze kroki')[0]?.getAttribute('aria-current')).toBe('page');
  });
});
