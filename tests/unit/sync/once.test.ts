/** One sale, one invoice: what speaks for a sale having been booked already, and what a person has to say before it is booked (again). */
import { describe, expect, it } from 'vitest';
import type { DocumentView } from '../../../utils/messages/index.ts';
import { samplePdf } from '../../sim/sellasist/index.ts';
import { bookedFor, createWorld, DAY, MINUTE, type World } from './world.ts';

const evidenceOf = ({ findings }: DocumentView): string[] => findings.flatMap(({ evidence = [] }) => evidence);

const posts = (world: World) => world.network.passed.filter(({ method }) => method === 'POST');

/** Books by hand what an earlier installation, another computer or a person would have booked for the order. */
function bookedByOthers(world: World, notes: string, { gross = 64.99, nip }: { gross?: number; nip?: string } = {}) {
  return world.ifirma.issueByHand('fakturakraj', {
    Zaplacono: 0,
    ZaplaconoNaDokumencie: 0,
    LiczOd: 'BRT',
    DataWystawienia: '2026-11-21',
    DataSprzedazy: '2026-11-21',
    FormatDatySprzedazy: 'DZN',
    SposobZaplaty: 'PRZ',
    RodzajPodpisuOdbiorcy: 'BWO',
    Uwagi: notes,
    WidocznyNumerGios: false,
    WidocznyNumerBdo: false,
    Numer: null,
    Pozycje: [
      { StawkaVat: 0.23, TypStawkiVat: 'PRC', Ilosc: 1, CenaJednostkowa: gross, NazwaPelna: 'X', Jednostka: 'szt.' },
    ],
    Kontrahent: {
      Nazwa: 'Ktoś',
      KodPocztowy: '00-001',
      Miejscowosc: 'Warszawa',
      ...(nip === undefined ? {} : { NIP: nip }),
    },
  });
}

/** Asked once, booked once: not without the answer, not by itself, and with the answer to this very sign exactly once. */
async function expectQuestion(
  world: World,
  orderId: string,
  key: `${'o' | 'd'}${string}`,
  evidence: readonly string[],
) {
  const before = world.ifirma.booked().length;
  const asked = await world.send(orderId, key);
  expect(asked).toMatchObject({ state: 'incomplete' });
  expect(evidenceOf(asked)).toEqual(evidence);
  await world.pass(DAY);
  expect(await world.send(orderId, key)).toMatchObject({ state: 'incomplete' });
  expect(world.ifirma.booked()).toHaveLength(before);
  const answered = await world.send(orderId, key, evidence);
  expect(world.ifirma.booked()).toHaveLength(before + 1);
  await world.send(orderId, key, evidence);
  await world.pass(DAY);
  expect(world.ifirma.booked()).toHaveLength(before + 1);
  return answered;
}

describe('the order carries the number of another document', () => {
  it.each(['o', 'd'] as const)('`%s` is booked only after a person has said so', async (form) => {
    const world = await createWorld();
    const { id } = world.panel.addOrder({ documentNumber: 'FS/9/2025' });
    const document =
      form === 'o' ? id : world.panel.addDocument({ orderId: id, numberInOrder: false, issueDate: '2026-11-22' }).id;
    const view = await expectQuestion(world, id, `${form}${document}`, ['number:FS/9/2025']);
    expect(view).toMatchObject({ state: 'done', findings: [] });
  });

  it('its own number is no such sign', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder();
    const { id } = world.panel.addDocument({ orderId: order.id, issueDate: '2026-11-22' });
    expect(order.documentNumber).not.toBe('');
    expect(await world.send(order.id, `d${id}`)).toMatchObject({ state: 'done' });
  });

  it('a document that the panel has of the order is such a sign, though the order does not carry its number', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder();
    await world.view(id, `o${id}`);
    await world.pass(2 * DAY);
    const { number } = world.panel.addDocument({ orderId: id, numberInOrder: false });
    await expectQuestion(world, id, `o${id}`, [`number:${number}`]);
  });
});

