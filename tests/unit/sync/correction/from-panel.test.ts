/** Corrections that begin in the panel: its documents (KOR) and its returns, sent once, after their invoice, to the grosz. */
import { describe, expect, it } from 'vitest';
import type { DocumentKey } from '../../../../utils/invoice/document.ts';
import { EMPTY_SERIES } from '../../../../utils/invoice/series.ts';
import { SERIES } from '../../../browser/set-up.ts';
import type { DocumentInput } from '../../../sim/sellasist/build-document.ts';
import { createComputers, passTogether } from '../computers.ts';
import { createWorld, DAY, MINUTE, type World } from '../world.ts';

const corrections = ({ ifirma }: World) => ifirma.booked().filter(({ corrects }) => corrects !== null);

/** A KOR of the document 77, which the order 1001 has. */
function addCorrection(world: World, more: DocumentInput): string {
  return world.panel.addDocument({ orderId: '1001', series: 'KOR', mainDocumentId: '77', ...more }).id;
}

async function card(world: World, key: DocumentKey) {
  const view = await world.tell<'state'>({ type: 'state', orderId: null, key, fresh: true });
  return view.documents.find((document) => document.key === key);
}

async function send(world: World, key: DocumentKey, confirm: readonly string[] = []) {
  const { documents } = await world.tell<'send'>({ type: 'send', orderId: '1001', key, confirm });
  const found = documents.find((document) => document.key === key);
  if (found === undefined) throw new Error(`the card shows no ${key}`);
  return found;
}

const linesOf = (world: World) => world.panel.documents.get('77')?.products ?? [];

