/** Accounts as the options page enters them: what is refused changes nothing, what is stored works. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_TAX } from '../../../utils/invoice/settings.ts';
import type { AccountDraft } from '../../../utils/messages/index.ts';
import { createSetup } from '../../../utils/sync/setup.ts';
import { TEST_KEYS, TEST_LOGIN } from '../../sim/ifirma/index.ts';
import { DEMO_KEY, DRUGI_KEY } from '../../sim/sellasist/index.ts';
import { rawRows } from '../store/examples.ts';
import { draftOf, openedIn, savedOf } from './set-up.ts';
import { LIST } from './troubles.ts';
import { createWorld, DAY, MINUTE, reasonOf, SECOND_LOGIN, VIEW, type World } from './world.ts';

const DRAFT: AccountDraft = {
  id: null,
  revision: 0,
  name: 'Drugie konto',
  panel: 'demo',
  login: SECOND_LOGIN,
  tax: DEFAULT_TAX,
  seriesIds: ['2'],
  secrets: { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura },
};

const PASSPHRASE = 'cztery całkiem zwykłe słowa';

const save = (world: World, draft: Partial<AccountDraft>) =>
  world.tell<'account.save'>({ type: 'account.save', ...DRAFT, ...draft }, VIEW);

/** What is stored of accounts and keys, byte for byte as far as it can be seen. */
const stored = async (world: World) =>
  (await rawRows(world.database)).filter(({ table }) => table === 'accounts' || table === 'vault');

async function lock(world: World): Promise<void> {
  const { faktura, abonent } = TEST_KEYS;
  const keys = { [world.accountId]: { faktura, abonent } };
  const on = { type: 'passphrase.on', passphrase: PASSPHRASE, keys, autoLock: null } as const;
  expect(await world.tell<'passphrase.on'>(on, VIEW)).toMatchObject({ ok: true });
  await world.tell<'lock'>({ type: 'lock' }, VIEW);
}

describe('an account that is refused', () => {
  const exempt = (basis: string) => ({ tax: { vat: 'exempt', basis, flatRate: 'none' } }) as const;
  const REFUSED: readonly (readonly [what: string, draft: Partial<AccountDraft>, reply: object])[] = [
    [
      'without anything',
      { name: ' ', panel: '', login: '', secrets: {} },
      {
        fields: {
          name: 'required',
          panel: 'panel-invalid',
          login: 'required',
          sellasist: 'required',
          faktura: 'required',
        },
      },
    ],
    ['with an address that is no panel', { panel: 'https://example.com' }, { fields: { panel: 'panel-invalid' } }],
    ['with a login that no header carries', { login: 'żółw' }, { fields: { login: 'login-invalid' } }],
    ['with a comma in the login', { login: 'a,b' }, { fields: { login: 'login-invalid' } }],
    [
      'with a key that is no hex',
      { secrets: { ...DRAFT.secrets, faktura: 'xyz1' } },
      { fields: { faktura: 'key-not-hex' } },
    ],
    [
      'with a key that lacks a digit',
      { secrets: { ...DRAFT.secrets, abonent: 'abc' } },
      { fields: { abonent: 'key-odd-length' } },
    ],
    ['exempt from VAT without a legal basis', exempt(' '), { fields: { taxBasis: 'required' } }],
    [
      'with a series that another account has',
      { seriesIds: ['2', '1'] },
      { fields: { seriesIds: 'series-taken' }, owner: 'Sklep testowy' },
    ],
    [
      'for several things at once, each at its field',
      { seriesIds: ['1'], login: '', ...exempt('') },
      { fields: { seriesIds: 'series-taken', login: 'required', taxBasis: 'required' }, owner: 'Sklep testowy' },
    ],
  ];
  it.each(REFUSED)('%s names its fields, and stores neither itself nor a key', async (_what, draft, reply) => {
    const world = await createWorld();
    const before = await stored(world);
    expect(await save(world, draft)).toEqual({ ok: false, ...reply });
    expect(await stored(world)).toEqual(before);
  });

  it('for a series of another account keeps the keys that it had', async () => {
    const world = await createWorld();
    const saved = savedOf(await save(world, {}), 'the second account');
    const before = await stored(world);
    const secrets = { sellasist: 'inny-klucz', faktura: 'FFFF', abonent: 'AAAA' };
    expect(await save(world, { ...draftOf(saved), seriesIds: ['1', '2'], secrets })).toMatchObject({ ok: false });
    expect(await stored(world)).toEqual(before);
    expect(await world.store.vault.panelKey('demo')).toBe(DEMO_KEY);
  });

  it('because another tab took its series in the same moment stores nothing either', async () => {
    const world = await createWorld();
    const both = await Promise.all([save(world, {}), save(world, { name: 'Trzecie', login: 'trzecie@example.com' })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ fields: { seriesIds: 'series-taken' } });
    const accounts = await world.tell<'account.list'>({ type: 'account.list' }, VIEW);
    expect(accounts).toHaveLength(2);
    // The refused one left no key behind: the first account has two, the second one, and the panel one.
    const vault = (await stored(world)).find(({ table }) => table === 'vault')?.rows ?? [];
    const ids = vault.map((row) => (row as { id: string[] }).id[0]).filter((part) => part !== 'own');
    expect(ids.toSorted()).toEqual(['hmac', 'hmac', 'hmac', 'panel']);
  });
});

