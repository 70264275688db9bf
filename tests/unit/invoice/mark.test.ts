import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findMark,
  type MarkMatch,
  markOf,
  marksIn,
  markToken,
  NOTES_LIMIT,
  namesAnother,
  notesWith,
} from '../../../utils/invoice/mark.ts';

const marked = (orderId: string | null, documentId: string | null, panel = 'demo') => ({ panel, orderId, documentId });
const DOCUMENT = marked('1001', '77');
const ORDER = marked('1001', null);
const UUID = '13f0c1e2-8a7b-4c6d-9e0f-112233445566';
const RETURN = { ...ORDER, key: 'r5' } as const;
const OWN = { ...ORDER, key: `c${UUID}` } as const;
const KOR = { ...marked('1001', '78'), key: 'd78', kind: 'correction' } as const;

describe('the mark', () => {
  it.each([
    [marked('1001', '77'), 'Sellasist demo/o1001/d77'],
    [marked('1001', null), 'Sellasist demo/o1001'],
    [marked(null, '77'), 'Sellasist demo/d77'],
  ])('leaves out what is not known', (document, mark) => {
    expect(markOf(document)).toBe(mark);
    expect(`Sellasist ${markToken(document)}`).toBe(mark);
  });
});

describe('the mark of a correction', () => {
  it.each([
    [RETURN, 'Sellasist demo/o1001/r5'],
    [{ ...RETURN, orderId: null }, 'Sellasist demo/r5'],
    [OWN, `Sellasist demo/o1001/c${UUID}`],
    [{ ...OWN, orderId: null, kind: 'correction' as const }, `Sellasist demo/c${UUID}`],
    [KOR, 'Sellasist demo/o1001/d78/k'],
    [{ ...KOR, orderId: null }, 'Sellasist demo/d78/k'],
    [{ ...DOCUMENT, key: 'd77', kind: 'invoice' } as const, 'Sellasist demo/o1001/d77'],
    [{ ...ORDER, key: 'o1001' } as const, 'Sellasist demo/o1001'],
  ])('says that it is one, unless it is an invoice', (document, mark) => {
    expect(markOf(document)).toBe(mark);
    expect(findMark(`Dokument Sellasist: KOR/1\n${mark}`, document)).toBe('same');
  });

  const all = [RETURN, OWN, KOR, { ...RETURN, key: 'r6' as const }, { ...KOR, documentId: '79', key: 'd79' as const }];

  it.each(all)('is never that of an invoice, of its order or of another correction: $key', (correction) => {
    const notes = markOf(correction);
    const invoices = [
      DOCUMENT,
      ORDER,
      marked('1001', '78'),
      marked('1001', '79'),
      marked(null, '78'),
      marked('5', null),
    ];
    for (const invoice of invoices) {
      expect(findMark(notes, invoice)).toBe('none');
      expect(findMark(markOf(invoice), correction)).toBe('none');
    }
    for (const other of all) expect(findMark(notes, other)).toBe(other === correction ? 'same' : 'none');
    expect(findMark(notes, { ...correction, panel: 'demo2' })).toBe('none');
    expect(namesAnother(notes)).toBe(true);
  });
});

