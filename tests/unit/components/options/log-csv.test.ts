/** The log as a file: whatever is in a cell, it reads back as it was, and no spreadsheet takes it for a formula. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOM, csvOf, guarded } from '../../../../components/csv.ts';
import { exportLog } from '../../../../components/options/log/export.ts';
import { isoMoment, moment, took } from '../../../../components/options/log/moment.ts';
import {
  type Language,
  LOG_ROWS,
  type LogCursor,
  type LogPage,
  type LogRow,
} from '../../../../utils/messages/index.ts';
import { LOG_TEXTS } from '../../../../utils/texts/options/log.ts';
import { logRow } from './log-examples.ts';

/** RFC 4180 to the letter, with a semicolon: quotes only around a whole cell, and every row ends with CRLF. */
function parsed(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let at = 0;
  const expected = (what: string): void => {
    if (!text.startsWith(what, at)) throw new Error(`${JSON.stringify(what)} expected at ${at}`);
    at += what.length;
  };
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        for (at += 1; ; at += 1) {
          if (at >= text.length) throw new Error('A quote is open at the end.');
          if (text[at] !== '"') cell += text[at];
          else if (text[at + 1] === '"') {
            cell += '"';
            at += 1;
          } else break;
        }
        expected('"');
      } else for (; at < text.length && !';\r\n"'.includes(text[at] ?? ''); at += 1) cell += text[at];
      row.push(cell);
      if (text[at] !== ';') break;
      at += 1;
    }
    expected('\r\n');
    rows.push(row);
  }
  return rows;
}

/** By another rule than the writer's: what is left of it in front, as a spreadsheet may leave it out, folded as some fold it. */
const beginsFormula = (cell: string): boolean =>
  '=+-@'.includes(
    cell
      .normalize('NFKC')
      .replace(/^[\s\p{C}\p{Z}]+/u, '')
      .charAt(0) || ' ',
  ) || /^[\t\r\n]/.test(cell);

const SIGNS = [...'=+-@\t\r\n ;"\',＝＋－＠﹢﹣﹦﹫−\u00a0\u200b\u200e\ufeff\u0000\u3000\u2060'];
const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...SIGNS, 'a', '1', 'SUM(', '😀') }),
  fc.constantFrom(
    '=1+1',
    '=HYPERLINK("http://x";"y")',
    '@SUM(A1)',
    '+48600700800',
    '-5',
    '\t=1',
    ' =1',
    '\u00a0=1',
    '＝1+1',
    '\ufeff=1',
    "'=1",
  ),
);