describe('the field that is to take the PDF holds something', () => {
  it('it is booked only after a person has said so', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder({ fields: { '12': samplePdf('inna') } });
    await expectQuestion(world, id, `o${id}`, ['field:12']);
  });

  it('with PDFs switched off, or no field chosen, it is no sign', async () => {
    for (const [settings, state] of [
      [{ savePdf: false }, 'done'],
      [{ documentFieldId: null }, 'issued'],
    ] as const) {
      const world = await createWorld({ settings });
      const { id } = world.panel.addOrder({ fields: { '12': samplePdf('inna') } });
      expect(await world.send(id, `o${id}`)).toMatchObject({ state, attached: 'no' });
    }
  });
});

describe('iFirma holds an invoice with a mark of this order', () => {
  it('of another document of it: booked only after a person has said so', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder({ lines: [{ price: '49.00' }], buyer: { company_name: '', company_nip: '' } });
    const other = bookedByOthers(world, `Sellasist demo/o${id}/d999`);
    const view = await expectQuestion(world, id, `o${id}`, [`mark:${other.id}`]);
    expect(view).toMatchObject({ state: 'done' });
  });

  it('its own mark with another sum: a question, and afterwards no alarm about what the person has seen', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder({ buyer: { company_nip: '111-111-11-11' } });
    const other = bookedByOthers(world, `Sellasist demo/o${id}`, { gross: 70, nip: '1111111111' });
    const view = await expectQuestion(world, id, `o${id}`, [`mark:${other.id}`]);
    expect(view).toMatchObject({ state: 'done', reason: null, findings: [] });
    expect(view.ifirmaNumber).not.toBe(other.number);
  });

  it('its own mark with another sum, overruled, and then an unclear POST: the other one is not taken for ours', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder({ buyer: { company_nip: '111-111-11-11' } });
    const other = bookedByOthers(world, `Sellasist demo/o${id}`, { gross: 70, nip: '1111111111' });
    // "It is not there" is said of the one that was sent, while the other one with its mark is.
    world.honest = false;
    world.network.arm({ method: 'POST' }, { kind: 'drop', when: 'before' });
    await world.send(id, `o${id}`, [`mark:${other.id}`]);
    await world.pass(DAY);
    expect(await world.view(id, `o${id}`)).toMatchObject({
      state: 'uncertain',
      reason: { code: 'absent-proven' },
      ifirmaNumber: null,
    });
  });

  it('two of its own mark with the right sum: a question that names both', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder({ buyer: { company_nip: '111-111-11-11' } });
    const gross = order.total / 100;
    const twins = [1, 2].map(() => bookedByOthers(world, `Sellasist demo/o${order.id}`, { gross, nip: '1111111111' }));
    const view = await world.send(order.id, `o${order.id}`);
    expect(view).toMatchObject({ state: 'incomplete' });
    expect(evidenceOf(view)).toEqual(twins.map(({ id }) => `mark:${id}`));
    expect(view.findings.map(({ params }) => params.number)).toEqual(twins.map(({ number }) => number));
  });

  it.each([
    ['another order, whose number begins alike', (id: string) => `Sellasist demo/o${id}0`],
    ['another shop', (id: string) => `Sellasist drugi/o${id}`],
    ['a return', (id: string) => `Sellasist demo/o${id}/r5`],
    ['a person, who only mentions it', (id: string) => `Zamówienie ${id} z Sellasist`],
  ])('of %s: that is no sign', async (_whose, notes) => {
    const world = await createWorld();
    const order = world.panel.addOrder({ buyer: { company_nip: '111-111-11-11' } });
    bookedByOthers(world, notes(order.id), { gross: order.total / 100, nip: '1111111111' });
    expect(await world.send(order.id, `o${order.id}`)).toMatchObject({ state: 'done' });
    expect(world.ifirma.booked()).toHaveLength(2);
  });
});

