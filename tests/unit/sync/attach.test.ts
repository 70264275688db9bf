/** The PDF's way into the order's field: written once, read back, and said honestly when it did not arrive. */
import { describe, expect, it } from 'vitest';
import type { FileMode } from '../../sim/sellasist/index.ts';
import { DEMO_KEY_READ_ONLY, samplePdf } from '../../sim/sellasist/index.ts';
import { openedIn, savedOf } from './set-up.ts';
import { json, ORDER, PDF, POST, PUT } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, VIEW, type World, type WorldOptions } from './world.ts';

const REF = { orderId: '1001', key: 'd77' } as const;

async function worldOf(fileMode: FileMode, options: WorldOptions = {}): Promise<World> {
  const world = await createWorld(options);
  world.panel.switches.fileMode = fileMode;
  return world;
}

const filesOf = (world: World) => world.panel.files('1001', '12');
const send = (world: World) => world.send('1001', 'd77');
/** A person's own file, put into a field by hand. */
function putByHand(world: World, field: string) {
  const theirs = world.panel.keepFile(samplePdf('ręcznie'));
  world.panel.orders.get('1001')?.files.set(field, [theirs]);
  return theirs;
}

async function chooseField(world: World, documentFieldId: string): Promise<void> {
  const { id: accountId, revision, settings } = await openedIn(world);
  const asked = { accountId, revision, settings: { ...settings, documentFieldId } };
  savedOf(await world.tell<'settings.save'>({ type: 'settings.save', ...asked }, VIEW), 'the field');
}

const attach = async (world: World) => (await world.tell<'attach'>({ type: 'attach', ...REF })).documents[0];

async function expectDownload(world: World) {
  const { name, base64 } = await world.tell<'pdf'>({ type: 'pdf', ...REF });
  expect(name).toBe('1_11_2026.pdf');
  expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
}

describe('a field that', () => {
  it.each([
    ['keeps the file', 'raw', 'verified', 1],
    ['gives an address back', 'raw-url', 'link', 1],
    ['takes several files', 'append', 'verified', 1],
    ['wants a data URI', 'datauri-only', 'verified', 2],
  ] as const)('%s holds exactly one PDF afterwards', async (_what, mode, attached, puts) => {
    const world = await worldOf(mode);
    expect(await send(world)).toMatchObject({ state: 'done', attached, reason: null, actions: ['pdf', 'correct'] });
    expect(filesOf(world)).toHaveLength(1);
    const { base64 } = await world.tell<'pdf'>({ type: 'pdf', ...REF });
    expect(filesOf(world)[0]?.bytes.toString('base64')).toBe(base64);
    expect(world.panel.journal.fileWrites).toHaveLength(puts);
    await world.pass(DAY);
    expect(world.panel.journal.fileWrites).toHaveLength(puts);
    expect(world.panel.journal.slips).toEqual([]);
  });

  it('wants a data URI is remembered: the next file goes there at once', async () => {
    const world = await worldOf('datauri-only');
    await send(world);
    const order = world.panel.addOrder();
    await world.send(order.id, `o${order.id}`);
    expect(world.panel.journal.fileWrites.filter(({ orderId }) => orderId === order.id)).toHaveLength(1);
  });

  it.each([
    ['swallows the file', 'ignore'],
    ['breaks the file', 'plain-garbage'],
  ] as const)('%s: issued, with the reason, and the PDF can be downloaded', async (_what, mode) => {
    const world = await worldOf(mode);
    expect(await send(world)).toMatchObject({
      state: 'issued',
      reason: { code: 'attach-unverified' },
      attached: 'unverified',
      ifirmaNumber: '1/11/2026',
      actions: ['pdf', 'attach', 'correct'],
    });
    await expectDownload(world);
    const writes = world.panel.journal.fileWrites.length;
    await world.pass(DAY);
    expect(world.panel.journal.fileWrites).toHaveLength(writes);
    // The merchant has chosen a field that works, or it works by now.
    world.panel.switches.fileMode = 'raw';
    world.panel.orders.get('1001')?.files.delete('12');
    expect(await attach(world)).toMatchObject({ state: 'done', attached: 'verified', reason: null });
    expect(filesOf(world)).toHaveLength(1);
    expect(bookedFor(world, '1001')).toHaveLength(1);
  });

  it('was filled meanwhile: nothing is overwritten', async () => {
    const world = await worldOf('raw');
    world.network.arm({ ...PDF, times: 1 }, { kind: 'drop' });
    expect(await send(world)).toMatchObject({ state: 'issued', reason: { code: 'pdf-waiting' } });
    const theirs = world.panel.keepFile(samplePdf('ręcznie'));
    world.panel.orders.get('1001')?.files.set('12', [theirs]);
    await world.pass(DAY);
    expect(await world.view('1001', 'd77')).toMatchObject({
      state: 'issued',
      reason: { code: 'attach-field-filled', params: { field: '12' } },
      actions: ['pdf', 'attach', 'correct'],
    });
    expect(filesOf(world)).toEqual([theirs]);
    await expectDownload(world);
    // Emptied by the person, as the sentence says.
    world.panel.orders.get('1001')?.files.delete('12');
    expect(await attach(world)).toMatchObject({ state: 'done', attached: 'verified' });
    expect(filesOf(world)).toHaveLength(1);
  });

  it('is not needed, because PDFs are switched off: done without one, and nothing is written into the order', async () => {
    const world = await worldOf('raw', { settings: { savePdf: false } });
    expect(await send(world)).toMatchObject({ state: 'done', attached: 'no', reason: null });
    expect(world.panel.journal.writes).toEqual([]);
    expect(world.network.passed.some(({ target }) => target.includes('.pdf'))).toBe(false);
    await expectDownload(world);
  });

  it('is not chosen: issued until somebody chooses one, because the PDF that was asked for is nowhere', async () => {
    const world = await worldOf('raw', { settings: { documentFieldId: null } });
    const stuck = {
      state: 'issued',
      attached: 'no',
      reason: { code: 'attach-no-field' },
      actions: ['pdf', 'attach', 'correct'],
    };
    expect(await send(world)).toMatchObject(stuck);
    await world.pass(DAY);
    expect(await world.view('1001', 'd77')).toMatchObject(stuck);
    expect(world.panel.journal.writes).toEqual([]);
    expect(world.network.passed.some(({ target }) => target.includes('.pdf'))).toBe(false);
    await expectDownload(world);
    await chooseField(world, '12');
    expect(await attach(world)).toMatchObject({ state: 'done', attached: 'verified', reason: null });
    expect(filesOf(world)).toHaveLength(1);
    expect(bookedFor(world, '1001')).toHaveLength(1);
  });

  it('is not chosen, and PDFs are switched off afterwards: done', async () => {
    const world = await worldOf('raw', { settings: { documentFieldId: null } });
    await send(world);
    const { id: accountId, revision, settings } = await openedIn(world);
    const asked = { accountId, revision, settings: { ...settings, savePdf: false } };
    savedOf(await world.tell<'settings.save'>({ type: 'settings.save', ...asked }, VIEW), 'no PDFs');
    expect(await attach(world)).toMatchObject({ state: 'done', attached: 'no', reason: null });
  });
});

