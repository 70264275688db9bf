/**
 * A POST whose answer was lost, and a list that never shows what came of it: the invoice is read by its number, wherever that stands, before
 * its absence counts and before a person sends again. What could not be looked at proves nothing.
 */
import { describe, expect, it } from 'vitest';
import { SERIES } from '../invoice/examples.ts';
import { onlyInvoice } from './second-invoice.ts';
import { DETAIL, POST } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, type World, type WorldOptions } from './world.ts';

const HOUR = 60 * MINUTE;
/** So long that nobody waits for it; what was booked the night before is shown. */
const LAG = { ms: 12 * HOUR } as const;
const LOST = { kind: 'drop', when: 'after' } as const;

const { body } = await anInvoice();

async function anInvoice() {
  const world = await createWorld();
  await world.send('1001', 'd77');
  return onlyInvoice(world, '1001');
}

/** Somebody books in iFirma itself, for another buyer and without any mark. */
function byHand(world: World, times: number, changes: object = {}) {
  const Kontrahent = { Nazwa: 'Ktoś', NIP: '2222222222', KodPocztowy: '00-001', Miejscowosc: 'Warszawa' };
  return Array.from({ length: times }, () =>
    world.ifirma.issueByHand('fakturakraj', { ...body, Kontrahent, Uwagi: 'Sprzedaż w sklepie', ...changes }),
  );
}

/** 77 is booked, nobody heard of it, and no list shows it. */
async function lost(prepare: (world: World) => unknown = () => null, options: WorldOptions = {}) {
  const world = await createWorld(options);
  await prepare(world);
  world.clock.advance(12 * HOUR + 1);
  world.ifirma.turn({ listLag: LAG });
  world.network.arm({ ...POST, times: 1 }, LOST);
  expect(await world.send('1001', 'd77')).toMatchObject({ state: 'uncertain' });
  return { world, own: onlyInvoice(world, '1001') };
}

const posts = (world: World) => world.network.passed.filter(({ method }) => method === 'POST');
const reads = (world: World) => world.network.passed.filter(({ target }) => new RegExp(DETAIL.path).test(target));

async function expectFound(world: World, number: string) {
  await world.pass(11 * MINUTE);
  expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', ifirmaNumber: number });
  await world.pass(DAY);
  expect(bookedFor(world, '1001')).toHaveLength(1);
  expect(posts(world)).toHaveLength(1);
}

