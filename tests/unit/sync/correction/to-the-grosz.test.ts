/** Before, after and difference as the person is shown them beforehand, beside what iFirma works out of what it was sent. */
import { describe, expect, it } from 'vitest';
import type { CorrectionReason } from '../../../../utils/invoice/correction/reasons.ts';
import type { DocumentKey } from '../../../../utils/invoice/document.ts';
import type { CorrectionChoice } from '../../../../utils/messages/index.ts';
import type { DocumentLineInput } from '../../../sim/sellasist/build-document.ts';
import { bookByHand } from '../by-hand.ts';
import { createWorld, MINUTE, type World } from '../world.ts';

const MUG: DocumentLineInput = { name: 'Kubek', quantity: '3', price: '19.99', rate: 23 };
const BOOK: DocumentLineInput = { name: 'Książka', quantity: '2', price: '33.33', rate: 5 };
const CABLE: DocumentLineInput = { name: 'Kabel na metry', quantity: '2.375', price: '7.77', rate: 23 };
const CHEAPER: DocumentLineInput = {
  name: 'Lampa',
  quantity: '3',
  price: '99.99',
  rate: 23,
  discount: '7.00',
  lineGross: '278.97',
};

interface Scene {
  readonly sold: readonly DocumentLineInput[];
  /** The panel's correction: what should be left. */
  readonly left: readonly DocumentLineInput[];
  readonly reason: CorrectionReason;
  /** Grosze. */
  readonly difference: number;
}

const SCENES: readonly (readonly [string, Scene])[] = [
  [
    'one of three pieces back',
    { sold: [MUG, BOOK], left: [{ ...MUG, quantity: '2' }, BOOK], reason: 'ZWR_SPRZ_TOW', difference: -1999 },
  ],
  [
    'everything back',
    {
      sold: [MUG, BOOK, CABLE],
      left: [MUG, BOOK, CABLE].map((line) => ({ ...line, quantity: '0' })),
      reason: 'ZWR_SPRZ_TOW',
      difference: -(5997 + 6666 + 1845),
    },
  ],
  [
    'a part of what is sold by the metre back',
    { sold: [CABLE], left: [{ ...CABLE, quantity: '1.125' }], reason: 'ZWR_SPRZ_TOW', difference: 874 - 1845 },
  ],
  [
    'a price lowered',
    { sold: [MUG, BOOK], left: [{ ...MUG, price: '18.49' }, BOOK], reason: 'OBOW_RABAT', difference: -450 },
  ],
  [
    'a price raised',
    { sold: [MUG, BOOK], left: [MUG, { ...BOOK, price: '33.34' }], reason: 'PODW_CENY', difference: 2 },
  ],
  ['a rate that was wrong', { sold: [MUG, BOOK], left: [MUG, { ...BOOK, rate: 8 }], reason: 'POMYLKI', difference: 0 }],
  [
    'one of two lines that are alike back',
    { sold: [MUG, MUG, BOOK], left: [MUG, { ...MUG, quantity: '0' }, BOOK], reason: 'ZWR_SPRZ_TOW', difference: -5997 },
  ],
  [
    'one of three pieces back of a line that was sold with a discount',
    {
      sold: [CHEAPER, BOOK],
      left: [{ ...CHEAPER, quantity: '2', lineGross: '185.98' }, BOOK],
      reason: 'ZWR_SPRZ_TOW',
      difference: -9299,
    },
  ],
];

const corrections = ({ ifirma }: World) => ifirma.booked().filter(({ corrects }) => corrects !== null);

async function sold(lines: readonly DocumentLineInput[]) {
  const world = await createWorld();
  const { id } = world.panel.addOrder({
    lines: lines.map(({ discount: _discount, lineGross: _gross, ...line }) => line),
  });
  const document = world.panel.addDocument({ orderId: id, lines });
  const invoice: DocumentKey = `d${document.id}`;
  await world.view(id, invoice);
  expect(await world.send(id, invoice)).toMatchObject({ state: 'done', findings: [] });
  return { world, orderId: id, invoice };
}

describe.each(SCENES)('%s', (_name, { sold: lines, left, reason, difference }) => {
  it('as the panel’s correction says it', async () => {
    const { world, orderId, invoice } = await sold(lines);
    const [original] = world.ifirma.booked();
    const { id } = world.panel.addDocument({ orderId, series: 'KOR', mainDocumentId: invoice.slice(1), lines: left });
    const ref = { orderId, key: `d${id}` } as const;
    await world.tell<'state'>({ type: 'state', orderId: null, key: ref.key, fresh: true });
    const choice: CorrectionChoice = { lines: null, reason: null, conditionsMet: true };
    const shown = await world.tell<'correction.preview'>({ type: 'correction.preview', ...ref, choice });
    expect(shown).toMatchObject({ findings: [], reason, before: original?.gross, difference });
    await world.tell<'send'>({ type: 'send', ...ref, confirm: [] });
    await world.pass(MINUTE);
    expect(corrections(world)).toMatchObject([{ gross: shown.after, difference, corrects: original?.id }]);
    expect(await world.transfer(ref.key)).toMatchObject({ state: 'done' });
  });
});

/** What can be chosen on the card: what of each line is left. */
const CHOSEN = SCENES.filter(([, { reason }]) => reason === 'ZWR_SPRZ_TOW');

describe.each(CHOSEN)('%s', (_name, { sold: lines, left, difference }) => {
  it('as a person chooses it on the card of the invoice', async () => {
    const { world, orderId, invoice } = await sold(lines);
    const [original] = world.ifirma.booked();
    const thousandths = (text = '1') => Math.round(Number(text) * 1000);
    const choice: CorrectionChoice = {
      lines: left.flatMap(({ quantity }, line) =>
        quantity === lines[line]?.quantity ? [] : [{ line, quantity: thousandths(quantity) }],
      ),
      reason: null,
      conditionsMet: true,
    };
    const ref = { orderId, key: invoice };
    const shown = await world.tell<'correction.preview'>({ type: 'correction.preview', ...ref, choice });
    expect(shown).toMatchObject({ findings: [], before: original?.gross, difference });
    await world.tell<'correct'>({ type: 'correct', ...ref, choice, confirm: [] });
    await world.pass(MINUTE);
    expect(corrections(world)).toMatchObject([{ gross: shown.after, difference, corrects: original?.id }]);
  });
});

it('one of three pieces back of an invoice that was made in iFirma itself, with a discount on the whole line', async () => {
  const world = await createWorld();
  const { id } = world.panel.addOrder({
    lines: [{ name: 'Lampa', quantity: '1', price: '278.97' }],
    shipping: { price: '0' },
  });
  const document = world.panel.addDocument({ orderId: id });
  const ref = { orderId: id, key: `d${document.id}` } as const;
  await world.view(id, ref.key);
  const { number, gross } = bookByHand(world, { pieces: 3, price: 99.99, discount: 7, name: 'Lampa' });
  expect(gross).toBe(27_897);
  expect(await world.ask<'link'>({ type: 'link', ...ref, number })).toMatchObject({ ok: true });
  await world.pass(MINUTE);
  const choice: CorrectionChoice = { lines: [{ line: 0, quantity: 2000 }], reason: null, conditionsMet: true };
  const shown = await world.tell<'correction.preview'>({ type: 'correction.preview', ...ref, choice });
  expect(shown).toMatchObject({ before: 27_897, after: 18_598, difference: -9299 });
  await world.tell<'correct'>({ type: 'correct', ...ref, choice, confirm: [] });
  await world.pass(MINUTE);
  expect(corrections(world)).toMatchObject([{ gross: 18_598, difference: -9299 }]);
});
