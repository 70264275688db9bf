/** The sample order 1001 (sellasist-api 13) and a document of it, as the wire has them. */
import * as z from 'zod/mini';
import { type DocumentWire, documentWire, type OrderWire, orderWire } from '../../../utils/sellasist/wire.ts';

export type Json = Record<string, unknown>;

export function sampleOrder(changes: Json = {}): Json {
  return {
    id: '1001',
    date: '2026-11-20 10:15:00',
    status: { id: '3', name: 'Do wysłania' },
    email: 'anna.test@example.com',
    total: '135.98',
    source: 'shop',
    shop: 'sklep-testowy.example',
    creator: 'Sklep/testowy',
    placeholder: 0,
    invoice: '1',
    document_number: '',
    bill_address: {
      name: 'Anna',
      surname: 'Testowa',
      company_name: 'Testowa Sp. z o.o.',
      company_nip: '111-111-11-11',
      street: 'Próbna',
      home_number: '7',
      flat_number: '2',
      postcode: '00-001',
      city: 'Warszawa',
      phone: '500100200',
      country: { id: 170, code: 'PL', name: 'Poland' },
    },
    shipment_address: {
      name: 'Anna',
      surname: 'Testowa',
      street: 'Próbna',
      home_number: '7',
      postcode: '00-001',
      city: 'Warszawa',
      country: { id: 170, code: 'PL', name: 'Poland' },
    },
    shipment: { id: 5, name: 'Kurier', total: '15.99' },
    payment: {
      id: '2',
      name: 'Przelew',
      paid: '135.98',
      paid_date: '2026-11-20 10:20:11',
      cod: 0,
      status: 'paid',
      currency: 'pln',
      tax: '0',
    },
    carts: [
      {
        id: '50011',
        product_id: '77',
        variant_id: null,
        name: 'Kubek ceramiczny',
        quantity: '2.000',
        price: '49.00',
        tax_rate: '23.000',
        symbol: 'KUB-01',
        ean: '5900000000015',
      },
      {
        id: '50012',
        product_id: '0',
        variant_id: null,
        name: 'Książka kucharska',
        quantity: '1.000',
        price: '21.99',
        tax_rate: '5.000',
        symbol: '',
        ean: '',
      },
    ],
    additional_fields: [
      { field_id: 12, field_name: 'Faktura PDF', field_value: '' },
      { field_id: 13, field_name: 'Numer FV', field_value: '' },
    ],
    ...changes,
  };
}

export function sampleDocument(changes: Json = {}): Json {
  return {
    id: '77',
    number: 'FV 12/11/2026',
    custom_number: 'FV 12/11/2026',
    type: 'sale',
    subtype: 'invoice',
    issue_date: '2026-11-21',
    sale_date: '2026-11-20',
    total: '135.98',
    currency: 'PLN',
    order_id: '1001',
    email: 'ksiegowosc@example.com',
    buyer_address: {
      name: 'Anna',
      surname: 'Testowa',
      company_name: 'Testowa Sp. z o.o.',
      company_nip: '1111111111',
      street: 'Próbna',
      home_number: '7',
      flat_number: '2',
      postcode: '00-001',
      city: 'Warszawa',
      phone: null,
    },
    receiver_address: null,
    is_ready: '1',
    series_id: '4',
    series: { id: '4', name: 'FV' },
    products: [
      {
        id: '901',
        product_id: '77',
        name: 'Kubek ceramiczny',
        quantity: '4.000',
        vat: '23.000',
        price_net: '159.35',
        price_gross: '196.00',
        price_net_unit: '39.84',
        price_gross_unit: '49.00',
        discount: '0.00',
      },
    ],
    ...changes,
  };
}

export function readOrder(changes: Json = {}): OrderWire {
  return z.parse(orderWire, sampleOrder(changes));
}

export function readDocument(changes: Json = {}): DocumentWire {
  return z.parse(documentWire, sampleDocument(changes));
}
