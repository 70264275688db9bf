/** What is wrong is typed right where it stands, the document is sent again, and one right invoice is booked. */
import { describe, expect, it } from 'vitest';
import type { DocumentKey } from '../../../../utils/invoice/document.ts';
import type { FindingCode } from '../../../../utils/invoice/finding.ts';
import { nameOfPlace } from '../../../../utils/invoice/repair/inputs.ts';
import type { RepairEdit, RepairForm, RepairReply, Reply } from '../../../../utils/messages/index.ts';
import type { DocumentInput, OrderInput } from '../../../sim/sellasist/index.ts';
import { openedIn } from '../set-up.ts';
import { bookedFor, createWorld, DAY, PANEL, type World } from '../world.ts';

type Ref = { readonly orderId: string; readonly key: DocumentKey };
type Typed = Pick<RepairEdit, 'field' | 'value'> & Partial<Pick<RepairEdit, 'line' | 'scope'>>;

const edit = ({ field, value, line = null, scope = 'document' }: Typed): RepairEdit => ({ field, value, line, scope });

const formOf = (world: World, ref: Ref): Promise<RepairForm> =>
  world.tell<'repair.form'>({ type: 'repair.form', ...ref }, PANEL);

const keep = (world: World, ref: Ref, edits: readonly Typed[]): Promise<Reply<RepairReply>> =>
  world.ask<'repair'>({ type: 'repair', ...ref, edits: edits.map(edit) }, PANEL);

/** The order 2001 as the panel has it. */
function orderOf(world: World) {
  const found = world.panel.orders.get('2001');
  if (found === undefined) throw new Error('no order 2001');
  return found;
}

/** Types, presses `Wyślij ponownie`, and gives the body of the one invoice. */
async function mended(world: World, ref: Ref, edits: readonly Typed[]) {
  expect(await keep(world, ref, edits)).toMatchObject({ ok: true, value: { ok: true } });
  expect(await world.send(ref.orderId, ref.key)).toMatchObject({ state: 'done', findings: [], reason: null });
  await world.pass(DAY);
  const booked = bookedFor(world, ref.orderId);
  expect(booked).toHaveLength(1);
  return booked[0]?.body;
}

type Case = readonly [
  what: string,
  input: OrderInput,
  found: readonly FindingCode[],
  typed: readonly Typed[],
  booked: object,
];

const buyer = (changes: object) => ({ Kontrahent: expect.objectContaining(changes) });
const line = (changes: object) => ({ Pozycje: expect.arrayContaining([expect.objectContaining(changes)]) });

