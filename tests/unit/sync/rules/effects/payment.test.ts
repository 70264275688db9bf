import { beforeEach, describe, expect, it } from 'vitest';
import type { RuleEffect } from '../../../../../utils/invoice/rules/rule.ts';
import { DETAIL, LATER, PAUSING, UNCLEAR } from '../../troubles.ts';
import { DAY } from '../../world.ts';
import { struck } from './faults.ts';
import { change, createScene, issue, linkedElsewhere, pay, type Scene, said } from './scene.ts';

const PAYMENT: RuleEffect = { kind: 'payment' };
const POST = '/faktury/wplaty/';
/** The sample order's own line and shipping. */
const TOTAL = 6499;

let scene: Scene;
let orderId = '';
let about: { readonly key: `d${number}`; readonly orderId: string };

/** An order that is paid to that extent when its invoice is issued. */
async function order(paid: string): Promise<void> {
  const { panel } = scene.world;
  orderId = panel.addOrder({ payment: { paid } }).id;
  const document = panel.addDocument({ orderId });
  about = { key: `d${Number(document.id)}`, orderId };
  await issue(scene, orderId, about.key);
}
beforeEach(async () => {
  scene = await createScene();
  await order('0');
});
const booked = () => {
  const [{ paid, payments } = { paid: -1, payments: -1 }] = scene.world.ifirma.booked();
  return [paid, payments];
};

