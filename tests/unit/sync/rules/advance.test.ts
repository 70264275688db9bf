/** What rules that fired do, from the panel's document to the last effect, and what becomes of it where something fails. */
import { describe, expect, it } from 'vitest';
import type { RuleEffect } from '../../../../utils/invoice/rules/rule.ts';
import { SERIES } from '../../../browser/set-up.ts';
import { CORRECTION_SERIES, issue, SHOP, settled, timesBooked } from '../auto/scene.ts';
import { json } from '../troubles.ts';
import { createWorld, MINUTE, VIEW, type World } from '../world.ts';
import {
  createRuleWorld,
  EMAIL,
  ISSUE,
  NOTE,
  notesOf,
  order,
  PAID,
  pay,
  SENT,
  said,
  saveRules,
  setStatus,
  told,
} from './scene.ts';

const ofDocument = (...effects: readonly RuleEffect[]) => [
  { trigger: { kind: 'document', seriesId: '1' }, effects } as const,
];
const bookedOf = (world: World, id: string) =>
  world.ifirma.booked().find(({ body }) => String(body.Uwagi).includes(`/d${id}`));
const numberOf = async (world: World, id: string): Promise<string> =>
  (await world.transfer(`d${Number(id)}`)).number ?? 'none';
const ALL_TO_KSEF = {
  series: {
    '1': { ...SERIES, ksef: 'all' as const },
    '3': CORRECTION_SERIES,
    '5': { ...SERIES, kind: 'none' as const },
  },
};

