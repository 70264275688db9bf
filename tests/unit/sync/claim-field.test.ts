import { describe, expect, it, test } from 'vitest';
import { stateTextIn } from '../../../utils/invoice/state-text.ts';
import type { SellasistProblem } from '../../../utils/sellasist/problem.ts';
import type { Patch } from '../../../utils/sync/context.ts';
import { claimField } from '../../../utils/sync/steps/claim-field.ts';
import { exampleTransfer } from '../store/examples.ts';
import { createScene, FIELD, HERE, NOW, type Scene, textOf } from './field-scene.ts';

const SECOND = 1_000;
const MINUTE = 60_000;
const NEVER = Number.MAX_SAFE_INTEGER;

const claimIn = (scene: Scene) => claimField(scene.context(), scene.read());

/** Looks once, keeps what came of it, and gives what the record then is. */
async function look(scene: Scene): Promise<Patch> {
  const claimed = await claimIn(scene);
  if (claimed.kind === 'held') throw new Error('it is held');
  scene.transfer = { ...scene.transfer, ...claimed.patch };
  return claimed.patch;
}

/** Claims it, and waits. */
async function claimed(scene: Scene): Promise<void> {
  await look(scene);
  scene.now = scene.transfer.notBefore;
}

async function findingOf(scene: Scene) {
  const patch = await look(scene);
  expect(patch).toMatchObject({ state: 'incomplete', reason: null, claim: null });
  const [finding] = patch.findings ?? [];
  if (finding === undefined) throw new Error('no finding');
  return finding;
}

describe('without a field, or without an order', () => {
  it('there is nothing to claim', async () => {
    const scene = createScene();
    scene.stateFieldId = null;
    scene.field = textOf({});
    expect(await claimIn(scene)).toEqual({ kind: 'held', until: NEVER });
    scene.stateFieldId = FIELD;
    expect(await claimField(scene.context(), null)).toEqual({ kind: 'held', until: NEVER });
    expect(scene.puts).toEqual([]);
  });
});

describe('the first look', () => {
  it('writes the claim and lets go for six seconds', async () => {
    const scene = createScene();
    expect(await look(scene)).toEqual({
      state: 'queued',
      step: 'claim',
      reason: { code: 'claiming', params: { until: String(NOW + 40 + 6 * SECOND) } },
      notBefore: NOW + 40 + 6 * SECOND,
      claim: { nonce: 'nonce1', at: NOW + 40 },
    });
    expect(scene.puts).toEqual([{ text: textOf({ computer: HERE.id, nonce: 'nonce1' }, HERE), timeoutMs: 5 * SECOND }]);
  });

  it.each<[string, unknown]>([
    ['no such field in the order', undefined],
    ['nothing', ''],
    ['white space', ' \n'],
    ['null', null],
    ['0', '0'],
    ['an empty list', []],
  ])('takes %s for a free field', async (_, held) => {
    const scene = createScene();
    scene.field = held;
    expect(await look(scene)).toMatchObject({ reason: { code: 'claiming' } });
  });

  it.each(['incomplete', 'failed', 'skipped', 'uncertain', 'claim'] as const)(
    'writes over what this computer surely wrote last: %s',
    async (word) => {
      const scene = createScene();
      await look(scene);
      scene.now += 10 * MINUTE;
      scene.transfer = { ...scene.transfer, claim: null };
      scene.field = textOf({ word, computer: HERE.id, nonce: 'nonce1', at: scene.now - SECOND }, HERE);
      expect(await look(scene)).toMatchObject({ reason: { code: 'claiming' }, claim: { nonce: 'nonce2' } });
    },
  );

  it.each(['claim', 'incomplete', 'failed', 'skipped', 'uncertain'] as const)(
    'waits out a text of this computer that may have landed late: %s',
    async (word) => {
      const scene = createScene();
      scene.field = textOf({ word, computer: HERE.id, nonce: 'late', at: NOW - MINUTE }, HERE);
      expect(await look(scene)).toMatchObject({
        state: 'queued',
        reason: { code: 'claiming', params: { until: String(NOW + 5 * MINUTE) } },
        notBefore: NOW + 30 * SECOND,
        claim: null,
      });
      scene.now = NOW + 5 * MINUTE;
      expect(await look(scene)).toMatchObject({ reason: { code: 'claiming' }, claim: { nonce: 'nonce1' } });
    },
  );

  it('waits for another document of the order that this computer has claimed', async () => {
    const scene = createScene({ key: 'd78', documentId: '78' });
    await look(scene);
    scene.transfer = exampleTransfer({ state: 'sending' });
    scene.now += SECOND;
    expect(await look(scene)).toMatchObject({ reason: { code: 'claiming' }, claim: null });
    expect(scene.puts).toHaveLength(1);
  });

  it('reads the order anew when much time has passed since it was read', async () => {
    const scene = createScene();
    const read = scene.read();
    scene.now += 2 * SECOND + 1;
    scene.field = textOf({ at: scene.now });
    expect(await claimField(scene.context(), read)).toMatchObject({
      patch: { reason: { code: 'claimed-elsewhere' } },
    });
    expect(scene.reads()).toBe(1);
    expect(scene.puts).toEqual([]);
  });

  it('writes nothing while the panel is too slow for it, and tries again later and later', async () => {
    const scene = createScene();
    scene.latency.get = 4 * SECOND;
    const read = scene.read();
    scene.now += 4 * SECOND;
    expect(await claimField(scene.context(), read)).toMatchObject({
      patch: {
        state: 'queued',
        reason: { code: 'timeout', params: { service: 'Sellasist' } },
        tries: 1,
        notBefore: scene.now + 5 * SECOND,
      },
    });
    expect(scene.puts).toEqual([]);
  });
});

