import { describe, it } from 'vitest';
import { type Case, EMAIL, field, ISSUE, KSEF, NOTIFY, note, PAYMENT, status, tells } from './examples.ts';

const OWN: readonly Case[] = [
  ['nothing is wrong', {}, {}, []],
  ['no name', { name: ' ' }, {}, ['no-name']],
  ['no effects', { effects: [] }, {}, ['no-effects']],

  ['a note without a text', { effects: [note(' \n')] }, {}, ['text-empty effect=note']],
  ['a field without a text', { effects: [field('21', '')] }, {}, ['text-empty effect=field']],
  ['an e-mail without a text is iFirma’s own', { effects: [ISSUE, EMAIL] }, {}, []],

  ['to notify twice', { effects: [NOTIFY, NOTIFY] }, {}, ['effect-twice effect=notify']],
  ['to notify three times is told once', { effects: [NOTIFY, NOTIFY, NOTIFY] }, {}, ['effect-twice effect=notify']],
  ['two statuses', { effects: [status('1'), status('2')] }, {}, ['effect-twice effect=status']],
  ['to issue twice', { effects: [ISSUE, ISSUE] }, {}, ['effect-twice effect=issue']],
  ['to KSeF twice', { effects: [ISSUE, KSEF, KSEF] }, {}, ['effect-twice effect=ksef']],
  ['two payments', { effects: [ISSUE, PAYMENT, PAYMENT] }, {}, ['effect-twice effect=payment']],
  [
    'two e-mails, whatever they say',
    { effects: [ISSUE, EMAIL, { ...EMAIL, text: 'x' }] },
    {},
    ['effect-twice effect=email'],
  ],
  ['the same field twice', { effects: [field('21', 'x'), field('21', 'y')] }, {}, ['effect-twice effect=field']],
  ['the same note twice', { effects: [note('Wysłać'), note('wysłać ')] }, {}, ['effect-twice effect=note']],
  ['two notes', { effects: [note('x'), note('y')] }, {}, []],
  [
    'two fields',
    { effects: [field('21'), field('24')] },
    { fields: ['21', '24'].map((id) => ({ id, name: id, type: 'text' })) },
    [],
  ],

  ['an amount the wrong way round', { conditions: { from: 200, to: 100 } }, {}, ['amount-reversed']],
  ['an amount of exactly so much', { conditions: { from: 100, to: 100 } }, {}, []],
  ['an amount that only begins', { conditions: { from: 100 } }, {}, []],

  [
    'conditions without a value',
    { conditions: { paymentIds: [], sources: [' '], countries: [], currencies: [], comment: ' ' } },
    {},
    ['payment', 'source', 'country', 'currency', 'comment'].map((condition) => `list-empty condition=${condition}`),
  ],
  [
    'conditions with one',
    { conditions: { paymentIds: ['4'], sources: ['x'], countries: ['PL'], currencies: ['PLN'], comment: 'x' } },
    {},
    [],
  ],

  [
    'what needs an invoice before it is issued',
    { effects: [KSEF, NOTIFY, EMAIL, ISSUE, PAYMENT] },
    {},
    ['ksef-not-issued effect=ksef', 'ksef-not-issued effect=email'],
  ],
  ['what needs an invoice after it is issued', { effects: [ISSUE, KSEF, EMAIL, PAYMENT] }, {}, []],
  ['a note before the invoice is issued', { effects: [note('x'), ISSUE] }, {}, []],

  [
    'a mailbox that is no address',
    { effects: [ISSUE, { ...EMAIL, mailbox: ' Sprzedaż ' }] },
    {},
    ['not-an-email name=Sprzedaż'],
  ],
  [
    'a mailbox with words around its address',
    { effects: [ISSUE, { ...EMAIL, mailbox: 'sklep faktury@sklep.pl' }] },
    {},
    ['not-an-email name=sklep faktury@sklep.pl'],
  ],
  [
    'a mailbox with something behind its address',
    { effects: [ISSUE, { ...EMAIL, mailbox: 'faktury@sklep.pl <b>' }] },
    {},
    ['not-an-email name=faktury@sklep.pl <b>'],
  ],
  ['a mailbox that is one', { effects: [ISSUE, { ...EMAIL, mailbox: ' faktury@sklep.pl ' }] }, {}, []],
];

describe('a rule by itself', () => {
  it.each(OWN)('%s', (_name, changes, where, expected) => {
    tells(changes, where, expected);
  });
});