describe('a correction of the panel', () => {
  /** The state after, as the panel may write it: every line, of the first one so much. */
  const stateAfter = (world: World, quantity: string, price?: string) =>
    linesOf(world).map((line, at) => ({
      name: line.name,
      quantity: at === 0 ? quantity : String(line.quantity / 1000),
      price: at === 0 && price !== undefined ? price : (line.unitGross / 100).toFixed(2),
      rate: line.rate,
    }));

  it('is shown on its own card, and says beforehand what it would come to', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    const id = addCorrection(world, { lines: stateAfter(world, '1') });
    expect(await card(world, `d${id}`)).toMatchObject({ kind: 'correction', state: 'unsent' });
    const choice = { lines: null, reason: null, conditionsMet: true };
    const shown = await world.tell<'correction.preview'>({
      type: 'correction.preview',
      orderId: '1001',
      key: `d${id}`,
      choice,
    });
    expect(shown).toMatchObject({ as: 'after', reason: 'ZWR_SPRZ_TOW', findings: [] });
    expect(corrections(world)).toEqual([]);
  });

  it('is sent from its preview with the reason and the conditions that a person chose', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    const id = addCorrection(world, { lines: stateAfter(world, '1') });
    const key = `d${id}` as const;
    await card(world, key);
    const choice = { lines: null, reason: 'ZWR_NAB_KWOT', conditionsMet: false } as const;
    await world.tell<'correct'>({ type: 'correct', orderId: '1001', key, choice, confirm: [] });
    await world.pass(MINUTE);
    expect(await card(world, key)).toMatchObject({ state: 'done' });
    expect(corrections(world)).toMatchObject([{ body: { PowodKorekty: 'ZWR_NAB_KWOT', SpelnionoWarunki: false } }]);
  });

  it('of which one piece came back is booked as the state that is left', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    const [first] = linesOf(world);
    const id = addCorrection(world, { lines: stateAfter(world, '1') });
    await card(world, `d${id}`);
    expect(await send(world, `d${id}`)).toMatchObject({ state: 'done', corrects: expect.any(String) });
    const back = ((first?.quantity ?? 0) / 1000 - 1) * (first?.unitGross ?? 0);
    expect(corrections(world)).toMatchObject([{ difference: -back }]);
  });

  it('of which the price was lowered says so as the reason', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    const [first] = linesOf(world);
    const quantity = (first?.quantity ?? 0) / 1000;
    const price = ((first?.unitGross ?? 0) - 100) / 100;
    const id = addCorrection(world, { lines: stateAfter(world, String(quantity), price.toFixed(2)) });
    await card(world, `d${id}`);
    await send(world, `d${id}`);
    const [booked] = corrections(world);
    expect(booked).toMatchObject({ difference: -100 * quantity, body: { PowodKorekty: 'OBOW_RABAT' } });
  });

  it('has the series and template of iFirma that its own is set up with, and its reason where several things change', async () => {
    const series = {
      '1': SERIES,
      '3': {
        ...EMPTY_SERIES,
        kind: 'correction',
        ifirmaSeries: 'default',
        template: 'logo',
        correctionReason: 'ZWR_NAB_KWOT',
      },
    } as const;
    const world = await createWorld({ series, draft: { seriesIds: ['1', '3'] } });
    await world.send('1001', 'd77');
    const [first] = linesOf(world);
    const id = addCorrection(world, { lines: stateAfter(world, '1', ((first?.unitGross ?? 0) / 100 - 1).toFixed(2)) });
    await card(world, `d${id}`);
    expect(await send(world, `d${id}`)).toMatchObject({ state: 'done' });
    expect(corrections(world)).toMatchObject([
      { body: { NazwaSeriiNumeracji: 'default', NazwaSzablonu: 'logo', PowodKorekty: 'ZWR_NAB_KWOT' } },
    ]);
  });

  it('has the panel’s date, and names the panel’s number in its remarks', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    world.clock.advance(2 * DAY);
    const id = addCorrection(world, {
      lines: stateAfter(world, '1'),
      issueDate: '2026-11-23',
      number: 'KOR/5/11/2026',
    });
    await card(world, `d${id}`);
    await send(world, `d${id}`);
    const [booked] = corrections(world);
    expect(booked?.body).toMatchObject({ DataWystawienia: '2026-11-23' });
    expect(String(booked?.body.Uwagi)).toContain('KOR/5/11/2026');
  });

  it('whose invoice was never sent waits for a person, who sends both with one press, in the right order', async () => {
    const world = await createWorld();
    const id = addCorrection(world, { lines: stateAfter(world, '1') });
    await card(world, `d${id}`);
    const view = await send(world, `d${id}`);
    expect(view).toMatchObject({ state: 'incomplete', findings: [{ code: 'correction-original-unsent' }] });
    expect(world.ifirma.booked()).toEqual([]);
    await send(
      world,
      `d${id}`,
      view.findings.flatMap(({ evidence }) => evidence ?? []),
    );
    await world.pass(5 * MINUTE);
    const [invoice, correction, ...more] = world.ifirma.booked();
    expect([invoice?.corrects, correction?.corrects, more]).toEqual([null, invoice?.id, []]);
  });

  it('whose invoice waits for a person asks for it every five minutes, and not every ten seconds', async () => {
    const world = await createWorld();
    const lost = { kind: 'drop', when: 'before' } as const;
    world.network.arm({ method: 'POST', path: '/fakturakraj', times: 1 }, lost);
    await world.send('1001', 'd77');
    await world.pass(15 * MINUTE);
    expect(await world.transfer('d77')).toMatchObject({ state: 'uncertain', reason: { code: 'absent-proven' } });
    const id = addCorrection(world, { lines: stateAfter(world, '1') });
    await card(world, `d${id}`);
    await send(world, `d${id}`);
    const before = world.network.passed.length;
    await world.pass(30 * MINUTE);
    const asked = world.network.passed
      .slice(before)
      .filter(({ target }) => target.endsWith(`/operationdocuments/${id}`));
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.length).toBeLessThanOrEqual(7);
  });

  it('whose invoice another computer sent is found by that one’s mark', async () => {
    const [first, second] = await createComputers(['Biuro', 'Magazyn']);
    if (first === undefined || second === undefined) throw new Error('no computers');
    await first.send('1001', 'd77');
    await passTogether([first, second], 2 * MINUTE);
    const id = addCorrection(second, { lines: stateAfter(second, '1') });
    await card(second, `d${id}`);
    await send(second, `d${id}`);
    await passTogether([first, second], 5 * MINUTE);
    const [invoice, ...more] = second.ifirma.booked();
    expect(more).toMatchObject([{ corrects: invoice?.id }]);
    expect(await card(second, `d${id}`)).toMatchObject({ state: 'done' });
  });
});

describe('a return of the panel', () => {
  it('takes what came back off the invoice, and leaves the shipping', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    const back = world.panel.addReturn({ orderId: '1001' });
    const view = await send(world, `r${back.id}`);
    const [booked, ...more] = corrections(world);
    expect(view).toMatchObject({ kind: 'correction', state: 'done', ifirmaNumber: booked?.number });
    expect(more).toEqual([]);
    expect(booked?.difference).toBe(-(back.lines[0]?.price ?? 0));
  });

  it('whose invoice was never sent sends the order’s document first, with one press', async () => {
    const world = await createWorld();
    await world.view('1001', 'd77');
    const { id } = world.panel.addReturn({ orderId: '1001' });
    const view = await send(world, `r${id}`);
    expect(view).toMatchObject({ state: 'incomplete', findings: [{ code: 'correction-original-unsent' }] });
    await send(
      world,
      `r${id}`,
      view.findings.flatMap(({ evidence }) => evidence ?? []),
    );
    await world.pass(5 * MINUTE);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done' });
    const [invoice, ...more] = world.ifirma.booked();
    expect(more).toMatchObject([{ corrects: invoice?.id }]);
  });
});
