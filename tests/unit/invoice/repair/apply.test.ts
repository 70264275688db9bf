import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../../utils/invoice/check.ts';
import { type Judged, repaired, saidOf } from '../../../../utils/invoice/repair/apply.ts';
import type { Repair, RepairField } from '../../../../utils/invoice/repair/repair.ts';
import { buyer, line, NO_VAT, NO_VAT_PAYER, order, RULES, saleDocument, TODAY } from '../examples.ts';

/** As it is kept when somebody types it now. */
function typed(judged: Judged, field: RepairField, value: string, at: number | null = null): Repair {
  return { field, line: at, was: saidOf(judged, { field, line: at }) ?? 'nothing', value };
}

function draftOf(judged: Judged, repairs: readonly Repair[]) {
  const { document, rules } = repaired(judged, repairs);
  return checkDocument(document, rules, TODAY);
}

describe('what was typed', () => {
  it('stands on the draft in the place of what the panel says', () => {
    const judged: Judged = {
      document: saleDocument({
        buyer: buyer({ postcode: '', city: '', nip: '123' }),
        lines: [line({ vat: { kind: 'unknown', text: 'np' } }), line({ id: '2', name: '' })],
        total: 24_600,
        payment: { ...saleDocument().payment, methodId: '9', methodName: 'Żabka', paid: 1 },
      }),
      rules: RULES,
    };
    expect(draftOf(judged, []).findings.map(({ code }) => code)).toEqual([
      'buyer-city-missing',
      'buyer-postcode-missing',
      'buyer-nip-invalid',
      'vat-unknown',
      'line-name-missing',
      'payment-unmapped',
    ]);
    const { draft, findings } = draftOf(judged, [
      typed(judged, 'buyer.postcode', '00-001'),
      typed(judged, 'buyer.city', 'Łódź'),
      typed(judged, 'buyer.nip', '1234563218'),
      typed(judged, 'buyer.name', 'Firma sp. z o.o.'),
      typed(judged, 'buyer.street', 'Prosta 1'),
      typed(judged, 'buyer.email', 'biuro@example.com'),
      typed(judged, 'line.vat', '8', 0),
      typed(judged, 'line.name', 'Żarówka', 1),
      typed(judged, 'line.unit', 'kpl.', 1),
      typed(judged, 'payment', 'GTK'),
      typed(judged, 'paid', '500'),
      typed(judged, 'saleDate', '2026-11-20'),
      typed(judged, 'issueDate', '2026-11-21'),
      typed(judged, 'ifirmaSeries', 'SKLEP'),
    ]);
    expect(findings).toEqual([]);
    expect(draft).toMatchObject({
      buyer: {
        postcode: '00-001',
        city: 'Łódź',
        nip: '1234563218',
        isCompany: true,
        name: 'Firma sp. z o.o.',
        street: 'Prosta 1',
        email: 'biuro@example.com',
      },
      lines: [{ vat: { kind: 'percent', percent: 8 } }, { name: 'Żarówka', unit: 'kpl.' }],
      payment: 'GTK',
      paid: 500,
      saleDate: '2026-11-20',
      issueDate: '2026-11-21',
      ifirmaSeries: 'SKLEP',
    });
  });

  it('ends when the panel says something else at that place', () => {
    const before: Judged = { document: saleDocument({ buyer: buyer({ postcode: '' }) }), rules: RULES };
    const repair = typed(before, 'buyer.postcode', '00-001');
    const after: Judged = { document: saleDocument({ buyer: buyer({ postcode: '90-002' }) }), rules: RULES };
    expect(draftOf(after, [repair]).draft?.buyer.postcode).toBe('90-002');
    expect(draftOf(before, [repair]).draft?.buyer.postcode).toBe('00-001');
  });

  it('of a line is never that of another line in its place', () => {
    const before: Judged = { document: saleDocument({ lines: [line({ vat: NO_VAT })] }), rules: RULES };
    const repair = typed(before, 'line.vat', '8', 0);
    for (const other of [line({ vat: NO_VAT, id: '2' }), line({ vat: NO_VAT, name: 'Inna' })]) {
      const after: Judged = { document: saleDocument({ lines: [other] }), rules: RULES };
      expect(draftOf(after, [repair]).findings.map(({ code }) => code)).toEqual(['vat-unknown']);
    }
    const gone: Judged = { document: saleDocument({ lines: [] }), rules: RULES };
    expect(draftOf(gone, [repair]).findings.map(({ code }) => code)).toEqual(['no-lines']);
  });

  it('as a payment method serves an order that names none', () => {
    const judged: Judged = { document: order({ payment: { ...order().payment, methodId: null } }), rules: RULES };
    expect(draftOf(judged, []).findings.map(({ code }) => code)).toEqual(['payment-unknown']);
    expect(draftOf(judged, [typed(judged, 'payment', 'KAR')]).draft?.payment).toBe('KAR');
  });

  it('as a legal basis serves a line that was made exempt in the same form, in whichever order they stand', () => {
    const judged: Judged = { document: saleDocument({ lines: [line({ vat: { kind: 'zero' } })] }), rules: RULES };
    const [vat, basis] = [typed(judged, 'line.vat', 'zw', 0), typed(judged, 'line.basis', 'Art. 43 ust. 1', 0)];
    const exempt = { kind: 'exempt', basis: 'Art. 43 ust. 1' };
    expect(draftOf(judged, [basis, vat]).draft?.lines[0]?.vat).toEqual(exempt);
    expect(draftOf(judged, [vat, basis]).draft?.lines[0]?.vat).toEqual(exempt);
  });

  it('as a legal basis of a company without VAT serves every line', () => {
    const rules = { ...RULES, tax: { ...NO_VAT_PAYER, basis: '' } };
    const judged: Judged = { document: saleDocument({ lines: [line({ vat: { kind: 'zero' } })] }), rules };
    expect(draftOf(judged, []).findings.map(({ code }) => code)).toEqual(['legal-basis-missing']);
    const { draft } = draftOf(judged, [typed(judged, 'line.basis', 'Art. 113 ust. 1', 0)]);
    expect(draft?.lines[0]?.vat).toEqual({ kind: 'exempt', basis: 'Art. 113 ust. 1' });
  });

  it('as no NIP makes a private person of the buyer', () => {
    const judged: Judged = { document: saleDocument({ buyer: buyer({ nip: '123', isCompany: true }) }), rules: RULES };
    expect(draftOf(judged, [typed(judged, 'buyer.nip', '')]).draft?.buyer).toMatchObject({ nip: '', isCompany: false });
  });

  it('as a series has no place where orders go by the default one of iFirma', () => {
    const judged: Judged = { document: order(), rules: RULES };
    expect(saidOf(judged, { field: 'ifirmaSeries', line: null })).toBeNull();
  });
});
