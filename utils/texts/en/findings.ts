import { date, zlotyFrom as zl } from '../figures';
import type { FindingTexts } from '../findings';
import { hintFor } from '../hints';
import { correctionFindings } from './corrections';
import { payments } from './states';

/** Typed at the document in Mostek, or in the panel. */
const THERE = 'in Mostek or in Sellasist';

/** The controls of the settings page, as its Polish names them and what they mean. */
const FIELDS: Readonly<Record<string, string>> = {
  kind: '“Rodzaj w iFirma” (kind)',
  numbering: '“Kto nadaje numer” (who gives the number)',
  pattern: '“Wzór numeru” (pattern)',
};
const fieldsOf = (codes: string): string =>
  codes
    .split(',')
    .map((code) => FIELDS[code] ?? code)
    .join(' and ');

/** Nobody sees the number of a field or a series in the panel, so one whose name is not known has none. */
const named = (field: string): string => (/^\d+$/.test(field) ? '' : ` “${field}”`);

const IN_SERIES = 'in Mostek’s settings, under “Document series”';
const IN_BASICS = 'in Mostek’s settings, under “Basic configuration”';

const paymentName = (code: string): string => payments[code as keyof typeof payments] ?? code;

export const en: FindingTexts = {
  'buyer-name-missing': () => `The buyer has no name. Enter the company or the person ${THERE}.`,
  'buyer-name-too-long': ({ name }) =>
    `The buyer’s name “${name}” is too long: iFirma takes at most 300 characters. Shorten it ${THERE}.`,
  'buyer-street-too-long': ({ street }) =>
    `The buyer’s street “${street}” is too long: iFirma takes at most 65 characters. Shorten it ${THERE}.`,
  'buyer-postcode-missing': () => `The buyer has no postcode and iFirma requires one. Enter it ${THERE}.`,
  'buyer-postcode-invalid': ({ postcode }) =>
    `The buyer’s postcode “${postcode}” is not of the form 00-000. Correct it ${THERE}.`,
  'buyer-city-missing': () => `The buyer has no city and iFirma requires one. Enter it ${THERE}.`,
  'buyer-city-too-long': ({ city }) =>
    `The buyer’s city “${city}” is too long: iFirma takes at most 65 characters. Shorten it ${THERE}.`,
  'buyer-nip-invalid': ({ nip }) =>
    `The buyer’s tax number (NIP) “${nip}” is wrong. Correct it ${THERE}, or remove it if the buyer is a private person.`,
  'buyer-country-missing': () => `The buyer’s country is not known. Choose it ${THERE}.`,
  'buyer-country-unsupported': ({ country }) =>
    `The buyer is from ${country} and Mostek sends only domestic invoices so far. Issue this invoice in iFirma and press “Skip” here.`,
  'vat-unknown': ({ line, text }) =>
    text === ''
      ? `The line “${line}” has no VAT rate. Choose the right one ${THERE}.`
      : `The line “${line}” has an unknown VAT rate “${text}”. Choose the right one ${THERE}.`,
  'vat-zero-ambiguous': ({ line }) =>
    `The line “${line}” has the rate 0 in Sellasist, which may mean 0% or exempt. Choose the meaning at this document or for good in Mostek’s settings, under “Basic configuration”.`,
  'vat-unsupported': ({ line, text }) =>
    `The line “${line}” has the VAT rate “${text}”, which iFirma does not take on a domestic invoice. Choose the right one ${THERE}.`,
  'legal-basis-missing': ({ line }) =>
    `The line “${line}” is exempt from VAT and the legal basis is missing. Enter it at this document or for good in Mostek’s settings, under “Basic configuration” or, if the whole company is exempt from VAT, under “Accounts”.`,
  'line-name-missing': ({ line }) => `Line ${line} has no name. Enter it ${THERE}.`,
  'line-quantity-invalid': ({ line }) =>
    `The line “${line}” has a quantity that cannot be invoiced: it must be a number above zero. Correct it in Sellasist.`,
  'line-price-invalid': ({ line }) =>
    `The line “${line}” has a price that cannot be invoiced: it must be an amount above zero. Correct it in Sellasist.`,
  'line-gross-mismatch': ({ line, gross }) =>
    `The line “${line}” is worth ${zl(gross)}, which cannot be written as quantity times price to the grosz. Correct its quantity or price in Sellasist.`,
  'discount-not-spreadable': ({ amount }) =>
    `The discount of ${zl(amount.replace('-', ''))} cannot be spread over the lines to the grosz. Correct the prices or the discount in Sellasist.`,
  'no-lines': () => 'The document has no line to invoice. Add products in Sellasist or press “Skip”.',
  'total-unreadable': () => 'The document’s total cannot be read. Check its amounts in Sellasist.',
  'total-mismatch': ({ sum, total, difference }) =>
    `The lines make ${zl(sum)}, but the total in Sellasist is ${zl(total)} (difference ${zl(difference)}). Correct prices, discount or shipping in Sellasist.`,
  'total-zero': () =>
    'The document’s total is 0,00\u00a0zł and iFirma takes no such invoice. Correct the amounts in Sellasist or press “Skip”.',
  'payment-unmapped': ({ method }) =>
    `The payment method “${method}” has no counterpart in iFirma. Choose one at this document or for good in Mostek’s settings, under “Payment methods”.`,
  'payment-unknown': () => `The order has no payment method. Choose it ${THERE}.`,
  'currency-unsupported': ({ currency }) =>
    currency === ''
      ? 'The document does not say its currency. Set it in Sellasist.'
      : `The document’s currency is ${currency} and Mostek sends only invoices in złoty so far. Issue this invoice in iFirma and press “Skip” here.`,
  'order-unconfirmed': () =>
    'The order is not confirmed yet, so there is nothing to invoice. Wait for the confirmation in Sellasist.',
  'receipt-exists': ({ number }) =>
    `The order has the receipt ${number} already, and a separate invoice would book this sale a second time. If the buyer needs one, issue an invoice to the receipt in iFirma and press “Skip” on the card of the order.`,
  'issue-date-future': ({ date: day }) =>
    `The issue date ${date(day)} is in the future. Correct it ${THERE}, or send the document on that day.`,
  'sale-date-after-issue': ({ sale, issue }) =>
    `The sale date ${date(sale)} is later than the issue date ${date(issue)}. Correct one of them ${THERE}.`,
  'issue-too-late': ({ sale, limit }) =>
    `iFirma lets a sale of ${date(sale)} be invoiced with the issue date ${date(limit)} at the latest. If the dates are wrong, correct them ${THERE} or, for an order without a document, change “Sale date” ${IN_BASICS}; if they are right, issue this invoice in iFirma and press “Skip” here.`,
  'series-unassigned': ({ number }) =>
    `The series of the document ${number} belongs to no iFirma account. Assign it in Mostek’s settings, under “Accounts”.`,
  'series-incomplete': ({ number, fields }) =>
    `The series of the document ${number} is not set up completely yet. Fill in ${fieldsOf(fields)} ${IN_SERIES}.`,
  'series-not-sent': ({ number }) =>
    `The document ${number} is of a series that by the settings does not go to iFirma. If it is to go there, change the series’ kind ${IN_SERIES}; if not, leave it or skip it.`,
  'series-for-corrections': ({ number }) =>
    `The document ${number} is an invoice, but its series is set as one for corrections. Change the series’ kind ${IN_SERIES}.`,
  'series-oss': ({ number }) =>
    `The series of the document ${number} is marked as OSS and Mostek sends only domestic invoices so far. Issue this invoice in iFirma, and link or skip it here; if the mark is a mistake, remove it ${IN_SERIES}.`,
  'series-shared': ({ series }) =>
    `Two numberings would meet in ${series === '' ? 'iFirma’s default series' : `the series “${series}” in iFirma`}: Mostek is to keep Sellasist’s numbers there, and another series or orders without a document use it as well. Create a series of its own in iFirma for the numbers of Sellasist and enter its name in “Seria w iFirma” (its series) ${IN_SERIES}.`,
  'order-series-missing': () =>
    `This order has no document, and of the several accounts of this panel none issues such orders. Choose “Series for orders without a document” on one of them ${IN_BASICS}.`,
  'order-series-unfit': ({ series }) =>
    `The series${named(series)} chosen for orders without a document cannot number them: it has to belong to this account, be one for domestic invoices without the OSS mark, and have its numbers from iFirma. Correct it ${IN_SERIES}, or choose another under “Basic configuration”.`,
  'number-unreadable': ({ number, pattern }) =>
    `The number ${number} cannot be read by the pattern “${pattern}”, and Mostek is to keep it. Correct the series’ pattern ${IN_SERIES}.`,
  'number-date-differs': ({ number, date: day }) =>
    `The number ${number} has another day, month or year than the issue date ${date(day)}, so iFirma could not keep it. Correct the date ${THERE}, or the number in Sellasist; if they are right, correct the series’ pattern ${IN_SERIES}.`,
  'number-differs': ({ ours, theirs }) =>
    `The number was to be kept, but in Sellasist it is ${ours} and in iFirma ${theirs}. Check the invoice in iFirma and, for the next ones, adjust the numbering of the series there or change “Seria w iFirma” (its series) ${IN_SERIES}.`,
  'exempt-line-taxed': ({ line, rate }) =>
    `The line “${line}” has the VAT rate ${rate}% in Sellasist, but this account is exempt from VAT. Correct the rate ${THERE} or, if the company does pay VAT, the tax form in Mostek’s settings, under “Accounts”.`,
  'payment-not-for-exempt': ({ code }) =>
    `iFirma does not take the payment “${paymentName(code)}” on an invoice of a company exempt from VAT. Choose another at this document or for good in Mostek’s settings, under “Payment methods”.`,
  'heading-contradicts': ({ heading, url }) =>
    `The page’s heading speaks of order ${heading}, its address of order ${url}. Mostek does not guess which is meant. Open the order from the list again.`,
  'maybe-booked-number': ({ number }) =>
    `The order carries the number of another document: ${number}. Check in iFirma that this sale was not invoiced before.`,
  'maybe-booked-unknown': () =>
    'The panel has more documents than Mostek could look at yet, and one of them may be of this order. Make sure that the order has neither an invoice nor a receipt.',
  'maybe-booked-field': ({ field }) =>
    `The order’s field${named(field)}, which takes the PDF, is filled already. Check that it does not hold an invoice for this sale; the new invoice’s PDF may replace what is there.`,
  'maybe-booked-mark': ({ number }) =>
    `iFirma has the invoice ${number} with the mark of this order. Look at it before you issue another.`,
  'maybe-booked-state': ({ text }) =>
    `The state field of this order says already: “${text}”. See in iFirma whether this sale was invoiced; issuing the invoice replaces that text.`,
  'sale-taken': ({ number, document }) => {
    const from = document === '' ? 'the order itself' : `the document ${document}`;
    return number === ''
      ? `An invoice for this order is being sent already, from ${from}. Issue a second one only if it is for another sale.`
      : `This order has the invoice ${number} in iFirma already, sent from ${from}. Issue a second one only if it is for another sale.`;
  },
  'sum-differs': ({ ours, theirs }) =>
    `The total in Sellasist is ${zl(ours)}, on the invoice in iFirma ${zl(theirs)}. Check that it is the right invoice and correct the amounts where they are wrong.`,
  'ksef-offline-date': ({ date: issued }) =>
    `The issue date is ${date(issued)}, not today. Invoices of this series go to KSeF by themselves, and KSeF takes one of another date as issued in offline mode.`,
  'ifirma-refused': ({ kod, text }) =>
    `iFirma did not accept the document (Kod ${kod}): “${text}”. ${hintFor('en', text) ?? 'Correct in Sellasist what iFirma points at.'}`,
  ...correctionFindings,
};
