/** A document that changed in the panel after it was booked: it is said, and nothing is done about it. */
import { describe, expect, it } from 'vitest';
import type { DocumentKey } from '../../../utils/invoice/document.ts';
import type { Transfer } from '../../../utils/invoice/transfer.ts';
import type { BookedInvoice } from '../../sim/ifirma/index.ts';
import type { DocumentLine, OperationDocument } from '../../sim/sellasist/model.ts';
import { hold } from './hold.ts';
import { draftOf, openedIn, type Settings, savedOf } from './set-up.ts';
import { IFIRMA, ORDER, PDF, POST } from './troubles.ts';
import { createWorld, DAY, MINUTE, VIEW, type World } from './world.ts';

/** Order 1001 with its document 77, sent. */
async function sent(): Promise<World> {
  const world = await createWorld();
  expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done', differs: false });
  return world;
}

function documentOf(world: World): OperationDocument {
  const found = world.panel.documents.get('77');
  if (found === undefined) throw new Error('no document 77');
  return found;
}

/** Somebody changes the document in the panel; gives the way back. */
function edit(world: World, changes: Partial<OperationDocument>): () => void {
  const before = documentOf(world);
  world.panel.documents.set('77', { ...before, ...changes });
  return () => world.panel.documents.set('77', before);
}

/** The first line otherwise, and the sum that comes of it. */
function firstLine(world: World, changes: Partial<DocumentLine>): Partial<OperationDocument> {
  const [first, ...others] = documentOf(world).products;
  if (first === undefined) throw new Error('no line');
  const products = [{ ...first, ...changes }, ...others];
  return { products, total: products.reduce((sum, { lineGross }) => sum + lineGross, 0) };
}

const dearer = (world: World) => firstLine(world, { unitGross: 5000, lineGross: 10_000 });

/** The invoice of the dearer document, as Mostek books it. */
async function bookedElsewhere(): Promise<BookedInvoice> {
  const world = await createWorld();
  edit(world, dearer(world));
  await world.send('1001', 'd77');
  const [invoice] = world.ifirma.booked();
  if (invoice === undefined) throw new Error('nothing was booked');
  return invoice;
}

async function flagOf(world: World): Promise<boolean> {
  return (await world.view('1001', 'd77')).differs;
}

/** What one reading of the card asks the panel for. */
async function askedBy(world: World, orderId: string, key: DocumentKey): Promise<readonly string[]> {
  const before = world.network.passed.length;
  await world.view(orderId, key);
  return world.network.passed.slice(before).map(({ method, target }) => `${method} ${target.replace(/\?.*/, '')}`);
}

