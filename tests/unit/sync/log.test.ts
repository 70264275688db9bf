/** The log: one entry an attempt, in order, with what was tried and what came of it; of people and of what services say nothing, and little of anything. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { DocumentKey } from '../../../utils/invoice/document.ts';
import type { LogEntry } from '../../../utils/invoice/transfer.ts';
import { entryOf } from '../../../utils/sync/log-entry.ts';
import { TEST_KEYS } from '../../sim/ifirma/index.ts';
import { DEMO_KEY } from '../../sim/sellasist/index.ts';
import { exampleTransfer } from '../store/examples.ts';
import { hold } from './hold.ts';
import { bookTwin, onlyInvoice } from './second-invoice.ts';
import { DETAIL, IFIRMA, LIST, ORDER, PDF, POST, PUT } from './troubles.ts';
import { createWorld, DAY, MINUTE, type World, type WorldOptions } from './world.ts';

const entries = async (world: World): Promise<readonly LogEntry[]> =>
  (await world.store.log.since(0, 10_000)).toSorted(byId);
const byId = (one: LogEntry, other: LogEntry): number => (one.id ?? 0) - (other.id ?? 0);

/** `event step → state, reason` of each entry of document 77. */
async function told(world: World, key: DocumentKey = 'd77'): Promise<readonly string[]> {
  const own = (await entries(world)).filter((entry) => entry.key === key);
  return own.map(({ event, step, state, reason, findings }) => {
    const why = reason?.code ?? findings.map(({ code }) => code).join('+');
    return `${event} ${step} → ${state}${why === '' ? '' : `, ${why}`}`;
  });
}

const SENT = ['person check → queued', 'step check → sending', 'step claim → sending'] as const;
const BOOKED = ['step issue → sending'] as const;
const FINISHED = ['step number → sending', 'step pdf → sending', 'step attach → done'] as const;

const send = (world: World) => world.send('1001', 'd77');

interface Story {
  readonly options?: WorldOptions;
  readonly go: (world: World) => Promise<unknown>;
  readonly entries: readonly string[];
}

const STORIES: Readonly<Record<string, Story>> = {
  'booked at once': { go: send, entries: [...SENT, ...BOOKED, ...FINISHED] },
  'booked, and looked at once more': {
    go: async (world) => {
      await send(world);
      await world.pass(11 * MINUTE);
    },
    entries: [...SENT, ...BOOKED, ...FINISHED, 'recheck attach → done'],
  },
  'refused, with the order’s status, skipped, sent again': {
    options: { settings: { errorStatusId: '9' } },
    go: async (world) => {
      world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
      await send(world);
      await world.tell<'skip'>({ type: 'skip', orderId: '1001', key: 'd77', why: 'Nie' });
      await send(world);
    },
    entries: [
      ...SENT,
      'step issue → failed, kod-202',
      'status issue → failed',
      'person issue → skipped, skipped-by-person',
      ...SENT,
      ...BOOKED,
      ...FINISHED,
    ],
  },
  'to be mended': {
    go: async (world) => {
      const order = world.panel.orders.get('1001');
      if (order) order.documentNumber = 'FS/1/2025';
      await send(world);
    },
    entries: ['person check → queued', 'step check → incomplete, maybe-booked-number'],
  },
  'booked unheard, and found': {
    go: async (world) => {
      world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
      await send(world);
      await world.pass(MINUTE);
    },
    entries: [...SENT, 'step issue → uncertain, post-network', 'step issue → sending, adopted', ...FINISHED],
  },
  'never arrived; a person looks, and sends it again': {
    go: async (world) => {
      world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
      await send(world);
      await world.pass(10_000);
      await world.tell<'check'>({ type: 'check', orderId: '1001', key: 'd77' });
      await world.pass(12 * MINUTE);
      await send(world);
    },
    entries: [
      ...SENT,
      'step issue → uncertain, post-network',
      'step issue → uncertain, absent-once',
      'person issue → uncertain, absent-once',
      ...Array.from({ length: 4 }, () => 'step issue → uncertain, absent-once'),
      'step issue → uncertain, absent-proven',
      ...SENT,
      ...BOOKED,
      ...FINISHED,
    ],
  },
  'a limit before the POST': {
    go: async (world) => {
      world.network.arm({ ...POST, times: 1 }, { kind: 'too-many', retryAfter: 60 });
      await send(world);
      await world.pass(2 * MINUTE);
    },
    entries: [...SENT, 'step issue → queued, rate-limited', ...SENT.slice(1), ...BOOKED, ...FINISHED],
  },
  'a worker that died in the POST': {
    go: async (world) => {
      const held = hold(world, 'after POST /iapi/fakturakraj.json');
      void send(world);
      await held.reached;
      await world.restart();
      await world.pass(MINUTE);
    },
    entries: [...SENT, 'recovered issue → uncertain, post-interrupted', 'step issue → sending, adopted', ...FINISHED],
  },
  'a worker that died before the POST': {
    go: async (world) => {
      const held = hold(world, 'before GET /iapi/faktury.json');
      void send(world);
      await held.reached;
      await world.restart();
      await world.pass(MINUTE);
    },
    entries: [
      'person check → queued',
      'step check → sending',
      'recovered claim → queued',
      ...SENT.slice(1),
      ...BOOKED,
      ...FINISHED,
    ],
  },
  'a PDF that comes later': {
    go: async (world) => {
      world.network.arm({ ...PDF, times: 1 }, { kind: 'offline' });
      await send(world);
      await world.pass(MINUTE);
    },
    entries: [
      ...SENT,
      ...BOOKED,
      'step number → sending',
      'step pdf → issued, pdf-waiting',
      'step pdf → sending',
      'step attach → done',
    ],
  },
  'two invoices, and one taken away': {
    go: async (world) => {
      world.honest = false;
      await send(world);
      const twin = bookTwin(world, onlyInvoice(world, '1001'));
      await world.pass(11 * MINUTE);
      world.ifirma.removeByHand(twin.id);
      await world.tell<'check'>({ type: 'check', orderId: '1001', key: 'd77' });
    },
    entries: [
      ...SENT,
      ...BOOKED,
      ...FINISHED,
      'recheck attach → issued',
      'person number → issued, double-found',
      'step number → done',
    ],
  },
  linked: {
    go: async (world) => {
      const other = await createWorld();
      await send(other);
      const { number } = world.ifirma.issueByHand('fakturakraj', { ...onlyInvoice(other, '1001').body, Uwagi: '' });
      await world.tell<'link'>({ type: 'link', orderId: '1001', key: 'd77', number });
    },
    entries: ['person number → issued, linked', ...FINISHED.slice(0)],
  },
};