describe('two forms that were opened on the same account', () => {
  it('the later one is told, nothing is mixed, and the keys stay as the first one left them', async () => {
    const world = await createWorld();
    const opened = await openedIn(world);
    const first = { ...draftOf(opened), name: 'Pierwsza karta', secrets: { abonent: 'AAAA' } };
    const saved = savedOf(await save(world, first), 'the first form');
    expect(saved.revision).toBe(opened.revision + 1);
    const before = await stored(world);

    const second = { ...draftOf(opened), login: 'inny@example.com', secrets: { sellasist: 'inny', faktura: 'BBBB' } };
    const reply = await world.ask<'account.save'>({ type: 'account.save', ...second }, VIEW);
    expect(reasonOf(reply)).toEqual({ code: 'account-changed', params: {} });
    expect(await stored(world)).toEqual(before);
  });

  it('at the same moment: one is stored whole, the other is told', async () => {
    const world = await createWorld();
    const opened = await openedIn(world);
    const [one, two] = ['A', 'B'].map((name) => ({ ...draftOf(opened), name, secrets: { abonent: `${name}${name}` } }));
    const replies = await Promise.all(
      [one, two].map((draft) => world.ask<'account.save'>({ type: 'account.save', ...DRAFT, ...draft }, VIEW)),
    );
    expect(replies.map((reply) => (reply.ok ? 'stored' : reply.reason.code)).toSorted()).toEqual([
      'account-changed',
      'stored',
    ]);
    const now = await openedIn(world);
    const stays = replies[0]?.ok ? 'AA' : 'BB';
    expect(now.name).toBe(stays[0]);
    expect(await world.store.vault.matches(now.id, 'abonent', stays)).toBe(true);
  });

  it('when the account was removed meanwhile: it does not come back', async () => {
    const world = await createWorld();
    const draft = draftOf(await openedIn(world));
    await world.tell<'account.remove'>({ type: 'account.remove', id: world.accountId }, VIEW);
    const reply = await world.ask<'account.save'>({ type: 'account.save', ...draft }, VIEW);
    expect(reasonOf(reply).code).toBe('account-changed');
    expect(await world.tell<'account.list'>({ type: 'account.list' }, VIEW)).toEqual([]);
  });

  it('a pause that began meanwhile is no change of a person: the form is saved, and the pause stays', async () => {
    const world = await createWorld();
    const draft = draftOf(await openedIn(world));
    await world.store.accounts.change(world.accountId, (account) => ({ ...account, pausedBy: 'kod-403' }));
    const saved = savedOf(await save(world, { ...draft, name: 'Inna nazwa' }), 'the form');
    expect(saved).toMatchObject({ name: 'Inna nazwa', pausedBy: 'kod-403' });
  });
});

describe('while the keys are locked', () => {
  it('an account is saved when no key is typed, and refused with the reason when one is', async () => {
    const world = await createWorld();
    await lock(world);
    const opened = await openedIn(world);
    const saved = savedOf(await save(world, { ...draftOf(opened), name: 'Nowa nazwa' }), 'the name');
    expect(saved).toMatchObject({ name: 'Nowa nazwa', secrets: opened.secrets });

    const before = await stored(world);
    const draft = { ...draftOf(saved), name: 'Jeszcze inna', secrets: { faktura: 'AAAA' } };
    const reply = await world.ask<'account.save'>({ type: 'account.save', ...draft }, VIEW);
    expect(reasonOf(reply).code).toBe('locked');
    expect(await stored(world)).toEqual(before);
  });

  it('the connection test says so, without asking anybody', async () => {
    const world = await createWorld();
    await lock(world);
    const asked = world.network.passed.length;
    const lines = await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
    expect(lines.map(({ what, problem, field }) => [what, problem?.code, field])).toEqual([
      ['sellasist', 'locked', null],
      ['ifirma', 'locked', null],
    ]);
    expect(world.network.passed).toHaveLength(asked);
  });
});

