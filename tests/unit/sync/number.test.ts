/** What is read back once iFirma has booked: the number, the sum, and whether there is a second invoice with the same mark. */
import { describe, expect, it } from 'vitest';
import type { IfirmaSwitches } from '../../sim/ifirma/switches.ts';
import { SERIES } from '../invoice/examples.ts';
import { json, LIST, POST } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE } from './world.ts';

const details = ['top', 'response', 'wynik', 'wynik-array'] as const;
const lags: readonly (readonly [string, Partial<IfirmaSwitches>])[] = [
  ['no lag', {}],
  ['a number that is missing for 2 reads', { numberLag: { reads: 2, shows: 'missing' } }],
  ['a number that is digits for 2 reads', { numberLag: { reads: 2, shows: 'digits' } }],
  ['a number that is missing for 4 s', { numberLag: { ms: 4000, shows: 'missing' } }],
  ['a number that is missing for 10 minutes', { numberLag: { ms: 10 * MINUTE, shows: 'digits' } }],
  ['a list that lags by one look', { listLag: { reads: 1 } }],
  ['a list that lags by 4 s', { listLag: { ms: 4000 } }],
  ['a list that lags by an hour', { listLag: { ms: 60 * MINUTE } }],
  ['a number and a list that lag', { numberLag: { ms: 20_000, shows: 'missing' }, listLag: { ms: 8000 } }],
];

describe.each(details)('with the document wrapped as `%s`', (detail) => {
  it.each(lags)('and %s, the right number is read and the PDF saved', async (_lag, switches) => {
    const world = await createWorld();
    world.ifirma.turn({ detail, ...switches });
    const view = await world.send('1001', 'd77');
    expect(['done', 'issued']).toContain(view.state);
    if (view.state === 'issued')
      expect(view).toMatchObject({ reason: { code: 'number-waiting' }, ifirmaNumber: null, actions: ['pdf'] });
    await world.pass(DAY);
    expect(await world.view('1001', 'd77')).toMatchObject({
      state: 'done',
      ifirmaNumber: '1/11/2026',
      findings: [],
      reason: null,
      attached: 'verified',
    });
    expect((await world.transfer('d77')).bookedGross).toBe(13_598);
    expect(bookedFor(world, '1001')).toHaveLength(1);
  });

  it('an unclear POST is recognised by its mark', async () => {
    const world = await createWorld();
    world.ifirma.turn({ detail });
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
    await world.send('1001', 'd77');
    await world.pass(MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', ifirmaNumber: '1/11/2026' });
  });
});

it('while the number lags the PDF can be downloaded by the identifier', async () => {
  const world = await createWorld();
  world.ifirma.turn({ numberLag: { ms: DAY, shows: 'missing' } });
  expect(await world.send('1001', 'd77')).toMatchObject({ state: 'issued' });
  const { name } = await world.tell<'pdf'>({ type: 'pdf', orderId: '1001', key: 'd77' });
  expect(name).toBe('1244512.pdf');
});

it('a sum that iFirma worked out otherwise is said, and the invoice is ours all the same', async () => {
  const world = await createWorld();
  world.network.arm(
    { ...LIST, nth: 2, times: 1 },
    json(200, {
      response: {
        Kod: 0,
        Wynik: [
          {
            FakturaId: 1244512,
            PelnyNumer: '1/11/2026',
            Rodzaj: 'prz_faktura_kraj',
            Brutto: 135.99,
            NIPKontrahenta: '1111111111',
          },
        ],
      },
    }),
  );
  expect(await world.send('1001', 'd77')).toMatchObject({
    state: 'done',
    findings: [{ code: 'sum-differs', path: 'total', params: { ours: '13598', theirs: '13599' } }],
  });
});

describe('a number that is to be kept', () => {
  const differs = (ours: string, theirs: string) => ({
    code: 'number-differs',
    path: 'number',
    params: { ours, theirs },
  });

  /** Document 77 with a number of its own, of a series that keeps it. */
  async function keeping(number: string, pattern = 'FV/{numer}/{miesiąc}/{rok}') {
    const world = await createWorld({ series: { '1': { ...SERIES, numbering: 'sellasist', pattern } } });
    const order = world.panel.addOrder();
    const { id } = world.panel.addDocument({ orderId: order.id, number });
    return { world, orderId: order.id, key: `d${id}` as const, total: order.total };
  }

  it.each([
    ['12/11/2026', '{numer}/{miesiąc}/{rok}'],
    [' 12/11/2026 ', '{numer}/{miesiąc}/{rok}'],
  ])('and is the same in iFirma (%j) is nothing to speak of', async (number, pattern) => {
    const { world, orderId, key } = await keeping(number, pattern);
    expect(await world.send(orderId, key)).toMatchObject({
      state: 'done',
      ifirmaNumber: '12/11/2026',
      findings: [],
      attached: 'verified',
    });
  });

  it('and that iFirma writes otherwise is said, while the PDF is saved all the same', async () => {
    const { world, orderId, key } = await keeping('FV/12/11/2026');
    expect(await world.send(orderId, key)).toMatchObject({
      state: 'done',
      ifirmaNumber: '12/11/2026',
      findings: [differs('FV/12/11/2026', '12/11/2026')],
      attached: 'verified',
    });
    expect(world.ifirma.booked()).toMatchObject([{ body: { Numer: 12 } }]);
  });

  it('is said beside a sum that differs', async () => {
    const { world, orderId, key, total } = await keeping('FV/12/11/2026');
    const booked = {
      FakturaId: 1244512,
      PelnyNumer: '12/11/2026',
      Rodzaj: 'prz_faktura_kraj',
      Brutto: (total + 1) / 100,
      NIPKontrahenta: '1111111111',
    };
    world.network.arm({ ...LIST, nth: 2, times: 1 }, json(200, { response: { Kod: 0, Wynik: [booked] } }));
    const { state, findings } = await world.send(orderId, key);
    expect(state).toBe('done');
    expect(findings.map(({ code }) => code)).toEqual(['sum-differs', 'number-differs']);
  });

  it('is still known once the number is there at last, after another start of the worker', async () => {
    const { world, orderId, key } = await keeping('FV/12/11/2026');
    world.ifirma.turn({ numberLag: { ms: 10 * MINUTE, shows: 'missing' } });
    expect(await world.send(orderId, key)).toMatchObject({ state: 'issued', findings: [] });
    expect((await world.transfer(key)).keptNumber).toBe('FV/12/11/2026');
    await world.restart();
    await world.pass(DAY);
    expect(await world.view(orderId, key)).toMatchObject({
      state: 'done',
      findings: [differs('FV/12/11/2026', '12/11/2026')],
    });
  });

  it('is still known after an unclear POST', async () => {
    const { world, orderId, key } = await keeping('FV/12/11/2026');
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
    expect(await world.send(orderId, key)).toMatchObject({ state: 'uncertain' });
    await world.pass(MINUTE);
    expect(await world.view(orderId, key)).toMatchObject({
      state: 'done',
      findings: [differs('FV/12/11/2026', '12/11/2026')],
    });
  });

  it('and that iFirma has given already is iFirma’s refusal, and forgotten with its POST', async () => {
    const { world, orderId, key } = await keeping('FV/12/11/2026');
    const other = world.panel.addOrder();
    const { id } = world.panel.addDocument({ orderId: other.id, number: 'FV/12/11/2026' });
    expect(await world.send(other.id, `d${id}`)).toMatchObject({ state: 'done' });
    expect(await world.send(orderId, key)).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'ifirma-refused' }],
    });
    expect((await world.transfer(key)).keptNumber).toBeNull();
  });

  it('is none where iFirma numbers', async () => {
    const world = await createWorld();
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done', findings: [] });
    expect((await world.transfer('d77')).keptNumber).toBeNull();
  });
});