const ORDERS: readonly Case[] = [
  [
    'a buyer without a name',
    { buyer: { company_name: '', company_nip: '', name: '', surname: '' } },
    ['buyer-name-missing'],
    [{ field: 'buyer.name', value: 'Anna Nowak' }],
    buyer({ Nazwa: 'Anna Nowak' }),
  ],
  [
    'a name that is too long, cut by the person',
    { buyer: { company_name: 'x'.repeat(301) } },
    ['buyer-name-too-long'],
    [{ field: 'buyer.name', value: 'Bardzo długa nazwa' }],
    buyer({ Nazwa: 'Bardzo długa nazwa' }),
  ],
  [
    'a street that is too long',
    { buyer: { street: 'x'.repeat(70) } },
    ['buyer-street-too-long'],
    [{ field: 'buyer.street', value: 'ul. Prosta 1' }],
    buyer({ Ulica: 'ul. Prosta 1' }),
  ],
  [
    'no postcode',
    { buyer: { postcode: '' } },
    ['buyer-postcode-missing'],
    [{ field: 'buyer.postcode', value: '00001' }],
    buyer({ KodPocztowy: '00-001' }),
  ],
  [
    'a postcode that is none',
    { buyer: { postcode: '123' } },
    ['buyer-postcode-invalid'],
    [{ field: 'buyer.postcode', value: '00-001' }],
    buyer({ KodPocztowy: '00-001' }),
  ],
  [
    'no city',
    { buyer: { city: '' } },
    ['buyer-city-missing'],
    [{ field: 'buyer.city', value: 'Łódź' }],
    buyer({ Miejscowosc: 'Łódź' }),
  ],
  [
    'a city that is too long',
    { buyer: { city: 'x'.repeat(66) } },
    ['buyer-city-too-long'],
    [{ field: 'buyer.city', value: 'Łódź' }],
    buyer({ Miejscowosc: 'Łódź' }),
  ],
  [
    'a NIP with a wrong check digit',
    { buyer: { company_nip: '111-111-11-12' } },
    ['buyer-nip-invalid'],
    [{ field: 'buyer.nip', value: '123-456-32-18' }],
    buyer({ NIP: '1234563218' }),
  ],
  [
    'a NIP where a private person buys',
    { buyer: { company_nip: '0000', company_name: '', name: 'Anna', surname: 'Nowak' } },
    ['buyer-nip-invalid'],
    [{ field: 'buyer.nip', value: '' }],
    buyer({ OsobaFizyczna: true }),
  ],
  [
    'a buyer of no country',
    { buyer: { country: null } },
    ['buyer-country-missing'],
    [{ field: 'buyer.country', value: 'PL' }],
    buyer({ KodKraju: 'PL' }),
  ],
  [
    'a rate that no invoice knows',
    { lines: [{ rate: 'np' }] },
    ['vat-unknown'],
    [{ field: 'line.vat', line: 0, value: '8' }],
    line({ StawkaVat: 0.08 }),
  ],
  [
    'a rate that Poland does not have',
    { lines: [{ rate: 19 }] },
    ['vat-unsupported'],
    [{ field: 'line.vat', line: 0, value: '23' }],
    line({ StawkaVat: 0.23 }),
  ],
  [
    'a rate of 0 that nobody has explained',
    { lines: [{ rate: 0 }] },
    ['vat-zero-ambiguous'],
    [{ field: 'line.vat', line: 0, value: '0' }],
    line({ StawkaVat: 0, TypStawkiVat: 'PRC' }),
  ],
  [
    'an exempt line without a legal basis',
    { lines: [{ rate: 'zw' }] },
    ['legal-basis-missing'],
    [{ field: 'line.basis', line: 0, value: 'Art. 43 ust. 1 pkt 29' }],
    line({ TypStawkiVat: 'ZW', PodstawaPrawna: 'Art. 43 ust. 1 pkt 29' }),
  ],
  [
    'a line without a name',
    { lines: [{ name: '' }] },
    ['line-name-missing'],
    [{ field: 'line.name', line: 0, value: 'Żarówka' }],
    line({ NazwaPelna: 'Żarówka' }),
  ],
  [
    'a payment method without a code',
    { payment: { id: '9' } },
    ['payment-unmapped'],
    [{ field: 'payment', value: 'KAR' }],
    { SposobZaplaty: 'KAR' },
  ],
];

describe('an order', () => {
  it.each(ORDERS)('with %s is typed right and sent', async (_what, input, found, typed, body) => {
    const world = await createWorld();
    const ref: Ref = { orderId: '2001', key: 'o2001' };
    world.panel.addOrder({ id: '2001', ...input });
    const view = await world.send(ref.orderId, ref.key);
    expect(view.findings.map(({ code }) => code)).toEqual(found);
    const form = await formOf(world, ref);
    expect(form.inputs.map(nameOfPlace)).toEqual(typed.map((each) => nameOfPlace(edit(each))));
    expect(await mended(world, ref, typed)).toMatchObject(body);
  });

  it('with five things wrong has all five inputs, and is right when all five are typed', async () => {
    const world = await createWorld();
    const ref: Ref = { orderId: '2001', key: 'o2001' };
    world.panel.addOrder({
      id: '2001',
      buyer: { postcode: '', city: '', company_nip: '123' },
      lines: [{ price: '10.00', rate: 'np' }],
      payment: { id: '9' },
    });
    await world.send(ref.orderId, ref.key);
    const { inputs } = await formOf(world, ref);
    expect(inputs.map((input) => [nameOfPlace(input), input.value])).toEqual([
      ['buyer.postcode', ''],
      ['buyer.city', ''],
      ['buyer.nip', '123'],
      ['line.vat.0', ''],
      ['payment', ''],
    ]);
    const typed = ['00-001', 'Łódź', '1234563218', '8', 'KAR'];
    const edits = inputs.map(({ field, line: at }, index) => ({ field, line: at, value: typed[index] ?? '' }));
    expect(await mended(world, ref, edits)).toMatchObject({
      Kontrahent: { KodPocztowy: '00-001', Miejscowosc: 'Łódź', NIP: '1234563218' },
      SposobZaplaty: 'KAR',
    });
  });
});