describe('one entry an attempt, in order', () => {
  it.each(Object.entries(STORIES))('%s', async (_name, { options = {}, go, entries: expected }) => {
    const world = await createWorld(options);
    await go(world);
    expect(await told(world)).toEqual(expected);
  });

  it('each says when, and how long it took', async () => {
    const world = await createWorld();
    const before = world.clock.now();
    await send(world);
    const all = await entries(world);
    for (const [at, entry] of all.entries()) {
      expect(entry.at).toBeGreaterThanOrEqual(all[at - 1]?.at ?? before);
      expect(entry.ms).toBeGreaterThanOrEqual(0);
      expect(entry.ms).toBeLessThanOrEqual(world.clock.now() - before);
    }
    const took = all.reduce((ms, entry) => ms + entry.ms, 0);
    expect(took).toBeGreaterThan(0);
    expect(took).toBeLessThanOrEqual(world.clock.now() - before);
  });

  it('an attempt that could not be recorded has none, and neither has one that changed nothing', async () => {
    const world = await createWorld();
    world.full = true;
    await world.ask<'send'>({ type: 'send', orderId: '1001', key: 'd77', confirm: [] });
    world.full = false;
    await world.tell<'skip'>({ type: 'skip', orderId: '1001', key: 'd77', why: 'Nie' });
    await world.tell<'check'>({ type: 'check', orderId: '1001', key: 'd77' });
    expect(await entries(world)).toEqual([]);
  });
});

describe('what an entry keeps', () => {
  const long = 'x'.repeat(5_000);

  it('is small, whatever is in the document', () => {
    const transfer = exampleTransfer({
      documentNumber: long,
      number: long,
      reason: { code: 'double-found', params: { first: long, second: long, text: long } },
      findings: Array.from({ length: 300 }, () => ({ code: 'vat-unknown', path: long, params: { rate: long } })),
    });
    const entry = entryOf(transfer, { event: 'step', step: 'check', at: 1, ms: 2 });
    expect(JSON.stringify(entry).length).toBeLessThan(3_500);
    expect(entry.documentNumber).toMatch(/^x{59}…$/);
  });

  it('of a reason are figures and our own words', () => {
    const params = { kod: '202', text: 'Anna Testowa', why: 'bo Anna', computer: 'Laptop Anny', until: '5' };
    const reason = { code: 'kod-202', params } as const;
    const entry = entryOf(exampleTransfer({ reason }), { event: 'step', step: 'check', at: 1, ms: 2 });
    expect(entry.reason).toEqual({ code: 'kod-202', params: { kod: '202', until: '5' } });
  });

  it('of a finding are its code and whose field it is, but never what iFirma calls it', () => {
    const findings = [
      { code: 'buyer-postcode-invalid', path: 'buyer.postcode', params: { postcode: '00-0011' }, evidence: 'x:1' },
      { code: 'ifirma-refused', path: 'Testowa', params: { text: 'Pole „Testowa” jest za długie' } },
    ] as const;
    const entry = entryOf(exampleTransfer({ findings }), { event: 'step', step: 'check', at: 1, ms: 2 });
    expect(entry.findings).toEqual([
      { code: 'buyer-postcode-invalid', path: 'buyer.postcode', params: {} },
      { code: 'ifirma-refused', path: '', params: {} },
    ]);
  });
});

