/** Which of two computers goes on: what each makes of a sign of the other. */
import { describe, expect, it } from 'vitest';
import type { StateText } from '../../../../utils/invoice/state-text.ts';
import { elsewhereOf, rivalOf, startOf } from '../../../../utils/sync/auto/facts.ts';
import { meetSign, nonceFor, termAfter, termIn } from '../../../../utils/sync/auto/sign.ts';
import { newTransfer } from '../../../../utils/sync/new-transfer.ts';
import { createWorld, MINUTE, NOW, type World } from '../world.ts';
import { SHOP } from './scene.ts';

const START = { asked: null, from: '2026-11-22', floor: null, since: NOW } as const;

const markOf = (term: number, computer: string, at = NOW): StateText => ({
  word: 'claim',
  key: 'd77',
  computer,
  nonce: `o${term.toString(36).padStart(5, '0')}abcdef`,
  at,
  number: null,
  name: 'Biuro',
});

async function meeting(
  world: World,
  own: { readonly id: string; readonly term: number; readonly hasSent?: boolean },
  mark: StateText,
): Promise<'stands by' | 'goes on, and hurries' | 'goes on'> {
  const { store, accountId } = world;
  await store.facts.set(startOf(accountId), { ...START, term: own.term });
  if (own.hasSent) {
    const fresh = newTransfer({ panel: 'demo', key: 'd500', orderId: '1', accountId, documentNumber: null, at: NOW });
    const post = { beganAt: NOW, endedAt: NOW, gross: 1, nip: '', issueDate: '2026-11-22', lookFrom: '2026-11-22' };
    await store.transfers.create({ ...fresh, auto: true, state: 'done', identifier: '1', post });
  }
  const account = await store.accounts.get(accountId);
  if (account === null) throw new Error('no account');
  await meetSign(
    {
      account: { ...account, settings: { ...account.settings, autoSend: true, autoFrom: null } },
      tools: {
        store,
        clock: { now: () => NOW, sleep: async () => undefined },
        announce: () => undefined,
        computer: async () => ({ id: own.id, name: 'Magazyn' }),
      } as unknown as Parameters<typeof meetSign>[0]['tools'],
    },
    mark,
  );
  if ((await store.facts.get(elsewhereOf(accountId))) !== null) return 'stands by';
  return (await store.facts.get(rivalOf(accountId))) === null ? 'goes on' : 'goes on, and hurries';
}

describe('a computer that meets a sign of another', () => {
  it.each([
    ['of a later term', { id: 'z', term: 0, hasSent: true }, markOf(5, 'a'), 'stands by'],
    ['of an earlier term', { id: 'a', term: 5 }, markOf(0, 'z'), 'goes on, and hurries'],
    ['of its own term, with a smaller id', { id: 'a', term: 0, hasSent: true }, markOf(0, 'z'), 'stands by'],
    [
      'of its own term, with a larger id, and has sent itself',
      { id: 'z', term: 0, hasSent: true },
      markOf(0, 'a'),
      'goes on, and hurries',
    ],
    ['of its own term, with a larger id, and has sent nothing', { id: 'z', term: 0 }, markOf(0, 'a'), 'stands by'],
    ['of its own', { id: 'a', term: 0 }, markOf(0, 'a'), 'goes on'],
    ['that is a quarter of an hour old', { id: 'a', term: 0 }, markOf(5, 'z', NOW - 15 * MINUTE), 'goes on'],
    ['of a person’s click', { id: 'a', term: 0 }, { ...markOf(5, 'z'), nonce: 'k7f3a2xx' }, 'goes on'],
  ] as const)('%s', async (_what, own, mark, ends) => {
    expect(await meeting(await createWorld(SHOP), own, mark)).toBe(ends);
  });
});

describe('a sign', () => {
  it('carries the term, and no other nonce looks like one', async () => {
    const world = await createWorld(SHOP);
    await world.store.facts.set(startOf(world.accountId), { ...START, term: 29_922_486 });
    const tools = { store: world.store, nonce: () => 'k7f3a2xx' };
    const nonce = await nonceFor(tools, { auto: true, accountId: world.accountId });
    expect(nonce).toMatch(/^o[0-9a-z]{5}[a-z0-9]{6}$/);
    expect(termIn(nonce)).toBe(29_922_486);
    expect(await nonceFor(tools, { accountId: world.accountId })).toBe('k7f3a2xx');
    expect(termIn('k7f3a2xx')).toBeNull();
  });

  it('of whoever takes over is later than what was met, whatever its own clock says', () => {
    expect(termAfter(5, 600_000)).toBe(10);
    expect(termAfter(50, 600_000)).toBe(51);
  });
});
