import type { HttpOutcome, HttpRequest } from '../../../utils/http/transport.ts';
import { ifirmaClient } from '../../../utils/ifirma/client.ts';
import { hexKey } from './keys.ts';

/** A client whose transport gives its answers one after another. */
export function trying(...outcomes: readonly HttpOutcome[]) {
  const requests: HttpRequest[] = [];
  const client = ifirmaClient({
    transport: async (request) => {
      requests.push(request);
      return outcomes[requests.length - 1] ?? { kind: 'network' };
    },
    login: 'sklep@example.com',
    key: async () => ({ key: await hexKey('EAB0D8ACF3308F3B') }),
  });
  return { client, requests };
}
