/** The worker dies at every write and every request of the whole way of a rule, once after the other: nothing is doubled, and nothing is lost in silence. */
import { describe, expect, it } from 'vitest';
import { isRestful } from '../../../../utils/invoice/rules/run.ts';
import { issue, timesBooked } from '../auto/scene.ts';
import { MINUTE, type World } from '../world.ts';
import { createRuleWorld, EMAIL, ISSUE, NOTE, notesOf, order, pay, ruleLog, runsOf } from './scene.ts';

/** Gates after which nothing of it is left: counted by hand, and checked below. */
const LAST_GATE = 400;
const PARTS = 4;

const RULES = () => [
  { trigger: { kind: 'document', seriesId: '1' }, effects: [ISSUE, EMAIL, NOTE] } as const,
  { id: 'r2', name: 'Druga', trigger: { kind: 'paid' }, effects: [{ kind: 'payment' }] } as const,
];

/** Wherever the worker dies, the browser starts another one a minute later. */
async function live(world: World, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    await world.pass(MINUTE);
    if (world.life().isOver()) await world.restart();
  }
}

/** A person sends what is proven to be missing, and nothing else. */
async function toTheEnd(world: World, orderId: string, key: `d${number}`): Promise<void> {
  for (let minutes = 0; minutes < 150; minutes += 10) {
    const effects = (await runsOf(world)).flatMap((run) => run.effects);
    if (effects.length === 4 && effects.every(isRestful)) return;
    const { reason } = await world.transfer(key);
    if (reason?.code === 'absent-proven') await world.send(orderId, key);
    await world.pass(10 * MINUTE);
  }
}

describe('a worker that dies', () => {
  it.each(Array.from({ length: PARTS }, (_, from) => from))(
    'at any gate of what rules do does nothing twice, and says what it does not know (%i)',
    { timeout: 120_000 },
    async (from) => {
      let hasSurvived = false;
      for (let dieAt = from; dieAt < LAST_GATE && !hasSurvived; dieAt += PARTS) {
        const world = await createRuleWorld(RULES);
        const orderId = order(world, { payment: { paid: '0' } });
        await world.pass(3 * MINUTE);
        const { id } = issue(world, { orderId });
        const { life } = world;
        const first = life();
        first.endIn(dieAt);
        await live(world, 3);
        const total = pay(world, orderId);
        await live(world, 4);
        hasSurvived = !first.isOver();
        await toTheEnd(world, orderId, `d${Number(id)}`);

        const died = `died at ${dieAt}`;
        expect(timesBooked(world, id), died).toBe(1);
        const [booked] = world.ifirma.booked().filter(({ body }) => String(body.Uwagi).includes(`/d${id}`));
        const happened = {
          issue: 1,
          email: booked?.emails ?? 0,
          note: notesOf(world, orderId).length,
          payment: booked?.payments ?? 0,
        };
        const effects = (await runsOf(world)).flatMap((run) => run.effects);
        expect(
          effects.map(({ effect }) => effect.kind),
          died,
        ).toEqual(['payment', 'issue', 'email', 'note']);
        const codes = (await ruleLog(world)).map(({ reason }) => reason?.code);
        for (const { effect, standing, reason } of effects) {
          const times = happened[effect.kind as keyof typeof happened];
          const what = `${died}: ${effect.kind} ${standing} ${reason?.code}`;
          expect(times, what).toBeLessThanOrEqual(1);
          if (reason?.code === 'rule-already' && effect.kind === 'payment') expect(booked?.paid, what).toBe(total);
          else if (standing === 'done') expect(times, what).toBe(1);
          else {
            expect(standing, what).toBe('unclear');
            expect(codes, what).toContain(reason?.code);
          }
        }
        expect([0, total], died).toContain(booked?.paid);
        expect(codes.filter((code) => code === 'rule-fired')).toHaveLength(2);
      }
      expect(hasSurvived).toBe(true);
    },
  );
});