describe('the whole way of a document', () => {
  it('is issued, and what stands behind that happens once iFirma has given the number', async () => {
    const world = await createRuleWorld(() =>
      ofDocument(ISSUE, EMAIL, NOTE, { kind: 'status', statusId: '5' }, { kind: 'notify' }),
    );
    const { id, orderId } = issue(world);
    await world.pass(10 * MINUTE);
    const number = await numberOf(world, id);
    expect(timesBooked(world, id)).toBe(1);
    expect(bookedOf(world, id)).toMatchObject({ emails: 1 });
    expect(notesOf(world, orderId)).toEqual([`Reguła: ${number}`]);
    expect(world.panel.orders.get(orderId)?.statusId).toBe('5');
    expect(world.ruleNotices).toMatchObject([{ rule: 'Pierwsza', about: orderId }]);
    expect(await told(world)).toEqual([`r1/d${id}: issue done, email done, note done, status done, notify done`]);
    const lines = (await said(world)).filter((line) => line.startsWith(`d${id} `));
    expect(lines[0]).toBe(`d${id} rule-fired Pierwsza`);
    for (const effect of ['issue', 'email', 'note', 'status', 'notify'])
      expect(lines.filter((line) => line === `d${id} rule-effect Pierwsza ${effect}`)).toHaveLength(1);
    await world.pass(3 * 60 * MINUTE);
    expect(bookedOf(world, id)).toMatchObject({ emails: 1 });
    expect(notesOf(world, orderId)).toHaveLength(1);
    expect((await said(world)).filter((line) => line.startsWith(`d${id} `))).toEqual(lines);
  });

  it('a text that says the number waits for the invoice, whoever issues it, and however late', async () => {
    const world = await createRuleWorld(() => [
      ...ofDocument(NOTE, { kind: 'field', fieldId: '15', text: '{numer_ifirma}' }, { kind: 'note', text: 'Jest' }),
      {
        id: 'r2',
        name: 'Druga',
        trigger: { kind: 'paid' },
        effects: [{ kind: 'note', text: 'Opłacono {numer_ifirma}' }],
      },
    ]);
    const orderId = order(world, { payment: { paid: '0' } });
    await world.pass(3 * MINUTE);
    const { id } = issue(world, { orderId });
    pay(world, orderId);
    await world.pass(30 * MINUTE);
    expect(notesOf(world, orderId)).toEqual(['Jest']);
    const waiting = 'waits rule-awaits-invoice';
    expect((await told(world)).toSorted()).toEqual([
      `r1/d${id}: note ${waiting}, field ${waiting}, note done`,
      `r2/o${orderId}: note ${waiting}`,
    ]);
    await world.view(orderId, `d${Number(id)}`);
    await world.send(orderId, `d${Number(id)}`);
    await world.pass(2 * MINUTE);
    const number = await numberOf(world, id);
    expect(notesOf(world, orderId).toSorted()).toEqual(['Jest', `Opłacono ${number}`, `Reguła: ${number}`]);
    expect(world.panel.text(orderId, '15')).toBe(number);
  });

  it('is that of its series only, and no document that was there before', async () => {
    const world = await createRuleWorld(() => ofDocument(ISSUE));
    const receipt = issue(world, { series: 'PAR' });
    const { id } = issue(world);
    await world.pass(20 * MINUTE);
    expect(timesBooked(world, id)).toBe(1);
    expect(timesBooked(world, receipt.id)).toBe(0);
    expect(await told(world)).toEqual([`r1/d${id}: issue done`]);
  });

  it('sends the e-mail after KSeF has given its number', async () => {
    const world = await createWorld({ ...SHOP, ...ALL_TO_KSEF });
    const first = issue(world);
    await world.view(first.orderId, `d${Number(first.id)}`);
    await world.send(first.orderId, `d${Number(first.id)}`);
    await world.pass(2 * MINUTE);
    await saveRules(world, ofDocument(ISSUE, { kind: 'ksef' }, EMAIL, { kind: 'note', text: 'KSeF {numer_ksef}' }));
    await world.pass(MINUTE);
    world.ifirma.turn({ ksef: { outcome: 'accepted', ms: 20 * MINUTE } });
    const { id, orderId } = issue(world);
    await world.pass(10 * MINUTE);
    expect(timesBooked(world, id)).toBe(1);
    expect(bookedOf(world, id)).toMatchObject({ emails: 0 });
    expect((await told(world))[0]).toContain('email waits rule-awaits-ksef, note waits rule-awaits-ksef');
    await world.pass(120 * MINUTE);
    const { ksefNumber } = await world.transfer(`d${Number(id)}`);
    expect(ksefNumber).toEqual(expect.any(String));
    expect(bookedOf(world, id)).toMatchObject({ emails: 1 });
    expect(notesOf(world, orderId)).toEqual([`KSeF ${ksefNumber}`]);
  });

  it('registers the payment of an order that is paid after its invoice was issued', async () => {
    const world = await createRuleWorld(() => [
      ...ofDocument(ISSUE),
      { id: 'r2', name: 'Druga', trigger: { kind: 'paid' }, effects: [{ kind: 'payment' }] } as const,
    ]);
    const orderId = order(world, { payment: { paid: '0' } });
    const { id } = issue(world, { orderId });
    await world.pass(10 * MINUTE);
    expect(bookedOf(world, id)).toMatchObject({ paid: 0, payments: 0 });
    const total = pay(world, orderId);
    await world.pass(5 * MINUTE);
    expect(bookedOf(world, id)).toMatchObject({ paid: total, payments: 1 });
    await world.pass(3 * 60 * MINUTE);
    expect(bookedOf(world, id)).toMatchObject({ paid: total, payments: 1 });
  });

  it('that a person has to mend waits with it, and goes on when it was sent', async () => {
    const world = await createRuleWorld(() => ofDocument(ISSUE, EMAIL, NOTE));
    const { id, orderId } = issue(world, { buyer: { postcode: '' } });
    const found = world.panel.orders.get(orderId);
    if (found !== undefined) found.billAddress = { ...found.billAddress, postcode: '' };
    await world.pass(150 * MINUTE);
    expect(await world.transfer(`d${Number(id)}`)).toMatchObject({ state: 'incomplete' });
    expect(await told(world)).toEqual([
      `r1/d${id}: issue waits rule-awaits-invoice, email waits rule-awaits-invoice, note waits rule-awaits-invoice`,
    ]);
    // How far the invoice is its own lines tell.
    expect((await said(world)).filter((line) => line.includes('rule-awaits-invoice'))).toEqual([]);
    if (found !== undefined) found.billAddress = { ...found.billAddress, postcode: '00-001' };
    Object.assign(world.panel.documents.get(id)?.buyer ?? {}, { postcode: '00-001' });
    await world.send(orderId, `d${Number(id)}`);
    await settled(world);
    await world.pass(MINUTE);
    expect(await told(world)).toEqual([`r1/d${id}: issue done, email done, note done`]);
    expect(bookedOf(world, id)).toMatchObject({ emails: 1 });
    expect(notesOf(world, orderId)).toEqual([`Reguła: ${await numberOf(world, id)}`]);
  });
});