describe('the write', () => {
  it.each<[string, SellasistProblem | 'ok', number]>([
    ['timed out', { kind: 'timeout' }, 5 * SECOND],
    ['was cut off', { kind: 'network' }, 40],
    ['broke the server', { kind: 'http', status: 500, text: '' }, 40],
    ['came back as a page', { kind: 'unreadable' }, 40],
    ['was sent elsewhere', { kind: 'redirect' }, 40],
    ['was answered too late', 'ok', 5 * SECOND + 1],
  ])('that %s is looked for, and waited out once it is there', async (_, fate, ms) => {
    const scene = createScene();
    scene.fates.push(fate);
    scene.latency.put = ms;
    const until = NOW + ms + 30 * SECOND;
    expect(await look(scene)).toEqual({
      state: 'queued',
      step: 'check',
      reason: { code: 'claim-unclear', params: { until: String(until) } },
      notBefore: until,
      claim: null,
    });
    // It has landed after all, and nobody knows when.
    scene.field = scene.puts[0]?.text;
    scene.now = until;
    expect(await look(scene)).toMatchObject({
      reason: { code: 'claiming', params: { until: String(NOW + 6 * MINUTE) } },
      claim: null,
    });
    expect(scene.puts).toHaveLength(1);
  });

  it('that never landed is written anew', async () => {
    const scene = createScene();
    scene.fates.push({ kind: 'network' });
    await claimed(scene);
    expect(await look(scene)).toMatchObject({ reason: { code: 'claiming' }, claim: { nonce: 'nonce2' } });
  });

  it.each<[SellasistProblem, string]>([
    [{ kind: 'http', status: 400, text: 'Bad field' }, 'claim-refused'],
    [{ kind: 'http', status: 422, text: '' }, 'claim-refused'],
    [{ kind: 'business', text: 'nie wolno' }, 'claim-refused'],
    [{ kind: 'forbidden' }, 'sellasist-forbidden'],
    [{ kind: 'unauthorized' }, 'sellasist-key'],
    [{ kind: 'not-found' }, 'sellasist-order-missing'],
  ])('that is refused (%o) ends it: %s', async (problem, code) => {
    const scene = createScene();
    scene.fates.push(problem);
    expect(await look(scene)).toMatchObject({ state: 'failed', reason: { code }, claim: null, notBefore: NEVER });
  });

  it.each<[SellasistProblem, string]>([
    [{ kind: 'rate', retryAfterMs: 7 * SECOND }, 'rate-limited'],
    [{ kind: 'offline' }, 'offline'],
    [{ kind: 'locked' }, 'locked'],
  ])('that did not go out (%o) is tried again: %s', async (problem, code) => {
    const scene = createScene();
    scene.fates.push(problem);
    expect(await look(scene)).toMatchObject({ state: 'queued', reason: { code }, claim: null });
  });
});

