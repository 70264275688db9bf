/** „Powiąż z iFirma” of a correction: a person names the one that iFirma has, where nothing else could tell. */
import { describe, expect, it } from 'vitest';
import type { DocumentKey } from '../../../../utils/invoice/document.ts';
import type { CorrectionChoice, DocumentView } from '../../../../utils/messages/index.ts';
import { bookByHand } from '../by-hand.ts';
import { IFIRMA } from '../troubles.ts';
import { createWorld, MINUTE, reasonOf, type World } from '../world.ts';

const REF = { orderId: '1001', key: 'd77' } as const;
const BACK: CorrectionChoice = { lines: [{ line: 0, quantity: 0 }], reason: null, conditionsMet: true };
const POSTED = { host: IFIRMA, method: 'POST', path: '^/iapi/fakturakraj/korekta/' } as const;
const READ_BACK = { host: IFIRMA, method: 'GET', path: '^/iapi/fakturakraj/korekta/.*\\.json$' } as const;

const corrections = ({ ifirma }: World) => ifirma.booked().filter(({ corrects }) => corrects !== null);
const link = (world: World, key: DocumentKey, number: string) =>
  world.ask<'link'>({ type: 'link', orderId: '1001', key, number });

async function shown(world: World): Promise<DocumentView> {
  const { documents } = await world.tell<'state'>({ type: 'state', orderId: '1001', key: null, fresh: false });
  const found = documents.find(({ key }) => key.startsWith('c'));
  if (found === undefined) throw new Error('the card shows no correction');
  return found;
}

/** A correction whose answer was lost: iFirma has it, Mostek cannot know. */
async function unclear(): Promise<{ readonly world: World; readonly key: DocumentKey; readonly number: string }> {
  const world = await createWorld();
  await world.send('1001', 'd77');
  world.network.arm({ ...POSTED, times: 1 }, { kind: 'drop', when: 'after' });
  await world.ask<'correct'>({ type: 'correct', ...REF, choice: BACK, confirm: [] });
  await world.pass(20 * MINUTE);
  const { key, state } = await shown(world);
  expect(state).toBe('uncertain');
  return { world, key, number: corrections(world)[0]?.number ?? '' };
}

describe('an unclear correction', () => {
  it.each([
    ['as iFirma writes it', (number: string) => number],
    ['with white space around it', (number: string) => `  ${number} `],
    ['as it stands in addresses', (number: string) => number.replaceAll('/', '_')],
  ])('is tied to the number that a person names, %s, and its PDF is saved', async (_how, typed) => {
    const { world, key, number } = await unclear();
    expect(await link(world, key, typed(number))).toMatchObject({ ok: true });
    expect(await shown(world)).toMatchObject({ state: 'done', ifirmaNumber: number, attached: 'verified' });
    expect(corrections(world)).toHaveLength(1);
  });

  it('is not tied to a number that iFirma does not have', async () => {
    const { world, key } = await unclear();
    expect(reasonOf(await link(world, key, 'K/99/2026'))).toEqual({
      code: 'link-not-found',
      params: { number: 'K/99/2026' },
    });
    expect(await shown(world)).toMatchObject({ state: 'uncertain' });
  });

  it('is not tied while iFirma cannot be asked, and says why', async () => {
    const { world, key, number } = await unclear();
    world.network.arm(READ_BACK, { kind: 'offline' });
    expect(reasonOf(await link(world, key, number)).code).toBe('offline');
    expect(await shown(world)).toMatchObject({ state: 'uncertain' });
  });

  it('is not tied to the correction of another order', async () => {
    const { world, key } = await unclear();
    const order = world.panel.addOrder();
    const document = world.panel.addDocument({ orderId: order.id });
    const other = { orderId: order.id, key: `d${document.id}` } as const;
    await world.view(other.orderId, other.key);
    await world.send(other.orderId, other.key);
    await world.ask<'correct'>({ type: 'correct', ...other, choice: BACK, confirm: [] });
    await world.pass(MINUTE);
    const [, foreign] = corrections(world);
    expect(foreign).toBeDefined();
    const number = foreign?.number ?? '';
    expect(reasonOf(await link(world, key, number))).toEqual({ code: 'link-taken', params: { number } });
    expect(await shown(world)).toMatchObject({ state: 'uncertain' });
  });

  it('is not tied to the invoice that it corrects, which was made by hand and carries no mark', async () => {
    const world = await createWorld();
    await world.view('1001', 'd77');
    const invoice = bookByHand(world, { price: 135.98 });
    await world.ask<'link'>({ type: 'link', ...REF, number: invoice.number });
    world.network.arm({ ...POSTED, times: 1 }, { kind: 'drop', when: 'before' });
    await world.ask<'correct'>({
      type: 'correct',
      ...REF,
      choice: { ...BACK, lines: [{ line: 0, quantity: 0 }] },
      confirm: [],
    });
    await world.pass(MINUTE);
    const { key, state } = await shown(world);
    expect(state).toBe('uncertain');
    // The ledger may not know it under that identifier.
    await world.store.transfers.change('demo', 'd77', (stored) => ({ ...stored, identifier: '1' }));
    for (const typed of [invoice.number, String(invoice.id)])
      expect(reasonOf(await link(world, key, typed)).code).toBe('link-taken');
    expect(await shown(world)).toMatchObject({ state: 'uncertain' });
  });

  it('once tied counts: the next correction is asked about, and begins with what is left', async () => {
    const { world, key, number } = await unclear();
    await link(world, key, number);
    const choice = { ...BACK, lines: [{ line: 1, quantity: 0 }] };
    const next = await world.tell<'correction.preview'>({ type: 'correction.preview', ...REF, choice });
    expect(next).toMatchObject({ earlier: [number], findings: [{ code: 'corrected-before' }] });
  });
});
