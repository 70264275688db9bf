/** The comparison comes in bounded parts, keeps to the limits, survives the worker, and says why it cannot go on. */
import { describe, expect, it, vi } from 'vitest';
import { advance, begin, extend, isComparable, unsettled } from '../../../../components/options/month-end/run.ts';
import { compareMonth } from '../../../../utils/invoice/month-end.ts';
import { documentsOf } from '../batch/scene.ts';
import { lock, turnOn, unlock } from '../passphrase.ts';
import { json } from '../troubles.ts';
import { createWorld, MINUTE, PANEL, reasonOf, type World } from '../world.ts';
import { asking, byHand, compare, follow, NOVEMBER, opened, stoppedBy } from './scene.ts';

vi.setConfig({ testTimeout: 120_000 });

const requests = (world: World, path: RegExp) => world.network.passed.filter(({ target }) => path.test(target));
const DETAIL = /operationdocuments\/\d/;
const SINGLE = /fakturakraj\/\d/;
const many = (count: number, date = '2026-11-10') => Array.from({ length: count }, () => date);

/** So many invoices that somebody has made in iFirma itself. */
async function withForeign(count: number): Promise<World> {
  const world = await createWorld();
  await world.send('1001', 'd77');
  for (let nth = 0; nth < count; nth += 1) byHand(world, {});
  return world;
}

describe('250 documents', () => {
  it('are read over several pages, each once, without once going beyond a limit', async () => {
    const world = await createWorld();
    const refs = documentsOf(world, many(250));
    const { counts, run } = await compare(world);
    expect(counts.missing).toBeGreaterThanOrEqual(250);
    expect(run.looked).toBeGreaterThanOrEqual(250);
    expect(requests(world, DETAIL).length).toBeLessThan(250 + 20);
    expect(world.network.passed.filter(({ status }) => status === 429)).toEqual([]);
    const { rows } = compareMonth(run.collected);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    for (const { key } of refs) expect(rows.map((row) => row.key)).toContain(key);
  });

  it('in iFirma are read over three pages of its list, once', async () => {
    const world = await withForeign(250);
    const before = requests(world, /faktury\.json/).length;
    const run = await follow(world, opened(world), 14);
    expect(run.collected.invoices).toHaveLength(251);
    expect(requests(world, /faktury\.json/).length - before).toBe(3);
  });

  it('are not read again the next time, but for those of the month that were read too long ago', async () => {
    const world = await createWorld();
    documentsOf(world, [...many(20), ...many(10, '2026-10-20')]);
    await compare(world);
    const read = requests(world, DETAIL).length;
    await compare(world);
    expect(requests(world, DETAIL)).toHaveLength(read);
    world.clock.advance(MINUTE);
    await compare(world, NOVEMBER, world.clock.now());
    const again = requests(world, DETAIL).length - read;
    expect(again).toBeGreaterThanOrEqual(20);
    expect(again).toBeLessThan(30);
  });
});

describe('a comparison that is made again', () => {
  it('sees what was mended in Sellasist since, without reading the rest again', async () => {
    const world = await createWorld();
    const [ref] = documentsOf(world, many(10));
    const id = ref?.key.slice(1) ?? '';
    await world.send(ref?.orderId ?? '', ref?.key ?? 'd0');
    const document = world.panel.documents.get(id);
    if (document === undefined) throw new Error('no document');
    world.panel.documents.set(id, { ...document, total: document.total + 1 });
    world.clock.advance(MINUTE);
    const first = await compare(world, NOVEMBER, world.clock.now());
    expect(unsettled(first.run)).toEqual([id]);
    world.panel.documents.set(id, document);
    const read = requests(world, DETAIL).length;
    const again = await follow(world, begin(world.accountId, NOVEMBER, 0, unsettled(first.run)));
    expect(compareMonth(again.collected).rows.find(({ key }) => key === ref?.key)).toMatchObject({ verdict: 'same' });
    expect(requests(world, DETAIL).length - read).toBe(1);
  });
});

describe('a part', () => {
  it('is bounded, and nothing more is asked when nobody asks for the next', async () => {
    const world = await createWorld();
    documentsOf(world, many(60));
    const went = await advance(opened(world), asking(world));
    expect(went.ok && went.run.looked).toBeGreaterThan(0);
    expect(went.ok && went.run.looked).toBeLessThan(60);
    const passed = world.network.passed.length;
    await world.pass(10 * MINUTE);
    expect(world.network.passed).toHaveLength(passed);
  });

  it('leaves room for people: what does not fit below the limit waits, and says until when', async () => {
    const world = await createWorld();
    documentsOf(world, many(120));
    let run = opened(world);
    let notBefore = 0;
    for (let part = 0; part < 8 && notBefore === 0; part += 1) {
      const went = await advance(run, asking(world));
      if (!went.ok) throw new Error('stopped');
      ({ run, notBefore } = went);
    }
    expect(notBefore).toBeGreaterThan(world.clock.now());
    expect(requests(world, /./).filter(({ host }) => host === 'demo.sellasist.pl').length).toBeLessThan(60);
  });

  it.each([
    ['the panel', 'operationdocuments\\?', 'panel'],
    ['iFirma', 'faktury\\.json', 'ifirma'],
  ] as const)('obeys `Retry-After` of %s, and loses nothing by it', async (_who, path, step) => {
    const world = await createWorld();
    documentsOf(world, many(3));
    world.network.arm({ path, times: 1 }, { kind: 'too-many', retryAfter: 90 });
    let run = opened(world);
    let waited = 0;
    for (let part = 0; part < 30 && run.step.kind !== 'done'; part += 1) {
      const went = await advance(run, asking(world));
      if (!went.ok) throw new Error(JSON.stringify(went.reason));
      if (went.notBefore > world.clock.now()) {
        expect(run.step.kind).toBe(step);
        waited = Math.max(waited, went.notBefore - world.clock.now());
        world.clock.freeze(went.notBefore);
      }
      run = went.run;
    }
    expect(waited).toBeGreaterThanOrEqual(80_000);
    expect(compareMonth(run.collected).counts.missing).toBeGreaterThanOrEqual(3);
  });

  it('that a worker died in is asked for again, and the whole is the same', async () => {
    const world = await createWorld();
    documentsOf(world, many(60));
    await world.send('1001', 'd77');
    const once = await follow(world, opened(world), 2);
    await world.restart();
    const whole = await follow(world, once);
    const { rows } = await compare(world);
    expect(compareMonth(whole.collected).rows).toEqual(rows);
  });
});