describe('another computer’s claim', () => {
  it('is waited for, and named', async () => {
    const scene = createScene();
    scene.field = textOf({ at: NOW - MINUTE });
    expect(await look(scene)).toEqual({
      state: 'queued',
      step: 'check',
      reason: { code: 'claimed-elsewhere', params: { computer: 'Magazyn', until: String(NOW + 14 * MINUTE) } },
      notBefore: NOW + 30 * SECOND,
      claim: null,
      met: { nonce: 'theirs', at: NOW },
    });
    expect(scene.puts).toEqual([]);
  });

  it('is called by its id when its name cannot be read', async () => {
    const scene = createScene();
    scene.field = textOf({}).replace('wysyła', '???');
    expect(await look(scene)).toMatchObject({ reason: { params: { computer: 'there3' } } });
  });

  it('is looked at soon, then ever two minutes, until it is a quarter of an hour old', async () => {
    const scene = createScene();
    scene.field = textOf({});
    const looks: number[] = [];
    for (;;) {
      const patch = await look(scene);
      if (patch.reason?.code === 'claiming') break;
      scene.now = patch.notBefore ?? NEVER;
      looks.push((scene.now - NOW) / SECOND);
    }
    expect(looks).toEqual([30, 60, 120, 240, 360, 480, 600, 720, 840, 900]);
    expect(scene.transfer.claim).toMatchObject({ nonce: 'nonce1' });
  });

  it.each([
    ['of last week', -7 * 24 * 60 * MINUTE],
    ['of an hour ago', -60 * MINUTE],
  ])('%s still has to be seen for as long as its holder may be at work: clocks differ', async (_, age) => {
    const scene = createScene();
    scene.field = textOf({ at: NOW + age });
    expect(await look(scene)).toMatchObject({ reason: { params: { until: String(NOW + 4 * MINUTE) } } });
    scene.now = NOW + 4 * MINUTE - 1;
    expect(await look(scene)).toMatchObject({ reason: { code: 'claimed-elsewhere' } });
    scene.now = NOW + 4 * MINUTE;
    expect(await look(scene)).toMatchObject({ reason: { code: 'claiming' } });
  });

  it('from the future counts from when it was met', async () => {
    const scene = createScene();
    scene.field = textOf({ at: NOW + 60 * MINUTE });
    await look(scene);
    scene.now = NOW + 15 * MINUTE - 1;
    expect(await look(scene)).toMatchObject({ reason: { code: 'claimed-elsewhere' } });
    scene.now = NOW + 15 * MINUTE;
    expect(await look(scene)).toMatchObject({ reason: { code: 'claiming' } });
  });

  it('begins its time anew with each new claim', async () => {
    const scene = createScene();
    scene.field = textOf({ at: NOW - 60 * MINUTE });
    await look(scene);
    scene.now = NOW + 4 * MINUTE;
    scene.field = textOf({ at: NOW - 60 * MINUTE, nonce: 'anew' });
    expect(await look(scene)).toMatchObject({
      reason: { code: 'claimed-elsewhere' },
      met: { nonce: 'anew', at: NOW + 4 * MINUTE },
    });
  });

  it('of another document of the order holds it as well', async () => {
    const scene = createScene();
    scene.field = textOf({ key: 'o1001' });
    expect(await look(scene)).toMatchObject({ reason: { code: 'claimed-elsewhere' } });
  });
});

describe('what another computer says of a document that was not sent', () => {
  it.each(['incomplete', 'failed', 'skipped'] as const)(
    '%s is believed once no write over a claim can be hidden by it',
    async (word) => {
      const scene = createScene();
      scene.field = textOf({ word, at: NOW - MINUTE });
      expect(await look(scene)).toMatchObject({
        reason: { code: 'claimed-elsewhere', params: { computer: 'Magazyn', until: String(NOW + 5 * MINUTE) } },
      });
      scene.now = NOW + 5 * MINUTE;
      expect(await look(scene)).toMatchObject({ reason: { code: 'claiming' } });
    },
  );

  it('is believed at once when it is of yesterday', async () => {
    const scene = createScene();
    scene.field = textOf({ word: 'incomplete', at: NOW - 24 * 60 * MINUTE });
    expect(await look(scene)).toMatchObject({ reason: { code: 'claiming' } });
  });

  it('of today has to be seen for as long as whoever held the order before may be at work: clocks differ', async () => {
    const scene = createScene();
    scene.field = textOf({ word: 'incomplete', at: NOW - 60 * MINUTE });
    expect(await look(scene)).toMatchObject({ reason: { params: { until: String(NOW + 4 * MINUTE) } } });
    scene.now = NOW + 4 * MINUTE;
    expect(await look(scene)).toMatchObject({ reason: { code: 'claiming' } });
  });
});

