/** Two computers of one shop with the same rules: whatever both of them see, each of it happens once. */
import { describe, expect, it } from 'vitest';
import type { RuleDraft } from '../../../../utils/messages/index.ts';
import { issue, timesBooked } from '../auto/scene.ts';
import { createComputers, passTogether } from '../computers.ts';
import { MINUTE, type World } from '../world.ts';
import { EMAIL, ISSUE, NOTE, notesOf, order, pay, runsOf, SENT, saveRules, told } from './scene.ts';

const BOTH: readonly Partial<RuleDraft>[] = [
  { trigger: { kind: 'document', seriesId: '1' }, effects: [ISSUE, EMAIL, NOTE] },
  { id: 'r2', name: 'Druga', trigger: { kind: 'paid' }, effects: [{ kind: 'payment' }] },
];

/** @param apart so long after the first the second computer begins: 0 has both look at the same moments. */
async function two(rules: readonly Partial<RuleDraft>[], apart: number): Promise<readonly [World, World]> {
  const [office, store] = await createComputers(['Biuro', 'Magazyn'], { savePdf: false });
  if (office === undefined || store === undefined) throw new Error('two computers');
  await office.send('1001', 'd77');
  await passTogether([office, store], 2 * MINUTE);
  const { id, orderId } = issue(store);
  await store.view(orderId, `d${Number(id)}`);
  await store.send(orderId, `d${Number(id)}`);
  await passTogether([office, store], 2 * MINUTE);
  await saveRules(office, rules);
  await passTogether([office, store], apart);
  await saveRules(store, rules);
  await passTogether([office, store], 5 * MINUTE);
  return [office, store];
}

describe('two computers with the same rules', () => {
  it.each([0, 1_000, 45_000])(
    'that look %i ms apart issue, e-mail, note and register a payment once',
    { timeout: 60_000 },
    async (apart) => {
      const worlds = await two(BOTH, apart);
      const [office] = worlds;
      const made: { readonly id: string; readonly orderId: string }[] = [];
      for (let round = 0; round < 3; round += 1) {
        const orderId = order(office, { payment: { paid: '0' } });
        await passTogether(worlds, 3 * MINUTE);
        made.push(issue(office, { orderId }));
        await passTogether(worlds, 10 * MINUTE);
        pay(office, orderId);
        await passTogether(worlds, 15 * MINUTE);
      }
      await passTogether(worlds, 150 * MINUTE);
      for (const { id, orderId } of made) {
        expect(timesBooked(office, id)).toBe(1);
        const booked = office.ifirma.booked().find(({ body }) => String(body.Uwagi).includes(`/d${id}`));
        const all = (await Promise.all(worlds.map(told)))
          .flat()
          .filter((line) => line.includes(id) || line.includes(`o${orderId}`));
        expect(
          { emails: booked?.emails, payments: booked?.payments, notes: notesOf(office, orderId).length },
          all.join('\n'),
        ).toEqual({
          emails: 1,
          payments: 1,
          notes: 1,
        });
      }
      const effects = (await Promise.all(worlds.map(runsOf))).flat().flatMap((run) => run.effects);
      const open = effects.filter(({ standing }) => !['done', 'left'].includes(standing));
      expect(open).toEqual([]);
    },
  );

  it.each([0, 1_000, 45_000])(
    'that look %i ms apart write a note of an order once',
    { timeout: 60_000 },
    async (apart) => {
      const worlds = await two([{ effects: [{ kind: 'note', text: 'Tak' }] }], apart);
      const ids = [order(worlds[0], { statusId: SENT }), order(worlds[0], { statusId: SENT })];
      await passTogether(worlds, 15 * MINUTE);
      for (const id of ids) expect(notesOf(worlds[0], id)).toEqual(['Tak']);
    },
  );
});
