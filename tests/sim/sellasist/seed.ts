/** What the two accounts hold before a test adds anything. */
import type { Panel } from './panel.ts';
import { addDays } from './time.ts';

/**
 * | id | what it is for |
 * |---|---|
 * | 1001 | the sample order (sellasist-api 13), paid by transfer, with the invoice FV/12 (document 77) |
 * | 1002 | somebody who wants a receipt: no address for a document, cash on delivery, a line without a rate; no document |
 * | 1003 | already done: number FV/11 (document 76), a file in field 12, a return (5) and a correction (document 80) |
 * | 1004 | a second plain invoice, FV/13 (document 78), paid by PayU |
 * | 1005 | a company that got a receipt, fiscal number PA/…, document 79 |
 * | 1006 | a placeholder: not confirmed |
 *
 * Beside them: a proforma of 1002 (document 81), a stock release of 1001 (82), and in the old module an invoice 77.
 */
export function fillDemo(panel: Panel): void {
  const day = addDays(panel.today, -2);
  const dayBefore = addDays(panel.today, -3);
  sampleOrders(panel, day);
  panel.addOrder({
    id: '1003',
    date: `${dayBefore} 16:40:00`,
    statusId: '4',
    lines: [{ name: 'Czajnik emaliowany', productId: '81', quantity: '1', price: '129.00', symbol: 'CZA-02' }],
    fields: { '12': samplePdf('FV 11'), '13': numberOf('FV', 11, dayBefore) },
    trackingNumbers: ['000111222333'],
  });
  panel.addOrder({ id: '1004', date: `${day} 12:05:00`, payment: { id: '3' } });
  panel.addOrder({ id: '1005', date: `${day} 13:30:00`, payment: { id: '4' }, invoice: false });
  panel.addOrder({ id: '1006', date: `${day} 14:00:00`, placeholder: true, statusId: '1', payment: { paid: '0' } });

  panel.addDocument({ id: '76', orderId: '1003', number: numberOf('FV', 11, dayBefore), sync: 'Wysłano' });
  panel.addDocument({
    id: '77',
    orderId: '1001',
    number: numberOf('FV', 12, day),
    numberInOrder: false,
    sync: 'Błąd',
  });
  panel.addDocument({ id: '78', orderId: '1004', number: numberOf('FV', 13, day) });
  panel.addDocument({
    id: '79',
    orderId: '1005',
    series: 'PAR',
    number: numberOf('PAR', 1, day),
    numberInOrder: false,
  });
  const receipt = panel.orders.get('1005');
  if (receipt) receipt.documentNumber = numberOf('PA', 123, day);
  const back = { quantity: '1', price: '-129.00', name: 'Czajnik emaliowany', productId: '81' };
  panel.addDocument({
    id: '80',
    orderId: '1003',
    series: 'KOR',
    mainDocumentId: '76',
    issueDate: day,
    lines: [back],
  });
  panel.addDocument({ id: '81', orderId: '1002', series: 'PRO' });
  panel.addDocument({ id: '82', orderId: '1001', series: 'WZ' });
  panel.addReturn({ id: '5', orderId: '1003' });
  // The old module counts its ids for itself: 77 is another document there (sellasist-api 9.1).
  panel.addOldDocument({
    id: '77',
    kind: 'invoice',
    number: 'FS/3/2025',
    date: '2025-03-11',
    orderId: '990',
    total: '61.50',
  });
  panel.addOldDocument({
    id: '12',
    kind: 'receipt',
    number: 'P/7/2025',
    date: '2025-03-12',
    orderId: '991',
    total: '20.00',
  });
}

/** The same ids as in the first account, other people and other sums. */
export function fillDrugi(panel: Panel): void {
  const day = addDays(panel.today, -2);
  panel.addOrder({
    id: '1001',
    date: `${day} 08:00:00`,
    email: 'zofia.wzorowa@example.com',
    buyer: { company_name: 'Wzorowa Zofia Usługi', company_nip: '4444444444', city: 'Gdańsk', postcode: '80-001' },
    lines: [{ id: '60011', name: 'Świeca sojowa', quantity: '3', price: '35.00', symbol: 'SWI-1' }],
  });
  panel.addOrder({ id: '1002', date: `${day} 09:00:00`, buyer: null, payment: { cod: true } });
  panel.addDocument({ id: '77', orderId: '1001', number: numberOf('FV', 1, day) });
}

/** 1001 and 1002 as sellasist-api 13 has them. */
function sampleOrders(panel: Panel, day: string): void {
  const anna = { name: 'Anna', surname: 'Testowa', street: 'Próbna', home_number: '7', phone: '500100200' };
  const book = { id: '50012', productId: '0', name: 'Książka kucharska', price: '21.99', symbol: '', ean: '' };
  panel.addOrder({
    id: '1001',
    date: `${day} 10:15:00`,
    email: 'anna.test@example.com',
    buyer: {
      ...anna,
      company_name: 'Testowa Sp. z o.o.',
      // Its check digit is right, though nobody has it.
      company_nip: '111-111-11-11',
      flat_number: '2',
    },
    receiver: anna,
    lines: [
      { id: '50011', productId: '77', name: 'Kubek ceramiczny', quantity: '2', price: '49.00', rate: 23 },
      { ...book, rate: 5 },
    ],
    trackingNumbers: ['000111222444'],
  });
  panel.addOrder({
    id: '1002',
    date: `${day} 11:20:00`,
    email: 'jan.probny@example.com',
    buyer: null,
    receiver: { name: 'Jan', surname: 'Próbny' },
    lines: [{ ...book, id: '50021', rate: '' }],
    payment: { cod: true },
  });
}

const numberOf = (prefix: string, running: number, date: string): string =>
  `${prefix}/${running}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** The smallest file that a reader takes for a PDF; `label` makes it another one. */
export function samplePdf(label: string): Buffer {
  const body = `%PDF-1.4
% ${label}
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
  return Buffer.from(body, 'latin1');
}
