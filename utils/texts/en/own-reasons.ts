import { date } from '../figures';
import type { OwnReasonTexts } from '../reasons';
import { en as ruleWords } from './rule-words';
import { code, http, isSaid, words } from './words';

const { conditions, effects, problems } = ruleWords;
const named = (rule: string): string => (isSaid(rule) ? ` “${rule}”` : '');
const conditionEn = (condition: string): string => {
  const text = conditions[condition as keyof typeof conditions];
  return text === undefined ? 'one of its conditions is not met' : `this condition is not met: ${text}`;
};
const effectEn = (effect: string): string => effects[effect as keyof typeof effects] ?? 'effect';
const problemEn = (problem: string): string => {
  const text = problems[problem as keyof typeof problems];
  return text === undefined ? '' : `: ${text}`;
};

const NOTHING = 'There is nothing to do.';
const AGAIN = 'press “Repeat” in “Latest actions” (under “Automations”)';
const DECIDE = 'choose “Repeat” or “Let go” in “Latest actions” (under “Automations”)';

const BY_HAND = 'If it is to go to iFirma, send it from the order card.';
const older = (day: string, from: string): string =>
  !isSaid(day) || !isSaid(from)
    ? 'it is older than the day from which Mostek is to send'
    : `it is dated ${date(day)}, and Mostek sends documents from ${date(from)} on`;

/**
 * What automatic sending and rules say of themselves in the log, and of what became of what they do. Only where nothing came to be issued does the document's state
 * say more (`open`); the others are about a rule, or about what follows an invoice.
 */