describe('a cell', () => {
  it('and a row read back as they were, but for the apostrophe of what would be a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(nasty, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), (rows) => {
        expect(parsed(csvOf(rows))).toEqual(rows.map((row) => row.map((cell) => guarded(cell))));
        for (const cell of rows.flat()) expect([cell, `'${cell}`]).toContain(guarded(cell));
      }),
      { numRuns: 500 },
    );
  });

  it('never begins a formula, whatever stands in front of its sign', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const [[cell = ''] = []] = parsed(csvOf([[text]]));
        // A number can do nothing, and a sum may begin with a minus.
        expect(beginsFormula(cell) && !/^[+-]?\d+(?:,\d+)?$/.test(cell)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+48 600', "'+48 600"],
    ['-5', '-5'],
    ['-5+1', "'-5+1"],
    ['@A1', "'@A1"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['  =1', "'  =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u200b=1', "'\u200b=1"],
    ['＝1', "'＝1"],
    ['－1', "'－1"],
    ['−1', "'−1"],
    ['FV/12/11/2026', 'FV/12/11/2026'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('%j is written as %j', (text, written) => {
    expect(guarded(text)).toBe(written);
  });
});

const FILTER = { accountId: null, state: null, kind: null, from: null, to: null, text: '', codes: [] } as const;

async function exported(rows: readonly LogRow[], { language = 'pl' as Language, cancelAfter = Infinity } = {}) {
  const asked: LogCursor[] = [];
  const progress: number[] = [];
  let parts = 0;
  const done = await exportLog(FILTER, {
    ask: (async (_name: string, { before, limit }: { before: LogCursor | null; limit: number }) => {
      if (before !== null) asked.push(before);
      parts += 1;
      const from = before === null ? 0 : rows.findIndex(({ id }) => id === before.id) + 1;
      const part = rows.slice(from, from + limit);
      const last = part.at(-1);
      const next = from + limit < rows.length && last !== undefined ? { at: last.at, id: last.id } : null;
      return { ok: true, value: { rows: part, looked: part.length, back: last?.at ?? null, next } satisfies LogPage };
    }) as never,
    language,
    nameOfAccount: () => 'Sklep „A”; Łódź',
    isCancelled: () => parts >= cancelAfter,
    progress: (count) => progress.push(count),
  });
  return { done, asked, progress };
}

describe('the file', () => {
  it('has a heading, and a row an entry with ISO dates of Poland, in the words of the room', async () => {
    const { done } = await exported([
      logRow({ at: Date.parse('2026-11-22T23:30:05Z'), number: '12/11/2026', documentNumber: '=FV/1' }),
      logRow({ id: 2, kind: 'correction', event: 'person', state: 'skipped', ms: 0 }),
    ]);
    if (done.kind !== 'ready') throw new Error(done.kind);
    const text = done.parts.join('');
    expect(text.startsWith(BOM)).toBe(true);
    const [heading, first, second] = parsed(text.slice(1));
    expect(heading).toEqual(LOG_TEXTS.pl.csv);
    expect(first?.slice(0, 8)).toEqual([
      '2026-11-23',
      '00:30:05',
      'Sklep „A”; Łódź',
      'demo',
      'faktura',
      "'=FV/1",
      '1001',
      'Wystawienie',
    ]);
    expect(first?.slice(8)).toEqual(['Wysyłanie', '12/11/2026', 'iFirma przyjęła dokument.', '120']);
    expect(second?.slice(7, 9)).toEqual(['Decyzja osoby', 'Pominięto']);
    expect(first).toHaveLength(heading?.length ?? 0);
  });

  it('holds every page of what the filter shows, in chunks, and says how far it is', async () => {
    const rows = Array.from({ length: 2 * LOG_ROWS + 7 }, (_, nth) => logRow({ id: 9_000 - nth, at: 9_000 - nth }));
    const { done, asked, progress } = await exported(rows);
    expect(done).toMatchObject({ kind: 'ready', rows: rows.length });
    expect(asked).toHaveLength(2);
    expect(progress).toEqual([LOG_ROWS, 2 * LOG_ROWS, rows.length]);
    if (done.kind === 'ready') expect(parsed(done.parts.join('').slice(1))).toHaveLength(rows.length + 1);
  });

  it('is not made when the person has enough', async () => {
    const rows = Array.from({ length: 3 * LOG_ROWS }, (_, nth) => logRow({ id: nth + 1 }));
    const { done, asked } = await exported(rows, { cancelAfter: 2 });
    expect(done).toEqual({ kind: 'cancelled' });
    expect(asked).toHaveLength(1);
  });

  it('speaks English where the page does', async () => {
    const { done } = await exported([logRow()], { language: 'en' });
    if (done.kind === 'ready') expect(done.parts.join('')).toContain('iFirma took the document.');
  });
});

describe('moments', () => {
  it.each([
    ['2026-11-22T09:15:03Z', '22.11.2026 10:15:03', '2026-11-22'],
    ['2026-07-01T22:00:00Z', '02.07.2026 00:00:00', '2026-07-02'],
  ])('%s is said as in Poland', (instant, said, day) => {
    expect(moment(Date.parse(instant))).toBe(said);
    expect(isoMoment(Date.parse(instant)).day).toBe(day);
  });

  it.each([
    [0, '0\u00a0ms'],
    [999, '999\u00a0ms'],
    [1_240, '1,2\u00a0s'],
    [59_000, '59\u00a0s'],
    [9_990, '9,9\u00a0s'],
    [185_000, '3\u00a0min 05\u00a0s'],
    [3_720_000, '1\u00a0h 02\u00a0min'],
    [183_600_000, '2\u00a0d 3\u00a0h'],
  ])('%i ms took %s', (ms, said) => {
    expect(took(ms)).toBe(said);
  });
});
