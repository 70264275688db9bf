/** `Wyślij do KSeF`: a person's click, what it adopts instead of sending, and what it may repeat. */
import { describe, expect, it } from 'vitest';
import { json, PAUSING, UNCLEAR } from '../troubles.ts';
import { bookedFor, DAY, MINUTE, VIEW, type World } from '../world.ts';
import {
  companyOrder,
  createShop,
  KSEF_POST,
  ofOrders,
  posts,
  pressCheck,
  pressKsef,
  seriesOf,
  story,
} from './scene.ts';

/** Issued by a series that a person sends to KSeF. */
async function issued(prepare: (world: World) => void = () => undefined) {
  const world = await createShop('manual', { settings: ofOrders });
  prepare(world);
  const { orderId, key } = companyOrder(world);
  const view = await world.send(orderId, key);
  expect(view).toMatchObject({ state: 'done', actions: ['pdf', 'ksef', 'correct'] });
  const [invoice] = bookedFor(world, orderId);
  if (invoice === undefined) throw new Error('no invoice');
  return {
    world,
    orderId,
    key,
    invoice,
    press: (confirm: readonly string[] = []) => pressKsef(world, orderId, key, confirm),
  };
}

describe('the click', () => {
  it('hands the document over at once, and its number comes by itself', async () => {
    const { world, press, orderId, key } = await issued();
    expect(await press()).toMatchObject({ ksef: { standing: 'sent', asks: [] }, actions: ['pdf', 'correct'] });
    await world.pass(MINUTE);
    expect(await world.view(orderId, key)).toMatchObject({ ksef: { standing: 'accepted' } });
    expect(posts(world)).toHaveLength(1);
  });

  it('pressed twice, in two tabs or later on, sends once', async () => {
    const { world, press } = await issued();
    await Promise.all([press(), press()]);
    await press();
    await world.pass(MINUTE);
    await press();
    expect(posts(world)).toHaveLength(1);
  });

  it('where its series does not go to KSeF, there is no button, and a click does nothing', async () => {
    const world = await createShop('off', { settings: ofOrders });
    const { orderId, key } = companyOrder(world);
    expect(await world.send(orderId, key)).toMatchObject({ actions: ['pdf', 'correct'] });
    expect(await pressKsef(world, orderId, key)).not.toHaveProperty('ksef');
    expect(posts(world)).toEqual([]);
  });

  it('goes on when the network is back', async () => {
    const { world, press, orderId, key } = await issued();
    const offline = world.network.arm({ host: KSEF_POST.host }, { kind: 'offline' });
    expect(await press()).toMatchObject({ ksef: { standing: 'wanted' } });
    offline.remove();
    await world.pass(MINUTE);
    expect(await world.view(orderId, key)).toMatchObject({ ksef: { standing: 'accepted' } });
  });
});

describe('what somebody has sent in iFirma by hand', () => {
  it('and KSeF has accepted is adopted, never sent', async () => {
    const { world, press, invoice } = await issued(({ ifirma }) =>
      ifirma.turn({ ksef: { outcome: 'accepted', reads: 0 } }),
    );
    world.ifirma.sendToKsefByHand(invoice.id);
    expect(await press()).toMatchObject({
      ksef: { standing: 'accepted' },
      ksefNumber: expect.stringMatching(/^\d{10}-/),
    });
    expect(posts(world)).toEqual([]);
  });

  it('and is on its way is looked at, never sent', async () => {
    const { world, press, invoice, key } = await issued(({ ifirma }) =>
      ifirma.turn({ ksef: { outcome: 'accepted', ms: MINUTE, trace: 'W_KOLEJCE' } }),
    );
    world.ifirma.sendToKsefByHand(invoice.id);
    expect(await press()).toMatchObject({ ksef: { standing: 'sent' } });
    await world.pass(5 * MINUTE);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'accepted' } });
    expect(posts(world)).toEqual([]);
  });

  it('and nobody can see it: that it was handed over already counts as sent', async () => {
    const { world, press, invoice, key } = await issued(({ ifirma }) =>
      ifirma.turn({ ksef: { outcome: 'accepted', ms: MINUTE } }),
    );
    world.ifirma.sendToKsefByHand(invoice.id);
    expect(await press()).toMatchObject({ ksef: { standing: 'sent', reason: null } });
    await world.pass(5 * MINUTE);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'accepted' } });
    expect(posts(world)).toHaveLength(1);
  });
});