describe('a document that was changed after it was booked differs', () => {
  it.each<[string, (world: World) => Partial<OperationDocument>]>([
    ['its price', dearer],
    ['its quantity', (world) => firstLine(world, { quantity: 1000, lineGross: 4900 })],
    ['its rate', (world) => firstLine(world, { rate: 8 })],
    ['the name of a line', (world) => firstLine(world, { name: 'Kubek z uchem' })],
    ['its sale date', () => ({ saleDate: '2026-11-19' })],
    [
      'its buyer',
      (world) => {
        const { buyer } = documentOf(world);
        return { buyer: buyer && { ...buyer, company_name: 'Inna Sp. z o.o.' } };
      },
    ],
    [
      'a line was taken out',
      (world) => {
        const products = documentOf(world).products.slice(1);
        return { products, total: products.reduce((sum, { lineGross }) => sum + lineGross, 0) };
      },
    ],
  ])('%s: the card says so beside the state, which stays what it was', async (_what, changes) => {
    const world = await sent();
    const before = await world.view('1001', 'd77');
    edit(world, changes(world));
    expect(await world.view('1001', 'd77')).toEqual({ ...before, differs: true });
    expect(world.ifirma.booked()).toHaveLength(1);
  });

  it('until it is changed back', async () => {
    const world = await sent();
    const changeBack = edit(world, dearer(world));
    expect(await flagOf(world)).toBe(true);
    changeBack();
    expect(await flagOf(world)).toBe(false);
  });

  it('and nothing but that is written on its transfer: neither its state nor its times', async () => {
    const world = await sent();
    const before = await world.transfer('d77');
    await world.pass(MINUTE);
    const alarm = world.alarm();
    edit(world, dearer(world));
    await world.view('1001', 'd77');
    expect(await world.transfer('d77')).toEqual({ ...before, differs: true });
    expect(world.alarm()).toBe(alarm);
  });

  it('and pressing send books nothing', async () => {
    const world = await sent();
    edit(world, dearer(world));
    await world.view('1001', 'd77');
    expect((await world.view('1001', 'd77')).actions).toEqual(['pdf', 'correct']);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done', differs: true });
    expect(await world.send('1001', 'o1001')).toMatchObject({ state: 'incomplete' });
    await world.pass(DAY);
    expect(world.ifirma.booked()).toHaveLength(1);
    expect(world.network.passed.filter(({ method, host }) => method === 'POST' && host === IFIRMA)).toHaveLength(1);
  });

  it('is known from the ledger while the panel does not answer', async () => {
    const world = await sent();
    edit(world, dearer(world));
    expect(await flagOf(world)).toBe(true);
    world.network.arm(ORDER, { kind: 'status', status: 503 });
    expect(await flagOf(world)).toBe(true);
  });
});

describe('a document that was not changed', () => {
  it('does not differ, and nothing is written', async () => {
    const world = await sent();
    const before = await world.transfer('d77');
    expect(before.documentHash).toMatch(/^1:[0-9a-f]{64}$/);
    expect(await flagOf(world)).toBe(false);
    expect(await world.transfer('d77')).toEqual(before);
  });

  // Red because the panel's documents are read otherwise than they were: then count the form's version up (`document-hash.ts`).
  it('says in form 1 what is settled for document 77 of the stand-in, however the panel spells it', async () => {
    const world = await sent();
    const { documentHash } = await world.transfer('d77');
    expect(documentHash).toBe('1:d2b0b2993d44cd323537d2ed517d7f20e06d2687fd06e9207657f62582efef9a');
    for (const looseness of [1, 2, 3]) {
      world.panel.switches.looseness = looseness;
      expect(await flagOf(world)).toBe(false);
    }
  });

  it('does not differ because its order was paid, moved on, or got a receipt', async () => {
    const world = await sent();
    const order = world.panel.orders.get('1001');
    if (order === undefined) throw new Error('no order');
    world.panel.orders.set('1001', { ...order, statusId: '4', payment: { ...order.payment, paid: 1 } });
    world.panel.addDocument({ orderId: '1001', series: 'PAR' });
    expect(await flagOf(world)).toBe(false);
    edit(world, dearer(world));
    expect(await flagOf(world)).toBe(true);
  });
});

describe('an order without a document', () => {
  async function sentOrder() {
    // By this setting the law would let nobody issue it two months later.
    const world = await createWorld({ settings: { saleDate: 'order' } });
    const order = world.panel.addOrder({ lines: [{ price: '10.00', rate: 8, quantity: '3' }] });
    const key: DocumentKey = `o${order.id}`;
    expect(await world.send(order.id, key)).toMatchObject({ state: 'done' });
    return { world, order, key };
  }

  it('differs once its price was changed, however many days later, and costs no request more', async () => {
    const { world, order, key } = await sentOrder();
    const unsent = world.panel.addOrder();
    await world.pass(60 * DAY);
    expect(await world.view(order.id, key)).toMatchObject({ differs: false });
    const carts = order.carts.map((cart) => ({ ...cart, price: 1100 }));
    world.panel.orders.set(order.id, { ...order, carts, total: order.total + 300 });
    const asked = await askedBy(world, order.id, key);
    expect(asked).toHaveLength((await askedBy(world, unsent.id, `o${unsent.id}`)).length);
    expect(await world.view(order.id, key)).toMatchObject({ differs: true });
  });

  it('does not differ because it is another day', async () => {
    const { world, order, key } = await sentOrder();
    for (const days of [1, 1, 90]) {
      await world.pass(days * DAY);
      expect(await world.view(order.id, key)).toMatchObject({ differs: false });
    }
  });
});