// Each of the runs is a world of its own.
vi.setConfig({ testTimeout: 60_000 });

describe('whatever happens', () => {
  const BUYER = {
    name: 'Żanetta',
    surname: 'Kwiatkowska-Próbna',
    company_name: 'Żanetta Kwiatkowska Rękodzieło',
    company_nip: '5555555555',
    street: 'Niezapominajki',
    city: 'Międzyzdroje-Próbne',
    phone: '600700800',
  } as const;
  const EMAIL = 'zanetta.kwiatkowska@example.com';
  /** What a service may say, quoting whom it likes. */
  const SAID = `Nie dla: ${Object.values(BUYER).join(', ')} (${EMAIL}), słowa-usługi`;
  const SECRETS = [
    ...Object.values(BUYER),
    'Kwiatkowska',
    'zanetta',
    'słowa-usługi',
    'słowa osoby',
    DEMO_KEY,
    ...Object.values(TEST_KEYS),
  ];

  const where = fc.constantFrom(POST, LIST, DETAIL, PDF, ORDER, PUT);
  const when = fc.constantFrom('before' as const, 'after' as const);
  const trouble = fc.oneof(
    fc.constantFrom(100, 101, 102, 200, 201, 202, 208, 403).map((kod) => ({ kind: 'kod' as const, kod, text: SAID })),
    fc.constant({ kind: 'kod' as const, kod: 201, text: `Pole '${BUYER.surname}' obiektu '${BUYER.street}' ${SAID}` }),
    fc.record({ status: fc.constantFrom(400, 401, 403, 404, 422, 500, 502), when }).map((asked) => ({
      kind: 'status' as const,
      contentType: 'application/json',
      body: JSON.stringify({ message: SAID }),
      ...asked,
    })),
    fc.record({ status: fc.constant(200), when }).map((asked) => ({
      kind: 'status' as const,
      contentType: 'application/json',
      body: JSON.stringify({ status: 'error', message: SAID }),
      ...asked,
    })),
    when.map((moment) => ({ kind: 'drop' as const, when: moment })),
    fc.constantFrom(
      { kind: 'offline' as const },
      { kind: 'too-many' as const, retryAfter: 30 },
      { kind: 'html' as const },
    ),
  );
  const fault = fc.record({
    where,
    trouble,
    nth: fc.integer({ min: 1, max: 3 }),
    times: fc.integer({ min: 1, max: 3 }),
  });
  const act = fc.constantFrom('send', 'skip', 'check', 'link', 'pass', 'restart', 'attach');

  it('no entry holds anything of the buyer, a key, or the words of a service or a person; and none is large', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { maxLength: 3 }),
        fc.array(act, { minLength: 2, maxLength: 6 }),
        async (faults, acts) => {
          const world = await createWorld({ settings: { errorStatusId: '9' } });
          world.honest = false;
          const { id: orderId } = world.panel.addOrder({ buyer: BUYER, receiver: BUYER, email: EMAIL, comment: SAID });
          const key = `d${world.panel.addDocument({ orderId, comments: SAID, issueDate: '2026-11-22' }).id}` as const;
          for (const { where: match, trouble: what, nth, times } of faults)
            world.network.arm({ ...match, nth, times }, what);
          for (const what of ['send', ...acts] as const) {
            if (what === 'pass') await world.pass(12 * MINUTE);
            else if (what === 'restart') await world.restart();
            else if (what === 'send') await world.ask<'send'>({ type: 'send', orderId, key, confirm: [] });
            else if (what === 'skip')
              await world.ask<'skip'>({ type: 'skip', orderId, key, why: `słowa osoby: ${BUYER.surname}` });
            else if (what === 'link')
              await world.ask<'link'>({ type: 'link', orderId, key, number: BUYER.company_nip });
            else await world.ask<'check' | 'attach'>({ type: what, orderId, key });
          }
          await world.idle();
          for (const entry of await entries(world)) {
            const text = JSON.stringify(entry);
            for (const secret of SECRETS) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
            expect(text.length).toBeLessThan(1_000);
            seen.add(`${entry.event} ${entry.reason?.code ?? ''}`);
          }
        },
      ),
      { numRuns: 30 },
    );
    // The trial tries something.
    expect(seen.size).toBeGreaterThan(5);
  });

  it('in a day of refusals the log grows by what was tried, not by what waits', async () => {
    const world = await createWorld();
    world.network.arm({ host: IFIRMA }, { kind: 'status', status: 503 });
    await send(world);
    await world.pass(DAY);
    // Every 10 minutes at most.
    expect((await entries(world)).length).toBeLessThan(2 * 6 * 24 + 20);
  });
});