describe('a rejection', () => {
  const WORDS = 'Błąd walidacji: niepoprawny NIP nabywcy';

  it('says why, needs a person, and goes out again only when that person says so', async () => {
    const { world, press, orderId, key } = await issued(({ ifirma }) => ifirma.turn({ ksef: { outcome: 'rejected' } }));
    await press();
    await world.pass(DAY);
    expect(await world.view(orderId, key)).toMatchObject({
      state: 'done',
      ksef: { standing: 'rejected', reason: { code: 'ksef-rejected', params: { text: WORDS } }, asks: [] },
      actions: ['pdf', 'ksef', 'check', 'correct'],
    });
    expect((await world.tell<'errors'>({ type: 'errors', before: null }, VIEW)).rows).toMatchObject([{ key }]);
    expect(world.badge()).toMatchObject({ waiting: 1 });
    expect(posts(world)).toHaveLength(1);

    expect(await press()).toMatchObject({ ksef: { standing: 'sent' } });
    world.ifirma.turn({ ksef: { outcome: 'accepted' } });
    await world.pass(5 * MINUTE);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'accepted' } });
    expect(posts(world)).toHaveLength(2);
    expect(bookedFor(world, orderId)).toHaveLength(1);
  });

  it('whose words stand there a while after the new sending is no answer to it', async () => {
    const { world, press, key } = await issued(({ ifirma }) =>
      ifirma.turn({ ksef: { outcome: 'rejected', reads: 0 } }),
    );
    await press();
    await world.pass(MINUTE);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'rejected' } });
    // The same words are still there at the first looks.
    await press();
    await world.pass(5 * MINUTE);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'sent' } });
    await world.pass(10 * MINUTE);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'rejected' } });
  });

  it('that was mended and sent in iFirma itself is noticed when a person asks', async () => {
    const { world, press, orderId, key, invoice } = await issued(({ ifirma }) =>
      ifirma.turn({ ksef: { outcome: 'rejected' } }),
    );
    await press();
    await world.pass(MINUTE);
    world.ifirma.sendToKsefByHand(invoice.id);
    world.ifirma.turn({ ksef: { outcome: 'accepted', reads: 0 } });
    expect(await pressCheck(world, orderId, key)).toMatchObject({ ksef: { standing: 'accepted', reason: null } });
    expect(posts(world)).toHaveLength(1);
  });
});

describe('iFirma’s refusal', () => {
  it('of an account that is not connected says the way, and the click afterwards sends', async () => {
    const { world, press } = await issued(({ ifirma }) => ifirma.turn({ ksefConnected: false }));
    expect(await press()).toMatchObject({
      ksef: {
        standing: 'refused',
        reason: { code: 'ksef-not-connected', params: { text: 'Konto nie jest połączone z KSeF' } },
      },
      actions: ['pdf', 'ksef', 'check', 'correct'],
    });
    await world.pass(DAY);
    expect(posts(world)).toHaveLength(1);
    world.ifirma.turn({ ksefConnected: true });
    expect(await press()).toMatchObject({ ksef: { standing: 'sent', reason: null } });
    expect(posts(world)).toHaveLength(2);
  });

  it.each([101, 102, 200, 201, 202])('with Kod %i stops, with its words', async (kod) => {
    const { world, press, key } = await issued();
    const text = `Odmowa ${kod}`;
    world.network.arm({ ...KSEF_POST, times: 1 }, json(200, { response: { Kod: kod, Informacja: text } }));
    expect(await press()).toMatchObject({
      ksef: { standing: 'refused', reason: { code: 'ksef-refused', params: { kod: String(kod), text } } },
    });
    await world.pass(DAY);
    expect(posts(world)).toHaveLength(1);
    // The log keeps no words of services.
    expect(JSON.stringify(await world.store.log.ofDocument('demo', key, 50))).not.toContain('Odmowa');
  });

  it.each(PAUSING)('of the whole account (Kod %i) waits for a connection test, and goes on then', async (kod) => {
    const { world, press, orderId, key } = await issued();
    const fault = world.network.arm(KSEF_POST, json(200, { response: { Kod: kod, Informacja: 'Odmowa' } }));
    expect(await press()).toMatchObject({ ksef: { standing: 'wanted' } });
    fault.remove();
    await world.pass(DAY);
    expect(posts(world)).toHaveLength(1);
    await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
    await world.pass(10 * MINUTE);
    expect(await world.view(orderId, key)).toMatchObject({ ksef: { standing: 'accepted' } });
    expect(posts(world)).toHaveLength(2);
  });
});

