/**
 * Days of a shop that sends by itself, on an accelerated clock: documents that come at any time, computers that sleep, are restarted or die at
 * any instruction, a night without a network, services that want to be left alone, lists that lag. In the end everything is well again
 * for some hours, and a person answers what only a person may.
 */
import { dateInWarsaw } from '../../../sim/clock.ts';
import { createComputers, passTogether } from '../computers.ts';
import { VIEW } from '../set-up.ts';
import { MINUTE, type World } from '../world.ts';
import { codesOf, issue, issueCorrection, SHOP, settled, switchOn, timesBooked } from './scene.ts';

export interface Days {
  readonly seed: number;
  readonly hours: number;
  readonly documents: number;
  readonly computers: 1 | 2;
}

export interface Told {
  /** What is wrong; empty: each document of the series was sent exactly once, none else, and the log says why. */
  readonly faults: readonly string[];
  readonly sent: number;
  readonly left: number;
  readonly deaths: number;
  readonly answered: number;
  readonly requests: number;
}

const STEP = 4 * MINUTE;
const HOUR = 60 * MINUTE;

/** Which of the documents are to be sent; the others with the reason that the log is to give. */
type Expected =
  | 'sent'
  | 'auto-receipt'
  | 'auto-other-kind'
  | 'auto-other-series'
  | 'auto-no-order'
  | 'auto-before-start';

export async function liveThrough({ seed, hours, documents, computers }: Days): Promise<Told> {
  const dice = diceOf(seed);
  const chance = (percent: number): boolean => dice() * 100 < percent;
  const { settings: _settings, ...shop } = SHOP;
  const worlds = await createComputers(['Biuro', 'Magazyn'].slice(0, computers), { savePdf: false }, shop);
  const [first] = worlds;
  if (first === undefined) throw new Error('no computer');
  for (const world of worlds) {
    const { id, orderId } = issue(world);
    await world.view(orderId, `d${id}`);
    await world.send(orderId, `d${id}`);
    await passTogether(worlds, 2 * MINUTE);
    world.honest = false;
    await switchOn(world);
  }
  const from = dateInWarsaw(first.clock.now());
  const begun = first.clock.now();
  const expected = new Map<string, Expected>();
  const invoices: string[] = [];
  const awakeAt = new Map<World, number>();
  let deaths = 0;
  let hidden = new Set<string>();
  const all = first.panel.documents;
  const values = all.values.bind(all);
  all.values = () => [...values()].filter(({ id }) => !hidden.has(id)).values() as ReturnType<typeof values>;

  const steps = Math.ceil((hours * HOUR) / STEP);
  let left = documents;
  for (let step = 0; step < steps; step += 1) {
    for (let due = Math.round((left * (0.5 + dice())) / (steps - step)); due > 0 && left > 0; due -= 1, left -= 1)
      come();
    hidden = chance(10) ? new Set([...expected.keys()].slice(-3)) : new Set();
    const hour = Math.floor(((first.clock.now() - begun) / HOUR) % 24);
    for (const world of worlds) await trouble(world, hour >= 15 && hour < 20);
    const awake = worlds.filter((world) => (awakeAt.get(world) ?? 0) <= first.clock.now());
    if (awake.length === 0) first.clock.advance(STEP);
    else await passTogether(awake, STEP);
  }
  all.values = values;
  for (const world of worlds) {
    world.network.mend();
    world.newLife(null);
    await world.restart();
    await settled(world);
  }
  await passTogether(worlds, 8 * HOUR);
  const answered = await answer(worlds);
  const faults = await faultsIn(worlds, expected, from);
  const requests = worlds.reduce((sum, { network }) => sum + network.passed.length, 0);
  const sent = [...expected.values()].filter((each) => each === 'sent').length;
  return { faults, sent, left: expected.size - sent, deaths, answered, requests };

  function come(): void {
    const world = first as World;
    const date = dateInWarsaw(world.clock.now());
    const corrected = invoices[Math.floor(dice() * invoices.length)];
    const roll = dice() * 100;
    if (roll < 8 && corrected !== undefined) {
      expected.set(issueCorrection(world, corrected), 'sent');
      invoices.splice(invoices.indexOf(corrected), 1);
    } else if (roll < 16) expected.set(issue(world, { series: 'PAR' }).id, 'auto-receipt');
    else if (roll < 19) expected.set(issue(world, { series: 'PRO' }).id, 'auto-other-kind');
    else if (roll < 22) expected.set(issue(world, { series: 'FV/OSS' }).id, 'auto-other-series');
    else if (roll < 24) expected.set(issue(world, { orderId: null }).id, 'auto-no-order');
    else if (roll < 26) expected.set(issue(world, { issueDate: '2026-11-20' }).id, 'auto-before-start');
    else {
      const orderId = world.panel.addOrder({ date, lines: [{ quantity: '2', price: '49.00' }] }).id;
      const { id } = issue(world, { orderId });
      invoices.push(id);
      expected.set(id, 'sent');
    }
  }

  async function trouble(world: World, isNight: boolean): Promise<void> {
    if ((awakeAt.get(world) ?? 0) > world.clock.now()) return;
    if (world.life().isOver()) {
      deaths += 1;
      await world.restart();
    }
    world.network.mend();
    const roll = dice() * 100;
    if (isNight) world.network.arm({}, { kind: 'offline' });
    else if (roll < 6) world.network.arm({ times: 2 }, { kind: 'too-many', retryAfter: 90 });
    else if (roll < 12) world.network.arm({ method: 'GET', times: 3 }, { kind: 'drop', when: 'before' });
    if (chance(10)) world.life().endIn(Math.floor(dice() * 300));
    if (chance(2)) {
      world.life().end();
      awakeAt.set(world, world.clock.now() + Math.floor(dice() * 90) * MINUTE);
    }
    if (chance(1)) void world.ask<'auto.take'>({ type: 'auto.take', accountId: world.accountId }, VIEW);
  }
}

