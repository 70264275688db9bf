import { date, quantityFrom, sumFrom } from '../figures';
import type { FindingTexts } from '../findings';
import { en as words } from './correction';

const BY_HAND = 'Open it in iFirma, issue the correction there, and press “Link to iFirma” or “Skip” here';

const invoice = (number: string): string => (number === '' ? 'This invoice' : `The invoice ${number}`);

export const correctionFindings: Pick<FindingTexts, Extract<keyof FindingTexts, `correct${string}`>> = {
  'correction-original-unsent': ({ number }) =>
    `The invoice that this corrects${number === '' ? '' : ` (${number})`} is not in iFirma yet, or Mostek does not know it there. Mostek can send it first and the correction after it. If the invoice is in iFirma already, link it on its own card first.`,
  'correction-other-open': () =>
    'Another correction of this invoice was sent, and whether iFirma has booked it is not known. Settle that one first: find it in iFirma and link it.',
  'correction-of-correction': ({ number }) =>
    `The document ${number === '' ? 'in iFirma' : number} is a correction itself, and iFirma takes no correction of one from Mostek. Open the first invoice in iFirma, issue another correction of it there, and press “Link to iFirma” or “Skip” here.`,
  'correction-not-domestic': ({ number }) =>
    `${invoice(number)} is no ordinary domestic invoice, and iFirma takes only corrections of those from Mostek. ${BY_HAND}.`,
  'correction-currency': ({ number, currency }) =>
    `${invoice(number)} is in ${currency}, and iFirma takes only corrections of invoices in złoty from Mostek. ${BY_HAND}.`,
  'correction-lines-unknown': ({ number }) =>
    `${invoice(number)} has no lines in iFirma’s answer that could be read to the grosz, so it is not known what to correct. ${BY_HAND}.`,
  'correction-sum-unclear': ({ number, sum, total }) =>
    `The lines of the invoice${number === '' ? '' : ` ${number}`} add up to ${sumFrom(sum)} and iFirma ${total === '' ? 'does not say its sum' : `gives the sum ${sumFrom(total)}`}, so the difference cannot be counted to the grosz. ${BY_HAND}.`,
  'correction-net': () =>
    'The invoice in iFirma counts from net prices, the correction in Sellasist has gross ones, so the two cannot be compared to the grosz. Press “Create correction” at the invoice and enter what came back, or issue the correction in iFirma.',
  'corrected-before': ({ number }) =>
    `This invoice has been corrected before${number === '' ? '' : `: ${number}`}. See that it is not the same correction; the next one starts from the state after the last.`,
  'correction-too-early': ({ date: day, original }) =>
    `The correction’s date ${date(day)} is before the invoice’s date ${date(original)}, and iFirma does not take that. Correct its date in Sellasist.`,
  'correction-nothing-changes': () =>
    'This correction changes nothing: quantities, prices and rates are those of the invoice. Enter what came back; the buyer’s data can be corrected only in iFirma itself.',
  'correction-quantity-outside': ({ line, most }) =>
    `The line “${line}” has a quantity after the correction that it cannot have${most === '' ? '' : `: at most ${quantityFrom(most)}, as on the invoice`}. Correct the quantity.`,
  'correction-discount-rounded': ({ line, ours, theirs }) =>
    `The line “${line}” has a discount on the invoice, which a correction does not know: at the price after it, its worth changes from ${sumFrom(theirs)} to ${sumFrom(ours)} though the line itself does not change. Agree to it or issue the correction in iFirma.`,
  'correction-reason-unfit': ({ reason }) =>
    `The reason “${words.reasons[reason as keyof typeof words.reasons] ?? reason}” does not fit: only the correction of a mistake can add a line. Choose “${words.reasons.POMYLKI}”.`,
  'correction-line-unmatched': ({ line }) =>
    `The line “${line}” is not on the invoice in iFirma in this form, so it is not known what to correct. Compare its name, quantity and price in Sellasist with the invoice, or press “Create correction” there and enter what came back.`,
  'correction-total-unfit': ({ total }) =>
    `The correction’s total in Sellasist, ${sumFrom(total)}, fits neither what is to stay on the invoice nor the difference. Correct its amounts in Sellasist, or press “Create correction” at the invoice and enter what came back.`,
  'correction-ambiguous': ({ reading, after, difference }) =>
    `The correction from Sellasist can be read in several ways. One of them: ${words.readings[reading] ?? reading}; then ${sumFrom(after)} is left after it (difference ${sumFrom(difference)}). Choose the right one.`,
  'correction-buyer-differs': ({ ours, theirs }) =>
    `The buyer on the correction is ${ours}, on the invoice ${theirs}. Mostek cannot correct the buyer’s data: correct it in iFirma itself, and press “Link to iFirma” or “Skip” here.`,
  'correction-buyer-spelled': ({ ours, theirs }) =>
    `The buyer’s data on the correction (“${ours}”) is written otherwise than on the invoice (“${theirs}”). This correction does not change it; if that is what has to be corrected, issue the correction in iFirma.`,
};
