import type { ControlCall, ControlRoute } from './control.ts';
import type { FaultSpec, Protocol } from './faults.ts';
import type { AccountingMonth } from './ifirma/dates.ts';
import type { Body } from './ifirma/fields.ts';
import type { IfirmaSwitches } from './ifirma/switches.ts';
import type { RecordedRequest, RequestFilter } from './requests.ts';
import type { DocumentInput, OrderInput, Panel, ReturnInput, Switches } from './sellasist/index.ts';
import type { StandIns } from './start.ts';

/** What can be asked of the stand-ins over the control port. The JSON is that of the same calls in this process. */

/** The bodies come from tests of this repository and are taken at their word; a wrong name is refused where it is used. */
const bodyAs = <Content>({ body }: ControlCall): Content => body as Content;

const jsonOf = ({ body, ...request }: RecordedRequest) => ({ ...request, body: body.toString('utf8') });

const filterOf = (query: URLSearchParams): RequestFilter => {
  const host = query.get('host');
  const method = query.get('method');
  const path = query.get('path');
  return {
    ...(host === null ? {} : { host }),
    ...(method === null ? {} : { method }),
    ...(path === null ? {} : { path: new RegExp(path) }),
  };
};

const loginOf = ({ query }: ControlCall): string | undefined => query.get('login') ?? undefined;

interface ClockCommand {
  readonly set?: string;
  readonly freeze?: string;
  readonly advance?: number;
  readonly reset?: true;
}

export const commandsOf = (standIns: StandIns): readonly ControlRoute[] => {
  const { clock, faults, ifirma } = standIns;
  const panelOf = ({ parts: [subdomain = ''] }: ControlCall): Panel => standIns.sellasist.panel(subdomain);
  const turnPanel = (call: ControlCall): Switches => {
    const { switches } = panelOf(call);
    const wanted = bodyAs<Partial<Switches>>(call);
    for (const name of Object.keys(wanted))
      if (!Object.hasOwn(switches, name)) throw new RangeError(`no such switch: ${name}`);
    return Object.assign(switches, wanted);
  };
  return [
    ['GET', /^\/ports$/, () => ({ port: standIns.port, control: standIns.controlPort })],
    ['POST', /^\/reset$/, () => standIns.reset()],
    ['GET', /^\/requests$/, ({ query }) => standIns.requests(filterOf(query)).map(jsonOf)],
    ['DELETE', /^\/requests$/, () => standIns.forgetRequests()],
    ['GET', /^\/faults$/, () => faults.list()],
    ['POST', /^\/faults$/, (call) => ({ id: faults.add(bodyAs<FaultSpec>(call)).id })],
    ['DELETE', /^\/faults$/, ({ query }) => faults.clear(query.get('host') ?? undefined)],
    ['DELETE', /^\/faults\/(\d+)$/, ({ parts: [id] }) => faults.remove(Number(id))],
    [
      'PUT',
      /^\/protocols$/,
      (call) => {
        const { host, protocols } = bodyAs<{ host: string; protocols: Protocol[] }>(call);
        faults.setProtocols(host, protocols);
      },
    ],
    ['GET', /^\/clock$/, () => ({ now: clock.now() })],
    [
      'PUT',
      /^\/clock$/,
      (call) => {
        const { set, freeze, advance, reset } = bodyAs<ClockCommand>(call);
        if (reset !== undefined) clock.reset();
        if (set !== undefined) clock.set(set);
        if (freeze !== undefined) clock.freeze(freeze);
        if (advance !== undefined) clock.advance(advance);
        return { now: clock.now() };
      },
    ],
    ['GET', /^\/ifirma\/booked$/, (call) => ifirma.booked(loginOf(call))],
    ['GET', /^\/ifirma\/switches$/, (call) => ifirma.switches(loginOf(call))],
    [
      'PATCH',
      /^\/ifirma\/switches$/,
      (call) => {
        ifirma.turn(bodyAs<Partial<IfirmaSwitches>>(call), loginOf(call));
        return ifirma.switches(loginOf(call));
      },
    ],
    ['GET', /^\/ifirma\/month$/, (call) => ifirma.accountingMonth(loginOf(call))],
    [
      'PUT',
      /^\/ifirma\/month$/,
      (call) => ifirma.setAccountingMonth(bodyAs<AccountingMonth | null>(call), loginOf(call)),
    ],
    [
      'POST',
      /^\/ifirma\/documents\/([a-z]+)$/,
      (call) => ifirma.issueByHand(call.parts[0] ?? '', bodyAs<Body>(call), loginOf(call)),
    ],
    [
      'POST',
      /^\/ifirma\/corrections\/(\w+)$/,
      (call) => ifirma.correctByHand(call.parts[0] ?? '', bodyAs<Body>(call), loginOf(call)),
    ],
    ['POST', /^\/ifirma\/ksef\/(\w+)$/, (call) => ifirma.sendToKsefByHand(call.parts[0] ?? '', loginOf(call))],
    ['GET', /^\/sellasist\/([^/]+)\/switches$/, (call) => panelOf(call).switches],
    ['PATCH', /^\/sellasist\/([^/]+)\/switches$/, turnPanel],
    ['GET', /^\/sellasist\/([^/]+)\/journal$/, (call) => panelOf(call).journal],
    ['POST', /^\/sellasist\/([^/]+)\/orders$/, (call) => ({ id: panelOf(call).addOrder(bodyAs<OrderInput>(call)).id })],
    [
      'POST',
      /^\/sellasist\/([^/]+)\/documents$/,
      (call) => ({ id: panelOf(call).addDocument(bodyAs<DocumentInput>(call)).id }),
    ],
    [
      'POST',
      /^\/sellasist\/([^/]+)\/returns$/,
      (call) => ({ id: panelOf(call).addReturn(bodyAs<ReturnInput>(call)).id }),
    ],
    [
      'GET',
      /^\/sellasist\/([^/]+)\/orders\/([^/]+)\/fields\/([^/]+)$/,
      (call) => {
        const [, order = '', field = ''] = call.parts;
        const panel = panelOf(call);
        return { files: panel.files(order, field), text: panel.text(order, field) };
      },
    ],
  ];
};