const DOCUMENTS: readonly (readonly [
  what: string,
  input: Partial<DocumentInput>,
  found: readonly FindingCode[],
  typed: readonly Typed[],
  booked: object,
])[] = [
  [
    'an issue date that is still to come',
    { issueDate: '2026-11-23', saleDate: '2026-11-22' },
    ['issue-date-future'],
    [{ field: 'issueDate', value: '2026-11-22' }],
    { DataWystawienia: '2026-11-22' },
  ],
  [
    'a sale after the issue',
    { issueDate: '2026-11-21', saleDate: '2026-11-22' },
    ['sale-date-after-issue'],
    [{ field: 'saleDate', value: '2026-11-21' }],
    { DataSprzedazy: '2026-11-21' },
  ],
  [
    'a sale too long ago',
    { issueDate: '2026-11-22', saleDate: '2026-09-30' },
    ['issue-too-late'],
    [{ field: 'saleDate', value: '2026-11-20' }],
    { DataSprzedazy: '2026-11-20' },
  ],
];

it.each(DOCUMENTS)('a document with %s is typed right and sent', async (_what, input, found, typed, body) => {
  const world = await createWorld();
  world.panel.addOrder({ id: '2001', documentNumber: 'FV 9/11/2026' });
  const document = world.panel.addDocument({ orderId: '2001', number: 'FV 9/11/2026', ...input });
  const ref: Ref = { orderId: '2001', key: `d${document.id}` };
  const view = await world.send(ref.orderId, ref.key);
  expect(view.findings.map(({ code }) => code)).toEqual(found);
  expect(await mended(world, ref, typed)).toMatchObject(body);
});

describe('what iFirma refused', () => {
  it('a Kod 201 that names a field is typed at that field', async () => {
    const world = await createWorld();
    const text = "Pole 'Kontrahent.KodPocztowy' jest wymagane";
    world.network.arm({ method: 'POST', host: 'www.ifirma.pl', times: 1 }, { kind: 'kod', kod: 201, text });
    await world.send('1001', 'd77');
    const ref: Ref = { orderId: '1001', key: 'd77' };
    const { inputs } = await formOf(world, ref);
    expect(inputs.map(nameOfPlace)).toEqual(['buyer.postcode']);
    expect(await mended(world, ref, [{ field: 'buyer.postcode', value: '90-009' }])).toMatchObject(
      buyer({ KodPocztowy: '90-009' }),
    );
  });

  it('a Kod 202 that speaks of the series is typed there', async () => {
    const world = await createWorld();
    const text = 'Nie znaleziono serii numeracji o podanej nazwie';
    world.network.arm({ method: 'POST', host: 'www.ifirma.pl', times: 1 }, { kind: 'kod', kod: 202, text });
    await world.send('1001', 'd77');
    const { inputs } = await formOf(world, { orderId: '1001', key: 'd77' });
    expect(inputs.map(nameOfPlace)).toEqual(['ifirmaSeries']);
  });

  it('is kept to be copied, body and words but no signature, until the document is sent again', async () => {
    const world = await createWorld();
    const signature = 'a'.repeat(40);
    const text = `Coś poszło nie tak ${signature}`;
    world.network.arm({ method: 'POST', host: 'www.ifirma.pl', times: 1 }, { kind: 'kod', kod: 200, text });
    await world.send('1001', 'd77');
    const ref: Ref = { orderId: '1001', key: 'd77' };
    const exchange = await world.tell<'exchange'>({ type: 'exchange', ...ref }, PANEL);
    expect(exchange?.text).toContain('POST https://www.ifirma.pl/iapi/fakturakraj.json');
    expect(exchange?.text).toContain('"Pozycje":[');
    expect(exchange?.text).toContain('Kod: 200\nInformacja: Coś poszło nie tak …');
    expect(exchange?.text).not.toMatch(/[0-9a-f]{40}/i);
    await world.send('1001', 'd77');
    expect(await world.tell<'exchange'>({ type: 'exchange', ...ref }, PANEL)).toBeNull();
    expect((await world.transfer('d77')).refused).toBeUndefined();
  });
});

