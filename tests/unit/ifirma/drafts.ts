import type { DraftLine, InvoiceDraft } from '../../../utils/invoice/draft.ts';

/** The consumer of ifirma-api 10.2, who has paid 144.89 zł online for a cup and its shipping. */
export function draft(changes: Partial<InvoiceDraft> = {}): InvoiceDraft {
  return {
    buyer: {
      name: 'Grażyna Świątek-Źdźbło',
      continuedName: '',
      isCompany: false,
      nip: '',
      street: 'ul. Świętojańska 7/3',
      postcode: '90-001',
      city: 'Łódź',
      country: 'PL',
      email: 'klient@example.com',
    },
    lines: [
      draftLine({ name: 'Żółty kubek „Łąka” 350 ml', unitGross: 12_990, gross: 12_990 }),
      draftLine({ name: 'Paczkomat', unit: 'usł.', unitGross: 1499, gross: 1499 }),
    ],
    gross: 14_489,
    paid: 14_489,
    payment: 'ELE',
    issueDate: '2026-11-22',
    saleDate: '2026-11-22',
    notes: 'Sellasist demo/o12346',
    number: null,
    ifirmaSeries: '',
    template: '',
    issuePlace: '',
    signature: 'BWO',
    bankAccount: { use: 'ifirma' },
    dueDate: null,
    showBdo: false,
    showGios: false,
    splitPayment: null,
    exempt: false,
    flatRate: null,
    ...changes,
  };
}

export function draftLine(changes: Partial<DraftLine> = {}): DraftLine {
  return {
    name: 'Lampa biurkowa LED',
    unit: 'szt.',
    vat: { kind: 'percent', percent: 23 },
    quantity: 1000,
    unitGross: 12_300,
    discount: 0,
    gross: 12_300,
    gtu: null,
    pkwiu: '',
    ...changes,
  };
}