describe('a second invoice with the same mark', () => {
  /** The browser has repeated the POST by itself: both are booked, one answer is seen. */
  async function doubled(listLag: IfirmaSwitches['listLag'] = null) {
    const world = await createWorld();
    world.ifirma.turn({ listLag });
    world.network.repeat(({ method }) => method === 'POST');
    const view = await world.send('1001', 'd77');
    expect(bookedFor(world, '1001')).toHaveLength(2);
    return { world, view };
  }
  const double = { code: 'double-found', params: { first: '2/11/2026', second: '1/11/2026' } };

  it('is an alarm that names both, and stays one', async () => {
    const { world, view } = await doubled();
    expect(view).toMatchObject({ state: 'issued', reason: double, actions: ['check', 'pdf'] });
    await world.pass(DAY);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'issued', reason: double });
    const { rows } = await world.tell<'errors'>({ type: 'errors', before: null }, { kind: 'view' });
    expect(rows.map(({ key }) => key)).toEqual(['d77']);
  });

  it('is not overlooked because the list lags', async () => {
    for (const listLag of [{ reads: 2 }, { ms: 3000 }, { ms: 15_000 }]) {
      const { world } = await doubled(listLag);
      await world.pass(MINUTE);
      expect(await world.view('1001', 'd77'), JSON.stringify(listLag)).toMatchObject({
        state: 'issued',
        reason: double,
      });
    }
  });

  it.each([
    ['a list that breaks', { kind: 'drop' }],
    ['a list that is HTML', { kind: 'html' }],
    ['a list that is refused for now', { kind: 'too-many', retryAfter: 20 }],
  ] as const)('is not overlooked because of %s', async (_what, trouble) => {
    const world = await createWorld();
    world.network.repeat(({ method }) => method === 'POST');
    world.network.arm({ ...LIST, nth: 2, times: 1 }, trouble);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'issued' });
    await world.pass(5 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'issued', reason: double });
  });

  it('is found after an unclear POST as well, and neither is taken in silence', async () => {
    const world = await createWorld();
    world.network.repeat(({ method }) => method === 'POST');
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'uncertain' });
    await world.pass(MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({
      state: 'issued',
      ifirmaNumber: '1/11/2026',
      reason: { code: 'double-found', params: { first: '1/11/2026', second: '2/11/2026' } },
    });
  });
});