describe('a document is looked for in remarks', () => {
  it.each<[string, string, ReturnType<typeof marked>, MarkMatch]>([
    ['its own mark', 'Sellasist demo/o1001/d77', DOCUMENT, 'same'],
    ['its own mark in the last line', 'Dokument Sellasist: FV 1/2026\nSellasist demo/o1001/d77', DOCUMENT, 'same'],
    ['its own mark, wrapped and indented', 'Uwagi:\r\n\tSellasist\r\n   demo/o1001/d77  \n', DOCUMENT, 'same'],
    ['its own mark after a hard blank', 'Sellasist\u00a0demo/o1001/d77', DOCUMENT, 'same'],
    ['text before and after it', 'Dziękujemy! Sellasist demo/o1001/d77 Zapraszamy ponownie', DOCUMENT, 'same'],
    ['its mark from when the order was not known', 'Sellasist demo/d77', DOCUMENT, 'same'],
    ['its mark with an order that is not known now', 'Sellasist demo/o1001/d77', marked(null, '77'), 'same'],
    ['an order by its own mark', 'Sellasist demo/o1001', ORDER, 'same'],

    ['the mark of the order alone', 'Sellasist demo/o1001', DOCUMENT, 'same-order'],
    ['another document of its order', 'Sellasist demo/o1001/d78', DOCUMENT, 'same-order'],
    ['an order, by a document of it', 'Sellasist demo/o1001/d77', ORDER, 'same-order'],
    ['its order first and itself after', 'Sellasist demo/o1001/d78 Sellasist demo/o1001/d77', DOCUMENT, 'same'],
    ['itself first and its order after', 'Sellasist demo/o1001/d77 Sellasist demo/o1001/d78', DOCUMENT, 'same'],

    ['order 10 is not in 1001', 'Sellasist demo/o1001', marked('10', null), 'none'],
    ['order 1001 is not in 10', 'Sellasist demo/o10', ORDER, 'none'],
    ['order 100 is not in 1001 of a document', 'Sellasist demo/o1001/d77', marked('100', '7'), 'none'],
    ['document 7 is not in 77', 'Sellasist demo/d77', marked(null, '7'), 'none'],
    ['an order is no document of the same number', 'Sellasist demo/d1001', ORDER, 'none'],
    ['another panel', 'Sellasist demo2/o1001/d77', DOCUMENT, 'none'],
    ['a panel that ends alike', 'Sellasist x-demo/o1001/d77', DOCUMENT, 'none'],
    ['a return of its order', 'Sellasist demo/o1001/r5', DOCUMENT, 'none'],
    ['a return of an order', 'Sellasist demo/o1001/r5', ORDER, 'none'],
    ['a return that names the document', 'Sellasist demo/o1001/d77/r5', DOCUMENT, 'none'],
    ['a token without the word before it', 'demo/o1001/d77', DOCUMENT, 'none'],
    ['the word with a colon, as before a number', 'Dokument Sellasist: demo/o1001/d77', DOCUMENT, 'none'],
    ['a token with something attached', 'Sellasist demo/o1001/d77.', marked(null, '77'), 'none'],
    ['the word alone, at the end', 'Zamówienie Sellasist', DOCUMENT, 'none'],
    ['the old remark of another tool', 'Zamówienie Sellasist 1001', ORDER, 'none'],
    ['nothing', '', DOCUMENT, 'none'],
  ])('%s', (_title, notes, document, match) => {
    expect(findMark(notes, document)).toBe(match);
  });

  it('is the same in what it wrote itself, and never the same in what another one wrote', () => {
    const number = fc.integer({ min: 1, max: 300 }).map(String);
    const some = fc.record({
      panel: fc.constantFrom('demo', 'demo2', 'dem'),
      orderId: fc.option(number),
      documentId: fc.option(number),
    });
    const any = some.filter(({ orderId, documentId }) => orderId !== null || documentId !== null);
    fc.assert(
      fc.property(any, any, fc.string({ maxLength: 40 }), (own, other, text) => {
        const { notes } = notesWith(text, markOf(own));
        expect(findMark(notes, own)).toBe('same');
        const identity = (document: typeof own) =>
          document.documentId === null ? `o${document.orderId}` : `d${document.documentId}`;
        const isOther = own.panel !== other.panel || identity(own) !== identity(other);
        if (isOther) expect(findMark(notes, other)).not.toBe('same');
      }),
    );
  });
});

describe('remarks that carry a mark, whichever document it is of', () => {
  it.each([
    'Sellasist demo/o1001',
    'Sellasist demo/d77',
    'Sellasist demo/o1001/d77',
    'Sellasist my-shop2/r5',
    `Sellasist demo/c${UUID}`,
    'Sellasist demo/d78/k',
    'Dziękujemy!\nSellasist demo/o1001/d77',
    'Uwagi:\u00a0Sellasist\u00a0 demo/o1',
    'Sellasist \n  demo/o1001 i więcej',
  ])('are %j', (notes) => {
    expect(namesAnother(notes)).toBe(true);
  });

  it.each([
    '',
    'Dokument Sellasist: demo/o1001',
    'Zamówienie Sellasist 1001',
    'NieSellasist demo/o1001',
    'Sellasistdemo/o1001',
    'Sellasist demo',
    'Sellasist demo/x1',
    'Sellasist demo/c1',
    'Sellasist demo/cena',
    'Sellasist demo/o',
    'Sellasist demo/oo1',
    'Sellasist ŻÓŁW/o1001',
    'Sellasist /o1001',
  ])('are not %j', (notes) => {
    expect(namesAnother(notes)).toBe(false);
  });
});

