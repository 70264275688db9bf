/** The diagnostics say how Mostek stands, and nothing of anybody: not in what the background answers, and not in what is copied. */
import { describe, expect, it } from 'vitest';
import { diagnosticsText } from '../../../components/options/diagnostics/sections.ts';
import type { Language } from '../../../utils/messages/index.ts';
import { browserFacts, browserName } from '../../../utils/sync/browser-facts.ts';
import { TEST_KEYS, TEST_LOGIN } from '../../sim/ifirma/index.ts';
import { DEMO_KEY } from '../../sim/sellasist/index.ts';
import { lock, turnOn } from './passphrase.ts';
import { POST } from './troubles.ts';
import { createWorld, MINUTE, VIEW, type World } from './world.ts';

const BUYER = {
  name: 'Grażyna',
  surname: 'Świątek-Źdźbło',
  company_name: 'Tajemnica Handlowa Sp. j.',
  company_nip: '5261040828',
  street: 'Ulica Utajniona',
  city: 'Nieznanowice',
  postcode: '97-531',
} as const;

const diagnostics = (world: World) => world.tell<'diagnostics'>({ type: 'diagnostics' }, VIEW);

/** A full ledger: documents that are sent, unclear, refused and incomplete. */
async function lived(): Promise<{ world: World; words: readonly string[] }> {
  const world = await createWorld({ settings: { errorStatusId: '9' } });
  await world.send('1001', 'd77');
  const orders = Array.from({ length: 3 }, (_, nth) =>
    world.panel.addOrder({ buyer: nth === 2 ? { ...BUYER, postcode: '' } : BUYER, email: 'grazyna@example.com' }),
  );
  const documents = orders.map(({ id: orderId }) => world.panel.addDocument({ orderId }));
  world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202, text: 'Tajemnica Handlowa' });
  await world.send(orders[0]?.id ?? '', `d${documents[0]?.id}`);
  world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
  await world.send(orders[1]?.id ?? '', `d${documents[1]?.id}`);
  await world.send(orders[2]?.id ?? '', `d${documents[2]?.id}`);
  await world.tell<'page'>({ type: 'page', page: 'order-card', path: '/admin/orders/edit/1001' });
  const [account] = await world.store.accounts.all();
  const transfers = (await world.store.transfers.recent({ before: null, limit: 50 })).rows;
  const words = [
    ...Object.values(BUYER),
    'grazyna@example.com',
    'sellasist.pl/admin',
    account?.name,
    account?.login,
    account?.id,
    TEST_LOGIN,
    DEMO_KEY,
    ...Object.values(TEST_KEYS),
    // Where a number could be that of anything, with what stands around it.
    ...transfers.flatMap(({ key, documentNumber, number, identifier, orderId }) => [
      key,
      documentNumber,
      number,
      identifier,
      `o${orderId}`,
      `edit/${orderId}`,
      `: ${orderId}`,
      `"${orderId}"`,
    ]),
  ].filter((word) => word !== undefined && word !== null && word.trim() !== '');
  return { world, words: words as readonly string[] };
}

describe('the diagnostics', () => {
  it('count what there is, and say what waits', async () => {
    const { world } = await lived();
    const view = await diagnostics(world);
    expect(view).toMatchObject({
      version: '0.1.0',
      browser: 'Chromium 156, Linux',
      accounts: 1,
      paused: 0,
      passphrase: 'none',
      transfers: { done: 1, failed: 1, uncertain: 1, incomplete: 1, queued: 0 },
      batches: { open: 0, ended: 0 },
      log: await world.store.log.count(),
      panels: [{ accounts: 1, erplink: false }],
    });
    expect(view.panelDocuments).toBeGreaterThan(3);
    expect(view.nextDue).toBeGreaterThan(view.at);
    expect(view.limits.map(({ service }) => service)).toEqual(['iFirma', 'Sellasist']);
  });

  it('say that the keys are locked', async () => {
    const { world } = await lived();
    await turnOn(world);
    await lock(world);
    expect(await diagnostics(world)).toMatchObject({ passphrase: 'locked' });
  });

  it.each<Language>(['pl', 'en'])(
    'hold nothing of the shop or its buyers, in the answer or in the text (%s)',
    async (language) => {
      const { world, words } = await lived();
      await world.pass(5 * MINUTE);
      const view = await diagnostics(world);
      const text = diagnosticsText(language, view);
      expect(words.length).toBeGreaterThan(30);
      for (const where of [text, JSON.stringify(view)])
        for (const word of words) expect(where.toLowerCase(), word).not.toContain(word.toLowerCase());
      // The sub-domain of the panel is a word of its own wherever it stands.
      expect(text).not.toMatch(/\bdemo\b/i);
      expect(JSON.stringify(view)).not.toMatch(/\bdemo\b/i);
      expect(text).toContain('Panel 1');
    },
  );

  it('without anything set up there is something to say all the same', async () => {
    const world = await createWorld({ account: false });
    const view = await diagnostics(world);
    expect(view).toMatchObject({ accounts: 0, panels: [], limits: [], nextDue: null });
    expect(diagnosticsText('pl', view)).toContain('nic nie czeka');
  });
});

describe('what the browser says of itself', () => {
  it.each([
    [
      'Chrome, past the brand that nobody has',
      {
        userAgent: '',
        userAgentData: {
          brands: [
            { brand: 'Chromium', version: '156' },
            { brand: 'Google Chrome', version: '156' },
            { brand: 'Not;A=Brand', version: '24' },
          ],
          platform: 'Windows',
        },
      },
      'Google Chrome 156, Windows',
    ],
    [
      'Chromium',
      { userAgent: '', userAgentData: { brands: [{ brand: 'Chromium', version: '156' }], platform: '' } },
      'Chromium 156',
    ],
    ['Firefox', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }, 'Firefox/140'],
  ])('%s', (_name, agent, expected) => {
    expect(browserName(agent)).toBe(expected);
  });

  it('which hosts are granted, what room there is, and when it wakes us', async () => {
    const facts = await browserFacts({
      navigator: { userAgent: 'Firefox/140.0', storage: { estimate: async () => ({ usage: 5, quota: 10 }) } },
      permissions: {
        contains: async ({ origins }) => origins[0] === 'https://www.ifirma.pl/*',
        getAll: async () => ({ permissions: ['storage', 'alarms'] }),
      },
      alarm: async () => ({ scheduledTime: 77 }),
    });
    expect(facts).toEqual({
      browser: 'Firefox/140',
      hosts: [
        { host: 'https://*.sellasist.pl/*', isGranted: false },
        { host: 'https://www.ifirma.pl/*', isGranted: true },
      ],
      permissions: ['alarms', 'storage'],
      storage: { used: 5, quota: 10 },
      alarm: 77,
    });
  });
});
