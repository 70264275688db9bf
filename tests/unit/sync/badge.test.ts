/** What the icon says: colour, text and title. */
import { describe, expect, it } from 'vitest';
import type { Transfer } from '../../../utils/invoice/transfer.ts';
import { badgeWords } from '../../../utils/texts/badge.ts';
import { exampleTransfer } from '../store/examples.ts';
import { setUpIn } from './set-up.ts';
import { createWorld, SECOND_LOGIN, VIEW, type World } from './world.ts';

const RED = '#ad2318';
const AMBER = '#8a5200';
const GREY = '#52606e';
const QUIET = { isLocked: false, waiting: 0 } as const;

describe('the words on the icon', () => {
  it.each([
    [QUIET, '', RED, 'Mostek'],
    [{ ...QUIET, waiting: 2 }, '2', RED, 'Mostek: 2\u00a0dokumenty wymagają uwagi'],
    [
      { ...QUIET, waiting: 2, lookedUp: 1 },
      '2',
      RED,
      'Mostek: 2\u00a0dokumenty wymagają uwagi, 1\u00a0dokument jest sprawdzany w iFirma',
    ],
    [{ ...QUIET, lookedUp: 3 }, '3', AMBER, 'Mostek: 3\u00a0dokumenty są sprawdzane w iFirma. Nic nie musisz robić.'],
    [
      { isLocked: true, waiting: 2, lookedUp: 1 },
      'STOP',
      GREY,
      'Mostek jest zablokowany i niczego nie wysyła. Kliknij, aby podać hasło.',
    ],
    [
      { ...QUIET, rests: 'setup' as const },
      '…',
      GREY,
      'Mostek nie jest jeszcze połączony z panelem Sellasist i z iFirma. Kliknij, aby zacząć.',
    ],
    [
      { ...QUIET, rests: 'read-only' as const },
      'ERP',
      GREY,
      'Erplink jest włączony, więc Mostek tylko patrzy i niczego nie wysyła.',
    ],
    [
      { ...QUIET, waiting: 1, rests: 'read-only' as const },
      'ERP',
      GREY,
      'Erplink jest włączony, więc Mostek tylko patrzy i niczego nie wysyła. 1\u00a0dokument wymaga uwagi.',
    ],
    [{ ...QUIET, isClosed: true }, 'STOP', RED, expect.stringContaining('nie może otworzyć swojej bazy')],
  ])('of %o are “%s” on %s', (badge, text, colour, title) => {
    expect(badgeWords('pl', badge)).toEqual({ text, colour, textColour: '#ffffff', title });
    expect(badgeWords('en', badge)).toMatchObject({ text, colour });
    expect(badgeWords('en', badge).title).not.toMatch(/[ąćęłńóśźż]/);
  });

  it.each([RED, AMBER, GREY])('can be read on %s', (colour) => {
    expect(contrastWithWhite(colour)).toBeGreaterThanOrEqual(4.5);
  });
});

/** WCAG 2.2. */
function contrastWithWhite(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

describe('the counts on the icon', () => {
  const post = { beganAt: 1, endedAt: 2, gross: 1, nip: '', issueDate: '2026-11-20', lookFrom: '2026-11-20' } as const;
  const uncertain = (code: 'looking' | 'absent-proven' | 'correction-unclear'): Partial<Transfer> => ({
    state: 'uncertain',
    post,
    reason: { code, params: {} },
    notBefore: Number.MAX_SAFE_INTEGER,
  });
  const badgeAfter = async (world: World, ...transfers: readonly Partial<Transfer>[]) => {
    for (const [nth, more] of transfers.entries()) {
      const key = `d${9000 + nth}` as const;
      await world.store.transfers.create(exampleTransfer({ panel: 'demo', accountId: world.accountId, key, ...more }));
    }
    await world.tell<'language.set'>({ type: 'language.set', language: 'pl' }, VIEW);
    await world.idle();
    return world.badge();
  };

  it('leave out what is only looked up, and name it apart', async () => {
    const world = await createWorld();
    const badge = await badgeAfter(world, uncertain('looking'), uncertain('looking'), { state: 'incomplete' });
    expect(badge).toEqual({ isLocked: false, waiting: 1, lookedUp: 2, language: 'pl' });
  });

  it.each(['absent-proven', 'correction-unclear'] as const)('take in what a person has to say: %s', async (code) => {
    expect(await badgeAfter(await createWorld(), uncertain(code))).toEqual({
      isLocked: false,
      waiting: 1,
      language: 'pl',
    });
  });

  it('are none before an account is set up', async () => {
    const world = await createWorld({ account: false });
    expect(await badgeAfter(world)).toEqual({ isLocked: false, waiting: 0, rests: 'setup', language: 'pl' });
  });

  it('rest while Mostek only looks in every panel, and in some of them not', async () => {
    const world = await createWorld({ erplink: true });
    expect(world.badge()).toMatchObject({ rests: 'read-only' });
    const draft = { name: 'Drugi', panel: 'drugi', login: SECOND_LOGIN, seriesIds: ['3'] };
    await setUpIn(world, { draft });
    await world.idle();
    expect(world.badge()).toEqual({ isLocked: false, waiting: 0, language: 'pl' });
  });
});
