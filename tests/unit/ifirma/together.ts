import type { HttpRequest, Transport } from '../../../utils/http/transport.ts';
import { ifirmaClient } from '../../../utils/ifirma/client.ts';
import { createClock } from '../../sim/clock.ts';
import { createIfirma, TEST_KEYS, TEST_LOGIN } from '../../sim/ifirma/index.ts';
import type { IfirmaSwitches } from '../../sim/ifirma/switches.ts';
import { answer } from './fake-transport.ts';
import { hexKey } from './keys.ts';

/** The client on one side, the stand-in with its tables of fields on the other, and no network between them. */
export function together(switches: Partial<IfirmaSwitches> = {}) {
  const clock = createClock();
  clock.freeze('2026-11-22T12:00:00+01:00');
  const user = { login: TEST_LOGIN, keys: TEST_KEYS, series: { Sklep: 'FV {n}/{mm}/{y}' }, switches };
  const ifirma = createIfirma({ clock, users: [user] });
  const transport: Transport = async (request: HttpRequest) => {
    const url = new URL(request.url);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const { status, body } = await ifirma.handler({
      method: request.method,
      url,
      target: `${url.pathname}${url.search}`,
      headers,
      body: Buffer.from(request.body ?? ''),
    });
    return answer(typeof body === 'string' ? body : new Uint8Array(body), { status });
  };
  const key = (name: 'faktura' | 'abonent' | 'rachunek') => hexKey(TEST_KEYS[name]).then((key) => ({ key }));
  return { ifirma, client: ifirmaClient({ transport, login: TEST_LOGIN, key }) };
}