describe('the panel has more documents than one search looks at', () => {
  it('an order is booked only after a person has said so, or once all of them were looked at', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder();
    for (let count = 0; count < 30; count += 1)
      world.panel.addDocument({ orderId: null, issueDate: '2026-11-21', number: `FV/${500 + count}/11/2026` });
    const key = `o${order.id}` as const;
    const asked = await world.send(order.id, key);
    expect(asked).toMatchObject({ state: 'incomplete', findings: [{ code: 'maybe-booked-unknown' }] });
    expect(evidenceOf(asked)).toEqual(['documents-unknown']);
    expect(world.ifirma.booked()).toEqual([]);
    // The next searches go on where the last one stopped, so that the question answers itself.
    await world.pass(5 * MINUTE);
    await world.view(order.id, key);
    await world.pass(5 * MINUTE);
    expect(await world.send(order.id, key)).toMatchObject({ state: 'done', findings: [] });
  });

  it('and a person who knows better is believed', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder();
    for (let count = 0; count < 90; count += 1)
      world.panel.addDocument({ orderId: null, issueDate: '2026-11-21', number: `FV/${500 + count}/11/2026` });
    const key = `o${order.id}` as const;
    expect(evidenceOf(await world.send(order.id, key))).toEqual(['documents-unknown']);
    await world.pass(MINUTE);
    await world.send(order.id, key, ['documents-unknown']);
    await world.pass(5 * MINUTE);
    expect(await world.transfer(key)).toMatchObject({ state: 'done' });
    expect(bookedFor(world, order.id)).toHaveLength(1);
  });
});

describe('an answer to one sign', () => {
  it('does not count for another', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder({
      documentNumber: 'FS/9/2025',
      fields: { '12': samplePdf('inna') },
      buyer: { company_nip: '111-111-11-11' },
    });
    const key = `o${order.id}` as const;
    const view = await world.send(order.id, key, ['number:FS/8/2025', 'field:13', 'mark:1', `sale:o${order.id}`]);
    expect(evidenceOf(view)).toEqual(['number:FS/9/2025', 'field:12']);
    expect(evidenceOf(await world.send(order.id, key, ['number:FS/9/2025']))).toEqual(['field:12']);
    expect(world.ifirma.booked()).toEqual([]);

    // A third sign turns up between the two answers.
    const other = bookedByOthers(world, `Sellasist demo/${key}`, { gross: 70, nip: '1111111111' });
    expect(evidenceOf(await world.send(order.id, key, ['field:12']))).toEqual([`mark:${other.id}`]);
    expect(bookedFor(world, order.id)).toHaveLength(1);
  });

  it('does not count once the sign has become another one', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder({ documentNumber: 'FS/9/2025', buyer: { postcode: '' } });
    const key = `o${order.id}` as const;
    await world.send(order.id, key, ['number:FS/9/2025']);
    order.billAddress.postcode = '00-001';
    order.documentNumber = 'FS/10/2025';
    expect(evidenceOf(await world.send(order.id, key))).toEqual(['number:FS/10/2025']);
  });
});

describe('its own mark with the right sum, and an empty ledger', () => {
  it('is adopted, and nothing is posted: the extension was installed anew', async () => {
    const first = await createWorld();
    await first.send('1001', 'd77');
    const [before] = first.ifirma.booked();
    if (before === undefined) throw new Error('nothing was booked');

    const world = await createWorld();
    const again = bookedByOthers(world, String(before.body.Uwagi), { gross: before.gross / 100, nip: '1111111111' });
    const view = await world.send('1001', 'd77');
    expect(view).toMatchObject({ state: 'done', ifirmaNumber: again.number, attached: 'verified' });
    expect(posts(world)).toEqual([]);
    expect(world.ifirma.booked()).toHaveLength(1);
  });

  it('is found among a hundred other invoices of the buyer', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder({ buyer: { company_nip: '111-111-11-11' } });
    const own = bookedByOthers(world, `Sellasist demo/o${order.id}`, { gross: order.total / 100, nip: '1111111111' });
    for (let count = 0; count < 20; count += 1) bookedByOthers(world, `Sprzedaż ${count}`, { nip: '1111111111' });
    expect(await world.send(order.id, `o${order.id}`)).toMatchObject({ state: 'done', ifirmaNumber: own.number });
    expect(posts(world)).toEqual([]);
  });
});

