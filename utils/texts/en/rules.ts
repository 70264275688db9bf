import type { ReasonTexts } from '../reasons';
import { RULE_TEXTS } from '../rules';
import { code, http, isSaid, words } from './words';

const { conditions, effects, problems } = RULE_TEXTS.en;
const named = (rule: string): string => (isSaid(rule) ? ` “${rule}”` : '');
const conditionEn = (condition: string): string =>
  conditions[condition as keyof typeof conditions] ?? 'one of its conditions';
const effectEn = (effect: string): string => effects[effect as keyof typeof effects] ?? 'effect';
const problemEn = (problem: string): string => {
  const text = problems[problem as keyof typeof problems];
  return text === undefined ? '' : ` (${text})`;
};

/** What rules say of themselves in the log, and of what became of what they do. */
export const ruleReasons: Pick<ReasonTexts, Extract<keyof ReasonTexts, `rule-${string}`>> = {
  'rule-fired': ({ rule }) => ({
    what: `The rule${named(rule)} acted.`,
    booked: 'open',
    todo: 'There is nothing to do.',
  }),
  'rule-not-met': ({ rule, condition }) => ({
    what: `The rule${named(rule)} does not act here: ${conditionEn(condition)} does not fit.`,
    booked: 'open',
    todo: 'If it should have acted, change its conditions under “Automations”.',
  }),
  'rule-after-first': ({ rule, first }) => ({
    what: `The rule${named(rule)} did not act, because${isSaid(first) ? ` “${first}”` : ' another one'} fitted before it and only the first acts.`,
    booked: 'open',
    todo: 'If both are to act, choose “all that fit” under “Automations”.',
  }),
  'rule-broken': ({ rule, problem }) => ({
    what: `The rule${named(rule)} does not act, because there is an error in it${problemEn(problem)}.`,
    booked: 'open',
    todo: 'Mend it under “Automations”.',
  }),
  'rule-elsewhere': ({ rule, computer }) => ({
    what: `The rule${named(rule)} does not act on this computer: another one does it${isSaid(computer) ? `, “${computer}”` : ''}.`,
    booked: 'open',
    todo: 'There is nothing to do. To have it done here, press “Take over”.',
  }),
  'rule-order-gone': () => ({
    what: 'The rules left this order alone: the panel has it no more.',
    booked: 'open',
    todo: 'There is nothing to do.',
  }),
  'rule-order-unreadable': () => ({
    what: 'The rules cannot judge this order, because it cannot be read.',
    booked: 'open',
    todo: 'Mostek goes on trying by itself. If that lasts, save this order in Sellasist once more.',
  }),
  'rule-missed': () => ({
    what: 'More happened in the panel than could be looked through, so the rules may have missed something.',
    booked: 'open',
    todo: 'Check the oldest orders of the last days under “Not sent”.',
  }),
  'rule-effect': ({ rule, effect }) => ({
    what: `The rule${named(rule)}: done – ${effectEn(effect)}.`,
    booked: 'open',
    todo: 'There is nothing to do.',
  }),
  'rule-dropped': ({ rule, effect }) => ({
    what: `The rule${named(rule)}: ${effectEn(effect)} – dropped by a person.`,
    booked: 'open',
    todo: 'There is nothing to do.',
  }),
  'rule-asked-again': ({ rule, effect }) => ({
    what: `The rule${named(rule)}: ${effectEn(effect)} – done again by a person's decision.`,
    booked: 'open',
    todo: 'There is nothing to do.',
  }),
  'rule-already': () => ({
    what: 'There was nothing to do: it is as the rule wants it.',
    booked: 'open',
    todo: 'There is nothing to do.',
  }),
  'rule-awaits-invoice': () => ({
    what: 'This waits until the invoice is in iFirma.',
    booked: 'open',
    todo: 'There is nothing to do; it goes on by itself.',
  }),
  'rule-awaits-ksef': () => ({
    what: 'This waits until the invoice has its KSeF number.',
    booked: 'open',
    todo: 'There is nothing to do; it goes on by itself once the number is there.',
  }),
  'rule-awaits-person': () => ({
    what: 'This waits: the invoice in iFirma differs from what was sent.',
    booked: 'open',
    todo: 'Open it on the order card and confirm what you see.',
  }),
  'rule-no-order': () => ({
    what: 'This is about an order, and the document belongs to none.',
    booked: 'open',
    todo: 'There is nothing to do.',
  }),
  'rule-no-document': () => ({
    what: 'The rule had nothing to issue: this order has no document of this account.',
    booked: 'open',
    todo: 'If it should, issue it from the order card.',
  }),
  'rule-other-kind': () => ({
    what: 'The rule did not issue this document: it is of another kind than was chosen.',
    booked: 'open',
    todo: 'If it is meant for iFirma, send it from the order card.',
  }),
  'rule-not-issued-here': () => ({
    what: 'Another computer or a person in iFirma issued this invoice, so this computer adds nothing to it.',
    booked: 'open',
    todo: 'Do it in iFirma if it is needed.',
  }),
  'rule-several-invoices': () => ({
    what: 'This order has more than one invoice in iFirma, and the rule does not know which one is meant.',
    booked: 'open',
    todo: 'Do it in iFirma at the right one.',
  }),
  'rule-no-invoice': () => ({
    what: 'No invoice came for 90 days, which this waited for.',
    booked: 'open',
    todo: 'There is nothing to do.',
  }),
  'rule-email-none': () => ({
    what: 'The invoice was not e-mailed: the order has no address.',
    booked: 'open',
    todo: 'Fill in the e-mail in the order and have it done again under “Automations”.',
  }),
  'rule-email-unclear': () => ({
    what: 'Whether iFirma sent the e-mail is not known. Mostek does not send it again by itself.',
    booked: 'open',
    todo: 'Look in iFirma whether it went out, and decide under “Automations”.',
  }),
  'rule-email-refused': ({ kod, text }) => ({
    what: `iFirma did not send the e-mail${code(kod)}${words(text)}.`,
    booked: 'open',
    todo: 'Check address, mailbox and template, then have it done again under “Automations”.',
  }),
  'rule-payment-unclear': () => ({
    what: 'Whether iFirma registered the payment is not known. Mostek does not register it again by itself.',
    booked: 'open',
    todo: 'Look at the invoice’s payments in iFirma, and decide under “Automations”.',
  }),
  'rule-payment-refused': ({ kod, text }) => ({
    what: `iFirma did not register the payment${code(kod)}${words(text)}.`,
    booked: 'open',
    todo: 'Check the invoice in iFirma, then have it done again under “Automations”.',
  }),
  'rule-payment-nothing': () => ({
    what: 'The order has no payment that could be registered in iFirma.',
    booked: 'open',
    todo: 'There is nothing to do.',
  }),
  'rule-note-unclear': () => ({
    what: 'Whether the note was written into the order is not known. Mostek does not write it again by itself.',
    booked: 'open',
    todo: 'Look at the order’s notes, and decide under “Automations”.',
  }),
  'rule-refused': ({ status, text }) => ({
    what: `Sellasist did not take this${http(status)}${words(text)}.`,
    booked: 'open',
    todo: 'Check the order and the key’s rights, then have it done again under “Automations”.',
  }),
  'rule-field-filled': () => ({
    what: 'The rule wrote nothing: the order’s field holds something else.',
    booked: 'open',
    todo: 'If the rule’s text is to be there, empty the field and have it done again under “Automations”.',
  }),
  'rule-not-kept': () => ({
    what: 'Sellasist took the change, but the order does not show it.',
    booked: 'open',
    todo: 'Check whether this field or status can be set in this order.',
  }),
  'rule-ksef-off': () => ({
    what: 'The rule did not send the document to KSeF, because its series has KSeF set to “no”.',
    booked: 'open',
    todo: 'Change that under “Document series” or in the rule.',
  }),
  'rule-notify-off': () => ({
    what: 'The notification was not shown: the browser does not allow it.',
    booked: 'open',
    todo: 'Switch on Mostek’s notifications under “Basic configuration”.',
  }),
  'rule-cut': () => ({
    what: 'This was cut short when it began, and whether it happened is not known.',
    booked: 'open',
    todo: 'Decide under “Automations” whether to have it done again.',
  }),
};
