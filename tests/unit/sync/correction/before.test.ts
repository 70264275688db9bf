/** What was corrected of an invoice before: the next correction goes on from there, whatever page, document or computer it comes from. */
import { describe, expect, it } from 'vitest';
import type { DocumentKey } from '../../../../utils/invoice/document.ts';
import { stateText } from '../../../../utils/invoice/state-text.ts';
import type { CorrectionChoice } from '../../../../utils/messages/index.ts';
import { bookByHand } from '../by-hand.ts';
import { createComputers, passTogether, STATE_FIELD } from '../computers.ts';
import { createWorld, MINUTE, type World } from '../world.ts';

interface Ref {
  readonly orderId: string | null;
  readonly key: DocumentKey;
}

const chosen = (line: number, quantity = 0): CorrectionChoice => ({
  lines: [{ line, quantity }],
  reason: null,
  conditionsMet: true,
});
const corrections = ({ ifirma }: World) => ifirma.booked().filter(({ corrects }) => corrects !== null);
const preview = (world: World, ref: Ref, choice: CorrectionChoice) =>
  world.tell<'correction.preview'>({ type: 'correction.preview', ...ref, choice });
const correct = (world: World, ref: Ref, choice: CorrectionChoice, confirm: readonly string[] = []) =>
  world.ask<'correct'>({ type: 'correct', ...ref, choice, confirm });

/** An invoice of a document that belongs to no order. */
async function withoutOrder(world: World): Promise<Ref> {
  const { id } = world.panel.addDocument({
    orderId: null,
    buyer: {
      name: 'Anna',
      surname: 'Nowak',
      street: 'Prosta',
      home_number: '1',
      postcode: '00-001',
      city: 'Warszawa',
      country: 'PL',
    },
    lines: [{ name: 'Kubek', quantity: '3', price: '20.00' }],
  });
  const ref = { orderId: null, key: `d${id}` } as const;
  await world.tell<'state'>({ type: 'state', orderId: null, key: ref.key, fresh: true });
  // The panel says nothing of its payment, so that it was booked by hand.
  const { number } = bookByHand(world, { pieces: 3, price: 20, name: 'Kubek' });
  expect(await world.ask<'link'>({ type: 'link', ...ref, number })).toMatchObject({ ok: true });
  await world.pass(MINUTE);
  expect(await world.transfer(ref.key)).toMatchObject({ identifier: expect.any(String), number });
  return ref;
}

describe('an invoice without an order', () => {
  it('that was corrected is asked about, and the next correction begins with what is left', async () => {
    const world = await createWorld();
    const ref = await withoutOrder(world);
    await correct(world, ref, chosen(0, 1000));
    const [first] = corrections(world);
    const shown = await preview(world, ref, chosen(0));
    expect(shown).toMatchObject({ findings: [{ code: 'corrected-before' }], before: first?.gross });
    expect(shown.earlier).toEqual([first?.number]);
    const confirm = shown.findings.flatMap(({ evidence }) => evidence ?? []);
    await correct(world, ref, chosen(0), confirm);
    expect(corrections(world)).toMatchObject([{}, { gross: shown.after, difference: shown.difference }]);
    const { documents } = await world.tell<'state'>({ type: 'state', orderId: null, key: ref.key, fresh: false });
    expect(documents.map(({ kind, state }) => [kind, state])).toEqual([
      ['invoice', 'done'],
      ['correction', 'done'],
      ['correction', 'done'],
    ]);
  });

  it('of which a correction ended unclear is not corrected again', async () => {
    const world = await createWorld();
    const ref = await withoutOrder(world);
    world.network.arm({ method: 'POST', times: 1 }, { kind: 'drop', when: 'before' });
    await correct(world, ref, chosen(0, 1000));
    await world.pass(30 * MINUTE);
    expect(await correct(world, ref, chosen(0))).toMatchObject({ ok: false });
    expect((await preview(world, ref, chosen(0))).findings).toMatchObject([{ code: 'correction-other-open' }]);
    expect(corrections(world)).toEqual([]);
  });
});

describe('an invoice that was linked by its number', () => {
  it('is the same one to its corrections as under the identifier that iFirma answers with', async () => {
    const world = await createWorld();
    const ref = { orderId: '1001', key: 'd77' } as const;
    await world.send(ref.orderId, ref.key);
    const { identifier, number } = await world.transfer('d77');
    const spelled = (number ?? '').replaceAll('/', '_');
    await world.store.transfers.change('demo', 'd77', (stored) => ({ ...stored, identifier: spelled }));
    expect(spelled).not.toBe(identifier);
    await correct(world, ref, chosen(0, 1000));
    const shown = await preview(world, ref, chosen(0, 1000));
    expect(shown.findings).toMatchObject([{ code: 'corrected-before' }, { code: 'correction-nothing-changes' }]);
    const rest = await preview(world, ref, chosen(1));
    await correct(
      world,
      ref,
      chosen(1),
      rest.findings.flatMap(({ evidence }) => evidence ?? []),
    );
    // The same words once more are another correction, of what is left by now.
    await correct(world, ref, chosen(1));
    expect(corrections(world)).toHaveLength(2);
    const transfers = await world.store.transfers.byOrder('demo', '1001');
    expect(transfers.filter(({ kind }) => kind === 'correction')).toHaveLength(3);
  });
});

