import { describe, expect, it } from 'vitest';
import { createClock } from '../../sim/clock.ts';
import { createIfirma, TEST_KEYS, TEST_LOGIN } from '../../sim/ifirma/index.ts';
import { digestOf, hmacSha1, type KeyName, type Keys } from '../../sim/ifirma/signature.ts';
import vectorFile from '../../sim/vectors.json' with { type: 'json' };
import { EXAMPLE_DAY, jsonOf, kodOf, sendTo, tried } from './ifirma-call.ts';
import { paidConsumer } from './ifirma-examples.ts';

type Vector = (typeof vectorFile.vectors)[number];

const vectors: readonly Vector[] = vectorFile.vectors;
const requests = vectors.filter(({ method, url }) => method !== null && url?.startsWith('https://'));

const keyBytes = ({ key }: Vector): Buffer => Buffer.from(key.value, key.encoding === 'hex' ? 'hex' : 'ascii');

/** Logins of the published vectors own the same key, the stand-in's own user all four. */
const users = ['jan.nowak@ifirma.pl', 'owner@example.com', '$DEMO000001'].map((login) => ({
  login,
  keys: { faktura: TEST_KEYS.faktura },
}));

const sendVector = async (vector: Vector, body: string): Promise<number | undefined> => {
  const clock = createClock();
  clock.freeze(EXAMPLE_DAY);
  const { handler } = createIfirma({ clock, users: [{ login: TEST_LOGIN, keys: TEST_KEYS }, ...users] });
  const url = new URL(vector.url ?? '');
  const headers: Record<string, string> = {
    authentication: vector.header ?? '',
    'content-type': 'application/json; charset=UTF-8',
  };
  const response = await handler({
    method: vector.method ?? '',
    url,
    target: (vector.url ?? '').slice(url.origin.length),
    headers,
    body: Buffer.from(body),
  });
  return kodOf(jsonOf(response));
};