describe('the payment of an invoice', () => {
  it('is what the order says is paid, on the day on which it was', async () => {
    const { identifier } = await scene.world.transfer(about.key);
    pay(scene, orderId, TOTAL, '2026-11-21');
    expect(await scene.run(PAYMENT, about)).toEqual({
      outcome: { kind: 'done' },
      begun: { payment: { before: 0, amount: TOTAL } },
    });
    expect(scene.sent).toEqual([
      {
        path: `/iapi/faktury/wplaty/prz_faktura_kraj/${identifier}.json`,
        body: '{"Kwota":64.99,"Data":"2026-11-21"}',
        query: '',
      },
    ]);
    expect(booked()).toEqual([TOTAL, 1]);
  });

  it.each([
    ['before its issue, on the day of that', '2026-11-01', '2026-11-20'],
    ['on a day that has not come, today', '2026-12-24', '2026-11-22'],
  ])('that was made %s', async (_name, paidOn, date) => {
    pay(scene, orderId, TOTAL, paidOn);
    expect(said(await scene.outcome(PAYMENT, about))).toBe('done');
    expect(JSON.parse(scene.sent[0]?.body ?? '').Data).toBe(date);
  });

  it('without a day is of today', async () => {
    pay(scene, orderId, TOTAL, '');
    scene.world.clock.advance(3 * DAY);
    expect(said(await scene.outcome(PAYMENT, about))).toBe('done');
    expect(JSON.parse(scene.sent[0]?.body ?? '').Data).toBe('2026-11-25');
  });

  it('is only what iFirma does not know of yet', async () => {
    pay(scene, orderId, 1000, '2026-11-21');
    await scene.outcome(PAYMENT, about);
    pay(scene, orderId, 2505, '2026-11-22');
    expect(said(await scene.outcome(PAYMENT, about))).toBe('done');
    expect(scene.sent.map(({ body }) => JSON.parse(body).Kwota)).toEqual([10, 15.05]);
    expect(booked()).toEqual([2505, 2]);
  });

  it('is never more than the invoice is worth', async () => {
    pay(scene, orderId, TOTAL + 1, '2026-11-21');
    expect(said(await scene.outcome(PAYMENT, about))).toBe('done');
    expect(booked()).toEqual([TOTAL, 1]);
  });

  it('is nothing where iFirma has it all', async () => {
    await order('64.99');
    const before = scene.sent.length;
    expect(said(await scene.outcome(PAYMENT, about))).toBe('done rule-already');
    expect(scene.sent).toHaveLength(before);
  });

  it('is nothing where the order has none, or none in złoty', async () => {
    expect(said(await scene.outcome(PAYMENT, about))).toBe('left rule-payment-nothing');
    pay(scene, orderId, TOTAL, '2026-11-21');
    Object.assign(scene.world.panel.orders.get(orderId) ?? {}, { currency: 'EUR' });
    expect(said(await scene.outcome(PAYMENT, about))).toBe('left rule-payment-nothing');
    expect(scene.sent).toEqual([]);
  });

  it('waits for the invoice, is only of one that this computer issued, and never of a correction', async () => {
    pay(scene, orderId, TOTAL, '2026-11-21');
    expect(said(await scene.outcome(PAYMENT, { ...about, invoice: null }))).toBe('waits rule-awaits-invoice');
    await change(scene, about.key, (stored) => ({ ...stored, kind: 'correction' }));
    expect(said(await scene.outcome(PAYMENT, about))).toBe('left rule-payment-nothing');
    await linkedElsewhere(scene, about.key);
    expect(said(await scene.outcome(PAYMENT, about))).toBe('left rule-not-issued-here');
    expect(scene.sent).toEqual([]);
  });

  it('is not sent where it could not be compared', async () => {
    pay(scene, orderId, TOTAL, '2026-11-21');
    const body = JSON.stringify({ PelnyNumer: '1/11/2026', WartoscBrutto: 64.99 });
    scene.world.network.arm(DETAIL, { kind: 'status', status: 200, contentType: 'application/json', body });
    expect(said(await scene.outcome(PAYMENT, about))).toBe('left rule-payment-refused');
    expect(scene.sent).toEqual([]);
  });

  it.each<[string, Parameters<Scene['trouble']>[1], string]>([
    ['a time-out', { kind: 'timeout' }, 'later timeout'],
    ['Kod 201', { kind: 'kod', kod: 201 }, 'left rule-payment-refused'],
    ['Kod 403', { kind: 'kod', kod: 403 }, 'later kod-403'],
  ])('is not sent after %s where it would first be read', async (_name, trouble, expected) => {
    pay(scene, orderId, TOTAL, '2026-11-21');
    scene.world.network.arm(DETAIL, trouble);
    expect(said(await scene.outcome(PAYMENT, about))).toBe(expected);
    expect(scene.sent).toEqual([]);
  });

  it('is not sent when its intent could not be stored', async () => {
    pay(scene, orderId, TOTAL, '2026-11-21');
    expect(said(await scene.outcome(PAYMENT, { ...about, begins: false }))).toBe('later storage-full');
    expect(scene.sent).toEqual([]);
  });
});