describe('`o` and `d` of one order', () => {
  it.each([
    ['o', 'd'],
    ['d', 'o'],
  ] as const)(
    '`%s` first: `%s` becomes incomplete, names the first one’s number, and goes on only when a person says so',
    async (one, two) => {
      const world = await createWorld();
      const order = world.panel.addOrder();
      const document = world.panel.addDocument({ orderId: order.id, issueDate: '2026-11-22', numberInOrder: false });
      const keys = { o: `o${order.id}`, d: `d${document.id}` } as const;
      const firstEvidence = one === 'o' ? [`number:${document.number}`] : [];
      const first = await world.send(order.id, keys[one], firstEvidence);
      expect(first).toMatchObject({ state: 'done' });

      const second = await world.send(order.id, keys[two], two === 'o' ? [`number:${document.number}`] : []);
      expect(second).toMatchObject({ state: 'incomplete', reason: null });
      expect(second.findings).toMatchObject([
        {
          code: 'sale-taken',
          params: { number: first.ifirmaNumber, document: one === 'o' ? '' : document.number },
          evidence: `sale:${keys[one]}`,
        },
      ]);
      await world.pass(DAY);
      expect(world.ifirma.booked()).toHaveLength(1);
      // An answer about another document is none.
      expect(await world.send(order.id, keys[two], ['sale:d999'])).toMatchObject({
        state: 'incomplete',
        findings: [{ code: 'sale-taken', evidence: `sale:${keys[one]}` }],
      });
      const third = await world.send(order.id, keys[two], [`sale:${keys[one]}`]);
      // The first one's PDF lies in the order's field by now, which is a sign of its own.
      expect(evidenceOf(third)).toEqual(['field:12']);
      expect(await world.send(order.id, keys[two], ['field:12'])).toMatchObject({ state: 'done', findings: [] });
      expect(world.ifirma.booked()).toHaveLength(2);
    },
  );

  it('at the same time: one is booked', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder();
    const document = world.panel.addDocument({ orderId: order.id, issueDate: '2026-11-22', numberInOrder: false });
    await Promise.all([
      world.send(order.id, `o${order.id}`, [`number:${document.number}`]),
      world.send(order.id, `d${document.id}`),
    ]);
    await world.pass(DAY);
    expect(bookedFor(world, order.id)).toHaveLength(1);
    const states = [(await world.transfer(`o${order.id}`)).state, (await world.transfer(`d${document.id}`)).state];
    expect(new Set(states)).toEqual(new Set(['done', 'incomplete']));
  });

  it('the sale is free again when the first one was refused', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder();
    const document = world.panel.addDocument({ orderId: order.id, issueDate: '2026-11-22', numberInOrder: false });
    world.network.arm({ method: 'POST', times: 1 }, { kind: 'kod', kod: 202 });
    expect(await world.send(order.id, `d${document.id}`)).toMatchObject({ state: 'failed' });
    expect(await world.send(order.id, `o${order.id}`, [`number:${document.number}`])).toMatchObject({ state: 'done' });
    // And the refused one is now the second.
    expect(await world.send(order.id, `d${document.id}`)).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'sale-taken' }],
    });
    expect(bookedFor(world, order.id)).toHaveLength(1);
  });

  it('an uncertain first one holds the sale', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder();
    const document = world.panel.addDocument({ orderId: order.id, issueDate: '2026-11-22', numberInOrder: false });
    world.network.arm({ method: 'POST', times: 1 }, { kind: 'drop', when: 'before' });
    expect(await world.send(order.id, `d${document.id}`)).toMatchObject({ state: 'uncertain' });
    const second = await world.send(order.id, `o${order.id}`, [`number:${document.number}`]);
    expect(second).toMatchObject({ state: 'incomplete', findings: [{ code: 'sale-taken', params: { number: '' } }] });
    expect(world.ifirma.booked()).toEqual([]);
  });
});

describe('two documents of one order in the panel', () => {
  it('the second is another sale only when a person says so of the first', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder();
    const [one, two] = [1, 2].map(() =>
      world.panel.addDocument({ orderId: order.id, issueDate: '2026-11-22', numberInOrder: false }),
    );
    await world.view(order.id, `d${two?.id}`);
    expect(await world.send(order.id, `d${one?.id}`)).toMatchObject({ state: 'done' });
    const second = await world.send(order.id, `d${two?.id}`);
    expect(evidenceOf(second)).toEqual([`sale:d${one?.id}`]);
    expect(await world.send(order.id, `d${two?.id}`, evidenceOf(second))).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'maybe-booked-field' }],
    });
    expect(await world.send(order.id, `d${two?.id}`, ['field:12'])).toMatchObject({ state: 'done' });
    expect(bookedFor(world, order.id)).toHaveLength(2);
  });
});
