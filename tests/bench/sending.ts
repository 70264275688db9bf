/** What sending one document costs: the merchant's time, the extension's, and the services' requests. */
import { IFIRMA_HOST } from '../sim/ifirma/index.ts';
import type { RecordedRequest } from '../sim/requests.ts';
import type { Figure } from './figure.ts';
import type { Round, Rounds } from './rounds.ts';
import { IFIRMA_PER_MINUTE, SELLASIST_PER_MINUTE } from './shop.ts';

const AIM_MS = 250;

const SERVICES = [
  { name: 'Sellasist', isIts: ({ host }: RecordedRequest) => host !== IFIRMA_HOST, perMinute: SELLASIST_PER_MINUTE },
  { name: 'iFirma', isIts: ({ host }: RecordedRequest) => host === IFIRMA_HOST, perMinute: IFIRMA_PER_MINUTE },
] as const;

export function sending({ rounds, cpuMs }: Rounds): Figure[] {
  return [
    {
      what: 'click → `Wysłano`, instant stand-ins',
      unit: 'ms',
      samples: rounds.map(({ clickToSentMs }) => clickToSentMs),
      aim: AIM_MS,
    },
    { what: 'CPU time of the extension’s process a document', unit: 'ms', samples: cpuMs, aim: null },
    ...SERVICES.map(
      ({ name, isIts }): Figure => ({
        what: `requests to ${name} a document, card and sending`,
        unit: 'requests',
        samples: rounds.map(({ opening, sending: sent }) => [...opening, ...sent].filter(isIts).length),
        aim: null,
      }),
    ),
  ];
}

/** Every request of one document, in order. */
export function requestRows({ opening, sending: sent }: Round): string[][] {
  const rows = (when: string, requests: readonly RecordedRequest[]): string[][] =>
    requests.map((request, index) => [
      index === 0 ? when : '',
      request.host === IFIRMA_HOST ? 'iFirma' : 'Sellasist',
      `${request.method} ${request.target}`,
      request.status === null ? request.state : String(request.status),
    ]);
  return [['when', 'service', 'request', 'answer'], ...rows('card opened', opening), ...rows('button pressed', sent)];
}

/** How fast the limits would let documents through, if nothing else took time. */
export function requestSums({ opening, sending: sent }: Round): string[][] {
  return [
    ['service', 'card', 'sending', 'limit a minute', 'documents a minute, card and sending', 'sending alone'],
    ...SERVICES.map(({ name, isIts, perMinute }) => {
      const [card, send] = [opening.filter(isIts).length, sent.filter(isIts).length];
      const speed = (each: number): string => (each === 0 ? '–' : String(Math.floor(perMinute / each)));
      return [name, String(card), String(send), String(perMinute), speed(card + send), speed(send)];
    }),
  ];
}
