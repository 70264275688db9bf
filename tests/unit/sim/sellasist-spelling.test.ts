import { describe, expect, it } from 'vitest';
import { createSellasist } from '../../sim/sellasist/index.ts';
import { createSpelling } from '../../sim/sellasist/spelling.ts';
import { isoTime } from '../../sim/sellasist/time.ts';
import { api } from './sellasist-ask.ts';

/** Every form that fifty places get from one seed. */
function forms(write: (spelling: ReturnType<typeof createSpelling>, at: string) => unknown): Set<string> {
  const spelling = createSpelling(7);
  const values = Array.from({ length: 50 }, (_, place) => write(spelling, `place.${place}`));
  return new Set(values.map((value) => (value === undefined ? 'absent' : JSON.stringify(value))));
}

describe('loose spellings of the Sellasist stand-in', () => {
  it.each([
    ['ids', forms((spell, at) => spell.id('94865', at)), ['"94865"', '94865']],
    ['ids past 2^53', forms((spell, at) => spell.id('9007199254740993', at)), ['"9007199254740993"']],
    ['money', forms((spell, at) => spell.money(5399, at)), ['"53.99"', '53.99']],
    ['quantities', forms((spell, at) => spell.quantity(1500, at)), ['"1.500"', '1.5']],
    ['flags', forms((spell, at) => spell.flag(true, at)), ['1', 'true', '"1"', '"true"']],
    ['rates', forms((spell, at) => spell.rate(23, at)), ['"23.000"', '"23%"', '23', '"23"']],
    ['rates that are texts', forms((spell, at) => spell.rate('zw', at)), ['"zw"']],
    ['missing rates', forms((spell, at) => spell.rate('', at)), ['""', 'null', 'absent']],
    [
      'NIPs',
      forms((spell, at) => spell.nip('111-111-11-11', at)),
      ['"111-111-11-11"', '"1111111111"', '"111 111 11 11"', '"PL1111111111"'],
    ],
    ['missing NIPs', forms((spell, at) => spell.nip('', at)), ['""', '"0"', 'null']],
    ['NIPs that are none', forms((spell, at) => spell.nip('DE123456789', at)), ['"DE123456789"']],
    [
      'countries',
      forms((spell, at) => spell.country('PL', at)),
      [
        '{"id":170,"code":"PL","name":"Poland"}',
        '{"id":"170","code":"pl","name":"Poland"}',
        '"PL"',
        '"POL"',
        '"Poland"',
      ],
    ],
    [
      'times',
      forms((spell, at) => spell.time('2026-11-20 10:15:00', at)),
      ['"2026-11-20 10:15:00"', '{"date":"2026-11-20 10:15:00"}', '"2026-11-20T09:15:00.000Z"'],
    ],
    ['missing times', forms((spell, at) => spell.time('', at)), ['""', '"0000-00-00 00:00:00"', 'null']],
    ['currencies', forms((spell, at) => spell.currency('PLN', at)), ['"pln"', '"PLN"']],
    ['empty texts', forms((spell, at) => spell.text('', at)), ['""', 'null', 'absent']],
  ])('gives %s in every form that was seen', (_, seen, expected) => {
    expect(seen).toEqual(new Set(expected));
  });

  it('turns local time into UTC in summer as well', () => {
    expect(isoTime('2026-07-01 00:30:00')).toBe('2026-06-30T22:30:00.000Z');
  });

  it('spells one way without a seed', async () => {
    const sellasist = createSellasist();
    const first = await api(sellasist, '/orders/1001');
    expect((await api(sellasist, '/orders/1001')).text).toBe(first.text);
  });

  it('spells the same way twice for one seed and other ways for other seeds', async () => {
    const sellasist = createSellasist();
    const order = async (seed: number): Promise<string> => {
      sellasist.panel('demo').switches.looseness = seed;
      return (await api(sellasist, '/orders/1001')).text;
    };
    const texts = new Set<string>();
    for (let seed = 0; seed < 10; seed++) texts.add(await order(seed));
    expect(texts.size).toBe(10);
    expect(await order(4)).toBe(await order(4));
  });

  it('keeps to the rules of one answer whatever the seed: a currency somewhere, a rate under one of two names', async () => {
    const sellasist = createSellasist();
    sellasist.panel('demo').switches.requestsPerMinute = 1000;
    const places = new Set<string>();
    for (let seed = 0; seed < 30; seed++) {
      sellasist.panel('demo').switches.looseness = seed;
      const order = await api(sellasist, '/orders/1001');
      const currency = order.at('currency') ?? order.at('payment.currency');
      expect(String(currency).toUpperCase()).toBe('PLN');
      places.add(order.at('currency') === undefined ? 'payment' : 'top');
      places.add(order.at('carts.0.tax') === undefined ? 'tax_rate' : 'tax');
      expect(order.at('carts.0.tax') ?? order.at('carts.0.tax_rate')).toBeDefined();
    }
    expect(places).toEqual(new Set(['payment', 'tax', 'tax_rate', 'top']));
  });
});