describe('a sign that the sale is booked', () => {
  const MARKED = { number: '12/11/2026', notes: 'Dziękujemy\nSellasist sklep/o1001/d77', identifier: '900' };
  const DONE = textOf({ word: 'done', number: '12/11/2026' });

  it.each([
    ['a person’s words', 'FV wystawiona ręcznie', 'FV wystawiona ręcznie'],
    ['an invoice whose number is not iFirma’s', DONE, 'Mostek: wysłano 12/11/2026, 22.11.2026 13:05'],
    [
      'an invoice of another document',
      textOf({ word: 'done', key: 'o1001', number: '1/2026' }),
      'Mostek: wysłano 1/2026, 22.11.2026 13:05',
    ],
    [
      'an invoice that may be there',
      textOf({ word: 'uncertain' }),
      'Mostek: do sprawdzenia (Magazyn), 22.11.2026 13:05',
    ],
    [
      'an invoice whose number never came',
      textOf({ word: 'issued', at: NOW - 60 * MINUTE }),
      'Mostek: wystawiono, 22.11.2026 12:05',
    ],
    ['something longer than anybody reads', 'a '.repeat(200), `${'a '.repeat(59)}a…`],
    ['a list', ['a', 'b'], '["a","b"]'],
    ['what could sign a request', 'a'.repeat(40), '…'],
  ])('is %s, and a person decides', async (_, held, text) => {
    const scene = createScene();
    scene.field = held;
    // Something that was seen for long is judged, not waited for.
    scene.transfer = { ...scene.transfer, met: { nonce: 'theirs', at: NOW - 20 * MINUTE } };
    const finding = await findingOf(scene);
    expect(finding).toMatchObject({ code: 'maybe-booked-state', path: 'state', params: { text } });
    expect(finding.evidence).toMatch(/^state:13:[0-9a-f]{16}$/);
    expect(scene.puts).toEqual([]);

    scene.transfer = { ...scene.transfer, confirmed: [finding.evidence ?? ''] };
    expect(await look(scene)).toMatchObject({ reason: { code: 'claiming' } });
  });

  it('is asked about anew when other words stand there', async () => {
    const scene = createScene();
    scene.field = 'pilne';
    const first = await findingOf(scene);
    scene.transfer = { ...scene.transfer, confirmed: [first.evidence ?? ''] };
    scene.field = 'FV 3/2026';
    expect((await findingOf(scene)).evidence).not.toBe(first.evidence);
  });

  it('is the invoice itself when iFirma has it under this document’s mark', async () => {
    const scene = createScene();
    scene.field = DONE;
    scene.invoices = [MARKED];
    expect(await look(scene)).toMatchObject({
      state: 'sending',
      step: 'number',
      identifier: '900',
      reason: { code: 'adopted' },
    });
  });

  it('is the invoice itself even when a person said to send it all the same', async () => {
    const scene = createScene();
    scene.field = DONE;
    const finding = await findingOf(scene);
    scene.transfer = { ...scene.transfer, confirmed: [finding.evidence ?? ''] };
    scene.invoices = [{ ...MARKED, identifier: '' }];
    expect(await look(scene)).toMatchObject({ identifier: '12_11_2026' });
  });

  it.each([
    ['under another mark', [{ ...MARKED, notes: 'Sellasist sklep/o1001/d78' }], []],
    ['and the ledger knows it as another document', [MARKED], [exampleTransfer({ key: 'd78', identifier: '900' })]],
  ])('is not adopted %s', async (_, invoices, others) => {
    const scene = createScene();
    scene.field = DONE;
    scene.invoices = invoices;
    scene.others.push(...others);
    expect(await findingOf(scene)).toMatchObject({ code: 'maybe-booked-state' });
  });

  it.each([
    ['network', 'queued', 'network'],
    ['kod-403', 'failed', 'kod-403'],
  ] as const)('waits for iFirma to say (%s)', async (invoices, state, code) => {
    const scene = createScene();
    scene.field = DONE;
    scene.invoices = invoices;
    expect(await look(scene)).toMatchObject({ state, reason: { code }, claim: null });
  });

  it('does not count when it speaks of a document that this computer has sent: the sale was asked about', async () => {
    const scene = createScene();
    scene.field = textOf({ word: 'done', key: 'd78', number: '13/11/2026' });
    scene.others.push(exampleTransfer({ key: 'd78', state: 'done', identifier: '901' }));
    expect(await look(scene)).toMatchObject({ reason: { code: 'claiming' } });
  });

  it('is waited for while its number is on its way', async () => {
    const scene = createScene();
    scene.field = textOf({ word: 'issued' });
    expect(await look(scene)).toMatchObject({ state: 'queued', reason: { code: 'claimed-elsewhere' } });
    scene.field = DONE;
    scene.invoices = [MARKED];
    expect(await look(scene)).toMatchObject({ identifier: '900' });
  });
});

