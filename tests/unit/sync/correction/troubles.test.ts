/** What iFirma may answer on the way of a correction: it ends booked once, or says what it waits for. */
import { describe, expect, it } from 'vitest';
import type { CorrectionChoice } from '../../../../utils/messages/index.ts';
import { bookByHand } from '../by-hand.ts';
import { IFIRMA, LATER, LIST, PAUSING } from '../troubles.ts';
import { createWorld, DAY, MINUTE, reasonOf, VIEW, type World } from '../world.ts';

const REF = { orderId: '1001', key: 'd77' } as const;
const BACK: CorrectionChoice = { lines: [{ line: 0, quantity: 0 }], reason: null, conditionsMet: true };
const POSTED = { host: IFIRMA, method: 'POST', path: '^/iapi/fakturakraj/korekta/' } as const;
const READ_BACK = { host: IFIRMA, method: 'GET', path: '^/iapi/fakturakraj/korekta/.*\\.json$' } as const;
const ORIGINAL = { host: IFIRMA, method: 'GET', path: '^/iapi/fakturakraj/\\d+\\.json$' } as const;

async function sent(): Promise<World> {
  const world = await createWorld();
  await world.send('1001', 'd77');
  await world.pass(2 * MINUTE);
  return world;
}

const corrections = ({ ifirma }: World) => ifirma.booked().filter(({ corrects }) => corrects !== null);
const correct = (world: World, choice = BACK) => world.ask<'correct'>({ type: 'correct', ...REF, choice, confirm: [] });
const preview = (world: World, choice = BACK) =>
  world.ask<'correction.preview'>({ type: 'correction.preview', ...REF, choice });

async function shown(world: World) {
  const { documents } = await world.tell<'state'>({ type: 'state', orderId: '1001', key: null, fresh: false });
  const found = documents.find(({ key }) => key.startsWith('c'));
  if (found === undefined) throw new Error('the card shows no correction');
  return found;
}

describe('where iFirma lists corrections', () => {
  it('one whose answer was lost is found by its mark, adopted, and its PDF saved', async () => {
    const world = await sent();
    world.ifirma.turn({ correctionsInList: true });
    world.network.arm({ ...POSTED, times: 1 }, { kind: 'drop', when: 'after' });
    await correct(world);
    await world.pass(MINUTE);
    const [booked, ...more] = corrections(world);
    expect(more).toEqual([]);
    expect(await shown(world)).toMatchObject({ state: 'done', ifirmaNumber: booked?.number, attached: 'verified' });
  });

  it('one that stands behind a page of other documents is found as well', async () => {
    const world = await sent();
    world.ifirma.turn({ correctionsInList: true });
    world.network.arm({ ...POSTED, times: 1 }, { kind: 'drop', when: 'after' });
    await correct(world);
    for (let nth = 0; nth < 110; nth += 1) bookByHand(world, { price: 10 });
    await world.pass(3 * MINUTE);
    expect(await shown(world)).toMatchObject({ state: 'done', ifirmaNumber: corrections(world)[0]?.number });
  });

  it('the correction of another sale is not taken for it', async () => {
    const world = await sent();
    world.ifirma.turn({ correctionsInList: true });
    await correct(world);
    await world.pass(MINUTE);
    world.network.arm({ ...POSTED, times: 1 }, { kind: 'drop', when: 'before' });
    const again = await preview(world, { ...BACK, lines: [{ line: 1, quantity: 0 }] });
    const confirm = again.ok ? again.value.findings.flatMap(({ evidence }) => evidence ?? []) : [];
    const choice = { ...BACK, lines: [{ line: 1, quantity: 0 }] };
    await world.ask<'correct'>({ type: 'correct', ...REF, choice, confirm });
    await world.pass(DAY);
    const { documents } = await world.tell<'state'>({ type: 'state', orderId: '1001', key: null, fresh: false });
    const states = documents.filter(({ key }) => key.startsWith('c')).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['done', 'uncertain']);
    expect(corrections(world)).toHaveLength(1);
  });

  it('a list that cannot be read keeps it uncertain, and the next look finds it', async () => {
    const world = await sent();
    world.ifirma.turn({ correctionsInList: true });
    world.network.arm({ ...POSTED, times: 1 }, { kind: 'drop', when: 'after' });
    for (let nth = 2; nth < 9; nth += 1)
      world.network.arm({ ...LIST, nth, times: 1 }, { kind: 'status', status: 500, when: 'before' });
    await correct(world);
    await world.pass(MINUTE);
    expect(await shown(world)).toMatchObject({ state: 'uncertain' });
    world.network.mend();
    await world.pass(30 * MINUTE);
    expect(await shown(world)).toMatchObject({ state: 'done' });
    expect(corrections(world)).toHaveLength(1);
  });
});