describe('an account that is stored', () => {
  it('forgives what is pasted along: white space, and a whole address', async () => {
    const world = await createWorld({ account: false });
    const pasted = {
      name: '  Sklep ',
      panel: ' https://Demo.SellAsist.pl/admin/orders ',
      login: ` ${TEST_LOGIN}\u200b\n`,
      seriesIds: ['1', '1'],
      secrets: { sellasist: ` ${DEMO_KEY}\u00a0\n`, faktura: ' EAB0 D8AC F330 8F3B ' },
    };
    const saved = savedOf(await save(world, pasted), 'what was pasted');
    expect(saved).toMatchObject({ name: 'Sklep', panel: 'demo', login: TEST_LOGIN, seriesIds: ['1'] });
    const lines = await world.tell<'account.test'>({ type: 'account.test', id: saved.id }, VIEW);
    expect(lines.map(({ what, problem }) => [what, problem])).toEqual([
      ['sellasist', null],
      ['sellasist-orders', null],
      ['sellasist-fields', null],
      ['sellasist-documents', null],
      ['ifirma', null],
    ]);
  });

  it('keeps the secrets that are not typed again, and loses an optional one that is emptied', async () => {
    const world = await createWorld();
    const before = await openedIn(world);
    const renamed = savedOf(await save(world, { ...draftOf(before), name: 'Nowa nazwa' }), 'the name');
    expect(renamed).toEqual({ ...before, name: 'Nowa nazwa', revision: before.revision + 1 });
    const emptied = savedOf(await save(world, { ...draftOf(renamed), secrets: { abonent: '' } }), 'the empty key');
    expect(emptied.secrets).toEqual({ ...before.secrets, abonent: null });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
  });

  it('keeps how it is taxed, and a basis only while it is exempt', async () => {
    const world = await createWorld();
    const tax = { vat: 'exempt', basis: '  Art. 113 ust. 1 ', flatRate: '0.055' } as const;
    const exempt = savedOf(await save(world, { ...draftOf(await openedIn(world)), tax }), 'exempt');
    expect(exempt.tax).toEqual({ vat: 'exempt', basis: 'Art. 113 ust. 1', flatRate: '0.055' });
    const payer = savedOf(await save(world, { ...draftOf(exempt), tax: { ...exempt.tax, vat: 'payer' } }), 'payer');
    expect(payer.tax).toEqual({ vat: 'payer', basis: '', flatRate: '0.055' });
  });

  it('with fewer series forgets what was set for the others', async () => {
    const world = await createWorld({ draft: { seriesIds: ['1', '2'] } });
    const saved = savedOf(await save(world, { ...draftOf(await openedIn(world)), seriesIds: ['2'] }), 'fewer series');
    expect(Object.keys(saved.series)).toEqual(['2']);
  });

  it('moved to another panel keeps what is the company’s, and nothing that was chosen from the old panel’s lists', async () => {
    const settings = { errorStatusId: '9', stateFieldId: '13', orderSeriesId: '1', issuePlace: 'Warszawa' };
    const world = await createWorld({ settings });
    const move = { panel: 'drugi', seriesIds: ['3'], secrets: { sellasist: DRUGI_KEY } };
    const saved = savedOf(await save(world, { ...draftOf(await openedIn(world)), ...move }), 'the move');
    expect(saved).toMatchObject({ panel: 'drugi', series: {}, payments: {}, login: TEST_LOGIN });
    expect(saved.settings).toMatchObject({
      errorStatusId: null,
      documentFieldId: null,
      correctionFieldId: null,
      stateFieldId: null,
      orderSeriesId: null,
      issuePlace: 'Warszawa',
    });
    expect(await world.store.vault.panelKey('demo')).toBeNull();
  });

  it('moved to a panel whose key another account has brought needs none', async () => {
    const world = await createWorld();
    const other = { panel: 'drugi', seriesIds: ['3'], secrets: { ...DRAFT.secrets, sellasist: DRUGI_KEY } };
    savedOf(await save(world, other), 'the other panel');
    const draft = draftOf(await openedIn(world));
    expect(await save(world, { ...draft, panel: 'drugi', seriesIds: [] })).toMatchObject({ ok: true });
    expect(await save(world, { ...DRAFT, id: null, panel: 'trzeci', secrets: { faktura: 'AAAA' } })).toMatchObject({
      fields: { sellasist: 'required' },
    });
  });

  it('that is removed leaves no key behind, and its panel’s key stays while another account needs it', async () => {
    const world = await createWorld();
    const saved = savedOf(await save(world, {}), 'the second account');
    await world.tell<'account.remove'>({ type: 'account.remove', id: world.accountId }, VIEW);
    expect(await world.store.vault.panelKey('demo')).toBe(DEMO_KEY);
    expect(await world.store.vault.hmacKey(world.accountId, 'faktura')).toBeNull();
    await world.tell<'account.remove'>({ type: 'account.remove', id: saved.id }, VIEW);
    expect(await world.store.vault.panelKey('demo')).toBeNull();
  });
});

