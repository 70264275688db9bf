/** What is set for an account that exists: each form for itself, and each told when it was opened on what is no more. */
import { describe, expect, it } from 'vitest';
import { EMPTY_SERIES } from '../../../utils/invoice/series.ts';
import { DEFAULT_SETTINGS } from '../../../utils/invoice/settings.ts';
import { SERIES } from '../../browser/set-up.ts';
import { draftOf, openedIn, savedOf, setUpIn } from './set-up.ts';
import { createWorld, reasonOf, SECOND_LOGIN, VIEW, type World } from './world.ts';

const NUMBER = '61109010140000071219812874';

async function settingsOf(world: World, changes: object, id = world.accountId) {
  const { revision, settings } = await openedIn(world, id);
  const asked = { type: 'settings.save', accountId: id, revision, settings: { ...settings, ...changes } } as const;
  return world.tell<'settings.save'>(asked, VIEW);
}

/** A second account of the panel, with a series of its own. */
const second = (world: World, settings = {}) =>
  setUpIn(world, { draft: { name: 'Drugie konto', login: SECOND_LOGIN, seriesIds: ['2'] }, settings });

describe('a form that was opened before somebody else saved', () => {
  it('is told, whichever it is, and changes nothing', async () => {
    const world = await createWorld();
    const { id: accountId, revision } = await openedIn(world);
    await settingsOf(world, { issuePlace: 'Warszawa' });
    const now = await openedIn(world);
    const asked = { accountId, revision };
    const replies = [
      await world.ask<'settings.save'>({ type: 'settings.save', ...asked, settings: DEFAULT_SETTINGS }, VIEW),
      await world.ask<'payments.save'>({ type: 'payments.save', ...asked, payments: {} }, VIEW),
      await world.ask<'series.save'>({ type: 'series.save', ...asked, series: {} }, VIEW),
    ];
    for (const reply of replies) expect(reasonOf(reply)).toEqual({ code: 'account-changed', params: {} });
    expect(await openedIn(world)).toEqual(now);
  });

  it('is told that, and not what is wrong with its fields: they may be out of date, too', async () => {
    const world = await createWorld();
    const { id: accountId, revision, settings } = await openedIn(world);
    await settingsOf(world, { issuePlace: 'Warszawa' });
    const asked = { type: 'settings.save', accountId, revision, settings: { ...settings, unit: '' } } as const;
    expect(reasonOf(await world.ask<'settings.save'>(asked, VIEW)).code).toBe('account-changed');
  });

  it('of an account that was removed is told the same', async () => {
    const world = await createWorld();
    const { id: accountId, revision } = await openedIn(world);
    await world.tell<'account.remove'>({ type: 'account.remove', id: accountId }, VIEW);
    const asked = { type: 'payments.save', accountId, revision, payments: {} } as const;
    expect(reasonOf(await world.ask<'payments.save'>(asked, VIEW)).code).toBe('account-changed');
  });

  it('at the very same moment: one of two different forms is stored, and the other is told', async () => {
    const world = await createWorld();
    const { id: accountId, revision, settings } = await openedIn(world);
    const asked = { accountId, revision };
    const replies = await Promise.all([
      world.ask<'settings.save'>(
        { type: 'settings.save', ...asked, settings: { ...settings, issuePlace: 'Łódź' } },
        VIEW,
      ),
      world.ask<'payments.save'>({ type: 'payments.save', ...asked, payments: { '2': 'GTK' } }, VIEW),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'stored' : reply.reason.code)).toSorted()).toEqual([
      'account-changed',
      'stored',
    ]);
    const now = await openedIn(world);
    expect(now.revision).toBe(revision + 1);
    expect([now.settings.issuePlace === 'Łódź', Object.keys(now.payments).length === 1]).toEqual(
      replies.map(({ ok }) => ok),
    );
  });

  it('gets the new revision with its reply, so that it can be saved again', async () => {
    const world = await createWorld();
    const first = savedOf(await settingsOf(world, { issuePlace: 'Warszawa' }), 'the first time');
    const asked = { accountId: first.id, revision: first.revision, settings: first.settings };
    const again = await world.tell<'settings.save'>({ type: 'settings.save', ...asked }, VIEW);
    expect(savedOf(again, 'the second time').revision).toBe(first.revision + 1);
  });
});