describe('what becomes of a payment', () => {
  beforeEach(() => pay(scene, orderId, TOTAL, '2026-11-21'));

  it.each(UNCLEAR)('is read from the invoice after %s', async (_name, trouble) => {
    scene.trouble(POST, trouble);
    const { outcome, begun } = await scene.run(PAYMENT, about);
    const isThere = booked()[1] === 1;
    expect(said(outcome)).toBe(isThere ? 'done' : 'unclear rule-payment-unclear');
    scene.world.network.mend();
    expect(said(await scene.outcome(PAYMENT, { ...about, begun }))).toBe(said(outcome));
    expect(scene.sent).toHaveLength(1);
  });

  it.each(LATER)('is tried later after %s', async (_name, trouble) => {
    scene.trouble(POST, trouble);
    expect((await scene.outcome(PAYMENT, about)).kind).toBe('later');
    expect(booked()).toEqual([0, 0]);
    scene.world.network.mend();
    scene.world.clock.advance(600_000);
    expect(said(await scene.outcome(PAYMENT, about))).toBe('done');
    expect(booked()).toEqual([TOTAL, 1]);
  });

  it('is a refusal in the words of iFirma, without what signs a request', async () => {
    const text = `Nie można: ${'a1'.repeat(20)}`;
    scene.trouble(POST, { kind: 'kod', kod: 201, text });
    expect(await scene.outcome(PAYMENT, about)).toEqual({
      kind: 'left',
      reason: { code: 'rule-payment-refused', params: { kod: '201', text: 'Nie można: …' } },
    });
  });

  it.each(PAUSING)('waits after Kod %i, which pauses the account', async (kod) => {
    scene.trouble(POST, { kind: 'kod', kod });
    expect(said(await scene.outcome(PAYMENT, about))).toBe(`later kod-${kod}`);
    expect((await scene.world.store.accounts.get(scene.world.accountId))?.pausedBy).toBe(`kod-${kod}`);
  });

  it('is not known when somebody else has registered one meanwhile', async () => {
    const { begun } = await scene.run(PAYMENT, { ...about, dies: 'before' });
    expect(begun).toEqual({ payment: { before: 0, amount: TOTAL } });
    pay(scene, orderId, 100, '2026-11-21');
    await scene.outcome(PAYMENT, about);
    pay(scene, orderId, TOTAL, '2026-11-21');
    expect(said(await scene.outcome(PAYMENT, { ...about, begun }))).toBe('unclear rule-payment-unclear');
    expect(booked()).toEqual([100, 1]);
  });

  it('is not known when iFirma says yes, and does not show it', async () => {
    scene.trouble(POST, { kind: 'kod', kod: 0, when: 'before' });
    expect(said(await scene.outcome(PAYMENT, about))).toBe('unclear rule-payment-unclear');
    expect(booked()).toEqual([0, 0]);
  });

  it('is looked for more than once, where iFirma does not answer at first', async () => {
    scene.trouble(POST, { kind: 'drop', when: 'after' });
    scene.world.network.arm({ ...DETAIL, nth: 2, times: 2 }, { kind: 'status', status: 502 });
    expect(said(await scene.outcome(PAYMENT, about))).toBe('done');
  });

  it('is not known while iFirma does not answer afterwards', async () => {
    scene.world.network.arm({ ...DETAIL, nth: 2 }, { kind: 'timeout' });
    const { outcome, begun } = await scene.run(PAYMENT, about);
    expect(said(outcome)).toBe('unclear rule-payment-unclear');
    scene.world.network.mend();
    expect(said(await scene.outcome(PAYMENT, { ...about, begun }))).toBe('done');
    expect(booked()).toEqual([TOTAL, 1]);
  });

  it('is not known of one that began without saying how much', async () => {
    const begun = { payment: null };
    expect(said(await scene.outcome(PAYMENT, { ...about, begun }))).toBe('unclear rule-payment-unclear');
    expect(said(await scene.outcome(PAYMENT, { ...about, begun, invoice: null }))).toBe('unclear rule-payment-unclear');
    expect(scene.sent).toEqual([]);
  });

  it.each(['before', 'after'] as const)('is compared when the worker dies %s the request', async (dies) => {
    const { outcome, begun } = await scene.run(PAYMENT, { ...about, dies });
    expect(outcome).toBeNull();
    const expected = dies === 'after' ? 'done' : 'unclear rule-payment-unclear';
    expect(said(await scene.outcome(PAYMENT, { ...about, begun }))).toBe(expected);
    expect(booked()).toEqual(dies === 'after' ? [TOTAL, 1] : [0, 0]);
  });

  it.each(struck('iFirma').map((fault) => [fault.name, fault] as const))(
    'is the truth after %s',
    async (_name, { trouble }) => {
      scene.trouble(POST, trouble);
      const { outcome } = await scene.run(PAYMENT, about);
      const [, before = 0] = booked();
      scene.world.network.mend();
      await scene.world.pass(0);
      const [, count = 0] = booked();
      expect(count).toBeLessThanOrEqual(1);
      expect(scene.sent.length).toBeLessThanOrEqual(1);
      if (outcome?.kind === 'done') expect(before).toBe(1);
      if (outcome?.kind === 'later' || outcome?.kind === 'left') expect(count).toBe(0);
    },
  );
});
