import { describe, expect, it } from 'vitest';
import { type JudgedRepair, judgeRepair, MOST_CHARACTERS } from '../../../../utils/invoice/repair/judge.ts';
import { REPAIR_FIELDS, type RepairField } from '../../../../utils/invoice/repair/repair.ts';

const right = (value: string): JudgedRepair => ({ ok: true, value });

const TYPED: readonly (readonly [field: RepairField, typed: string, judged: JudgedRepair])[] = [
  ['buyer.postcode', '00001', right('00-001')],
  ['buyer.postcode', ' 00 001 ', right('00-001')],
  ['buyer.postcode', '00–001', right('00-001')],
  ['buyer.postcode', '0-0001', right('00-001')],
  ['buyer.postcode', '0000', { ok: false, problem: 'postcode-invalid' }],
  ['buyer.postcode', '000012', { ok: false, problem: 'postcode-invalid' }],
  ['buyer.nip', 'PL 123-456-32-18', right('1234563218')],
  ['buyer.nip', '1234563219', { ok: false, problem: 'nip-invalid' }],
  ['buyer.nip', '', right('')],
  ['buyer.email', 'jan@example.com', right('jan@example.com')],
  ['buyer.email', 'jan@example', { ok: false, problem: 'email-invalid' }],
  ['buyer.email', 'jan@ex ample.com', { ok: false, problem: 'email-invalid' }],
  ['buyer.email', '', right('')],
  ['buyer.country', 'pl', right('PL')],
  ['buyer.country', 'Polska', { ok: false, problem: 'country-invalid' }],
  ['buyer.name', ' Anna\u202e <b>Nowak</b>\u0000\n', right('Anna <b>Nowak</b>')],
  ['buyer.name', '\u200b \u0000', { ok: false, problem: 'required' }],
  ['buyer.city', '', { ok: false, problem: 'required' }],
  ['buyer.street', '', right('')],
  ['line.basis', 'Art. 43 ust. 1 pkt 29', right('Art. 43 ust. 1 pkt 29')],
  ['line.vat', '23', right('23')],
  ['line.vat', 'zw', right('zw')],
  ['line.vat', '19', { ok: false, problem: 'choice-invalid' }],
  ['payment', 'PRZ', right('PRZ')],
  ['payment', 'przelew', { ok: false, problem: 'choice-invalid' }],
  ['payment', '', { ok: false, problem: 'required' }],
  ['saleDate', '2026-11-22', right('2026-11-22')],
  ['saleDate', '2026-02-30', { ok: false, problem: 'date-invalid' }],
  ['issueDate', '22.11.2026', { ok: false, problem: 'date-invalid' }],
  ['paid', '1 234,5 zł', right('123450')],
  ['paid', '12.34', right('1234')],
  ['paid', '0', right('0')],
  ['paid', '99999999,99', right('9999999999')],
  ['paid', '100000000', { ok: false, problem: 'amount-invalid' }],
  ['paid', '-1', { ok: false, problem: 'amount-invalid' }],
  ['paid', '1,234', { ok: false, problem: 'amount-invalid' }],
  ['paid', '1e3', { ok: false, problem: 'amount-invalid' }],
  ['ifirmaSeries', 'SKLEP', right('SKLEP')],
  ['ifirmaSeries', '', right('')],
];

it.each(TYPED)('%s typed as %j is judged', (field, typed, judged) => {
  expect(judgeRepair(field, typed)).toEqual(judged);
});

it('a postcode of another country is not asked for dashes', () => {
  expect(judgeRepair('buyer.postcode', 'SW1A 1AA', 'GB')).toEqual(right('SW1A 1AA'));
  expect(judgeRepair('buyer.postcode', '51147', 'DE')).toEqual(right('51147'));
});

describe('a text that is too long', () => {
  const limited = Object.entries(MOST_CHARACTERS) as readonly (readonly [RepairField, number])[];
  it.each(limited)('%s: is taken up to its limit, never cut, and says how much there may be', (field, most) => {
    const long = field === 'buyer.email' ? `${'a'.repeat(most - 5)}@b.pl` : 'a'.repeat(most);
    expect(judgeRepair(field, `${long}x`, 'DE')).toEqual({ ok: false, problem: 'too-long', most });
    expect(judgeRepair(field, long, 'DE')).toEqual(right(long));
  });
});

it.each(REPAIR_FIELDS)('%s: what it gives is judged the same when it is given again', (field) => {
  for (const [of, typed] of TYPED) {
    const judged = of === field ? judgeRepair(field, typed) : null;
    // A sum is typed in złoty and kept in grosze.
    if (judged?.ok && field !== 'paid') expect(judgeRepair(field, judged.value)).toEqual(judged);
  }
});