describe('settings', () => {
  it('are stored as they are tidied', async () => {
    const world = await createWorld();
    const number = `PL ${NUMBER.slice(0, 2)} ${NUMBER.slice(2)}`;
    const reply = await settingsOf(world, { issuePlace: ' Warszawa ', bankAccount: { use: 'number', number } });
    expect(savedOf(reply, 'settings').settings).toMatchObject({
      issuePlace: 'Warszawa',
      bankAccount: { use: 'number', number: `PL${NUMBER}` },
    });
  });

  it('that will not do name their fields, and nothing is stored', async () => {
    const world = await createWorld();
    const before = await openedIn(world);
    const reply = await settingsOf(world, {
      unit: ' ',
      bankAccount: { use: 'number', number: '123' },
      orderSeriesId: '9',
    });
    expect(reply).toEqual({
      ok: false,
      fields: { unit: 'required', bankAccount: 'bank-account-invalid', orderSeriesId: 'order-series-unfit' },
    });
    expect(await openedIn(world)).toEqual(before);
  });

  it('make one account of a panel the one that issues orders without a document, and name it to the others', async () => {
    const world = await createWorld({ settings: { orderSeriesId: '1' } });
    const other = await second(world);
    expect(await settingsOf(world, { orderSeriesId: '2' }, other)).toEqual({
      ok: false,
      fields: { orderSeriesId: 'order-series-taken' },
      owner: 'Sklep testowy',
    });
    // Beside whatever else is wrong.
    expect(await settingsOf(world, { orderSeriesId: '2', unit: '' }, other)).toMatchObject({
      fields: { orderSeriesId: 'order-series-taken', unit: 'required' },
    });
    savedOf(await settingsOf(world, { orderSeriesId: null }), 'given up');
    savedOf(await settingsOf(world, { orderSeriesId: '2' }, other), 'taken over');
  });

  it('of two accounts that want the orders in the same moment: one has them', async () => {
    const world = await createWorld();
    const other = await second(world);
    const replies = await Promise.all([
      settingsOf(world, { orderSeriesId: '1' }),
      settingsOf(world, { orderSeriesId: '2' }, other),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ fields: { orderSeriesId: 'order-series-taken' } });
  });
});

describe('series', () => {
  const save = async (world: World, series: Readonly<Record<string, typeof EMPTY_SERIES>>) => {
    const { id: accountId, revision } = await openedIn(world);
    return world.tell<'series.save'>({ type: 'series.save', accountId, revision, series }, VIEW);
  };

  it('are tidied, and what is said of those of others is dropped', async () => {
    const world = await createWorld({ draft: { seriesIds: ['1', '2'] } });
    const odd = { ...EMPTY_SERIES, ifirmaSeries: ' sklep ', template: ' Logo\u200b', pattern: ' FV/{numer}\n' };
    const { series } = await save(world, { '1': SERIES, '2': odd, '3': SERIES, '99': SERIES });
    expect(series).toEqual({
      '1': SERIES,
      '2': { ...odd, ifirmaSeries: 'sklep', template: 'Logo', pattern: 'FV/{numer}' },
    });
  });

  it('may become unfit for orders without a document: the order says so when it is to be sent', async () => {
    const world = await createWorld({ settings: { orderSeriesId: '1' } });
    const { settings } = await save(world, { '1': { ...SERIES, kind: 'none' } });
    expect(settings.orderSeriesId).toBe('1');
    const order = world.panel.addOrder();
    expect(await world.send(order.id, `o${order.id}`)).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'order-series-unfit' }],
    });
  });

  it('that leave the account take their settings along', async () => {
    const world = await createWorld({ draft: { seriesIds: ['1', '2'] }, settings: { orderSeriesId: '2' } });
    const draft = { ...draftOf(await openedIn(world)), seriesIds: ['1'] };
    const saved = savedOf(await world.tell<'account.save'>({ type: 'account.save', ...draft }, VIEW), 'fewer');
    expect(Object.keys(saved.series)).toEqual(['1']);
    const order = world.panel.addOrder();
    expect(await world.send(order.id, `o${order.id}`)).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'order-series-unfit' }],
    });
  });
});

describe('the language', () => {
  it('is what every view speaks from then on', async () => {
    const world = await createWorld();
    expect(await world.tell<'language'>({ type: 'language' }, VIEW)).toBe('pl');
    await world.tell<'language.set'>({ type: 'language.set', language: 'en' }, VIEW);
    expect(await world.tell<'language'>({ type: 'language' }, VIEW)).toBe('en');
    expect(await world.tell<'state'>({ type: 'state', orderId: '1001', key: null, fresh: true })).toMatchObject({
      language: 'en',
    });
    await world.restart();
    expect(await world.tell<'language'>({ type: 'language' }, VIEW)).toBe('en');
  });

  it('stays what it was when the disk is full, and says so', async () => {
    const world = await createWorld();
    world.full = true;
    const reply = await world.ask<'language.set'>({ type: 'language.set', language: 'en' }, VIEW);
    expect(reasonOf(reply).code).toBe('storage-full');
    expect(await world.tell<'language'>({ type: 'language' }, VIEW)).toBe('pl');
  });
});