describe('a PDF that iFirma', () => {
  it('refuses with JSON: issued, with iFirma’s words, and a person may try again', async () => {
    const world = await worldOf('raw');
    const refused = world.network.arm(PDF, { kind: 'json-instead-of-pdf' });
    expect(await send(world)).toMatchObject({
      state: 'issued',
      reason: { code: 'pdf-refused', params: { text: 'Nie znaleziono faktury' } },
      actions: ['pdf', 'attach', 'correct'],
    });
    expect(await world.ask<'pdf'>({ type: 'pdf', ...REF })).toMatchObject({
      ok: false,
      reason: { code: 'pdf-refused' },
    });
    refused.remove();
    expect(await attach(world)).toMatchObject({ state: 'done', attached: 'verified' });
  });

  it.each(['id', 'number'] as const)('gives only to the %s', async (pdfBy) => {
    const world = await worldOf('raw');
    world.ifirma.turn({ pdfBy });
    expect(await send(world)).toMatchObject({ state: 'done', attached: 'verified' });
    await expectDownload(world);
  });

  it('makes larger than the order’s field may be: issued, and it can be downloaded', async () => {
    const world = await worldOf('raw');
    const large = `%PDF-1.4\n${' '.repeat(5_000_000)}%%EOF`;
    world.network.arm(PDF, { kind: 'status', status: 200, contentType: 'application/pdf', body: large });
    expect(await send(world)).toMatchObject({
      state: 'issued',
      reason: { code: 'pdf-too-large', params: { bytes: '5000014' } },
      actions: ['pdf', 'attach', 'correct'],
    });
    expect(world.panel.journal.writes).toEqual([]);
    await expectDownload(world);
  });

  it('sends only half of is no PDF: it is fetched again', async () => {
    const world = await worldOf('raw');
    world.network.arm({ ...PDF, times: 2 }, { kind: 'truncated' });
    expect(await send(world)).toMatchObject({ state: 'issued', reason: { code: 'pdf-waiting' } });
    await world.pass(MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
    expect(filesOf(world)[0]?.bytes.toString('latin1')).toMatch(/%%EOF\s*$/);
    expect(world.panel.journal.fileWrites).toHaveLength(1);
  });

  it('has not ready for an hour is fetched when it is', async () => {
    const world = await worldOf('raw');
    const shut = world.network.arm(PDF, { kind: 'status', status: 503 });
    expect(await send(world)).toMatchObject({ state: 'issued', reason: { code: 'pdf-waiting' } });
    await world.pass(60 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'issued', reason: { code: 'pdf-waiting' } });
    shut.remove();
    await world.pass(15 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
  });

  it('answers with HTML again and again is a person’s, after a few tries', async () => {
    const world = await worldOf('raw');
    world.network.arm(PDF, { kind: 'html' });
    await send(world);
    await world.pass(DAY);
    expect(await world.view('1001', 'd77')).toMatchObject({
      state: 'issued',
      reason: { code: 'pdf-refused' },
      actions: ['pdf', 'attach', 'correct'],
    });
    expect(world.network.passed.filter(({ target }) => target.includes('.pdf')).length).toBeLessThan(10);
  });

  it('withholds because it refuses the account: the account pauses, and the PDF follows when it is tested', async () => {
    const world = await worldOf('raw');
    world.network.arm({ ...PDF, times: 1 }, { kind: 'kod', kod: 499 });
    expect(await send(world)).toMatchObject({ state: 'issued', reason: { code: 'kod-499' } });
    await world.pass(DAY);
    expect(filesOf(world)).toEqual([]);
    await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, { kind: 'view' });
    await world.idle();
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
  });
});