/** Where a negative vector was computed from a mistake, the request that was intended is another vector's. */
const intended = (vector: Vector): Vector => {
  const id = { S07: 'S05', S08: 'S04', S09: 'S04', S10: 'S10' }[vector.id] ?? '';
  const found = vectors.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no intended request for ${vector.id}`);
  return found;
};

describe('the signature', () => {
  it('has all 33 vectors to be tried against', () => {
    expect(vectors).toHaveLength(33);
    expect(requests).toHaveLength(30);
  });

  it.each(vectors.map((vector) => [vector.id, vector] as const))(
    'of vector %s is the HMAC of its message',
    (_id, vector) => {
      expect(hmacSha1(keyBytes(vector), Buffer.from(vector.message))).toBe(vector.digest);
    },
  );

  it('of the degenerate vector P07 is put together from its parts', () => {
    const parts = { url: '222222', login: '', keyName: 'faktura', body: Buffer.alloc(0) } as const;
    expect(digestOf('111111', parts)).toBe(vectors.find(({ id }) => id === 'P07')?.digest);
  });

  it.each(
    requests.filter(({ kind }) => kind !== 'negative').map((vector) => [vector.id, vector.title, vector] as const),
  )('of request %s is accepted: %s', async (_id, _title, vector) => {
    expect([400, 401, 402, 403]).not.toContain(await sendVector(vector, vector.body));
  });

  it.each(
    requests.filter(({ kind }) => kind === 'negative').map((vector) => [vector.id, vector.title, vector] as const),
  )('of request %s is refused with Kod 403: %s', async (_id, _title, vector) => {
    expect(await sendVector(vector, intended(vector).body)).toBe(403);
  });
});

describe('the header', () => {
  const target = 'faktury.json?dataOd=2026-11-22';
  const kodWith = async (authentication: string | undefined): Promise<number> => {
    const { ask } = tried();
    return (await ask({ target, headers: { authentication } })).response.Kod;
  };
  const right = `IAPIS user=${TEST_LOGIN}, hmac-sha1=00e3f50538fac4bccb55e6df5b2f3b651a7d1eb0`;

  it('is accepted in its one right form', async () => {
    expect(await kodWith(right)).toBe(0);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['of another scheme', right.replace('IAPIS', 'Basic')],
    ['without a space after the comma', right.replace(', ', ',')],
    ['with two spaces', right.replace(', ', ',  ')],
    ['with an upper-case digest', right.replace(/[0-9a-f]{40}$/, (digest) => digest.toUpperCase())],
    ['with a short digest', right.slice(0, -1)],
    ['with white space behind', `${right} `],
    ['without login', right.replace(/user=[^,]*, /, '')],
  ])('%s is Kod 400', async (_name, header) => {
    expect(await kodWith(header)).toBe(400);
  });

  it('under the name Authorization is no header at all: Kod 400', async () => {
    const { ask } = tried();
    const answer = await ask({ target, headers: { authentication: undefined, authorization: right } });
    expect(answer.response.Kod).toBe(400);
  });

  it('with an unknown login is Kod 401, also when only white space differs', async () => {
    expect(await kodWith(right.replace('sklep', 'inny'))).toBe(401);
    expect(await kodWith(right.replace('user=', 'user= '))).toBe(401);
  });

  it('for a key that was never generated is Kod 402', async () => {
    const { ask } = tried({ keys: { faktura: TEST_KEYS.faktura } });
    expect((await ask({ target: 'abonent/limit.json', keyName: 'abonent' })).response.Kod).toBe(402);
  });

  it('with a digest of something else is Kod 403', async () => {
    expect(await kodWith(right.replace(/.$/, '1'))).toBe(403);
  });
});

describe('the key', () => {
  const kod = async (target: string, keyName: KeyName, keys: Keys = TEST_KEYS): Promise<number | undefined> => {
    const { ask } = tried();
    return kodOf(await ask({ target, keyName, keys }));
  };

  it.each([
    ['faktury.json?dataOd=2026-11-22', 'faktura'],
    ['abonent/limit.json', 'abonent'],
    ['abonent/miesiacksiegowy.json', 'abonent'],
    ['rachunekkraj/1.json', 'rachunek'],
  ] as const)('of %s is %s and no other', async (target, keyName) => {
    expect(await kod(target, keyName)).not.toBe(403);
    for (const other of ['faktura', 'abonent', 'rachunek', 'wydatek'] as const)
      if (other !== keyName) expect(await kod(target, other)).toBe(403);
  });

  it('is hexadecimal in either case', async () => {
    expect(await kod('faktury.json?dataOd=2026-11-22', 'faktura', { faktura: TEST_KEYS.faktura.toLowerCase() })).toBe(
      0,
    );
  });

  it('of bills can be switched to faktura', async () => {
    const { ifirma, ask } = tried();
    ifirma.turn({ billKey: 'faktura' });
    expect((await ask({ target: 'rachunekkraj/1.json', keyName: 'faktura' })).response.Kod).toBe(201);
    expect((await ask({ target: 'rachunekkraj/1.json', keyName: 'rachunek' })).response.Kod).toBe(403);
  });
});

describe('the body of a POST', () => {
  const send = async (bytes: Buffer, contentType: string | undefined): Promise<number> => {
    const { handler } = tried().ifirma;
    const headers = { 'content-type': contentType };
    return jsonOf(await sendTo(handler, { method: 'POST', target: 'fakturakraj.json', bytes, headers })).response.Kod;
  };
  const good = Buffer.from(JSON.stringify(paidConsumer));
  const type = 'application/json; charset=UTF-8';

  it('is booked with the documented type, whatever its case', async () => {
    expect(await send(good, type)).toBe(0);
    expect(await send(good, 'Application/JSON;charset=utf-8')).toBe(0);
  });

  it.each([undefined, 'text/plain; charset=UTF-8', 'application/json', 'application/x-www-form-urlencoded'])(
    'with type %s is Kod 102',
    async (wrong) => {
      expect(await send(good, wrong)).toBe(102);
    },
  );

  it('in another charset is Kod 101', async () => {
    expect(await send(good, 'application/json; charset=ISO-8859-2')).toBe(101);
  });

  it('with bytes that are no UTF-8 is Kod 101', async () => {
    expect(await send(Buffer.from(JSON.stringify(paidConsumer), 'latin1'), type)).toBe(101);
  });

  it.each([
    ['cut JSON', good.subarray(0, 100)],
    ['a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), good])],
    ['nothing', Buffer.from(' ')],
    ['an array', Buffer.from('[]')],
    ['null', Buffer.from('null')],
  ])('with %s is Kod 200', async (_name, bytes) => {
    expect(await send(bytes, type)).toBe(200);
  });
});

describe('the state of the user', () => {
  it.each([
    [{ termsAccepted: false }, 499, 'Brak akceptacji regulaminu ifirma.pl'],
    [{ permitted: false }, 500, 'Nie posiadasz uprawnień'],
    [{ technicalProblem: true }, 100, 'Wystąpił problem techniczny'],
  ])('%o answers Kod %i and books nothing', async (switches, kod, text) => {
    const { ifirma, post } = tried();
    ifirma.turn(switches);
    expect(await post('fakturakraj.json', paidConsumer)).toEqual({ Kod: kod, Informacja: text });
    expect(ifirma.booked()).toEqual([]);
  });

  it('is looked at only after the signature', async () => {
    const { ifirma, ask } = tried();
    ifirma.turn({ termsAccepted: false });
    expect((await ask({ target: 'faktury.json', keyName: 'abonent' })).response.Kod).toBe(403);
  });
});

describe('what is not in the API', () => {
  it.each([
    ['GET', 'fakturakraj2.json', 404],
    ['GET', 'fakturakraj/list.json', 200],
    ['DELETE', 'fakturakraj/1.json', 405],
    ['PUT', 'fakturakraj.json', 405],
    ['POST', 'abonent/miesiac-ksiegowy.json', 404],
  ])('%s %s answers %i', async (method, target, status) => {
    expect((await tried().send({ method, target })).status).toBe(status);
  });
});
