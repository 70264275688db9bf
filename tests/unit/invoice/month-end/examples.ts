/** Documents and invoices of October 2026. */
import type {
  Collected,
  MonthDocument,
  MonthInvoice,
  MonthTransfer,
  ReadDocument,
  ReadInvoice,
} from '../../../../utils/invoice/month-end/types.ts';

export const document = (id: string, over: Partial<MonthDocument> = {}): MonthDocument => ({
  documentId: id,
  number: `FV/${id}/10/2026`,
  kind: 'invoice',
  orderId: `1${id}`,
  issueDate: '2026-10-12',
  gross: 12_300,
  currency: 'PLN',
  readAt: 1,
  wantsKsef: false,
  transfer: null,
  ...over,
});

export const transfer = (id: string, over: Partial<MonthTransfer> = {}): MonthTransfer => ({
  key: `d${id}`,
  kind: 'invoice',
  state: 'done',
  orderId: `1${id}`,
  documentNumber: `FV/${id}/10/2026`,
  identifier: `9${id}`,
  number: `${id}/10/2026`,
  issueDate: '2026-10-12',
  sent: 12_300,
  after: null,
  booked: 12_300,
  ksefNumber: null,
  wantsKsef: false,
  ...over,
});

export const invoice = (id: string, over: Partial<MonthInvoice> = {}): MonthInvoice => ({
  identifier: `9${id}`,
  number: `${id}/10/2026`,
  issueDate: '2026-10-12',
  gross: 12_300,
  currency: 'PLN',
  isReadable: true,
  transfers: [],
  isElsewhere: false,
  ...over,
});

export const readInvoice = (id: string, over: Partial<ReadInvoice> = {}): ReadInvoice => ({
  identifier: `9${id}`,
  isThere: true,
  number: `${id}/10/2026`,
  issueDate: '2026-10-12',
  gross: 12_300,
  currency: 'PLN',
  ksefNumber: '',
  marks: [],
  isElsewhere: false,
  ...over,
});

export const marked = (id: string, over: Partial<ReadInvoice> = {}): ReadInvoice =>
  readInvoice(id, { marks: [{ key: `d${id}`, orderId: `1${id}`, isCorrection: false }], ...over });

export const readDocument = (id: string, over: Partial<ReadDocument> = {}): ReadDocument => ({
  documentId: id,
  isThere: true,
  number: `FV/${id}/10/2026`,
  issueDate: '2026-10-12',
  gross: 12_300,
  currency: 'PLN',
  ...over,
});

/** Both sides of a document that Mostek sent. */
export const sent = (id: string, over: Partial<MonthTransfer> = {}) => {
  const own = transfer(id, over);
  return { documents: [document(id, { transfer: own })], invoices: [invoice(id, { transfers: [own] })] };
};

export const collected = (over: Partial<Collected> = {}): Collected => ({
  month: '2026-10',
  documents: [],
  invoices: [],
  booked: [],
  readInvoices: [],
  readDocuments: [],
  ...over,
});