describe('remarks with the mark in their last line', () => {
  const MARK = 'Sellasist demo/o1001/d77';
  const room = NOTES_LIMIT - MARK.length - 1;

  it.each([
    ['no text', '', MARK, false],
    ['blank text', ' \n ', MARK, false],
    ['a text', 'Dokument Sellasist: FV 1/2026', `Dokument Sellasist: FV 1/2026\n${MARK}`, false],
    ['a text of several lines', 'a\nb', `a\nb\n${MARK}`, false],
    ['a text that just fits', 'x'.repeat(room), `${'x'.repeat(room)}\n${MARK}`, false],
    ['a text one too long', 'x'.repeat(room + 1), `${'x'.repeat(room - 1)}…\n${MARK}`, true],
    ['a text of 10,000 characters', 'x'.repeat(10_000), `${'x'.repeat(room - 1)}…\n${MARK}`, true],
    ['a blank at the cut', `${'x'.repeat(room - 2)} ${'y'.repeat(50)}`, `${'x'.repeat(room - 2)}…\n${MARK}`, true],
    ['an emoji at the cut', `${'x'.repeat(room - 2)}🎁🎁`, `${'x'.repeat(room - 2)}…\n${MARK}`, true],
  ])('%s', (_title, text, notes, cut) => {
    expect(notesWith(text, MARK)).toEqual({ notes, cut });
  });

  it.each<[string, number, string, boolean]>([
    ['room for one character', NOTES_LIMIT - 2, 'x\n', false],
    ['no room for one', NOTES_LIMIT - 1, '', true],
    ['no room at all', NOTES_LIMIT, '', true],
  ])('whose ending leaves %s', (_title, length, before, cut) => {
    const ending = 'M'.repeat(length);
    expect(notesWith('x', ending)).toEqual({ notes: `${before}${ending}`, cut });
  });

  it.each(['Sellasist demo/o5', 'Sellasist\n\n demo/o5', 'a\tSellasist\t\tdemo/o5/d9'])(
    'never carry the mark that stands in the text, however it is set apart: %j',
    (text) => {
      const { notes } = notesWith(text, MARK);
      expect(findMark(notes, marked('5', null))).toBe('none');
      expect(findMark(notes, DOCUMENT)).toBe('same');
    },
  );

  it('never get past what iFirma prints, lose the mark or break a character, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000, size: 'max' }), (text) => {
        const { notes } = notesWith(text, MARK);
        expect(notes.length).toBeLessThanOrEqual(NOTES_LIMIT);
        expect(notes.split('\n').at(-1)).toBe(MARK);
        expect(notes.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('the marks of a panel', () => {
  it.each([
    ['a document', markOf(DOCUMENT), [{ key: 'd77', orderId: '1001', isCorrection: false }]],
    ['an order', markOf(ORDER), [{ key: 'o1001', orderId: '1001', isCorrection: false }]],
    ['a document without an order', markOf(marked(null, '77')), [{ key: 'd77', orderId: null, isCorrection: false }]],
    ['a correction', markOf(KOR), [{ key: 'd78', orderId: '1001', isCorrection: true }]],
    ['a return', markOf(RETURN), [{ key: 'r5', orderId: '1001', isCorrection: true }]],
    ['a correction made in Mostek', markOf(OWN), [{ key: `c${UUID}`, orderId: '1001', isCorrection: true }]],
    ['nothing', 'Dziękujemy', []],
    ['another panel', 'Sellasist outlet/o1001/d77', []],
    ['a text that only looks like one', 'demo/o1001/d77 Sellasist: demo/o1001/d77', []],
    ['a correction by its order alone', 'Sellasist demo/o1001/k', []],
  ])('name %s', (_what, mark, named) => {
    expect(marksIn(`Uwagi\n\n ${mark}`, 'demo')).toEqual(named);
  });

  it('agree with what is looked for, whatever the document is', () => {
    fc.assert(
      fc.property(fc.nat(), fc.option(fc.nat()), fc.boolean(), (order, document, isCorrection) => {
        const id = document === null ? null : String(document);
        const kind = isCorrection && id !== null ? 'correction' : 'invoice';
        const of = { ...marked(String(order), id), kind } as const;
        const [named, ...more] = marksIn(notesWith('x', markOf(of)).notes, 'demo');
        expect(more).toEqual([]);
        expect(named).toEqual({
          key: id === null ? `o${order}` : `d${id}`,
          orderId: String(order),
          isCorrection: kind === 'correction',
        });
      }),
    );
  });
});
