import { beforeEach, describe, expect, it } from 'vitest';
import type { RuleEffect } from '../../../../../utils/invoice/rules/rule.ts';
import { LATER, UNCLEAR } from '../../troubles.ts';
import { struck } from './faults.ts';
import { change, createScene, issue, type Scene, said } from './scene.ts';

const NOTE: RuleEffect = { kind: 'note', text: 'iFirma: {numer_ifirma}\nDrugi wiersz' };
const PLAIN: RuleEffect = { kind: 'note', text: 'Sprawdzić "paczkę" <dużą> & szybką' };
const POST = '/api/v1/notes$';
const GET = '/api/v1/notes/1001';

let scene: Scene;
beforeEach(async () => {
  scene = await createScene();
});
const notes = () => scene.world.panel.notes.filter(({ orderId }) => orderId === '1001').map(({ text }) => text);
const byHand = (text: string) =>
  scene.world.panel.notes.push({ id: '900', orderId: '1001', text, date: '2026-11-22 10:00:00' });

describe('a note', () => {
  it('is written into the order, with what its placeholders stand for', async () => {
    const { number } = await issue(scene);
    expect(await scene.run(NOTE)).toEqual({ outcome: { kind: 'done' }, begun: { payment: null } });
    expect(notes()).toEqual([`iFirma: ${number}\nDrugi wiersz`]);
  });

  it('of an order calls its document by the number of the invoice’s', async () => {
    const invoice = await issue(scene);
    const text = { kind: 'note', text: 'Do {dokument}' } as const;
    expect(said(await scene.outcome(text, { key: 'o1001', invoice }))).toBe('done');
    expect(notes()).toEqual([`Do ${invoice.documentNumber}`]);
  });

  it('needs no invoice where it says nothing of one', async () => {
    expect(said(await scene.outcome(PLAIN, { key: 'o1001' }))).toBe('done');
    expect(notes()).toHaveLength(1);
  });

  it.each([
    'Sprawdzić "paczkę" <dużą> & szybką',
    'Sprawdzić &quot;paczkę&quot; &lt;dużą&gt; &amp; szybką',
    ' Sprawdzić "paczkę"<br />\r\n<dużą> & szybką ',
  ])('that is there already, as %j, is not written again', async (text) => {
    byHand(text);
    expect(said(await scene.outcome(PLAIN))).toBe('done rule-already');
    expect(scene.sent).toEqual([]);
  });

  it('beside another one is written', async () => {
    byHand('Sprawdzić paczkę');
    expect(said(await scene.outcome(PLAIN))).toBe('done');
    expect(notes()).toHaveLength(2);
  });

  it('without a text is none', async () => {
    expect(said(await scene.outcome({ kind: 'note', text: '{numer_ifirma}' }))).toBe('done rule-already');
    expect(scene.sent).toEqual([]);
  });

  it('that is to say the number of KSeF waits for it', async () => {
    await issue(scene);
    const text = { kind: 'note', text: 'KSeF: {numer_ksef}' } as const;
    await change(scene, 'd77', (stored) => ({
      ...stored,
      ksef: { asked: 'series', standing: 'sent', beganAt: 1, polls: 1, reason: null },
    }));
    expect(said(await scene.outcome(text))).toBe('waits rule-awaits-ksef');
    // Whatever was handed over: the ledger knows better.
    const { ksef: _asked, ...invoice } = await scene.world.transfer('d77');
    expect(said(await scene.outcome(text, { invoice }))).toBe('waits rule-awaits-ksef');
    expect(said(await scene.outcome(PLAIN))).toBe('done');
    await change(scene, 'd77', (stored) => ({ ...stored, ksefNumber: 'X-1' }));
    expect(said(await scene.outcome(text))).toBe('done');
    expect(notes()).toContain('KSeF: X-1');
  });

  it('is not written when its intent could not be stored', async () => {
    expect(said(await scene.outcome(PLAIN, { begins: false }))).toBe('later storage-full');
    expect(scene.sent).toEqual([]);
  });

  it('of a document without an order has no place', async () => {
    expect(said(await scene.outcome(PLAIN, { orderId: null }))).toBe('left rule-no-order');
  });

  it('is not written where the notes cannot be read first', async () => {
    scene.trouble(GET, { kind: 'timeout' }, 'GET');
    expect(said(await scene.outcome(PLAIN))).toBe('later timeout');
    scene.world.network.mend();
    scene.trouble(GET, { kind: 'status', status: 403, contentType: 'application/json', body: '{}' }, 'GET');
    expect(await scene.outcome(PLAIN)).toEqual({
      kind: 'left',
      reason: { code: 'rule-refused', params: { status: '403', text: '' } },
    });
    expect(scene.sent).toEqual([]);
  });
});

