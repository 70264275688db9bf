import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SaleDocument } from '../../../utils/invoice/document.ts';
import { findMark, markOf, NOTES_LIMIT } from '../../../utils/invoice/mark.ts';
import { notesOf } from '../../../utils/invoice/notes.ts';
import { fillNotes, PLACEHOLDERS, unknownPlaceholders } from '../../../utils/invoice/notes-text.ts';
import { buyer, order, saleDocument } from './examples.ts';

const VALUES = {
  zamówienie: '1001',
  dokument: 'FV 12/11/2026',
  'data zamówienia': '20.11.2026',
  'metoda płatności': 'Przelew',
  nabywca: 'Grażyna Świątek',
};
const MARK = 'Sellasist demo/o1001/d77';

describe('the merchant’s text', () => {
  it.each([
    [
      'every placeholder',
      '{zamówienie} {dokument} {data zamówienia} {metoda płatności} {nabywca}',
      Object.values(VALUES).join(' '),
    ],
    ['without diacritics, in capitals, with blanks', '{ZAMOWIENIE}, { metoda  platnosci }', '1001, Przelew'],
    ['one placeholder twice', '{zamówienie}/{zamówienie}', '1001/1001'],
    ['no placeholder', 'Dziękujemy za zakupy!', 'Dziękujemy za zakupy!'],
    ['several lines', ' Zamówienie {zamówienie}\r\n\n  Dziękujemy! ', 'Zamówienie 1001\n\nDziękujemy!'],
    ['what nobody knows', '{kwota} {zamówienie}', '{kwota} 1001'],
    ['braces that are none', '{ } {{nabywca}} }{', '{ } {Grażyna Świątek} }{'],
    ['nothing', '', ''],
    ['blank lines around it', '\n \nDziękujemy!\n\n', 'Dziękujemy!'],
    ['control characters and marks of direction', 'a\u0000\u202eb\tc', 'a b c'],
  ])('with %s', (_title, template, text) => {
    expect(fillNotes(template, VALUES)).toBe(text);
  });

  it.each([
    ['the only one of the line', 'Płatność: {metoda płatności}\nDziękujemy!', 'Dziękujemy!'],
    ['each of the line', 'Dokument {dokument}, płatność {metoda płatności}.\nDziękujemy!', 'Dziękujemy!'],
    ['one of two', 'Zamówienie {zamówienie}, płatność {metoda płatności}', 'Zamówienie 1001, płatność'],
    ['one beside what nobody knows', '{kwota} {dokument}\nA', '{kwota}\nA'],
    ['one between two lines', 'A\n{dokument}\nB', 'A\nB'],
    ['the whole text', '{dokument}', ''],
  ])('whose value is missing takes its line along: %s', (_title, template, text) => {
    expect(fillNotes(template, { ...VALUES, dokument: '', 'metoda płatności': ' ' })).toBe(text);
  });

  it('takes a value as it is: braces in it are no placeholder, a line end in it no line', () => {
    const nabywca = '{dokument}\n$& {zamówienie}\u202e';
    expect(fillNotes('Dla {nabywca}', { ...VALUES, nabywca })).toBe('Dla {dokument} $& {zamówienie}');
  });

  it.each<[string, readonly string[]]>([
    ['Zamówienie {zamowienie}', []],
    ['{kwota}, {Kwota} i {kwota}', ['{kwota}', '{Kwota}']],
    ['{} {nabywca}', ['{}']],
    ['{numer} {rok}', ['{numer}', '{rok}']],
    ['{datazamówienia}', ['{datazamówienia}']],
    ['no braces', []],
  ])('%j has the unknown placeholders %j', (template, unknown) => {
    expect(unknownPlaceholders(template)).toEqual(unknown);
  });

  it('knows its own placeholders', () => {
    expect(unknownPlaceholders(PLACEHOLDERS.map((name) => `{${name}}`).join())).toEqual([]);
  });
});