describe('its number', () => {
  it.each(['missing', 'digits'] as const)(
    'that is %s for a while is waited for, and then its PDF is saved',
    async (shows) => {
      const world = await sent();
      world.ifirma.turn({ numberLag: { ms: 10 * MINUTE, shows } });
      await correct(world);
      expect(await shown(world)).toMatchObject({
        state: 'issued',
        reason: { code: 'number-waiting' },
        ifirmaNumber: null,
        actions: ['pdf'],
      });
      await world.pass(DAY);
      expect(await shown(world)).toMatchObject({ state: 'done', attached: 'verified', reason: null });
      expect(corrections(world)).toHaveLength(1);
    },
  );

  it('that shows up within seconds is waited for without a word', async () => {
    const world = await sent();
    world.ifirma.turn({ numberLag: { reads: 2, shows: 'missing' } });
    await correct(world);
    await world.pass(20_000);
    expect(await shown(world)).toMatchObject({ state: 'done', reason: null });
  });

  it.each(LATER)('that cannot be read (%s) is read later, and nothing is sent again', async (_name, trouble) => {
    const world = await sent();
    world.network.arm({ ...READ_BACK, times: 1 }, trouble);
    await correct(world);
    expect(await shown(world)).toMatchObject({ state: 'issued' });
    await world.pass(30 * MINUTE);
    expect(await shown(world)).toMatchObject({ state: 'done' });
    expect(corrections(world)).toHaveLength(1);
  });

  it('that iFirma refuses to tell is asked for again', async () => {
    const world = await sent();
    world.network.arm({ ...READ_BACK, times: 2 }, { kind: 'kod', kod: 201 });
    await correct(world);
    expect(await shown(world)).toMatchObject({ state: 'issued', reason: { code: 'number-waiting' } });
    await world.pass(30 * MINUTE);
    expect(await shown(world)).toMatchObject({ state: 'done' });
  });

  it.each(PAUSING)('that is refused with Kod %d, a refusal of the account, says so', async (kod) => {
    const world = await sent();
    world.network.arm(READ_BACK, { kind: 'kod', kod });
    await correct(world);
    const { state, reason } = await shown(world);
    expect({ state, isSaid: reason !== null && reason.code !== 'number-waiting' }).toEqual({
      state: 'issued',
      isSaid: true,
    });
    expect(corrections(world)).toHaveLength(1);
  });
});

describe('the invoice that is corrected', () => {
  it.each(LATER)('that cannot be read now (%s) is read later', async (_name, trouble) => {
    const world = await sent();
    world.network.arm({ ...ORIGINAL, times: 1 }, trouble);
    await correct(world);
    expect(corrections(world)).toEqual([]);
    await world.pass(30 * MINUTE);
    expect(await shown(world)).toMatchObject({ state: 'done' });
    expect(corrections(world)).toHaveLength(1);
  });

  it('that cannot be read is said in the preview', async () => {
    const world = await sent();
    world.network.arm(ORIGINAL, { kind: 'kod', kod: 499 });
    expect(reasonOf(await preview(world)).code).toBe('kod-499');
  });

  it('that iFirma does not have any more stops the correction', async () => {
    const world = await sent();
    world.network.arm(ORIGINAL, { kind: 'kod', kod: 201 });
    await correct(world);
    await world.pass(DAY);
    expect((await shown(world)).state).not.toBe('done');
    expect(corrections(world)).toEqual([]);
  });

  it('whose earlier correction cannot be read is not corrected on a guess', async () => {
    const world = await sent();
    await correct(world);
    await world.pass(MINUTE);
    world.network.arm(READ_BACK, { kind: 'kod', kod: 499 });
    const choice = { ...BACK, lines: [{ line: 1, quantity: 0 }] };
    expect(reasonOf(await preview(world, choice)).code).toBe('kod-499');
    await world.ask<'correct'>({ type: 'correct', ...REF, choice, confirm: [] });
    await world.pass(MINUTE);
    expect(corrections(world)).toHaveLength(1);
  });

  it('that is in nobody’s ledger is not corrected from the card', async () => {
    const world = await createWorld();
    await world.view('1001', 'd77');
    expect(reasonOf(await preview(world)).code).toBe('correction-nothing');
    expect(reasonOf(await correct(world)).code).toBe('correction-nothing');
  });

  it('of which no line was chosen is not corrected', async () => {
    const world = await sent();
    expect(reasonOf(await preview(world, { ...BACK, lines: null })).code).toBe('correction-nothing');
    expect(reasonOf(await correct(world, { ...BACK, lines: null })).code).toBe('correction-nothing');
  });

  it('whose account is gone is not corrected', async () => {
    const world = await sent();
    await world.tell<'account.remove'>({ type: 'account.remove', id: world.accountId }, VIEW);
    expect((await correct(world)).ok).toBe(false);
    expect(corrections(world)).toEqual([]);
  });
});