describe('a PUT', () => {
  const MODES = ['raw', 'raw-url', 'append', 'datauri-only'] as const;
  const LOST = [
    ['dropped before the work', { kind: 'drop', when: 'before' }],
    ['dropped after the work', { kind: 'drop', when: 'after' }],
    ['timed out before the work', { kind: 'timeout', when: 'before' }],
    ['timed out after the work', { kind: 'timeout', when: 'after' }],
    ['answered with HTTP 500 after the work', { kind: 'status', status: 500, when: 'after' }],
    ['answered with HTML after the work', { kind: 'html', when: 'after' }],
    ['answered with nothing after the work', { kind: 'empty', when: 'after' }],
    ['cut off in its answer', { kind: 'truncated' }],
    ['sent away by a limit', { kind: 'too-many', retryAfter: 30 }],
    ['refused by a gateway for now', { kind: 'status', status: 503 }],
    ['kept back by a lost network', { kind: 'offline' }],
  ] as const;

  it.each(MODES.flatMap((mode) => LOST.map(([how, trouble]) => [mode, how, trouble] as const)))(
    'into a field of the kind `%s`, %s: never two files',
    async (mode, _how, trouble) => {
      const world = await worldOf(mode);
      world.network.arm({ ...PUT, times: 1 }, trouble);
      await send(world);
      await world.pass(DAY);
      expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', reason: null });
      expect(filesOf(world)).toHaveLength(1);
      expect(bookedFor(world, '1001')).toHaveLength(1);
    },
  );

  const READ_BACK = [
    ['drops', { kind: 'drop' }],
    ['times out', { kind: 'timeout' }],
    ['is HTML', { kind: 'html' }],
    ['is sent away by a limit', { kind: 'too-many', retryAfter: 30 }],
    ['is HTTP 502', { kind: 'status', status: 502 }],
  ] as const;
  it.each(MODES.flatMap((mode) => READ_BACK.map(([how, trouble]) => [mode, how, trouble] as const)))(
    'into a field of the kind `%s`, whose reading back %s: never two files',
    async (mode, _how, trouble) => {
      const world = await worldOf(mode);
      await world.view('1001', 'd77');
      // The order is read for the check, then before the write, then after it.
      const fault = world.network.arm({ ...ORDER, nth: 3, times: 1 }, trouble);
      await send(world);
      expect(fault.fired()).toBe(1);
      await world.pass(DAY);
      expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', reason: null });
      expect(filesOf(world)).toHaveLength(1);
      // What the field held was seen before the write, so it is known for ours without being written again.
      if (mode !== 'datauri-only') expect(world.panel.journal.fileWrites).toHaveLength(1);
    },
  );

  it('that the panel refuses in words: issued, with the panel’s words, and the button to try again', async () => {
    const world = await worldOf('raw');
    world.panel.switches.refuseWrites = 'Pole jest zablokowane';
    expect(await send(world)).toMatchObject({
      state: 'issued',
      reason: { code: 'attach-refused', params: { text: 'Pole jest zablokowane' } },
      attached: 'unverified',
      actions: ['pdf', 'attach', 'correct'],
    });
    await expectDownload(world);
    world.panel.switches.refuseWrites = null;
    expect(await attach(world)).toMatchObject({ state: 'done', attached: 'verified' });
  });

  it('that the key has no right to: issued, and said', async () => {
    const world = await worldOf('raw', {
      draft: { secrets: { sellasist: DEMO_KEY_READ_ONLY, faktura: 'EAB0D8ACF3308F3B' } },
    });
    expect(await send(world)).toMatchObject({
      state: 'issued',
      reason: { code: 'sellasist-forbidden' },
      actions: ['pdf', 'attach', 'correct'],
    });
    expect(filesOf(world)).toEqual([]);
    expect(bookedFor(world, '1001')).toHaveLength(1);
  });

  it('that was refused leaves nothing to be mistaken later: a file that a person puts there is the person’s', async () => {
    for (const mode of ['raw', 'raw-url'] as const) {
      const world = await worldOf(mode);
      world.network.arm({ ...PUT, times: 1 }, json(200, { status: 'error', message: 'Nie teraz' }));
      expect(await send(world)).toMatchObject({ reason: { code: 'attach-refused' } });
      const theirs = world.panel.keepFile(samplePdf('ręcznie'));
      world.panel.orders.get('1001')?.files.set('12', [theirs]);
      expect(await attach(world)).toMatchObject({ state: 'issued', reason: { code: 'attach-field-filled' } });
      expect(filesOf(world)).toEqual([theirs]);
    }
  });
});

