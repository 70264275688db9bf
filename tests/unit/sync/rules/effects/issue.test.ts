import { beforeEach, describe, expect, it } from 'vitest';
import type { DocumentKey } from '../../../../../utils/invoice/document.ts';
import type { RuleEffect } from '../../../../../utils/invoice/rules/rule.ts';
import { EMPTY_SERIES } from '../../../../../utils/invoice/series.ts';
import { SERIES } from '../../../../browser/set-up.ts';
import { exampleTransfer } from '../../../store/examples.ts';
import { setUpIn } from '../../set-up.ts';
import { json, ORDER } from '../../troubles.ts';
import { bookedFor, SECOND_LOGIN } from '../../world.ts';
import { createScene, type Given, issue, type Scene, said } from './scene.ts';

const INVOICE: RuleEffect = { kind: 'issue', as: 'domestic' };
const CORRECTION: RuleEffect = { kind: 'issue', as: 'correction' };

let scene: Scene;
beforeEach(async () => {
  scene = await createScene({ settings: { orderSeriesId: '1' } });
});
const known = async (key: DocumentKey) => scene.world.store.transfers.get('demo', key);
const ofOrder = (orderId: string): Given => ({ key: `o${Number(orderId)}`, orderId });

/** What the queue makes of it. */
async function worked(): Promise<void> {
  await scene.world.restart();
  await scene.world.pass(600_000);
}

describe('a rule that issues a document', () => {
  it('puts it into the queue, behind what people wait for, and says that nobody pressed a button', async () => {
    expect(await scene.run(INVOICE)).toEqual({ outcome: { kind: 'done' }, begun: null });
    expect(await known('d77')).toMatchObject({ state: 'queued', auto: true, priority: 10, kind: 'invoice' });
    await worked();
    expect(bookedFor(scene.world, '1001')).toHaveLength(1);
    const log = await scene.world.store.log.ofDocument('demo', 'd77', 100);
    expect(log.map(({ event }) => event)).toContain('rule');
  });

  it('leaves what the ledger knows as it is', async () => {
    await issue(scene);
    expect(said(await scene.outcome(INVOICE))).toBe('done rule-already');
    expect(said(await scene.outcome(INVOICE, ofOrder('1001')))).toBe('done rule-already');
    await worked();
    expect(bookedFor(scene.world, '1001')).toHaveLength(1);
  });

  it('leaves one that a person has skipped', async () => {
    const skipped = exampleTransfer({ panel: 'demo', accountId: scene.world.accountId, state: 'skipped' });
    await scene.world.store.transfers.create(skipped);
    expect(said(await scene.outcome(INVOICE))).toBe('done rule-already');
    expect(await known('d77')).toMatchObject({ state: 'skipped' });
  });

  it('may be begun again at any moment', async () => {
    await scene.run(INVOICE);
    expect(said(await scene.outcome(INVOICE))).toBe('done rule-already');
    await worked();
    expect(bookedFor(scene.world, '1001')).toHaveLength(1);
  });

  it('leaves a document of another kind', async () => {
    expect(said(await scene.outcome(CORRECTION))).toBe('left rule-other-kind');
    // A receipt.
    await scene.world.view('1005', 'o1005');
    expect(said(await scene.outcome(INVOICE, { key: 'd79', orderId: '1005' }))).toBe('left rule-other-kind');
    expect(await known('d77')).toBeNull();
    expect(await known('d79')).toBeNull();
  });

  it('leaves a document of nobody’s order, of another order, and one that is not there', async () => {
    expect(said(await scene.outcome(INVOICE, { orderId: null }))).toBe('left auto-no-order');
    expect(said(await scene.outcome(INVOICE, { orderId: '1002' }))).toBe('left rule-no-document');
    expect(said(await scene.outcome(INVOICE, { key: 'd9999' }))).toBe('left rule-no-document');
  });

  it('leaves a document of a series that a person does not send', async () => {
    scene = await createScene({ series: { '1': { ...EMPTY_SERIES, kind: 'none' } } });
    expect(said(await scene.outcome(INVOICE))).toBe('left rule-other-kind');
    expect(said(await scene.outcome(INVOICE, ofOrder('1001')))).toBe('left rule-no-document');
    expect(await known('d77')).toBeNull();
  });

  it('is tried later where nothing can be stored', async () => {
    Object.assign(scene.world.store.transfers, { create: async () => ({ ok: false, why: 'full' }) });
    expect(said(await scene.outcome(INVOICE))).toBe('later storage-full');
  });

  it('issues the correction of the panel', async () => {
    scene = await createScene({
      draft: { seriesIds: ['1', '3'] },
      series: { '1': SERIES, '3': { ...EMPTY_SERIES, kind: 'correction' } },
    });
    expect(said(await scene.outcome(CORRECTION, { key: 'd80', orderId: '1003' }))).toBe('done');
    expect(await known('d80')).toMatchObject({ kind: 'correction', state: 'queued' });
    expect(said(await scene.outcome(INVOICE, { key: 'd80', orderId: '1003' }))).toBe('done rule-already');
  });
});