describe('a repair', () => {
  const WRONG: OrderInput = { id: '2001', buyer: { postcode: '' }, lines: [{ rate: 'np' }], payment: { id: '9' } };
  const REF: Ref = { orderId: '2001', key: 'o2001' };

  async function stopped(input: OrderInput = WRONG): Promise<World> {
    const world = await createWorld();
    world.panel.addOrder(input);
    await world.send(REF.orderId, REF.key);
    return world;
  }

  it('that is not right is refused at its field, and nothing of the form is kept', async () => {
    const world = await stopped();
    expect(
      await keep(world, REF, [
        { field: 'buyer.postcode', value: 'abc' },
        { field: 'line.vat', line: 0, value: '8' },
      ]),
    ).toMatchObject({ ok: true, value: { ok: false, fields: { 'buyer.postcode': 'postcode-invalid' } } });
    expect((await world.transfer('o2001')).repairs).toBeUndefined();
  });

  it.each<readonly [string, Typed]>([
    ['of a field that is not wrong', { field: 'buyer.city', value: 'Łódź' }],
    ['of a line that does not exist', { field: 'line.vat', line: 7, value: '8' }],
    ['kept where the form does not offer it', { field: 'line.vat', line: 0, value: '8', scope: 'order' }],
  ])('%s is refused', async (_what, typed) => {
    const world = await stopped();
    expect(await keep(world, REF, [typed])).toMatchObject({ ok: false, reason: { code: 'internal' } });
    expect((await world.transfer('o2001')).repairs).toBeUndefined();
  });

  it('stands in the log as a repair, without what was typed and without what had been found before it', async () => {
    const world = await stopped({ id: '2001', buyer: { postcode: '' } });
    await keep(world, REF, [{ field: 'buyer.postcode', value: '00-001' }]);
    const [newest] = await world.store.log.ofDocument('demo', 'o2001', 1);
    expect(newest).toMatchObject({ event: 'repair', state: 'incomplete', reason: null, findings: [] });
    expect(JSON.stringify(newest)).not.toContain('00-001');
  });

  it('ends when the merchant corrects the order in Sellasist', async () => {
    const world = await stopped({ id: '2001', buyer: { postcode: '' } });
    await keep(world, REF, [{ field: 'buyer.postcode', value: '00-001' }]);
    const order = orderOf(world);
    order.billAddress = { ...order.billAddress, postcode: '90-002' };
    await world.send(REF.orderId, REF.key);
    expect(bookedFor(world, '2001')[0]?.body).toMatchObject(buyer({ KodPocztowy: '90-002' }));
  });

  it('makes the invoice differ from the order in nothing, so no alarm is raised afterwards', async () => {
    const world = await stopped({ id: '2001', buyer: { postcode: '' } });
    await mended(world, REF, [{ field: 'buyer.postcode', value: '00-001' }]);
    expect(await world.view('2001', 'o2001')).toMatchObject({ differs: false });
    const order = orderOf(world);
    order.billAddress = { ...order.billAddress, city: 'Gdynia' };
    await world.pass(DAY);
    expect(await world.view('2001', 'o2001')).toMatchObject({ differs: true });
  });

  it('is seen in the preview before anything is sent', async () => {
    const world = await stopped({ id: '2001', buyer: { postcode: '' } });
    await keep(world, REF, [{ field: 'buyer.postcode', value: '00-001' }]);
    const preview = await world.tell<'preview'>({ type: 'preview', ...REF }, PANEL);
    expect(preview).toMatchObject({ buyer: { postcode: '00-001' }, findings: [] });
    expect(world.ifirma.booked()).toEqual([]);
  });

  it('does nothing to a document that is booked or on its way', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    const ref: Ref = { orderId: '1001', key: 'd77' };
    expect((await formOf(world, ref)).inputs).toEqual([]);
    expect(await keep(world, ref, [{ field: 'buyer.postcode', value: '00-001' }])).toMatchObject({ ok: false });
  });

  it('as a rule holds for the next order: a payment method and a rate', async () => {
    const world = await stopped({ id: '2001', lines: [{ rate: 'n p' }], payment: { id: '9' } });
    await mended(world, REF, [
      { field: 'payment', value: 'KAR', scope: 'rule' },
      { field: 'line.vat', line: 0, value: '8', scope: 'rule' },
    ]);
    const account = await openedIn(world);
    expect(account.payments['9']).toBe('KAR');
    expect(account.settings.rateRules).toEqual({ np: '8' });
    world.panel.addOrder({ id: '2002', lines: [{ rate: 'NP' }], payment: { id: '9' } });
    expect(await world.send('2002', 'o2002')).toMatchObject({ state: 'done' });
    expect(bookedFor(world, '2002')[0]?.body).toMatchObject({ SposobZaplaty: 'KAR', ...line({ StawkaVat: 0.08 }) });
  });

  it.each([
    ['zw', 'exempt'],
    ['0', 'percent'],
  ] as const)('as a rule, %s answers what a bare zero means', async (value, zeroVat) => {
    const world = await stopped({ id: '2001', lines: [{ rate: 0 }] });
    expect(await keep(world, REF, [{ field: 'line.vat', line: 0, value, scope: 'rule' }])).toMatchObject({ ok: true });
    expect((await openedIn(world)).settings.zeroVat).toBe(zeroVat);
  });

  it('as a rule, a legal basis becomes the account’s', async () => {
    const world = await stopped({ id: '2001', lines: [{ rate: 'zw' }] });
    await mended(world, REF, [{ field: 'line.basis', line: 0, value: 'Art. 43 ust. 1', scope: 'rule' }]);
    expect((await openedIn(world)).settings.exemptBasis).toBe('Art. 43 ust. 1');
  });

  describe.each(['merge', 'replace'] as const)('in the order, where the API has the switch %s', (addressWrites) => {
    it('is written, read back, and leaves the rest of the address as it was', async () => {
      const world = await stopped({ id: '2001', buyer: { postcode: '', city: '', company_nip: '1' } });
      Object.assign(world.panel.switches, { addressWrites });
      const before = orderOf(world).billAddress;
      await mended(world, REF, [
        { field: 'buyer.postcode', value: '00-001', scope: 'order' },
        { field: 'buyer.city', value: 'Łódź', scope: 'order' },
        { field: 'buyer.nip', value: '1234563218', scope: 'order' },
      ]);
      expect(orderOf(world).billAddress).toEqual({
        ...before,
        postcode: '00-001',
        city: 'Łódź',
        company_nip: '1234563218',
      });
      expect((await world.transfer('o2001')).repairs ?? []).toEqual([]);
      expect(world.panel.journal.slips).toEqual([]);
    });

    it('is written whole where the buyer was read from where the parcel goes', async () => {
      const world = await stopped({ id: '2001', buyer: null, receiver: { postcode: '' } });
      Object.assign(world.panel.switches, { addressWrites });
      const body = await mended(world, REF, [{ field: 'buyer.postcode', value: '00-001', scope: 'order' }]);
      const { name, surname, city } = orderOf(world).shipmentAddress;
      expect(body).toMatchObject(buyer({ Nazwa: `${name} ${surname}`, Miejscowosc: city, KodPocztowy: '00-001' }));
      expect(orderOf(world).shipmentAddress.postcode).toBe('');
    });
  });

  it('in the order, which swallows it, is said, and nothing is sent', async () => {
    const world = await stopped({ id: '2001', buyer: { postcode: '' } });
    const taken = { status: 200, body: '{"message":"success","id":"2001"}' };
    world.network.arm(
      { method: 'PUT', host: 'demo.sellasist.pl', times: 1 },
      { kind: 'status', ...taken, contentType: 'application/json' },
    );
    expect(await keep(world, REF, [{ field: 'buyer.postcode', value: '00-001', scope: 'order' }])).toMatchObject({
      ok: false,
      reason: { code: 'repair-not-kept' },
    });
    expect(world.ifirma.booked()).toEqual([]);
  });
});