describe('what the look costs', () => {
  it('one request more than the card of an order that is not booked: the detail of the document', async () => {
    const world = await createWorld();
    // Once it is read, the panel's document is known, and the next reading asks for less.
    await world.view('1001', 'd77');
    const unsent = await askedBy(world, '1001', 'd77');
    await world.send('1001', 'd77');
    await world.pass(MINUTE);
    expect(await askedBy(world, '1001', 'd77')).toEqual([...unsent, 'GET /api/v1/operationdocuments/77']);
  });

  it('nothing within a minute of the last reading, unless a person asks for it', async () => {
    const world = await sent();
    await world.view('1001', 'd77');
    edit(world, dearer(world));
    const before = world.network.passed.length;
    const read = async () =>
      (await world.tell<'state'>({ type: 'state', orderId: '1001', key: null, fresh: false })).documents.map(
        ({ differs }) => differs,
      );
    await world.pass(MINUTE / 2);
    expect(await read()).toEqual([false]);
    expect(world.network.passed).toHaveLength(before);
    await world.pass(MINUTE / 2 + 1000);
    expect(await read()).toEqual([true]);
  });
});

describe('what cannot be read or judged says nothing', () => {
  const troubles: readonly [string, (world: World) => () => void][] = [
    [
      'the panel does not give the document',
      (world) => {
        const fault = world.network.arm(
          { host: 'demo.sellasist.pl', path: '^/api/v1/operationdocuments/77$' },
          { kind: 'status', status: 500 },
        );
        return fault.remove;
      },
    ],
    [
      'the document has gone to another order',
      (world) => {
        const { id } = world.panel.addOrder();
        return edit(world, { orderId: id });
      },
    ],
    ['its sum does not fit its lines', (world) => edit(world, { total: 1 })],
    [
      'its buyer has a NIP that is none',
      (world) => {
        const { buyer } = documentOf(world);
        return edit(world, { buyer: buyer && { ...buyer, company_nip: '123' } });
      },
    ],
  ];

  it.each(troubles)('%s: what did not differ still does not', async (_what, trouble) => {
    const world = await sent();
    trouble(world);
    expect(await flagOf(world)).toBe(false);
  });

  it.each(troubles)('%s: what differed still does, and is looked at again afterwards', async (_what, trouble) => {
    const world = await sent();
    const changeBack = edit(world, dearer(world));
    expect(await flagOf(world)).toBe(true);
    const mend = trouble(world);
    expect(await flagOf(world)).toBe(true);
    mend();
    changeBack();
    expect(await flagOf(world)).toBe(false);
  });

  it.each<[string, Partial<Transfer>]>([
    ['a hash of another form', { documentHash: '0:aa' }],
    ['a hash of before there were forms', { documentHash: 'aa' }],
    ['no hash: it was linked by hand', { documentHash: null }],
  ])('%s', async (_what, changes) => {
    const world = await sent();
    await world.store.transfers.change('demo', 'd77', (stored) => ({ ...stored, ...changes }));
    edit(world, dearer(world));
    expect(await flagOf(world)).toBe(false);
  });

  it('what somebody wrote in iFirma by hand and linked is not what an earlier attempt wanted to book', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop' });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'uncertain' });
    edit(world, dearer(world));
    const { body } = await bookedElsewhere();
    const { number } = world.ifirma.issueByHand('fakturakraj', { ...body, Uwagi: '' });
    expect(await world.ask<'link'>({ type: 'link', orderId: '1001', key: 'd77', number })).toMatchObject({ ok: true });
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', ifirmaNumber: number, differs: false });
  });

  it('what is not booked differs from nothing', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
    world.ifirma.turn({ listLag: { reads: 5 } });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'uncertain' });
    edit(world, dearer(world));
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'uncertain', differs: false });
  });
});

