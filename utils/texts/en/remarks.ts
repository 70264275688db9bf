import { date as day, zlotyFrom as zl } from '../figures';
import type { RemarkTexts } from '../remarks';

const LARGE = zl('1500000');

export const en: RemarkTexts = {
  'free-line-left-out': ({ name }) => `The line “${name}” is free and is left out of the invoice.`,
  overpaid: ({ paid, sum }) => `${zl(paid)} was paid, more than the total; the invoice will say ${zl(sum)} paid.`,
  'line-name-cut': ({ name }) => `The line’s name “${name}” is too long for iFirma and was shortened.`,
  'buyer-name-continued': ({ name }) => `The buyer’s name “${name}” is long and takes two lines on the invoice.`,
  'discount-spread': ({ amount }) => `The discount of ${zl(amount)} was spread over the lines’ prices.`,
  'line-split': ({ name }) => `The line “${name}” was split in two so that the total is right to the grosz.`,
  'email-left-out': ({ email }) => `The e-mail “${email}” is too long or wrong and is left out of the invoice.`,
  'notes-cut': () => 'The notes were too long and were shortened.',
  'number-by-ifirma': ({ number }) => `iFirma gives the number; the Sellasist number ${number} goes into the notes.`,
  'number-kept': ({ number, running }) =>
    `The Sellasist number ${number} is kept: iFirma gets ${running} as the running number.`,
  'split-payment-advised': ({ gross }) =>
    `An invoice for a company of ${zl(gross)}, above ${LARGE}, without split payment asked for by Mostek. Check whether it is obligatory here; it is set under “Basic configuration”.`,
  'due-date-moved': ({ date }) =>
    `The due date would be before the sale or issue date, so the invoice says ${day(date)}.`,
  'ksef-offline-date': ({ date }) =>
    `The invoice goes to KSeF by itself, and its issue date, ${day(date)}, is not today: KSeF takes it as issued in offline mode.`,
};