describe('a list that never shows anything new', () => {
  const before: Readonly<Record<string, (world: World) => unknown>> = {
    'and books that were empty': () => null,
    'after invoices that it shows': (world) => byHand(world, 7),
    'after more of them than a page of it holds': (world) => byHand(world, 130),
    'after a deleted one': (world) => {
      const [, , last] = byHand(world, 3);
      world.ifirma.removeByHand(last?.id ?? '');
    },
    'after invoices of the month before': (world) => {
      world.ifirma.setAccountingMonth({ month: 10, year: 2026 });
      byHand(world, 3, { DataWystawienia: '2026-10-30', DataSprzedazy: '2026-10-30' });
      world.ifirma.setAccountingMonth(null);
    },
  };

  it.each(Object.entries(before))('%s: found by its number', async (_what, prepare) => {
    const { world, own } = await lost(prepare);
    await expectFound(world, own.number);
  });

  it('beside what others booked meanwhile, which it does not show either: found', async () => {
    const { world, own } = await lost((fresh) => byHand(fresh, 2));
    byHand(world, 5);
    await expectFound(world, own.number);
  });

  it('between what the ledger booked before and since: found in the hole', async () => {
    const world = await createWorld();
    const orders = [1, 2, 3].map(() => world.panel.addOrder().id);
    world.ifirma.turn({ listLag: { ms: 30 * DAY } });
    const [first = '', second = '', third = ''] = orders;
    await world.send(first, `o${first}`);
    world.network.arm({ ...POST, times: 1 }, LOST);
    await world.send(second, `o${second}`);
    await world.send(third, `o${third}`);
    await world.pass(11 * MINUTE);
    expect(await world.view(second, `o${second}`)).toMatchObject({ state: 'done', ifirmaNumber: '2/11/2026' });
    expect(posts(world)).toHaveLength(3);
  });

  it('with a hole beside it that a deleted invoice left: found', async () => {
    const { world, own } = await lost((fresh) => byHand(fresh, 2));
    const [after] = byHand(world, 1);
    const order = world.panel.addOrder();
    await world.send(order.id, `o${order.id}`);
    world.ifirma.removeByHand(after?.id ?? '');
    await expectFoundBeside(world, own.number);
  });

  async function expectFoundBeside(world: World, number: string) {
    await world.pass(11 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', ifirmaNumber: number });
    expect(bookedFor(world, '1001')).toHaveLength(1);
  }

  it('where it was not booked: absent, and asked with few requests', async () => {
    const world = await createWorld();
    byHand(world, 20);
    world.clock.advance(13 * HOUR);
    world.ifirma.turn({ listLag: LAG });
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
    await world.send('1001', 'd77');
    const asked = reads(world).length;
    await world.pass(11 * MINUTE);
    expect(await world.transfer('d77')).toMatchObject({ state: 'uncertain', reason: { code: 'absent-proven' } });
    expect(reads(world).length - asked).toBeLessThanOrEqual(2);
  });
});

describe('a number that was to be kept', () => {
  const options: WorldOptions = {
    series: { '1': { ...SERIES, numbering: 'sellasist', pattern: 'FV/{numer}/{miesiąc}/{rok}' } },
  };

  it('is where it is looked for, though it does not come next in iFirma', async () => {
    const { world, own } = await lost((fresh) => byHand(fresh, 3), options);
    expect(own.number).toBe('12/11/2026');
    await expectFound(world, '12/11/2026');
  });
});

describe('what could not be asked', () => {
  it.each([
    ['no network', { kind: 'offline' }],
    ['a dropped connection', { kind: 'drop', when: 'before' }],
    ['HTTP 503', { kind: 'status', status: 503 }],
    ['HTTP 429', { kind: 'too-many', retryAfter: 60 }],
    ['Kod 100', { kind: 'kod', kod: 100 }],
    ['Kod 403', { kind: 'kod', kod: 403 }],
    ['a page of HTML', { kind: 'html' }],
  ] as const)('because of %s proves nothing; it is asked again, and found', async (_what, trouble) => {
    const { world, own } = await lost();
    const fault = world.network.arm(DETAIL, trouble);
    await world.pass(2 * HOUR);
    expect(fault.fired()).toBeGreaterThan(0);
    expect(await world.transfer('d77')).toMatchObject({ state: 'uncertain', reason: { code: 'absent-once' } });
    expect((await world.view('1001', 'd77')).actions).toEqual(['check', 'link']);
    fault.remove();
    await world.pass(20 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', ifirmaNumber: own.number });
    expect(posts(world)).toHaveLength(1);
  });

  it('because more was booked since than anybody reads proves nothing', async () => {
    const { world } = await lost(() => null);
    world.ifirma.removeByHand(onlyInvoice(world, '1001').id);
    byHand(world, 90);
    await world.pass(2 * HOUR);
    expect(await world.transfer('d77')).toMatchObject({ state: 'uncertain', reason: { code: 'absent-once' } });
    expect((await world.view('1001', 'd77')).actions).toEqual(['check', 'link']);
  });

  it('when a person sends again keeps it waiting, and then it is adopted', async () => {
    const { world, own } = await lost();
    world.honest = false;
    const hidden = world.network.arm(DETAIL, { kind: 'kod', kod: 201, text: 'Nie znaleziono faktury' });
    await world.pass(11 * MINUTE);
    expect(await world.transfer('d77')).toMatchObject({ reason: { code: 'absent-proven' } });
    hidden.remove();
    world.network.arm({ ...DETAIL, times: 1 }, { kind: 'offline' });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'queued', reason: { code: 'offline' } });
    await world.pass(MINUTE);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done', number: own.number });
    expect(posts(world)).toHaveLength(1);
  });
});

it('an invoice with its mark that a person has called another sale is not taken for the lost one', async () => {
  const world = await createWorld();
  // "It is not there" is said of the one that was sent, while the other one with its mark is.
  world.honest = false;
  const [line] = body.Pozycje as readonly object[];
  const said = world.ifirma.issueByHand('fakturakraj', {
    ...body,
    ...{ Zaplacono: 0, ZaplaconoNaDokumencie: 0 },
    Pozycje: [{ ...line, CenaJednostkowa: 1 }],
  });
  world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
  expect(await world.send('1001', 'd77')).toMatchObject({
    state: 'incomplete',
    findings: [{ code: 'maybe-booked-mark' }],
  });
  await world.send('1001', 'd77', [`mark:${said.id}`]);
  // And from now on not even that one is in the list.
  world.ifirma.turn({ listLag: LAG });
  await world.pass(2 * HOUR);
  expect(await world.transfer('d77')).toMatchObject({ state: 'uncertain', reason: { code: 'absent-proven' } });
});
