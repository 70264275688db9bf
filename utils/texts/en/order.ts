import { counted } from '../figures';
import type { OrderTexts } from '../order';
import { oneLine } from '../plain';

export const en: OrderTexts = {
  region: 'iFirma',
  order: (id) => `Order ${id}`,
  correction: (number) => (number === null ? 'Correction' : `Correction of ${oneLine(number, 60)}`),
  correctionOfReturn: (number, id) =>
    number === null ? `Correction for return ${id}` : `Correction of ${oneLine(number, 60)} (return ${id})`,
  reading: 'Reading this order’s documents…',
  empty:
    'There is nothing to send yet. Once the order has an invoice of a series that belongs to an iFirma account, it appears here with the button “Send to iFirma”.',
  readingDocument: 'Reading this document…',
  emptyDocument:
    'Mostek does not send this document to iFirma: it is neither an invoice nor a correction of one. Another document of the order that is has its own card, and stands on the card of the order.',
  numberDiffers: (page, own) =>
    `This page shows the document ${oneLine(page, 60)}, but under the number in its address Sellasist has the document ${oneLine(own, 60)}. Mostek does not guess which one is meant. Open the document from the list in “Dokumenty [Nowe]”.`,
  numberMissing: (own) =>
    `This page shows no number of a document, so it cannot be told whether this is ${oneLine(own, 60)}. Mostek does nothing from here. Use the card of the order.`,
  orderDiffers: (page, own) =>
    `This page links to the order ${page}, but according to Sellasist what it shows belongs to the order ${own}. Mostek does not guess which one is meant. Open it from the list once more.`,
  retry: 'Try again',
  reload: 'Reload the page',
  settings: 'Open Mostek’s settings',
  setup:
    'This panel is not connected to iFirma yet. Enter the Sellasist API key and iFirma’s login and key in Mostek’s settings, and this order’s documents appear here.',
  erplink:
    'Before you send the first document, answer in the settings whether the integration Erplink IFIRMA is on. With both at work every invoice would be created twice.',
  readOnly:
    'The integration Erplink IFIRMA is on, so Mostek sends nothing and only shows where the documents stand. Once you switch it off, change the answer in the settings.',
  waiting: 'Waiting for its turn.',
  handingOver: 'Handing over…',
  looking: 'Looking for this invoice in iFirma…',
  fetchingPdf: 'Fetching the PDF from iFirma…',
  savingPdf: 'Saving the PDF in the order…',
  linking: 'Checking the invoice in iFirma…',
  skipping: 'Saving…',
  lasting: (duration) => `for ${duration}`,
  toMend: (count) =>
    `${counted('en', count, { one: 'matter', few: 'matters', many: 'matters', other: 'matters' })} to settle`,
  whenMended: 'When that is done, press “Send again”.',
  whenSure: 'Once you are sure, press “Send again” and confirm.',
  attached: {
    verified: 'The PDF is in the order.',
    link: 'The PDF is in the order.',
    probable: 'The PDF should be in the order: Sellasist accepted it but does not show the file’s content.',
    unverified: 'It is not known whether the PDF is in the order.',
  },
  differs: ({ what, number }) => {
    const invoice = number === null ? 'this invoice' : `invoice ${oneLine(number, 60)}`;
    return `The ${what} in Sellasist was changed after the invoice had been issued: its buyer, lines, amounts or dates are no longer those of the invoice. If something came back, press “Create correction”; for any other change issue a correction of ${invoice} in iFirma, or change the ${what} back in Sellasist. Mostek does not issue a second invoice.`;
  },
  reloadForFile: 'Reload the page to see the file',
  reloadLoses: 'Unsaved changes on this page will be lost.',
  preview: {
    title: 'Preview of the document',
    working: 'Preparing the preview…',
    close: 'Close',
    nothingSent: 'This is how the document will look in iFirma. Nothing has been sent yet.',
    buyer: 'Buyer',
    nip: (nip) => `NIP ${nip}`,
    number: 'Number in Sellasist',
    issueDate: 'Issue date',
    saleDate: 'Sale date',
    dueDate: 'Due date',
    givenNumber: 'Number of the invoice',
    byIfirma: (series) => (series === '' ? 'given by iFirma' : `given by iFirma in the series “${series}”`),
    kept: (running, series) =>
      `kept from Sellasist, as number ${running}${series === '' ? '' : ` of the series “${series}”`}`,
    splitPayment: 'Split payment',
    rest: 'Other details',
    issuePlace: 'Place of issue',
    signature: 'Signature',
    template: 'Print template',
    bankAccount: 'Bank account',
    hiddenAccount: 'no bank account',
    bdo: 'BDO number',
    gios: 'GIOŚ number',
    flatRate: 'Flat tax rate',
    exemptBasis: 'Legal basis of the exemption',
    yes: 'yes',
    no: 'no',
    onSending: 'day of sending',
    unknown: 'not known',
    payment: 'Payment',
    paid: 'Paid',
    lines: 'Lines',
    name: 'Name',
    quantity: 'Quantity',
    price: 'Gross price',
    vat: 'VAT',
    gross: 'Gross value',
    discount: (percent) => `Discount ${percent}`,
    gtu: (code) => `GTU ${code}`,
    pkwiu: (code) => `PKWiU ${code}`,
    noLines: 'The lines appear here once the problems listed above are solved.',
    sumIfirma: 'Total in iFirma',
    sumOrder: 'Total of the order',
    equal: 'equal',
    different: 'different',
    difference: (amount) => `Difference ${amount}`,
    none: 'not known',
    remarks: 'What Mostek changed',
    notes: 'Notes on the invoice',
  },
  booked: {
    title: 'This document may already be in iFirma',
    text: 'Check this before you issue the invoice: a second invoice for the same sale cannot simply be deleted.',
    confirm: 'Issue it anyway',
    cancel: 'Cancel',
  },
  link: {
    title: 'Link to iFirma',
    text: 'Enter the number of the invoice that is in iFirma already. Mostek reads it, compares the total and issues nothing new.',
    number: 'Number in iFirma',
    example: 'For example 12/11/2026',
    confirm: 'Link',
    cancel: 'Cancel',
  },
  skip: {
    title: 'Skip the document',
    text: 'A skipped document does not go to iFirma until somebody sends it after all.',
    why: 'Reason',
    reasons: ['Issued by hand in iFirma', 'Order cancelled', 'Needs no invoice'],
    confirm: 'Skip',
    cancel: 'Cancel',
  },
};
