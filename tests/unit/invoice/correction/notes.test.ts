import { describe, expect, it } from 'vitest';
import { correctionNotes } from '../../../../utils/invoice/correction/notes.ts';

const OF_PANEL = { panel: 'demo', orderId: '1001', documentId: '78', kind: 'correction' } as const;
const MARK = 'Sellasist demo/o1001/d78/k';

describe('the remarks of a correction', () => {
  it.each<[string, string | null, string, string]>([
    ['are its mark alone', null, '', MARK],
    ['name the panel’s correction', 'KOR 1/11/2026', '', `Dokument Sellasist: KOR 1/11/2026\n${MARK}`],
    ['name it in plain text', ' KOR\u00a01/11 ', '', `Dokument Sellasist: KOR 1/11\n${MARK}`],
    [
      'begin with a person’s words',
      'KOR 1/11/2026',
      'Zwrot uszkodzonej lampy',
      `Zwrot uszkodzonej lampy\nDokument Sellasist: KOR 1/11/2026\n${MARK}`,
    ],
  ])('%s', (_title, number, text, notes) => {
    expect(correctionNotes(OF_PANEL, number, text)).toBe(notes);
  });

  it('keep the number and the mark of whatever is too long: a person’s words are cut', () => {
    const notes = correctionNotes(OF_PANEL, 'KOR 1/11/2026', 'x'.repeat(1000));
    expect(notes).toHaveLength(1000);
    expect(notes).toMatch(/x…\nDokument Sellasist: KOR 1\/11\/2026\nSellasist demo\/o1001\/d78\/k$/);
  });
});