describe('an effect', () => {
  it.each<[string, (world: World, orderId: string) => unknown, string]>([
    [
      'that is refused',
      (world) => world.network.arm({ method: 'POST', path: '/api/v1/notes$' }, json(400, { message: 'nie' })),
      'note left rule-refused',
    ],
    [
      'whose end nobody knows',
      (world) => world.network.arm({ method: 'POST', path: '/api/v1/notes$' }, { kind: 'drop', when: 'before' }),
      'note unclear rule-note-unclear',
    ],
    [
      'that meets a bug',
      (world) => world.network.breakAt(({ url }) => url.pathname.startsWith('/api/v1/notes/')),
      'note left internal',
    ],
    [
      'that meets a bug once it has begun',
      (world) => world.network.breakAt(({ url, method }) => method === 'POST' && url.pathname === '/api/v1/notes'),
      'note unclear rule-cut',
    ],
  ])('%s keeps the next one from nothing, and is not tried again by itself', async (_what, hinder, expected) => {
    const world = await createRuleWorld(() => [
      {
        effects: [
          { kind: 'note', text: 'Tak' },
          { kind: 'field', fieldId: '13', text: 'F' },
          { kind: 'status', statusId: '5' },
        ],
      },
    ]);
    const id = order(world, { statusId: SENT });
    hinder(world, id);
    await world.pass(10 * MINUTE);
    const [line] = await told(world);
    expect(line).toContain(expected);
    expect(line).toContain('status done');
    const asked = world.network.passed.filter(({ target }) => target.startsWith('/api/v1/notes')).length;
    await world.pass(3 * 60 * MINUTE);
    expect(world.network.passed.filter(({ target }) => target.startsWith('/api/v1/notes'))).toHaveLength(asked);
    expect(await told(world)).toEqual([line]);
  });

  /** Its status is refused by a connection that breaks. */
  async function failing() {
    const world = await createRuleWorld(() => [{ effects: [{ kind: 'status', statusId: '5' }] }]);
    const id = order(world, { statusId: SENT });
    const fault = world.network.arm({ method: 'PUT', path: `/api/v1/orders/${id}` }, { kind: 'drop', when: 'before' });
    const puts = () =>
      world.network.passed.filter(({ method, target }) => method === 'PUT' && target.endsWith(`/${id}`)).length;
    return { world, id, fault, puts };
  }

  it('that fails for hours is tried again with pauses, is said once, and is done in the end', async () => {
    const { world, id, fault, puts } = await failing();
    await world.pass(8 * 60 * MINUTE);
    expect(puts()).toBeGreaterThan(20);
    expect(puts()).toBeLessThan(60);
    expect((await said(world)).filter((line) => line.startsWith(`o${id} `))).toEqual([`o${id} rule-fired Pierwsza`]);
    fault.remove();
    await world.pass(15 * MINUTE);
    expect(await told(world)).toEqual([`r1/o${id}: status done`]);
  });

  it('that fails for days is left to a person', async () => {
    const { world, id, puts } = await failing();
    await world.pass(30 * MINUTE);
    await world.store.runs.change(['demo', 'r1', `o${Number(id)}`], (run) => ({
      ...run,
      effects: run.effects.map((each) => ({ ...each, tries: 300 })),
    }));
    await world.pass(15 * MINUTE);
    expect(await told(world)).toEqual([`r1/o${id}: status left network`]);
    const before = puts();
    await world.pass(60 * MINUTE);
    expect(puts()).toBe(before);
  });

  it('that a rule of another status makes happen is one more thing that happens', async () => {
    const world = await createRuleWorld(() => [
      { effects: [{ kind: 'status', statusId: PAID }] },
      { id: 'r2', name: 'Druga', trigger: { kind: 'status', statusId: PAID }, effects: [{ kind: 'note', text: '2' }] },
    ]);
    const id = order(world, { statusId: SENT });
    await world.pass(10 * MINUTE);
    expect(notesOf(world, id)).toEqual(['2']);
    setStatus(world, id, SENT);
    await world.pass(10 * MINUTE);
    expect(notesOf(world, id)).toEqual(['2']);
  });

  it('of an account that was deleted meanwhile is left', async () => {
    const world = await createRuleWorld(() => ofDocument(ISSUE, EMAIL));
    const { id, orderId } = issue(world, { buyer: { postcode: '' } });
    const found = world.panel.orders.get(orderId);
    if (found !== undefined) found.billAddress = { ...found.billAddress, postcode: '' };
    await world.pass(10 * MINUTE);
    await world.tell<'account.remove'>({ type: 'account.remove', id: world.accountId }, VIEW);
    await world.pass(120 * MINUTE);
    expect(await told(world)).toEqual([`r1/d${id}: issue left account-gone, email left account-gone`]);
    expect(
      (await world.store.log.ofDocument('demo', `d${Number(id)}`, 20)).map(({ reason }) => reason?.code),
    ).toContain('account-gone');
  });

  it('of an account that is paused waits, and is done after that', async () => {
    const world = await createRuleWorld(() => [
      {
        effects: [
          { kind: 'status', statusId: '5' },
          { kind: 'note', text: 'T' },
        ],
      },
    ]);
    const id = order(world, { statusId: SENT });
    const fault = world.network.arm({ method: 'PUT', path: `/api/v1/orders/${id}` }, { kind: 'drop', when: 'before' });
    await world.pass(3 * MINUTE);
    await world.store.accounts.change(world.accountId, (account) => ({ ...account, pausedBy: 'kod-401' }));
    fault.remove();
    await world.pass(60 * MINUTE);
    expect(world.panel.orders.get(id)?.statusId).toBe(SENT);
    await world.store.accounts.change(world.accountId, (account) => ({ ...account, pausedBy: null }));
    await world.pass(30 * MINUTE);
    expect(world.panel.orders.get(id)?.statusId).toBe('5');
  });
});

it('a disk that fills up behind an e-mail has it sent once', async () => {
  const world = await createRuleWorld(() => ofDocument(ISSUE, EMAIL));
  const { id } = issue(world);
  world.life().watched = (name) => {
    if (/after POST .*\/send\//.test(name)) world.full = true;
  };
  await world.pass(10 * MINUTE);
  // The lists of documents are not asked for by rules.
  const requests = () => world.network.passed.filter(({ target }) => !target.includes('/operationdocuments')).length;
  const asked = requests();
  await world.pass(10 * MINUTE);
  expect(requests() - asked).toBeLessThan(60);
  expect(bookedOf(world, id)).toMatchObject({ emails: 1 });
  world.life().watched = null;
  world.full = false;
  await world.pass(3 * 60 * MINUTE);
  expect(bookedOf(world, id)).toMatchObject({ emails: 1 });
  expect(await told(world)).toEqual([`r1/d${id}: issue done, email unclear rule-email-unclear`]);
});