describe('what becomes of a note', () => {
  it.each(UNCLEAR)('is seen among the notes after %s, or not known', async (_name, trouble) => {
    scene.trouble(POST, trouble);
    const { outcome, begun } = await scene.run(PLAIN);
    const isThere = notes().length === 1;
    expect(said(outcome)).toBe(isThere ? 'done' : 'unclear rule-note-unclear');
    scene.world.network.mend();
    expect(said(await scene.outcome(PLAIN, { begun }))).toBe(isThere ? 'done' : 'unclear rule-note-unclear');
    expect(scene.sent).toHaveLength(1);
  });

  it.each(LATER)('is tried later after %s', async (_name, trouble) => {
    scene.trouble(POST, trouble);
    expect((await scene.outcome(PLAIN)).kind).toBe('later');
    scene.world.network.mend();
    scene.world.clock.advance(600_000);
    expect(said(await scene.outcome(PLAIN))).toBe('done');
    expect(notes()).toHaveLength(1);
  });

  it('is not known while nobody answers afterwards, and seen as soon as somebody does', async () => {
    scene.trouble(POST, { kind: 'drop', when: 'after' });
    scene.world.network.arm({ method: 'GET', path: GET, nth: 2 }, { kind: 'timeout' });
    const { outcome, begun } = await scene.run(PLAIN);
    expect(said(outcome)).toBe('unclear rule-note-unclear');
    scene.world.network.mend();
    expect(said(await scene.outcome(PLAIN, { begun }))).toBe('done');
    expect(notes()).toHaveLength(1);
  });

  it('is looked for more than once, where the panel does not answer at first', async () => {
    scene.trouble(POST, { kind: 'drop', when: 'after' });
    scene.world.network.arm({ method: 'GET', path: GET, nth: 2, times: 2 }, { kind: 'status', status: 502 });
    expect(said(await scene.outcome(PLAIN))).toBe('done');
  });

  it('is the panel’s own no', async () => {
    scene.world.panel.switches.refuseWrites = 'Brak uprawnień do notatek';
    expect(await scene.outcome(PLAIN)).toEqual({
      kind: 'left',
      reason: { code: 'rule-refused', params: { status: '', text: 'Brak uprawnień do notatek' } },
    });
    expect(notes()).toEqual([]);
  });

  it.each(['before', 'after'] as const)('is looked for when the worker dies %s the request', async (dies) => {
    const { outcome, begun } = await scene.run(PLAIN, { dies });
    expect([outcome, begun]).toEqual([null, { payment: null }]);
    const expected = dies === 'after' ? 'done' : 'unclear rule-note-unclear';
    expect(said(await scene.outcome(PLAIN, { begun }))).toBe(expected);
    expect(notes()).toHaveLength(dies === 'after' ? 1 : 0);
  });

  it.each(struck('Sellasist').map((fault) => [fault.name, fault] as const))(
    'is the truth after %s',
    async (_name, { trouble }) => {
      scene.trouble(POST, trouble);
      const { outcome } = await scene.run(PLAIN);
      const before = notes().length;
      scene.world.network.mend();
      await scene.world.pass(0);
      expect(notes().length).toBeLessThanOrEqual(1);
      expect(scene.sent.length).toBeLessThanOrEqual(1);
      if (outcome?.kind === 'done') expect(before).toBe(1);
      if (outcome?.kind === 'later' || outcome?.kind === 'left') expect(notes()).toEqual([]);
    },
  );
});