describe('an unclear answer', () => {
  it.each(UNCLEAR)('%s: is only looked at, and what arrived is found', async (name, trouble) => {
    const { world, press, orderId, key, invoice } = await issued();
    world.network.arm({ ...KSEF_POST, times: 1 }, trouble);
    expect(await press()).toMatchObject({ ksef: { standing: 'sent', reason: { code: 'ksef-unclear' } } });
    await world.pass(30 * MINUTE);
    const hasArrived = !name.includes('before');
    expect(await world.view(orderId, key), name).toMatchObject({
      ksef: { standing: hasArrived ? 'accepted' : 'unclear' },
    });
    expect(posts(world)).toHaveLength(1);
    if (hasArrived) return;
    expect(world.ifirma.booked().find(({ id }) => id === invoice.id)).toMatchObject({ sentToKsef: false });
    expect(await world.view(orderId, key)).toMatchObject({
      ksef: { reason: { code: 'ksef-untraced' } },
      actions: ['pdf', 'ksef', 'check', 'correct'],
    });
    expect(await press()).toMatchObject({ ksef: { standing: 'sent', reason: null } });
    await world.pass(5 * MINUTE);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'accepted' } });
    expect(posts(world)).toHaveLength(2);
  });

  it('offers no second click before ten minutes of looking', async () => {
    const { world, press, orderId, key } = await issued();
    world.network.arm({ ...KSEF_POST, times: 1 }, { kind: 'drop', when: 'before' });
    await press();
    await world.pass(9 * MINUTE);
    expect((await world.view(orderId, key)).actions).not.toContain('ksef');
    expect(await press()).toMatchObject({ ksef: { standing: 'sent' } });
    expect(posts(world)).toHaveLength(1);
    await world.pass(6 * MINUTE);
    expect((await world.view(orderId, key)).actions).toContain('ksef');
  });

  it('nor after an hour in which nothing could be looked at, until two looks have shown nothing', async () => {
    const { world, press, key } = await issued();
    world.network.arm({ ...KSEF_POST, times: 1 }, { kind: 'drop', when: 'before' });
    await press();
    const offline = world.network.arm({ host: KSEF_POST.host }, { kind: 'offline' });
    await world.pass(60 * MINUTE);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'sent', polls: 0 } });
    offline.remove();
    for (let step = 0; step < 100 && (await world.transfer(key)).ksef?.polls === 0; step += 1) await world.pass(4_000);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'sent', polls: 1 } });
    await world.pass(15 * MINUTE);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'unclear' } });
  });

  it('that arrives late is found, though a person may send again by then', async () => {
    const { world, press, key } = await issued();
    world.network.arm({ ...KSEF_POST, times: 1 }, { kind: 'late', ms: 20 * MINUTE });
    await press();
    await world.pass(15 * MINUTE);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'unclear' } });
    await world.pass(30 * MINUTE);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'accepted' } });
    expect(posts(world)).toHaveLength(1);
  });
});

describe('an invoice whose number iFirma has changed', () => {
  const kept = seriesOf('all', { numbering: 'sellasist', pattern: 'FV {numer}/{miesiąc}/{rok}' });

  async function renumbered() {
    const world = await createShop('all', { series: { '1': kept } });
    const { id } = world.panel.addDocument({ orderId: '1001', number: 'FV 7/11/2026', issueDate: '2026-11-22' });
    const key = `d${id}` as const;
    await world.view('1001', key);
    const view = await world.send('1001', key);
    return { world, key, view };
  }

  it('is held back until a person has confirmed it', async () => {
    const { world, key, view } = await renumbered();
    expect(view.findings).toMatchObject([{ code: 'number-differs' }]);
    expect(view.ksef).toMatchObject({ standing: 'held', reason: { code: 'ksef-held' }, asks: [expect.any(String)] });
    await world.pass(DAY);
    expect(posts(world)).toEqual([]);
    // A click that confirms nothing sends nothing.
    expect(await pressKsef(world, '1001', key)).toMatchObject({ ksef: { standing: 'held' } });
    expect(await pressKsef(world, '1001', key, ['number-differs:1/1/2020'])).toMatchObject({
      ksef: { standing: 'held' },
    });
    expect(posts(world)).toEqual([]);
    expect(await pressKsef(world, '1001', key, view.ksef?.asks)).toMatchObject({ ksef: { standing: 'sent' } });
    expect(posts(world)).toHaveLength(1);
    expect(await story(world, key)).toContain('sent');
  });
});