export const en: OwnReasonTexts = {
  'auto-queued': () => ({
    what: 'Mostek took up this document by itself, because sending automatically is switched on.',
    booked: 'open',
    todo: '',
  }),
  'auto-before-start': ({ date, from }) => ({
    what: `Sending automatically left this document out: ${older(date, from)}.`,
    booked: 'open',
    todo: BY_HAND,
  }),
  'auto-other-series': () => ({
    what: 'Sending automatically left this document out: its series does not belong to an account that sends by itself.',
    booked: 'open',
    todo: BY_HAND,
  }),
  'auto-series-not-sent': () => ({
    what: 'Sending automatically left this document out: its series is set not to go to iFirma.',
    booked: 'open',
    todo: 'If it is to go there, change that under “Document series”.',
  }),
  'auto-receipt': () => ({
    what: 'Sending automatically left this document out: it is a receipt.',
    booked: 'open',
    todo: 'Mostek does not send receipts as invoices.',
  }),
  'auto-other-kind': () => ({
    what: 'Sending automatically left this document out: it is neither an invoice nor a correction.',
    booked: 'open',
    todo: 'Mostek does not send such documents.',
  }),
  'auto-no-order': () => ({
    what: 'Sending automatically left this document out: it belongs to no order.',
    booked: 'open',
    todo: 'If it is to go to iFirma, send it from the document’s card.',
  }),
  'auto-no-date': () => ({
    what: 'Sending automatically left this document out: the panel does not say when it was issued.',
    booked: 'open',
    todo: BY_HAND,
  }),
  'auto-gone': () => ({
    what: 'Sending automatically left this document out: the panel has it no more.',
    booked: 'open',
    todo: 'Nothing has to be done.',
  }),
  'auto-unreadable': () => ({
    what: 'The panel lists this document, but what is in it cannot be read.',
    booked: 'open',
    todo: 'Mostek goes on trying by itself. If this lasts, save the document in Sellasist once more.',
  }),
  'auto-elsewhere': ({ computer }) => ({
    what: `Another computer sends this document by itself${isSaid(computer) ? `: “${computer}”` : ''}.`,
    booked: 'open',
    todo: 'Nothing has to be done.',
  }),
  'rule-fired': ({ rule }) => ({
    what: `The rule${named(rule)} acted.`,
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-not-met': ({ rule, condition }) => ({
    what: `The rule${named(rule)} does not act here, because ${conditionEn(condition)}.`,
    booked: 'said',
    todo: 'If it should have acted, change its conditions under “Automations”.',
  }),
  'rule-after-first': ({ rule, first }) => ({
    what: `The rule${named(rule)} did not act, because${isSaid(first) ? ` “${first}”` : ' another one'} fitted before it and only the first acts.`,
    booked: 'said',
    todo: 'If both are to act, choose “All of them act” under “Automations”.',
  }),
  'rule-fired-before': ({ rule }) => ({
    what: `The rule${named(rule)} has acted here before, and it acts on an order or document only once.`,
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-broken': ({ rule, problem }) => ({
    what: `The rule${named(rule)} does not act, because there is an error in it${problemEn(problem)}.`,
    booked: 'said',
    todo: 'Mend it under “Automations”.',
  }),
  'rule-elsewhere': ({ rule, computer }) => ({
    what: `The rule${named(rule)} does not act on this computer: another one does it${isSaid(computer) ? `, “${computer}”` : ''}.`,
    booked: 'said',
    todo: `${NOTHING} To have it done here, press “Take over” under “Basic configuration”.`,
  }),
  'rule-order-gone': () => ({
    what: 'The rules do nothing here: the panel has this order no more.',
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-order-unreadable': () => ({
    what: 'This order or its documents cannot be read, so the rules do nothing with it for now.',
    booked: 'said',
    todo: 'Mostek goes on trying by itself. If that lasts, save this order in Sellasist once more.',
  }),
  'rule-missed': () => ({
    what: 'More happened in the panel than could be looked through, so the rules may have missed something.',
    booked: 'said',
    todo: 'Look through “Not sent” and the orders of the last days; what was missed, do by hand.',
  }),
  'rule-effect': ({ rule, effect }) => ({
    what: `The rule${named(rule)} – done: ${effectEn(effect)}.`,
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-dropped': ({ rule, effect }) => ({
    what: `The rule${named(rule)} – let go by a person: ${effectEn(effect)}.`,
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-asked-again': ({ rule, effect }) => ({
    what: `The rule${named(rule)} – a person asked to repeat: ${effectEn(effect)}.`,
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-already': () => ({
    what: 'There was nothing to do: it is already as the rule wants it.',
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-awaits-invoice': () => ({
    what: 'This waits until the invoice is in iFirma.',
    booked: 'said',
    todo: `${NOTHING} It goes on by itself once the invoice is there.`,
  }),
  'rule-awaits-ksef': () => ({
    what: 'This waits until the invoice has its KSeF number.',
    booked: 'said',
    todo: `${NOTHING} It goes on by itself once the number is there.`,
  }),
  'rule-awaits-person': () => ({
    what: 'This waits, because the number or sum of the invoice in iFirma is not the one in Sellasist, or there are two invoices for the same sale.',
    booked: 'said',
    todo: 'Look at the invoice in iFirma and settle it on the order card; this then goes on by itself.',
  }),
  'rule-no-order': () => ({
    what: 'This is about an order, and the document belongs to none.',
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-no-document': () => ({
    what: 'The rule had nothing to issue: the order has no document that this account sends to iFirma.',
    booked: 'open',
    todo: 'If it should have one, issue it in Sellasist or from the order card.',
  }),
  'rule-other-kind': () => ({
    what: 'The rule did not issue this document: it is of another kind than the rule says.',
    booked: 'open',
    todo: 'If it is meant for iFirma, send it from the order card.',
  }),
  'rule-not-issued-here': () => ({
    what: 'Another computer or a person in iFirma issued this invoice, so this computer adds nothing to it.',
    booked: 'said',
    todo: 'Do it in iFirma if it is needed.',
  }),
  'rule-several-invoices': () => ({
    what: 'This order has more than one invoice in iFirma, and the rule does not know which one is meant.',
    booked: 'said',
    todo: 'If it is needed, do it in iFirma at the right one.',
  }),
  'rule-no-invoice': () => ({
    what: 'This waited 90 days for an invoice, and none came.',
    booked: 'said',
    todo: `If the invoice is in iFirma by now, ${AGAIN}.`,
  }),
  'rule-email-none': () => ({
    what: 'The invoice was not e-mailed: the order has no valid address.',
    booked: 'said',
    todo: `Fill in the e-mail in the order and ${AGAIN}.`,
  }),
  'rule-email-unclear': () => ({
    what: 'Whether iFirma sent the e-mail is not known. Mostek does not send it again by itself.',
    booked: 'said',
    todo: `Look in iFirma whether it went out, and ${DECIDE}.`,
  }),
  'rule-email-refused': ({ kod, text }) => ({
    what: `iFirma did not send the e-mail with the invoice${code(kod)}${words(text)}.`,
    booked: 'said',
    todo: `Check address, mailbox and template, then ${AGAIN}.`,
  }),
  'rule-payment-unclear': () => ({
    what: 'Whether iFirma registered the payment is not known. Mostek does not register it again by itself.',
    booked: 'said',
    todo: `Look in iFirma what was paid of the invoice, and ${DECIDE}.`,
  }),
  'rule-payment-refused': ({ kod, text }) => ({
    what: `The payment was not registered in iFirma${code(kod)}${words(text)}.`,
    booked: 'said',
    todo: `Look at the invoice in iFirma, then ${AGAIN}.`,
  }),
  'rule-payment-nothing': () => ({
    what: 'There is no payment to register: Mostek registers on invoices only payments in złoty that the order shows.',
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-note-unclear': () => ({
    what: 'Whether the note was written into the order is not known. Mostek does not write it again by itself.',
    booked: 'said',
    todo: `Look at the order’s notes, and ${DECIDE}.`,
  }),
  'rule-refused': ({ status, text }) => ({
    what: `Sellasist did not take this change of the order${http(status)}${words(text)}.`,
    booked: 'said',
    todo: `Check the order and the key’s rights, then ${AGAIN}.`,
  }),
  'rule-field-filled': () => ({
    what: 'The rule wrote nothing: the order’s field holds something else.',
    booked: 'said',
    todo: `If the rule’s text is to be there, empty the field and ${AGAIN}.`,
  }),
  'rule-not-kept': () => ({
    what: 'Sellasist took the change, but the order does not show it.',
    booked: 'said',
    todo: `Check whether this status or field can be set in this order, then ${AGAIN}.`,
  }),
  'rule-ksef-off': () => ({
    what: 'The rule did not send the document to KSeF, because its series has KSeF set to “no” in Mostek.',
    booked: 'said',
    todo: 'Change that under “Document series” or in the rule.',
  }),
  'rule-notify-off': () => ({
    what: 'The notification was not shown: the browser does not allow it.',
    booked: 'said',
    todo: 'Switch on Mostek’s notifications under “Basic configuration”.',
  }),
  'rule-cut': () => ({
    what: 'This was cut short at its very beginning, and whether it happened is not known.',
    booked: 'said',
    todo: `Look whether it did if you can, and ${DECIDE}.`,
  }),
};