describe('a rule that issues for an order', () => {
  it('sends the panel’s own document of it', async () => {
    expect(said(await scene.outcome(INVOICE, ofOrder('1001')))).toBe('done');
    expect(await known('d77')).toMatchObject({ state: 'queued', auto: true });
    expect(await known('o1001')).toBeNull();
  });

  it('sends one that the panel issued a moment ago', async () => {
    const { id } = scene.world.panel.addOrder();
    await scene.outcome(CORRECTION, ofOrder(id));
    const document = scene.world.panel.addDocument({ orderId: id });
    expect(said(await scene.outcome(INVOICE, ofOrder(id)))).toBe('done');
    expect(await known(`d${Number(document.id)}`)).not.toBeNull();
    expect(await known(`o${Number(id)}`)).toBeNull();
  });

  it('issues the order itself where it has none', async () => {
    const { id } = scene.world.panel.addOrder();
    expect(said(await scene.outcome(INVOICE, ofOrder(id)))).toBe('done');
    expect(await known(`o${Number(id)}`)).toMatchObject({ state: 'queued', auto: true });
    await worked();
    expect(bookedFor(scene.world, id)).toHaveLength(1);
    expect(said(await scene.outcome(INVOICE, ofOrder(id)))).toBe('done rule-already');
  });

  it('leaves to a person what the check has found: a receipt, an order that nobody confirmed', async () => {
    for (const id of ['1005', '1006'] as const) {
      expect(said(await scene.outcome(INVOICE, ofOrder(id)))).toBe('done');
      await worked();
      expect(await known(`o${Number(id)}`)).toMatchObject({ state: 'incomplete' });
    }
    expect(scene.world.ifirma.booked()).toEqual([]);
  });

  it('issues no order as a correction, and no invoice in its place', async () => {
    const { id } = scene.world.panel.addOrder();
    expect(said(await scene.outcome(CORRECTION, ofOrder(id)))).toBe('left rule-no-document');
    expect(said(await scene.outcome(CORRECTION, ofOrder('1001')))).toBe('left rule-other-kind');
  });

  it('leaves a document of another series, and the order that has it', async () => {
    const { id } = scene.world.panel.addOrder();
    scene.world.panel.addDocument({ orderId: id, series: 'FV/OSS' });
    expect(said(await scene.outcome(INVOICE, ofOrder(id)))).toBe('left rule-no-document');
    expect(await known(`o${Number(id)}`)).toBeNull();
  });

  it('does not take an order for one without a document while one of the panel’s cannot be read', async () => {
    const { id } = scene.world.panel.addOrder();
    scene.world.panel.addDocument({ orderId: id, wire: { issue_date: 'kiedyś' } });
    expect(said(await scene.outcome(INVOICE, ofOrder(id)))).toBe('later rule-order-unreadable');
    expect(await known(`o${Number(id)}`)).toBeNull();
  });

  it('leaves an order that is gone, and tries one that cannot be read again', async () => {
    expect(said(await scene.outcome(INVOICE, ofOrder('99999')))).toBe('left rule-order-gone');
    scene.world.network.arm(ORDER, { kind: 'timeout' });
    expect(said(await scene.outcome(INVOICE, ofOrder('1001')))).toBe('later timeout');
    scene.world.network.mend();
    scene.world.network.arm({ path: 'operationdocuments' }, json(500, {}));
    expect((await scene.outcome(INVOICE, ofOrder('1001'))).kind).toBe('later');
    expect(await known('d77')).toBeNull();
    expect(await known('o1001')).toBeNull();
  });
});

describe('of two accounts of one panel', () => {
  it('a rule issues only what is its own account’s', async () => {
    const { world } = scene;
    const accountId = await setUpIn(world, { draft: { name: 'Drugie', login: SECOND_LOGIN, seriesIds: ['2'] } });
    expect(said(await scene.outcome(INVOICE, { accountId }))).toBe('left rule-no-document');
    expect(said(await scene.outcome(INVOICE, { ...ofOrder('1001'), accountId }))).toBe('left rule-no-document');
    const { id } = world.panel.addOrder();
    expect(said(await scene.outcome(INVOICE, { ...ofOrder(id), accountId }))).toBe('left rule-no-document');
    expect(await known('d77')).toBeNull();
    expect(await known(`o${Number(id)}`)).toBeNull();
  });

  it('none issues an order as it is before a person says which of them does', async () => {
    scene = await createScene();
    const second = await setUpIn(scene.world, { draft: { name: 'Drugie', login: SECOND_LOGIN, seriesIds: ['2'] } });
    const { id } = scene.world.panel.addOrder();
    for (const accountId of [scene.world.accountId, second])
      expect(said(await scene.outcome(INVOICE, { ...ofOrder(id), accountId }))).toBe('left rule-no-document');
    expect(await known(`o${Number(id)}`)).toBeNull();
  });
});
