import { describe, expect, it } from 'vitest';
import { authentication, type KeyName } from '../../../utils/ifirma/signing.ts';
import vectors from '../../sim/vectors.json' with { type: 'json' };
import { hexKey, hmacKey } from './keys.ts';

type Vector = (typeof vectors.vectors)[number];

const of = (...kinds: readonly string[]): readonly [string, string, Vector][] =>
  vectors.vectors.filter(({ kind }) => kinds.includes(kind)).map((vector) => [vector.id, vector.title, vector]);

async function headerOf({ url, user, keyName, key, body }: Vector): Promise<string> {
  return authentication({
    url: url ?? '',
    login: user ?? '',
    keyName: keyName as KeyName,
    key: await hexKey(key.value),
    body,
  });
}

it('all 33 vectors are there (ifirma-api 1.7, 10.15)', () => {
  expect(vectors.vectors.map(({ kind }) => kind).sort()).toEqual(
    [
      ['negative', 4],
      ['positive', 22],
      ['primitive', 2],
      ['published', 5],
    ].flatMap(([kind, count]) => Array.from({ length: Number(count) }, () => kind)),
  );
});

describe('the header of a request', () => {
  it.each(of('published', 'positive'))('%s: %s', async (_id, _title, vector) => {
    expect(await headerOf(vector)).toBe(`IAPIS user=${vector.user}, hmac-sha1=${vector.digest}`);
  });
});

describe('a mistake that iFirma answers with Kod 403 is not made', () => {
  it.each(of('negative').filter(([id]) => id === 'S09' || id === 'S10'))('%s: %s', async (_id, _title, vector) => {
    expect(await headerOf(vector)).not.toContain(vector.digest);
  });

  it.each(of('negative').filter(([id]) => id === 'S07' || id === 'S08'))(
    '%s: %s – the text is signed to the byte, so another text has another signature',
    async (_id, _title, vector) => {
      const intended = vector.id === 'S07' ? vector.body.trimEnd() : JSON.stringify(JSON.parse(vector.body));
      expect(intended).not.toBe(vector.body);
      expect(await headerOf({ ...vector, body: intended })).not.toContain(vector.digest);
      expect(await headerOf(vector)).toContain(vector.digest);
    },
  );
});

describe('the primitive under it', () => {
  it.each(of('primitive'))('%s: %s', async (_id, _title, { key, message, digest }) => {
    const bytes = new TextEncoder().encode(key.value);
    const imported = key.encoding === 'hex' ? await hexKey(key.value) : await hmacKey(bytes);
    const header = await authentication({ url: message, login: '', keyName: '' as KeyName, key: imported, body: '' });
    expect(header).toBe(`IAPIS user=, hmac-sha1=${digest}`);
  });
});

describe('the address that is signed', () => {
  const sign = async (url: string): Promise<string> =>
    authentication({ url, login: 'a', keyName: 'faktura', key: await hexKey('EAB0D8ACF3308F3B'), body: '' });
  const bare = 'https://www.ifirma.pl/iapi/faktury.json';

  it.each(['?dataOd=2026-11-01', '?', '#top', '?a=1#top', '?q=a?b', '?next=%0A\n'])('is without %j', async (rest) => {
    expect(await sign(`${bare}${rest}`)).toBe(await sign(bare));
  });

  it('keeps its percent-encoding', async () => {
    expect(await sign(`${bare}%20`)).not.toBe(await sign(`${bare} `));
  });
});