describe('the second look', () => {
  it('finds the claim, and the POST may begin within two minutes of it', async () => {
    const scene = createScene();
    await claimed(scene);
    expect(await claimIn(scene)).toEqual({ kind: 'held', until: NOW + 40 + 2 * MINUTE });
    expect(scene.puts).toHaveLength(1);
  });

  it('that comes too early goes back to wait, and keeps the claim', async () => {
    const scene = createScene();
    await claimed(scene);
    scene.now -= 1;
    const before = scene.transfer;
    expect(await look(scene)).toEqual({
      state: 'queued',
      step: 'claim',
      reason: before.reason,
      notBefore: before.notBefore,
    });
    expect(scene.transfer.claim).toEqual(before.claim);
  });

  it('that comes too late claims anew', async () => {
    const scene = createScene();
    await claimed(scene);
    scene.now = NOW + 40 + MINUTE + 1;
    expect(await look(scene)).toMatchObject({ reason: { code: 'claiming' }, claim: { nonce: 'nonce2' } });
  });

  it('that comes before the claim, since the clock was set back, claims anew', async () => {
    const scene = createScene();
    await claimed(scene);
    scene.now = NOW - MINUTE;
    expect(await look(scene)).toMatchObject({ reason: { code: 'claiming' }, claim: { nonce: 'nonce2' } });
  });

  it('that finds another’s claim has lost', async () => {
    const scene = createScene();
    await claimed(scene);
    scene.field = textOf({ at: scene.now - SECOND });
    expect(await look(scene)).toMatchObject({
      reason: { code: 'claimed-elsewhere' },
      claim: null,
      met: { nonce: 'theirs' },
    });
  });

  it.each<[string, unknown]>([
    ['is empty', ''],
    ['is gone', undefined],
    ['kept a quarter of it', 'Mostek: wysyła Biuro, 22.11.'],
    ['holds what another left there long ago', textOf({ word: 'skipped', at: NOW - 25 * 60 * MINUTE })],
    [
      'holds what this computer left there long ago',
      textOf({ word: 'failed', computer: HERE.id, at: NOW - 60 * MINUTE }),
    ],
  ])('says that the field takes no text when it %s', async (_, held) => {
    const scene = createScene();
    await claimed(scene);
    scene.field = held;
    expect(await look(scene)).toMatchObject({ state: 'failed', reason: { code: 'claim-refused' }, claim: null });
  });

  it('asks about a person’s words that stand there now', async () => {
    const scene = createScene();
    await claimed(scene);
    scene.field = 'wystawione';
    expect(await findingOf(scene)).toMatchObject({ params: { text: 'wystawione' } });
  });

  it('finds what came of the last attempt, and claims anew', async () => {
    const scene = createScene();
    await claimed(scene);
    const mark = stateTextIn(scene.puts[0]?.text ?? '');
    scene.field = textOf({ ...mark, word: 'incomplete', at: scene.now + SECOND }, HERE);
    scene.transfer = { ...scene.transfer, claim: { nonce: 'before', at: scene.transfer.claim?.at ?? 0 } };
    scene.now += 5 * SECOND;
    expect(await look(scene)).toMatchObject({ reason: { code: 'claiming' }, claim: { nonce: 'nonce2' } });
  });
});

test('what it waits for is never asked for in vain: each wait ends in the future', async () => {
  for (const at of [NOW - 60 * MINUTE, NOW - 10 * MINUTE, NOW, NOW + 60 * MINUTE]) {
    for (const word of ['claim', 'incomplete', 'uncertain', 'issued'] as const) {
      for (const computer of ['there3', HERE.id]) {
        const scene = createScene();
        scene.field = textOf({ word, at, computer });
        const { state, notBefore = 0 } = await look(scene);
        if (state === 'queued') expect(notBefore).toBeGreaterThan(scene.now);
      }
    }
  }
});
