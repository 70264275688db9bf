import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../../utils/invoice/check.ts';
import type { SaleDocument } from '../../../../utils/invoice/document.ts';
import type { Finding } from '../../../../utils/invoice/finding.ts';
import { inputsFor, nameOfPlace } from '../../../../utils/invoice/repair/inputs.ts';
import { wayOf } from '../../../../utils/invoice/repair/ways.ts';
import { buyer, line, order, RULES, saleDocument, TODAY } from '../examples.ts';

const refused = (text: string): Finding => ({ code: 'ifirma-refused', path: '', params: { kod: '201', text } });

function formOf(document: SaleDocument, extra: readonly Finding[] = []) {
  const { findings } = checkDocument(document, RULES, TODAY);
  return inputsFor({ document, rules: RULES }, [], [...findings, ...extra]);
}
const shown = (inputs: ReturnType<typeof formOf>) => inputs.map((input) => [nameOfPlace(input), input.value]);

describe('the inputs of a form', () => {
  it('stand for all findings at once, each with the value that was refused, in the order of a form', () => {
    const inputs = formOf(
      order({
        buyer: buyer({ name: '', postcode: '123', city: '', nip: '123' }),
        lines: [line(), line({ id: '2', name: 'Żarówka', vat: { kind: 'unknown', text: 'np' } })],
        total: 24_600,
      }),
    );
    expect(shown(inputs)).toEqual([
      ['buyer.name', ''],
      ['buyer.postcode', '123'],
      ['buyer.city', ''],
      ['buyer.nip', '123'],
      ['line.vat.1', ''],
    ]);
    expect(inputs.at(-1)).toMatchObject({ lineName: 'Żarówka', choices: ['23', '8', '5', '0', 'zw'] });
  });

  it('stand once, however many findings speak of them', () => {
    const text = "Pole 'Kontrahent.KodPocztowy' jest wymagane";
    expect(shown(formOf(order(), [refused(text), refused(text)]))).toEqual([['buyer.postcode', '90-001']]);
  });

  it('stand for each line where iFirma does not say which one it means', () => {
    const document = saleDocument({ lines: [line(), line({ id: '2', name: 'Żarówka' })], total: 24_600 });
    expect(shown(formOf(document, [refused("Pole 'Pozycje[1].Jednostka' jest za długie")]))).toEqual([
      ['line.unit.0', 'szt.'],
      ['line.unit.1', 'szt.'],
    ]);
  });

  it('show what was typed before, and what is known of an exempt line', () => {
    const document = saleDocument({ buyer: buyer({ postcode: '' }) });
    const repair = { field: 'buyer.postcode', line: null, was: '', value: '00-001' } as const;
    const text = "Pole 'Kontrahent.KodPocztowy' ma niepoprawną wartość";
    expect(shown(inputsFor({ document, rules: RULES }, [repair], [refused(text)]))).toEqual([
      ['buyer.postcode', '00-001'],
    ]);
    const exempt = saleDocument({ lines: [line({ vat: { kind: 'rate', rate: { kind: 'exempt', basis: null } } })] });
    expect(shown(formOf(exempt))).toEqual([['line.basis.0', '']]);
    expect(shown(formOf(exempt, [refused('Stawka VAT jest niepoprawna')]))).toEqual([
      ['line.vat.0', 'zw'],
      ['line.basis.0', ''],
    ]);
  });

  it('are none where nothing can be typed', () => {
    expect(formOf(order({ total: 1 }))).toEqual([]);
    expect(formOf(order(), [refused('Coś poszło nie tak')])).toEqual([]);
  });

  it('offer another date of sale when the accounting month is wrong', () => {
    const text = 'Data sprzedaży musi być zgodna z miesiącem i rokiem księgowym';
    expect(formOf(saleDocument(), [refused(text)]).map(nameOfPlace)).toEqual(['saleDate']);
  });
});

describe('where a value can be kept', () => {
  const scopes = (document: SaleDocument, extra: readonly Finding[] = []) =>
    Object.fromEntries(formOf(document, extra).map((input) => [nameOfPlace(input), input.scopes]));

  it('the buyer of an order: in the order, but for what the API does not take', () => {
    const noBuyer = { name: '', postcode: '', city: '', nip: '1', street: 'x'.repeat(70), country: null };
    expect(
      scopes(order({ buyer: buyer(noBuyer) }), [refused("Pole 'Kontrahent.Email' ma niepoprawną wartość")]),
    ).toEqual({
      'buyer.name': ['document', 'order'],
      'buyer.street': ['document', 'order'],
      'buyer.postcode': ['document', 'order'],
      'buyer.city': ['document', 'order'],
      'buyer.country': ['document'],
      'buyer.nip': ['document', 'order'],
      'buyer.email': ['document'],
    });
  });

  it('the buyer of a document of the panel: nowhere else, because the API does not take it', () => {
    expect(scopes(saleDocument({ buyer: buyer({ postcode: '' }) }))).toEqual({ 'buyer.postcode': ['document'] });
  });

  it('a payment method, a unit, a basis, a series: as a rule', () => {
    const unmapped = saleDocument({ payment: { ...saleDocument().payment, methodId: '9' } });
    expect(scopes(unmapped, [refused("Pole 'NazwaSeriiNumeracji' nie istnieje, serii numeracji brak")])).toEqual({
      payment: ['document', 'rule'],
      ifirmaSeries: ['document', 'rule'],
    });
    const nameless = order({ payment: { ...order().payment, methodId: null } });
    expect(scopes(nameless)).toEqual({ payment: ['document'] });
  });

  it('a rate: as a rule where the panel says something that the rule can go by', () => {
    const of = (vat: Parameters<typeof line>[0]) => scopes(saleDocument({ lines: [line(vat)] }))['line.vat.0'];
    expect(of({ vat: { kind: 'unknown', text: 'np' } })).toEqual(['document', 'rule']);
    expect(of({ vat: { kind: 'zero' } })).toEqual(['document', 'rule']);
    expect(of({ vat: { kind: 'unknown', text: '' } })).toEqual(['document']);
    expect(of({ vat: { kind: 'rate', rate: { kind: 'percent', percent: 19 } } })).toEqual(['document']);
  });
});

it('of iFirma’s words that nobody knows there is no way, and of others there is', () => {
  expect(wayOf(refused('Coś poszło nie tak'))).toBeNull();
  expect(wayOf(refused('Data sprzedaży musi być zgodna z miesiącem i rokiem księgowym'))).toEqual({ kind: 'month' });
  expect(wayOf({ code: 'total-mismatch', params: {} })).toEqual({ kind: 'sellasist' });
});
