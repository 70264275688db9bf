/** Two computers with `Automatyczne wysyłanie faktur` and the same rules: what the one would have done the other does when it takes over. */
import { describe, expect, it } from 'vitest';
import type { RuleDraft } from '../../../../utils/messages/index.ts';
import { issue, settled, switchOn, timesBooked } from '../auto/scene.ts';
import { createComputers, passTogether } from '../computers.ts';
import { VIEW } from '../set-up.ts';
import { MINUTE, type World } from '../world.ts';
import { EMAIL, NOTE, notesOf, order, PAID, pay, runsOf, SENT, said, saveRules, setStatus } from './scene.ts';

const HOUR = 60 * MINUTE;
const RULES: readonly Partial<RuleDraft>[] = [
  { trigger: { kind: 'document', seriesId: '1' }, effects: [EMAIL, NOTE] },
  {
    id: 'r2',
    name: 'Druga',
    trigger: { kind: 'status', statusId: SENT },
    effects: [{ kind: 'note', text: 'Wysłane' }],
  },
];
const PAYMENT: Partial<RuleDraft> = {
  trigger: { kind: 'paid' },
  effects: [{ kind: 'payment' }, { kind: 'note', text: 'Zapłacone' }],
};

/** One sends by itself and the other has met it. */
async function pair(
  rules = RULES,
): Promise<{ readonly sends: World; readonly watches: World; readonly both: readonly World[] }> {
  const both = await createComputers(['Biuro', 'Magazyn'], { savePdf: false });
  const [office, store] = both;
  if (office === undefined || store === undefined) throw new Error('two computers');
  await office.send('1001', 'd77');
  await passTogether(both, 2 * MINUTE);
  const { id, orderId } = issue(store);
  await store.view(orderId, `d${id}`);
  await store.send(orderId, `d${id}`);
  await passTogether(both, 2 * MINUTE);
  for (const world of both) {
    await switchOn(world);
    await passTogether(both, 3 * MINUTE);
  }
  issue(office);
  await passTogether(both, 10 * MINUTE);
  const [view] = await office.tell<'auto.state'>({ type: 'auto.state' }, VIEW);
  const [sends, watches] = view?.elsewhere === null ? [office, store] : [store, office];
  for (const world of both) await saveRules(world, rules);
  await passTogether(both, 5 * MINUTE);
  return { sends, watches, both };
}

async function takeOver(world: World): Promise<void> {
  await world.tell<'auto.take'>({ type: 'auto.take', accountId: world.accountId }, VIEW);
  await settled(world);
}

const booked = (world: World, id: string) =>
  world.ifirma.booked().find(({ body }) => String(body.Uwagi).includes(`/d${id}`));

