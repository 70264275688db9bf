import { describe, it } from 'vitest';
import { at, type Case, field, inSeries, nobodyKnows, only, status, tells } from './examples.ts';

const GONE: readonly Case[] = [
  ['a series that is gone', { trigger: inSeries('9') }, {}, ['series-gone name=9']],
  ['a status to start from that is gone', { trigger: at('9') }, {}, ['status-gone name=9']],
  ['a status to set that is gone', { effects: [status('9')] }, {}, ['status-gone name=9']],
  ['a field that is gone', { effects: [field('9')] }, {}, ['field-gone name=9']],
  ['a field for the invoice', { effects: [field('22')] }, {}, ['field-not-text name=Faktura PDF']],
  ['a field for files', { effects: [field('23')] }, {}, ['field-not-text name=Pliki']],
  ['a text field', { effects: [field('21')] }, {}, []],
  [
    'payment methods that are gone',
    { conditions: { paymentIds: ['4', '9', '10'] } },
    {},
    ['payment-gone name=9', 'payment-gone name=10'],
  ],
  [
    'what nobody knows is not said to be gone',
    { trigger: at('9'), effects: [status('8'), field('9')], conditions: { paymentIds: ['9'] } },
    nobodyKnows,
    [],
  ],
  [
    'a series that nobody knows is not said to be gone',
    { trigger: inSeries('9') },
    { ...nobodyKnows, ...only({ seriesIds: ['9'] }) },
    [],
  ],
];

describe('what a rule names', () => {
  it.each(GONE)('%s', (_name, changes, where, expected) => {
    tells(changes, where, expected);
  });
});