describe('the list of accounts', () => {
  it('reads the vault once, however many there are', async () => {
    const world = await createWorld();
    const { accounts, vault } = world.store;
    const template = await accounts.get(world.accountId);
    if (template === null) throw new Error('no account');
    for (let nth = 0; nth < 49; nth += 1) {
      const account = { ...template, id: `konto-${nth}`, name: `Konto ${nth}`, seriesIds: [], series: {} };
      expect(await accounts.save({ account, revision: 0 }, [])).toMatchObject({ ok: true });
    }
    let readings = 0;
    const counted = new Proxy(vault, {
      get(target, name) {
        if (name === 'fingerprints' || name === 'allFingerprints') readings += 1;
        return Reflect.get(target, name);
      },
    });
    const met = { of: never, meet: never, forget: never };
    const services = { of: () => never(), panel: () => never(), room: never, window: never, met };
    const list = await createSetup({ ...world.store, vault: counted }, services, {
      now: () => 0,
      sleep: async () => undefined,
    }).list();
    expect(list).toHaveLength(50);
    expect(readings).toBe(1);
    expect(list.filter(({ secrets }) => secrets.faktura !== null).map(({ id }) => id)).toEqual([world.accountId]);
    expect(list.every(({ secrets }) => secrets.sellasist !== null)).toBe(true);
    expect(JSON.stringify(list)).not.toContain('fileForm');
  });
});

function never(): never {
  throw new Error('nobody is asked');
}

describe('a disk that is full', () => {
  it('sends nothing that could not be recorded first, says so, and goes on when there is room', async () => {
    const world = await createWorld();
    await world.view('1001', 'd77');
    world.full = true;
    const reply = await world.ask<'send'>({ type: 'send', orderId: '1001', key: 'd77', confirm: [] });
    expect(reply).toMatchObject({ ok: false, reason: { code: 'storage-full' } });
    expect(world.ifirma.booked()).toEqual([]);
    world.full = false;
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
  });

  it.each([
    ['that it is being sent', 1, 0],
    ['the check', 2, 0],
    ['the intent', 3, 0],
    ['the identifier', 4, 1],
    ['the number', 5, 1],
    ['that its PDF is being saved', 6, 1],
    ['the end', 7, 1],
  ])(
    'at the writing of %s: nothing is lost and nothing doubled, once there is room',
    async (_what, fitting, booked) => {
      const world = await createWorld();
      await world.view('1001', 'd77');
      world.fullAfter(fitting);
      await world.ask<'send'>({ type: 'send', orderId: '1001', key: 'd77', confirm: [] });
      await world.pass(10 * MINUTE);
      expect(world.ifirma.booked()).toHaveLength(booked);
      world.full = false;
      await world.pass(DAY);
      expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', ifirmaNumber: '1/11/2026' });
      expect(world.ifirma.booked()).toHaveLength(1);
      expect(world.panel.files('1001', '12')).toHaveLength(1);
    },
  );

  it('a limit whose window cannot be written is no reason to send more', async () => {
    const world = await createWorld();
    world.network.arm({ ...LIST, times: 1 }, { kind: 'too-many', retryAfter: 60 });
    await world.send('1001', 'd77');
    world.full = true;
    await world.pass(10 * MINUTE);
    expect(world.ifirma.booked()).toEqual([]);
    world.full = false;
    await world.pass(10 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
  });
});
