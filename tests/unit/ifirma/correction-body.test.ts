import { describe, expect, it } from 'vitest';
import { correctionBody } from '../../../utils/ifirma/correction-body.ts';
import type { CorrectionDraft } from '../../../utils/invoice/correction/draft.ts';
import { draftCorrection } from '../../../utils/invoice/correction/draft-correction.ts';
import { fromChoice } from '../../../utils/invoice/correction/from-choice.ts';
import { asked, baseWith, bookedLine, bookedOriginal } from '../invoice/correction/examples.ts';

const lines = [
  bookedLine({ quantity: 2500, gtu: '06', pkwiu: '27.40.22.0', flatRate: '0.055' }),
  bookedLine({ name: 'Kurs „Żółw”', unit: 'usł.', unitPrice: 999, vat: { kind: 'exempt', basis: 'Art. 43' } }),
];

function draft(changes: Partial<CorrectionDraft> = {}): CorrectionDraft {
  const state = fromChoice(
    [
      { line: 0, quantity: 1500 },
      { line: 1, quantity: 0 },
    ],
    baseWith(lines),
  );
  const checked = draftCorrection(asked(state, { original: bookedOriginal({ lines }) })).draft;
  if (checked === null) throw new Error('no draft');
  return { ...checked, ...changes };
}

describe('the text of a correction', () => {
  it('is the state that should be, every line to the letter of the invoice', () => {
    expect(correctionBody(draft())).toBe(
      [
        '{"PowodKorekty":"ZWR_SPRZ_TOW","PowodKorektyNaWydruku":true,"SpelnionoWarunki":true,',
        '"DataWystawienia":"2026-11-22","Zaplacono":0.00,"SposobZaplaty":"PRZ","RodzajPodpisuOdbiorcy":"BWO",',
        '"Uwagi":"Sellasist demo/o1001/r5","Pozycje":[',
        '{"StawkaVat":0.23,"TypStawkiVat":"PRC","Ilosc":1.5,"CenaJednostkowa":100.00,"NazwaPelna":"Lampa",',
        '"Jednostka":"szt.","PKWiU":"27.40.22.0","GTU":"06","StawkaRyczaltu":0.055},',
        '{"StawkaVat":null,"TypStawkiVat":"ZW","PodstawaPrawna":"Art. 43","Ilosc":0,"CenaJednostkowa":9.99,',
        '"NazwaPelna":"Kurs „Żółw”","Jednostka":"usł."}]}',
      ].join(''),
    );
  });

  it('carries what the merchant has set, and leaves out what nobody knows', () => {
    const set = draft({
      conditionsMet: false,
      payment: null,
      issuePlace: 'Łódź',
      ifirmaSeries: 'Korekty',
      template: 'logo',
      signature: 'OUP',
      bankAccount: { use: 'number', number: '61 1090 1014 0000 0712 1981 2874' },
    });
    expect(JSON.parse(correctionBody(set))).toMatchObject({
      SpelnionoWarunki: false,
      MiejsceWystawienia: 'Łódź',
      NazwaSeriiNumeracji: 'Korekty',
      NazwaSzablonu: 'logo',
      RodzajPodpisuOdbiorcy: 'OUP',
      NumerKontaBankowego: '61109010140000071219812874',
    });
    expect(correctionBody(set)).not.toMatch(/SposobZaplaty|Numer"|Kontrahent|LiczOd|Rabat/);
    expect(correctionBody(draft({ bankAccount: { use: 'hidden' } }))).toContain('"NumerKontaBankowego":"BRAK"');
  });
});