describe('after a write whose end nobody saw', () => {
  async function lostWrite(fileMode: FileMode) {
    const world = await worldOf(fileMode);
    world.network.arm({ ...PUT, times: 1 }, { kind: 'drop', when: 'before' });
    expect(await send(world)).toMatchObject({ state: 'issued', reason: { code: 'attach-waiting' } });
    return world;
  }

  it.each(['raw', 'raw-url', 'append'] as const)(
    'another field that is chosen meanwhile and holds a file is asked about, not overwritten (%s)',
    async (mode) => {
      const world = await lostWrite(mode);
      const theirs = putByHand(world, '14');
      await chooseField(world, '14');
      await world.pass(DAY);
      expect(await world.view('1001', 'd77')).toMatchObject({
        state: 'issued',
        reason: { code: 'attach-field-filled', params: { field: '14' } },
        actions: ['pdf', 'attach', 'correct'],
      });
      expect(world.panel.files('1001', '14')).toEqual([theirs]);
      // Back where it was begun it goes on as if nothing had been in between.
      await chooseField(world, '12');
      expect(await attach(world)).toMatchObject({ state: 'done' });
      expect(filesOf(world)).toHaveLength(1);
      expect(world.panel.files('1001', '14')).toEqual([theirs]);
    },
  );

  it('another field that is chosen meanwhile and is empty takes the file', async () => {
    const world = await lostWrite('raw');
    await chooseField(world, '14');
    await world.pass(DAY);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', attached: 'verified' });
    expect(world.panel.files('1001', '14')).toHaveLength(1);
  });

  it('a field of which nobody knows whether that write went there is asked about', async () => {
    const world = await worldOf('raw-url');
    await world.view('1001', 'd77');
    world.network.arm({ ...ORDER, nth: 3, times: 1 }, { kind: 'drop' });
    expect(await send(world)).toMatchObject({ state: 'issued', reason: { code: 'attach-waiting' } });
    // As it was stored before the field was written down with the step.
    await world.store.transfers.change('demo', 'd77', ({ attachingTo: _, ...stored }) => stored);
    await world.pass(DAY);
    expect(await world.view('1001', 'd77')).toMatchObject({ reason: { code: 'attach-field-filled' } });
    expect(world.panel.journal.fileWrites).toHaveLength(1);
  });

  it.each(['raw', 'append'] as const)(
    'a PDF of a person’s own that came into the same field meanwhile is asked about (%s)',
    async (mode) => {
      const world = await lostWrite(mode);
      const theirs = putByHand(world, '12');
      await world.pass(DAY);
      expect(await world.view('1001', 'd77')).toMatchObject({ reason: { code: 'attach-field-filled' } });
      expect(filesOf(world)).toEqual([theirs]);
      world.panel.orders.get('1001')?.files.delete('12');
      expect(await attach(world)).toMatchObject({ state: 'done', attached: 'verified' });
    },
  );
});

describe('the button „Zapisz PDF w zamówieniu”', () => {
  it('does nothing where it is not offered', async () => {
    const world = await worldOf('raw');
    await send(world);
    await world.tell<'attach'>({ type: 'attach', ...REF });
    expect(filesOf(world)).toHaveLength(1);
    expect(world.panel.journal.fileWrites).toHaveLength(1);

    const other = await worldOf('raw');
    other.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
    await send(other);
    expect(await attach(other)).toMatchObject({ state: 'uncertain' });
    expect(other.panel.journal.fileWrites).toEqual([]);
  });

  it('pressed twice at once writes once', async () => {
    const world = await worldOf('append');
    const refused = world.network.arm(PDF, { kind: 'json-instead-of-pdf' });
    await send(world);
    refused.remove();
    await Promise.all([attach(world), attach(world)]);
    expect(filesOf(world)).toHaveLength(1);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
  });
});
