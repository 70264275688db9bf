import { describe, expect, it } from 'vitest';
import { countryOf } from '../../../utils/sellasist/country.ts';
import { saleDocumentOfOrder } from '../../../utils/sellasist/order.ts';
import { streetOf } from '../../../utils/sellasist/street.ts';
import { type Json, readOrder } from './samples.ts';

const ANNA: Json = {
  name: 'Anna',
  surname: 'Testowa',
  street: 'Próbna',
  home_number: 7,
  postcode: '00-001',
  city: 'Warszawa',
};

function buyerOf(bill: unknown, changes: Json = {}) {
  return saleDocumentOfOrder(readOrder({ bill_address: bill, ...changes }), { panel: 'acme', documentFieldId: null })
    .buyer;
}

describe('a street', () => {
  it.each([
    ['Próbna', '7', '2', 'Próbna 7/2'],
    ['Próbna', '7', '', 'Próbna 7'],
    ['Próbna', '7A', '2b', 'Próbna 7A/2b'],
    ['Próbna 7/2', '7', '2', 'Próbna 7/2'],
    ['Próbna 7/2', '7', '', 'Próbna 7/2'],
    ['Próbna 7/2', '7/2', '', 'Próbna 7/2'],
    ['Próbna 7', '7', '', 'Próbna 7'],
    ['Próbna 7', '7', '2', 'Próbna 7/2'],
    ['Próbna 7a', '7A', '', 'Próbna 7a'],
    ['Próbna 7 m. 2', '7', '2', 'Próbna 7 m. 2'],
    ['Próbna 7 lok. 2', '7', '', 'Próbna 7 lok. 2'],
    ['Próbna 7', '', '2', 'Próbna 7/2'],
    ['Próbna 7/2', '', '2', 'Próbna 7/2'],
    ['Próbna', '', '2', 'Próbna m. 2'],
    ['Próbna', '7/2', '2', 'Próbna 7/2'],
    ['Próbna', '2', '2', 'Próbna 2/2'],
    ['Próbna 17', '7', '', 'Próbna 17 7'],
    ['3 Maja', '3', '', '3 Maja 3'],
    ['', '7', '2', '7/2'],
    ['7', '7', '', '7'],
    ['Próbna', '', '', 'Próbna'],
    ['', '', '', ''],
  ])('%j, %j, %j is %j', (street, home, flat, line) => {
    expect(streetOf(street, home, flat)).toBe(line);
  });
});

describe('a country', () => {
  it.each([
    [{ id: 170, code: 'PL', name: 'Poland' }, 'PL'],
    [{ id: '170', code: 'pl', name: 'Poland' }, 'PL'],
    [{ id: 1, code: 'DE', name: 'Poland' }, 'DE'],
    [{ id: 170, code: '', name: 'Polska' }, 'PL'],
    [{ id: 1, code: 'MX', name: 'Mexico' }, 'MX'],
    [{ id: 1, code: 'UK', name: 'United Kingdom' }, 'GB'],
    ['pl', 'PL'],
    ['POL', 'PL'],
    ['Poland', 'PL'],
    ['polska', 'PL'],
    [' Czech  Republic ', 'CZ'],
    ['Niemcy', 'DE'],
    ['WŁOCHY', 'IT'],
    ['EL', 'GR'],
    ['XK', 'XK'],
    ['Polonia', null],
    ['ABC', null],
    ['XX', null],
    ['ZZ', null],
    ['P1', null],
    [{ id: 170, code: 'nonsense', name: 'Poland' }, null],
    [{ id: 170 }, null],
    [170, null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%j is %j', (value, code) => {
    expect(countryOf(value)).toBe(code);
  });
});

describe('the buyer', () => {
  it('is the company where there is one', () => {
    expect(buyerOf({ ...ANNA, company_name: ' Testowa Sp. z o.o. ', company_nip: '111-111-11-11 ' })).toMatchObject({
      name: 'Testowa Sp. z o.o.',
      isCompany: true,
      nip: '111-111-11-11',
    });
  });

  it('is the person where there is no company, and an address of the marketplace is still an address', () => {
    expect(buyerOf(ANNA, { email: 'alias+1@allegromail.example' })).toMatchObject({
      name: 'Anna Testowa',
      isCompany: false,
      nip: '',
      street: 'Próbna 7',
      email: 'alias+1@allegromail.example',
    });
  });

  it('is a company by a NIP alone, under the name of the person', () => {
    expect(buyerOf({ ...ANNA, company_name: '', company_nip: 'PL1111111111' })).toMatchObject({
      name: 'Anna Testowa',
      isCompany: true,
      nip: 'PL1111111111',
    });
  });

  it.each(['0', 0, '', ' ', '-', null, undefined])('has no NIP by %j', (nip) => {
    expect(buyerOf({ ...ANNA, company_nip: nip })).toMatchObject({ isCompany: false, nip: '' });
  });

  it('is the receiver when the address of the document is wholly empty, whatever its country', () => {
    const empty = { name: '', surname: null, street: '', home_number: '', country: { id: 170, code: 'PL' } };
    const expected = { name: 'Jan Odbiorca', street: 'Inna 3', city: 'Kraków', country: 'DE' };
    const shipment = {
      name: 'Jan',
      surname: 'Odbiorca',
      street: 'Inna',
      home_number: '3',
      city: 'Kraków',
      country: 'DE',
    };
    for (const bill of [empty, { ...empty, company_nip: '0', company_name: '-' }, null, undefined, [], '']) {
      expect(buyerOf(bill, { shipment_address: shipment })).toMatchObject(expected);
    }
  });

  it('keeps an address that is only partly filled, and takes nothing from the other', () => {
    expect(buyerOf({ city: 'Łódź' })).toEqual({
      name: '',
      isCompany: false,
      nip: '',
      street: '',
      postcode: '',
      city: 'Łódź',
      country: null,
      email: 'anna.test@example.com',
    });
  });

  it('may be called anything: a hostile text passes through as data', () => {
    const name = '"><img src=x onerror=alert(1)> {{7*7}} \u202e';
    expect(buyerOf({ ...ANNA, company_name: name }).name).toBe(name);
    expect(buyerOf({ ...ANNA, company_name: '__proto__' }).name).toBe('__proto__');
  });
});