/** What ended unclear asks a person, who sends it again once it is proven to be absent. */
export async function answer(worlds: readonly World[]): Promise<number> {
  let answered = 0;
  // What is sent again may be refused by then.
  for (const world of [...worlds, ...worlds]) {
    const { rows } = await world.tell<'errors'>({ type: 'errors', before: null }, VIEW);
    for (const { key, orderId, findings } of rows) {
      answered += 1;
      // iFirma takes nothing that is older than the last invoice of its series: a person dates it anew.
      if (findings.some(({ code, params }) => code === 'ifirma-refused' && /data|dat[ęy]/i.test(params.text ?? ''))) {
        const value = dateInWarsaw(world.clock.now());
        const edits = [{ field: 'issueDate', line: null, value, scope: 'document' }] as const;
        const message = { type: 'repair', orderId, key, edits } as const;
        await world.tell<'of.panel'>({ type: 'of.panel', panel: 'demo', message }, VIEW);
      }
      // The invoice was dated anew, and is younger than its correction by now: the panel's document is mended.
      if (findings.some(({ code }) => code === 'correction-too-early'))
        Object.assign(world.panel.documents.get(key.slice(1)) ?? {}, { issueDate: dateInWarsaw(world.clock.now()) });
      await world.send(
        orderId ?? '',
        key,
        findings.flatMap(({ evidence }) => evidence ?? []),
      );
      await passTogether(worlds, 30 * MINUTE);
    }
  }
  return answered;
}

async function faultsIn(
  worlds: readonly World[],
  expected: ReadonlyMap<string, Expected>,
  from: string,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [id, wanted] of expected) {
    const [world] = worlds as readonly [World, ...World[]];
    const times = timesBooked(world, id);
    const said = (await Promise.all(worlds.map((each) => codesOf(each, id)))).flat();
    const states = await Promise.all(
      worlds.map(async (each) => {
        const transfer = await each.store.transfers.get('demo', `d${id}`);
        const why = transfer?.findings.map(({ code, params }) => `${code} ${params.text ?? ''}`);
        return transfer === null ? 'none' : `${transfer.state} ${transfer.reason?.code ?? ''} ${why}`;
      }),
    );
    const words = `d${id} (${world.panel.documents.get(id)?.number}, from ${from}): booked ${times}, log ${said}, ${states}`;
    if (times !== (wanted === 'sent' ? 1 : 0)) faults.push(words);
    const fits =
      wanted === 'sent' ? said.includes('auto-queued') : said.length > 0 && said.every((code) => code === wanted);
    if (!fits) faults.push(`not explained: ${words}`);
    if (new Set(said).size * worlds.length < said.length) faults.push(`said more than once: ${words}`);
  }
  return faults;
}

/** The same throws for the same seed. */
export function diceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