describe('the remarks of an invoice', () => {
  it('have the merchant’s text first, then the panel’s number, then the mark', () => {
    expect(notesOf(saleDocument(), 'Zamówienie {zamówienie} z {data zamówienia}\nDziękujemy!')).toEqual({
      notes: `Zamówienie 1001 z 20.11.2026\nDziękujemy!\nDokument Sellasist: FV 12/11/2026\n${MARK}`,
      remarks: [],
    });
  });

  it('of an order have no number', () => {
    expect(notesOf(order(), '{nabywca}: {dokument}').notes).toBe('Grażyna Świątek-Źdźbło:\nSellasist demo/o1001');
  });

  it('have nothing where the panel has nothing', () => {
    const document = order({ orderDate: null, payment: { ...order().payment, methodName: null } });
    expect(notesOf(document, '[{data zamówienia}{metoda płatności}]').notes).toBe('Sellasist demo/o1001');
    const alone = saleDocument({ orderId: null, number: null });
    expect(notesOf(alone, 'Zamówienie {zamówienie}').notes).toBe('Sellasist demo/d77');
  });

  it('are, without a text, what they always were', () => {
    expect(notesOf(saleDocument(), '').notes).toBe(`Dokument Sellasist: FV 12/11/2026\n${MARK}`);
    expect(notesOf(order(), ' \n ').notes).toBe('Sellasist demo/o1001');
  });

  it('that are too long lose the end of the merchant’s text, and the preview says so', () => {
    const { notes, remarks } = notesOf(saleDocument({ buyer: buyer({ name: 'x'.repeat(2000) }) }), 'Dla: {nabywca}');
    expect(notes).toHaveLength(NOTES_LIMIT);
    expect(notes).toMatch(/^Dla: x+…\nDokument Sellasist: FV 12\/11\/2026\nSellasist demo\/o1001\/d77$/);
    expect(remarks).toEqual([{ code: 'notes-cut', params: {} }]);
  });

  it('whose number alone fills them have the number cut and no text', () => {
    const { notes, remarks } = notesOf(saleDocument({ number: '9'.repeat(2000) }), 'Dziękujemy!');
    expect(notes).toHaveLength(NOTES_LIMIT);
    expect(notes).toMatch(/^Dokument Sellasist: 9+…\nSellasist demo\/o1001\/d77$/);
    expect(remarks).toEqual([{ code: 'notes-cut', params: {} }]);
  });

  const word = fc.constantFrom(
    'Sellasist',
    'demo/o5',
    'demo/o1001',
    'demo/o5/d9',
    '{nabywca}',
    '{dokument}',
    '\n',
    ' ',
    '🎁',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 1500, size: 'max' }),
    fc.array(word, { maxLength: 200 }).map((words) => words.join(' ')),
  );

  it('never get past what iFirma prints, and always end with the mark, whatever the text, the buyer and the number', () => {
    fc.assert(
      fc.property(text, text, fc.option(text), (template, name, number) => {
        const { notes } = notesOf(saleDocument({ number, buyer: buyer({ name }) }), template);
        expect(notes.length).toBeLessThanOrEqual(NOTES_LIMIT);
        expect(notes.split('\n').at(-1)).toBe(MARK);
        expect(notes.isWellFormed()).toBe(true);
      }),
    );
  });

  it('never carry the mark of another order, whatever a buyer calls himself', () => {
    const others: readonly Pick<SaleDocument, 'panel' | 'orderId' | 'documentId'>[] = [
      { panel: 'demo', orderId: '5', documentId: null },
      { panel: 'demo', orderId: '5', documentId: '9' },
    ];
    const marked = { name: `Jan ${others.map(markOf).join(' ')}`, number: `FV ${others.map(markOf).join('\n')}` };
    fc.assert(
      fc.property(
        fc.oneof(text, fc.constant(marked.name)),
        fc.oneof(text, fc.constant(marked.number)),
        (name, number) => {
          const { notes } = notesOf(
            saleDocument({ number, buyer: buyer({ name }) }),
            `{nabywca} {dokument} ${marked.name}`,
          );
          for (const other of others) expect(findMark(notes, other)).toBe('none');
          expect(findMark(notes, saleDocument())).toBe('same');
        },
      ),
    );
  });
});
