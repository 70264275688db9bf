/**
 * The service does what it was asked for, and the connection is reset before the answer. Chromium then repeats a request by itself when
 * the connection was a reused one: this shows that neither a POST nor a PUT of ours is ever repeated, and that what became of it is
 * found again without anybody's help.
 */
import type { Page } from '@playwright/test';
import type { FaultSpec, Protocol } from '../../sim/faults.ts';
import type { RecordedRequest } from '../../sim/requests.ts';
import type { Row } from '../record.ts';
import type { Trial, TrialTools } from '../trial.ts';
import { stateAtRest } from './at-rest.ts';
import { type Card, openCard } from './card.ts';
import { startComputer } from './computer.ts';
import { watchNetworkService } from './network-service.ts';
import { requestsOf } from './outcome.ts';
import { IFIRMA, type Shop, type Shops, withShops } from './shops.ts';
import { openTally, type Tried } from './tally.ts';

/** As many tabs at once: an unclear POST is looked up after 5 s, and others go on meanwhile. */
const SHOPS = 5;
/** An unclear POST is looked up after 5, 20 and 60 s; after a crash of the network service all of it begins anew. */
const REST_MS = 120_000;
/** As far as any server is away: what a decoy is answered with has to travel (`utils/http/send-once`). */
const DISTANCE: FaultSpec = { match: { method: 'GET', path: '^/(?:api|iapi)/' }, do: { kind: 'delay', ms: 25 } };

/** The stand-ins and Chromium both keep an idle connection much longer. */
const KEPT_MS = 1_000;

interface Broken {
  readonly name: string;
  readonly host: string;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
}

export const POST: Broken = {
  name: 'resets-post',
  host: IFIRMA,
  method: 'POST',
  path: '^/iapi/fakturakraj\\.json',
};
export const PUT: Broken = { name: 'resets-put', host: '*.sellasist.pl', method: 'PUT', path: '^/api/v1/orders/' };

export const resets = (broken: Broken, protocol: Protocol): Trial => ({
  name: trialName(broken, protocol),
  full: 100,
  share: 10,
  run: (count, tools) => withShops({ shops: SHOPS }, (shops) => tryResets(shops, broken, protocol, count, tools)),
});

async function tryResets(
  shops: Shops,
  broken: Broken,
  protocol: Protocol,
  count: number,
  { build, seed }: TrialTools,
): Promise<Row> {
  const { host, method, path } = broken;
  const { faults } = shops.standIns;
  for (const each of [IFIRMA, '*.sellasist.pl']) faults.setProtocols(each, [protocol]);
  faults.add(DISTANCE);
  const reset = faults.add({ host, match: { method, path }, do: { kind: 'drop', when: 'after', reset: true } });
  const { context } = await startComputer(shops, { build });
  const network = await watchNetworkService(context);
  const tally = openTally(trialName(broken, protocol), shops);
  const tabs: Tab[] = [];
  for (const shop of shops.all) tabs.push({ shop, page: await context.newPage() });

  while (tally.documents() < count) {
    const sent: Sent[] = [];
    for (const { shop, page } of tabs.slice(0, count - tally.documents())) {
      const tried = tally.begin(shops.place(shop), `${method} over ${protocol}`);
      const card = await openCard(page, tried.placed);
      await card.ready();
      sent.push({ tried, card });
    }
    for (const { card } of sent) await card.send();
    for (const { tried, card } of sent) tally.judge(tried, await stateAtRest(shops, card, tried.placed, REST_MS));
    await network.look();
  }
  const { prepared, reused } = connectionsOf(requestsOf(shops), method);
  return tally.row({
    tried: `${reset.fired()} resets`,
    figures: [
      `${prepared} with a connection that lay ready`,
      `${reused} on a reused connection`,
      `network service crashed ${network.crashes() ?? 'n/a'}`,
      `seed ${seed}`,
    ],
  });
}

interface Tab {
  readonly shop: Shop;
  readonly page: Page;
}

interface Sent {
  readonly tried: Tried;
  readonly card: Card;
}

const trialName = ({ name }: Broken, protocol: Protocol): string => `${name}-${protocol === 'h2' ? 'h2' : 'http1'}`;

/** How many of the requests came when a connection lay ready that Chromium would have reused, and how many took one. */
function connectionsOf(requests: readonly RecordedRequest[], method: string): { prepared: number; reused: number } {
  const broken = requests.filter((request) => request.method === method);
  // A decoy is gone before it is answered.
  const answered = requests.filter(({ state }) => state === 'answered');
  const wasPrepared = ({ at, host }: RecordedRequest): boolean =>
    answered.some((before) => before.host === host && before.at < at && at - before.at < KEPT_MS);
  return {
    prepared: broken.filter(wasPrepared).length,
    reused: broken.filter(({ reused }) => reused).length,
  };
}