describe('a setting that was changed later makes nothing differ', () => {
  const changed: readonly [string, Settings][] = [
    ['the rate of shipping', { shippingVat: { rule: 'fixed', rate: { kind: 'percent', percent: 8 } } }],
    ['shipping at the highest rate', { shippingVat: { rule: 'highest' } }],
    ['what a zero means', { zeroVat: 'exempt', exemptBasis: 'Art. 43' }],
    ['the sale date', { saleDate: 'order' }],
    ['the unit', { unit: 'sztuka' }],
    [
      'place, signature, remarks, due date',
      { issuePlace: 'Łódź', notesText: 'Dziękujemy', dueDate: { from: 'sale', days: 7 } },
    ],
    ['GTU and PKWiU', { gtu: '05', pkwiu: '25.99' }],
    ['no PDF any more', { savePdf: false, documentFieldId: null }],
  ];

  it.each(changed)('%s', async (_what, settings) => {
    const world = await createWorld({ settings: { zeroVat: 'percent' } });
    const order = world.panel.addOrder({ lines: [{ rate: 0 }, { rate: 8 }] });
    await world.send('1001', 'd77');
    await world.send(order.id, `o${order.id}`);
    const { id: accountId, revision, settings: before } = await openedIn(world);
    savedOf(
      await world.tell<'settings.save'>(
        { type: 'settings.save', accountId, revision, settings: { ...before, ...settings } },
        VIEW,
      ),
      'the settings',
    );
    expect(await flagOf(world)).toBe(false);
    expect(await world.view(order.id, `o${order.id}`)).toMatchObject({ state: 'done', differs: false });
  });

  it('and what is set of its account’s name neither', async () => {
    const world = await sent();
    const draft = { ...draftOf(await openedIn(world)), name: 'Inna nazwa' };
    savedOf(await world.tell<'account.save'>({ type: 'account.save', ...draft }, VIEW), 'the account');
    expect(await flagOf(world)).toBe(false);
  });
});

describe('beside an engine at work', () => {
  it('a card does not wait for the queue', async () => {
    const world = await sent();
    edit(world, dearer(world));
    const { id } = world.panel.addOrder();
    const post = hold(world, /^before POST/);
    const sending = world.send(id, `o${id}`);
    await post.reached;
    expect(await flagOf(world)).toBe(true);
    post.release();
    expect(await sending).toMatchObject({ state: 'done' });
  });

  it('neither undoes what the other has written', async () => {
    const world = await createWorld();
    await world.view('1001', 'd77');
    const pdf = hold(world, /^before GET .*\.pdf$/);
    const sending = world.send('1001', 'd77');
    await pdf.reached;
    edit(world, dearer(world));
    const { state } = await world.view('1001', 'd77');
    // Until it rests it is on its way, and nobody asks whether it differs.
    expect(state).toBe('sending');
    pdf.release();
    await sending;
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', differs: true });
  });

  it('what was booked and waits for its PDF differs too, and goes on', async () => {
    const world = await createWorld();
    const fault = world.network.arm(PDF, { kind: 'status', status: 503 });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'issued' });
    edit(world, dearer(world));
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'issued', differs: true });
    fault.remove();
    await world.pass(DAY);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', attached: 'verified', differs: true });
    expect(world.ifirma.booked()).toHaveLength(1);
  });
});

it('with the vendor’s own integration on it is said as well', async () => {
  const world = await sent();
  edit(world, dearer(world));
  await world.tell<'erplink.set'>({ type: 'erplink.set', panel: 'demo', on: true }, VIEW);
  expect(await flagOf(world)).toBe(true);
});
