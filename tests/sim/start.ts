import { parseArgs } from 'node:util';
import { createClock, dateInWarsaw, type SimClock } from './clock.ts';
import { commandsOf } from './commands.ts';
import { type Control, startControl } from './control.ts';
import type { Switchboard } from './faults.ts';
import { createIfirma, IFIRMA_HOST, type IfirmaOptions, type IfirmaSim } from './ifirma/index.ts';
import type { RecordedRequest, RequestFilter } from './requests.ts';
import { createSellasist, type Sellasist, type SellasistOptions } from './sellasist/index.ts';
import { startServer } from './server.ts';

/**
 * Both stand-ins on one port, for tests and the demo. As a program (`node tests/sim/start.ts [--port N] [--control N] [--at INSTANT]`)
 * it prints one line of JSON with its ports and is driven over the control port (commands.ts).
 */
export interface StandIns {
  /** TLS on 127.0.0.1, HTTP/1.1 and HTTP/2. */
  readonly port: number;
  /** null without a control port. */
  readonly controlPort: number | null;
  readonly clock: SimClock;
  readonly faults: Switchboard;
  readonly ifirma: IfirmaSim;
  /** Another one after `reset`. */
  readonly sellasist: Sellasist;
  requests(filter?: RequestFilter): RecordedRequest[];
  forgetRequests(): void;
  /** As new: empty books, fresh panels, no faults, no requests, the clock as it was at the start. */
  reset(): void;
  close(): Promise<void>;
}

export interface StandInOptions {
  readonly port?: number;
  /** A port for other processes; 0 = any free one, absent = none. */
  readonly control?: number;
  /** Where the clock begins; it ticks on. Absent = real time. */
  readonly at?: string;
  readonly ifirma?: Omit<IfirmaOptions, 'clock'>;
  readonly sellasist?: Omit<SellasistOptions, 'now'>;
}

/** For Chromium's `--host-resolver-rules`, beside `--ignore-certificate-errors`. */
export const resolverRules = (port: number): string =>
  ['*.sellasist.pl', IFIRMA_HOST].map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(', ');

export const startStandIns = async (options: StandInOptions = {}): Promise<StandIns> => {
  const clock = createClock();
  const begin = (): void => {
    if (options.at === undefined) clock.reset();
    else clock.set(options.at);
  };
  begin();
  const freshPanels = (): Sellasist =>
    createSellasist({ today: dateInWarsaw(clock.now()), ...options.sellasist, now: () => clock.now() });
  let sellasist = freshPanels();
  const ifirma = createIfirma({ ...options.ifirma, clock });
  const server = await startServer({
    handlers: { [IFIRMA_HOST]: ifirma.handler, '*.sellasist.pl': (request) => sellasist.handler(request) },
    clock,
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  let control: Control | null = null;
  const standIns: StandIns = {
    port: server.port,
    get controlPort() {
      return control?.port ?? null;
    },
    clock,
    faults: server.faults,
    ifirma,
    get sellasist() {
      return sellasist;
    },
    requests: (filter) => server.requests.list(filter),
    forgetRequests: () => server.requests.clear(),
    reset() {
      begin();
      server.faults.reset();
      server.requests.clear();
      ifirma.reset();
      sellasist = freshPanels();
    },
    async close() {
      await Promise.all([server.close(), control?.close()]);
    },
  };
  if (options.control !== undefined) control = await startControl(commandsOf(standIns), options.control);
  return standIns;
};

if (import.meta.main) {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, control: { type: 'string' }, at: { type: 'string' } },
  });
  const standIns = await startStandIns({
    control: Number(values.control ?? 0),
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
    ...(values.at === undefined ? {} : { at: values.at }),
  });
  const { port, controlPort } = standIns;
  process.stdout.write(`${JSON.stringify({ port, control: controlPort, hostResolverRules: resolverRules(port) })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void standIns.close();
    });
}