describe('a computer that stands by', () => {
  it('leaves what happens to the one that works, says so once, and nothing is done twice', {
    timeout: 60_000,
  }, async () => {
    const { sends, watches, both } = await pair();
    const { id, orderId } = issue(sends);
    const sent = order(sends, { statusId: SENT });
    await passTogether(both, 45 * MINUTE);
    // By this one it is seen that the other works still.
    const later = issue(sends).id;
    await passTogether(both, 45 * MINUTE);
    expect(timesBooked(sends, id)).toBe(1);
    expect(booked(sends, id)?.emails).toBe(1);
    expect(notesOf(sends, orderId)).toHaveLength(1);
    expect(notesOf(sends, sent)).toEqual(['Wysłane']);
    expect(await runsOf(watches)).toEqual([]);
    const elsewhere = (await said(watches)).filter((line) => line.includes('rule-elsewhere'));
    expect(elsewhere.filter((line) => !line.startsWith(`d${later} `))).toEqual([
      `d${id} rule-elsewhere Pierwsza`,
      `o${sent} rule-elsewhere Druga`,
    ]);
  });

  it('does for the document with which it takes over what its rules say, and for what happened while nobody worked', {
    timeout: 60_000,
  }, async () => {
    const { sends, watches } = await pair();
    sends.life().end();
    const sent = order(watches, { statusId: SENT });
    await watches.pass(5 * MINUTE);
    const { id, orderId } = issue(watches);
    await watches.pass(60 * MINUTE);
    expect(timesBooked(watches, id)).toBe(1);
    expect(booked(watches, id)?.emails).toBe(1);
    expect(notesOf(watches, orderId)).toHaveLength(1);
    expect(notesOf(watches, sent)).toEqual(['Wysłane']);
  });

  it('does it also when a person takes over, once, though the other did it as well', { timeout: 60_000 }, async () => {
    const { sends, watches, both } = await pair();
    const { id, orderId } = issue(sends);
    const sent = order(sends, { statusId: SENT });
    await passTogether(both, 8 * MINUTE);
    await takeOver(watches);
    await passTogether(both, 90 * MINUTE);
    expect(timesBooked(sends, id)).toBe(1);
    expect(booked(sends, id)?.emails).toBe(1);
    expect(notesOf(sends, orderId)).toHaveLength(1);
    expect(notesOf(sends, sent)).toEqual(['Wysłane']);
  });

  it('does what follows an invoice that it has issued itself, and leaves the rest of the rule to the other', {
    timeout: 60_000,
  }, async () => {
    const { sends, watches, both } = await pair([PAYMENT]);
    const orderId = order(sends, { payment: { paid: '0' } });
    const { id } = issue(sends, { orderId });
    await passTogether(both, 8 * MINUTE);
    await takeOver(watches);
    for (let round = 0; round < 5; round += 1) {
      issue(sends);
      await passTogether(both, 7 * MINUTE);
    }
    const [stands] = await sends.tell<'auto.state'>({ type: 'auto.state' }, VIEW);
    expect(stands?.elsewhere).not.toBeNull();
    const total = pay(sends, orderId);
    await passTogether(both, 90 * MINUTE);
    expect(booked(sends, id)).toMatchObject({ payments: 1, paid: total });
    expect(notesOf(sends, orderId)).toEqual(['Zapłacone']);
    const run = (await runsOf(sends)).find(({ key }) => key === `o${orderId}`);
    expect(run?.effects.map(({ standing, reason }) => [standing, reason?.code])).toEqual([
      ['done', undefined],
      ['left', 'rule-elsewhere'],
    ]);
    expect(await sends.store.runs.needingPerson()).toBe(0);
  });

  it('does days later what happened while the other one was off, and nobody issued anything', {
    timeout: 60_000,
  }, async () => {
    const { sends, watches, both } = await pair();
    sends.life().end();
    const sent = order(watches, { statusId: SENT });
    await watches.pass(40 * HOUR);
    expect(notesOf(watches, sent)).toEqual([]);
    const { id } = issue(watches);
    await watches.pass(HOUR);
    expect(timesBooked(watches, id)).toBe(1);
    expect(notesOf(watches, sent)).toEqual(['Wysłane']);
    await sends.restart();
    await passTogether(both, HOUR);
    expect(notesOf(watches, sent)).toEqual(['Wysłane']);
  });

  it('moves no order back that was moved on while it stood by', { timeout: 60_000 }, async () => {
    const status: Partial<RuleDraft> = { trigger: { kind: 'paid' }, effects: [{ kind: 'status', statusId: PAID }] };
    const { sends, watches } = await pair([status]);
    sends.life().end();
    const [moved, stays] = [order(watches), order(watches)];
    await watches.pass(HOUR);
    setStatus(watches, moved, SENT);
    issue(watches);
    await watches.pass(HOUR);
    expect([moved, stays].map((id) => watches.panel.orders.get(id)?.statusId)).toEqual([SENT, PAID]);
  });

  it('sends one e-mail where the other one died before its POST, and finds the invoice when it is back', {
    timeout: 60_000,
  }, async () => {
    const { sends, watches, both } = await pair();
    const life = sends.life();
    life.watched = (place) => {
      if (/^before POST .*\/fakturakraj/.test(place)) life.end();
    };
    const { id } = issue(sends);
    for (let turn = 0; turn < 60 && !life.isOver(); turn += 1) await passTogether(both, 5_000);
    await watches.pass(HOUR);
    expect(booked(watches, id)?.emails).toBe(1);
    await sends.restart();
    await passTogether(both, 2 * HOUR);
    expect(timesBooked(watches, id)).toBe(1);
    expect(booked(watches, id)?.emails).toBe(1);
    // Which of them has booked it nobody knows here: a person looks in iFirma.
    const run = (await runsOf(sends)).find(({ key }) => key === `d${id}`);
    expect(run?.effects.map(({ standing, reason }) => `${standing} ${reason?.code}`)).toEqual([
      'unclear rule-email-unclear',
      'done rule-already',
    ]);
    const asked = { panel: 'demo', ruleId: run?.ruleId ?? '', key: `d${Number(id)}`, effect: 0 } as const;
    await sends.tell<'rules.again'>({ type: 'rules.again', ...asked }, VIEW);
    await sends.pass(2 * MINUTE);
    expect(booked(watches, id)?.emails).toBe(2);
  });
});