describe('an invoice that was corrected again and again', () => {
  it('is corrected from what the last one has left', async () => {
    const world = await createWorld();
    const ref = { orderId: '1001', key: 'd77' } as const;
    await world.send(ref.orderId, ref.key);
    for (const choice of [chosen(0, 1000), chosen(1), chosen(0), chosen(2)]) {
      const last = corrections(world).at(-1);
      const shown = await preview(world, ref, choice);
      if (last !== undefined) expect(shown).toMatchObject({ before: last.gross });
      const confirm = shown.findings.flatMap(({ evidence }) => evidence ?? []);
      await correct(world, ref, choice, confirm);
      await world.pass(MINUTE);
      expect(corrections(world).at(-1)).toMatchObject({ gross: shown.after, difference: shown.difference });
    }
    expect(corrections(world)).toHaveLength(4);
    expect(corrections(world).at(-1)?.gross).toBe(0);
  });
});

describe('another computer', () => {
  async function correctedByAnother() {
    const [first, second] = await createComputers(['Biuro', 'Magazyn']);
    if (first === undefined || second === undefined) throw new Error('no computers');
    await first.send('1001', 'd77');
    await passTogether([first, second], 2 * MINUTE);
    return [first, second] as const;
  }

  it('has corrected the invoice: this one asks, and then goes on from what is left', async () => {
    const [first, second] = await correctedByAnother();
    await correct(first, { orderId: '1001', key: 'd77' }, chosen(0, 1000));
    await passTogether([first, second], 5 * MINUTE);
    expect(corrections(first)).toHaveLength(1);
    const back = second.panel.addReturn({ orderId: '1001' });
    await second.tell<'send'>({ type: 'send', orderId: '1001', key: `r${back.id}`, confirm: [] });
    await passTogether([first, second], 5 * MINUTE);
    const { documents } = await second.tell<'state'>({ type: 'state', orderId: '1001', key: null, fresh: true });
    const view = documents.find(({ key }) => key === `r${back.id}`);
    expect(view).toMatchObject({ state: 'incomplete', findings: [{ code: 'corrected-before' }] });
    const [booked] = corrections(second);
    expect(corrections(second)).toHaveLength(1);
    const confirm = view?.findings.flatMap(({ evidence }) => evidence ?? []) ?? [];
    await second.tell<'send'>({ type: 'send', orderId: '1001', key: `r${back.id}`, confirm });
    await passTogether([first, second], 5 * MINUTE);
    const [, next] = corrections(second);
    expect(next?.gross).toBe((booked?.gross ?? 0) + (next?.difference ?? 0));
    expect(next?.difference).toBeLessThan(0);
    // The next one knows both, in the order in which they were booked.
    const another = second.panel.addReturn({ orderId: '1001' });
    const choice: CorrectionChoice = { lines: null, reason: null, conditionsMet: true };
    const shown = await preview(second, { orderId: '1001', key: `r${another.id}` }, choice);
    const [before] = shown.findings;
    expect(before).toMatchObject({
      code: 'corrected-before',
      params: { number: `${booked?.number}, ${next?.number}` },
      evidence: `corrected:${next?.id}`,
    });
  });

  it('is not forgotten by a correction that was refused, for the one after it', async () => {
    const [first, second] = await correctedByAnother();
    await correct(first, { orderId: '1001', key: 'd77' }, chosen(0, 1000));
    await passTogether([first, second], 5 * MINUTE);
    const [one, other] = [second.panel.addReturn({ orderId: '1001' }), second.panel.addReturn({ orderId: '1001' })];
    const sent = async (id: string, confirm: readonly string[] = []) => {
      await second.tell<'send'>({ type: 'send', orderId: '1001', key: `r${id}`, confirm });
      await passTogether([first, second], 5 * MINUTE);
      const { documents } = await second.tell<'state'>({ type: 'state', orderId: '1001', key: null, fresh: true });
      return documents.find(({ key }) => key === `r${id}`);
    };
    const asked = await sent(one.id);
    second.network.arm({ method: 'POST', times: 1 }, { kind: 'kod', kod: 202 });
    expect(
      await sent(
        one.id,
        asked?.findings.flatMap(({ evidence }) => evidence ?? []),
      ),
    ).toMatchObject({ state: 'failed' });
    expect(await sent(other.id)).toMatchObject({ state: 'incomplete', findings: [{ code: 'corrected-before' }] });
    expect(corrections(second)).toHaveLength(1);
  });

  it('has left a number in the field that iFirma has no correction of: a person looks, and nothing is booked', async () => {
    const [, second] = await correctedByAnother();
    const mark = {
      computer: 'ab12',
      nonce: 'cd34',
      key: 'd4444',
      word: 'done',
      at: second.clock.now(),
      number: '9/11/2026',
    } as const;
    second.panel.orders.get('1001')?.texts.set(STATE_FIELD, stateText(mark, 'Biuro'));
    const back = second.panel.addReturn({ orderId: '1001' });
    await second.tell<'send'>({ type: 'send', orderId: '1001', key: `r${back.id}`, confirm: [] });
    await second.pass(5 * MINUTE);
    expect(await second.transfer(`r${back.id}`)).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'maybe-booked-state' }],
    });
    expect(corrections(second)).toEqual([]);
  });
});