describe('single invoices', () => {
  it('are read of what the ledger does not know alone', async () => {
    const world = await withForeign(3);
    const before = requests(world, SINGLE).length;
    await compare(world);
    expect(requests(world, SINGLE).length - before).toBe(3);
  });

  it('are read up to a bound, then a person is asked; until then nothing of that sum is called missing', async () => {
    const world = await withForeign(5);
    const id = world.panel.addOrder({ date: '2026-11-20' }).id;
    const [booked] = world.ifirma.booked();
    const gross = String((booked?.gross ?? 0) / 100);
    const document = world.panel.addDocument({ orderId: id, lines: [{ price: gross }] });
    const run = await follow(world, { ...opened(world), budget: 2 });
    expect(run.step.kind).toBe('done');
    const before = compareMonth(run.collected);
    expect(before.unread).toBe(3);
    expect(before.rows.find(({ key }) => key === `d${document.id}`)).toMatchObject({ verdict: 'check', why: 'unread' });
    const after = compareMonth((await follow(world, extend(run))).collected);
    expect(after.unread).toBe(0);
    expect(after.rows.find(({ key }) => key === `d${document.id}`)).toMatchObject({ verdict: 'missing' });
  });
});

describe('it cannot go on', () => {
  it.each([
    [
      'the key of the panel has no right to documents',
      { path: 'operationdocuments' },
      json(403, { message: 'Access denied' }),
      'sellasist-forbidden',
    ],
    ['the network is down', { path: 'operationdocuments' }, { kind: 'offline' }, 'offline'],
    ['iFirma refuses', { path: 'faktury\\.json' }, { kind: 'kod', kod: 403 }, 'kod-403'],
    [
      'iFirma is not to be understood',
      { path: 'faktury\\.json' },
      { kind: 'html', when: 'before' },
      'ifirma-unreadable',
    ],
  ] as const)('when %s, and says so', async (_what, where, trouble, code) => {
    const world = await createWorld();
    documentsOf(world, many(2));
    world.network.arm(where, trouble);
    expect(await stoppedBy(world, opened(world))).toBe(code);
  });

  it('and goes on where it stood once it can', async () => {
    const world = await createWorld();
    documentsOf(world, many(30));
    const once = await follow(world, opened(world), 2);
    await turnOn(world);
    await lock(world);
    expect(await stoppedBy(world, once)).toBe('locked');
    expect(await stoppedBy(world, { ...once, step: { kind: 'ledger', before: null } })).toBe('locked');
    expect(isComparable(once)).toBe(false);
    await unlock(world);
    const { looked } = once;
    const whole = await follow(world, once);
    expect(whole.looked).toBeGreaterThan(looked);
    expect(compareMonth(whole.collected).counts.missing).toBeGreaterThanOrEqual(30);
  });

  it('without the account, in a month that is none, or for a page of the panel', async () => {
    const world = await createWorld();
    expect(await stoppedBy(world, begin('nie-ma', NOVEMBER, 0))).toBe('account-gone');
    const ask = { type: 'month-end.ifirma', accountId: world.accountId, month: NOVEMBER, page: 1 } as const;
    expect(reasonOf(await world.ask<'month-end.ifirma'>(ask, PANEL)).code).toBe('internal');
  });

  it('does not take a draft of iFirma for an invoice', async () => {
    const world = await createWorld();
    const row = { FakturaId: 5, PelnyNumer: '5/11/2026', Rodzaj: 'prz_faktura_kraj', Brutto: 1 };
    const Wynik = [
      { ...row, CzySzkic: true },
      { ...row, FakturaId: 6, Rodzaj: 'prz_faktura_wysylka' },
    ];
    world.network.arm({ path: 'faktury\\.json' }, json(200, { response: { Kod: 0, Wynik } }));
    expect((await compare(world)).foreign.map(({ identifier }) => identifier)).toEqual(['6']);
  });

  it('passes over a document that nobody understands, and says which', async () => {
    const world = await createWorld();
    const [odd, plain] = documentsOf(world, many(2));
    world.network.arm({ path: `operationdocuments/${odd?.key.slice(1)}$` }, { kind: 'html', when: 'before' });
    const { run, rows } = await compare(world);
    expect(run.unreadable).toEqual([odd?.key.slice(1)]);
    expect(rows.map(({ key }) => key)).toContain(plain?.key);
  });

  it('when a list of iFirma gives the same page for ever', async () => {
    const world = await withForeign(120);
    const went = await follow(world, opened(world), 3);
    const same = { ...went, step: { kind: 'ifirma', page: 1 } } as const;
    const [first] = [await asking(world)('month-end.ifirma', { accountId: world.accountId, month: NOVEMBER, page: 1 })];
    const stuck = await advance(
      { ...same, collected: { ...same.collected, invoices: first?.ok ? first.value.invoices : [] } },
      asking(world),
    );
    expect(stuck).toMatchObject({ ok: false, reason: { code: 'ifirma-unreadable' } });
  });
});
