/** The words of rules, wherever they are said: their conditions, effects, and what is wrong with them. */
import type { RuleProblemCode } from '../invoice/rules/problems';
import type { RuleCondition, RuleEffectName } from '../invoice/rules/rule';
import type { Language } from '../messages';

export interface RuleTexts {
  readonly conditions: Readonly<Record<RuleCondition, string>>;
  readonly effects: Readonly<Record<RuleEffectName, string>>;
  /** Short, without the names that `RuleProblem.params` has. */
  readonly problems: Readonly<Record<RuleProblemCode, string>>;
}

export const RULE_TEXTS: Readonly<Record<Language, RuleTexts>> = {
  pl: {
    conditions: {
      payment: 'metoda płatności',
      source: 'źródło zamówienia',
      country: 'kraj nabywcy',
      currency: 'waluta',
      amount: 'kwota',
      nip: 'NIP nabywcy',
      invoice: 'życzenie faktury',
      comment: 'tekst w komentarzu',
    },
    effects: {
      issue: 'wystawienie w iFirma',
      ksef: 'wysłanie do KSeF',
      email: 'e-mail z iFirma',
      status: 'status zamówienia',
      note: 'notatka w zamówieniu',
      field: 'tekst w polu zamówienia',
      payment: 'wpłata w iFirma',
      notify: 'powiadomienie',
    },
    problems: {
      'no-name': 'nie ma nazwy',
      'no-effects': 'nic nie robi',
      'account-gone': 'jej konta już nie ma',
      'series-gone': 'jej serii nie ma już w panelu',
      'series-not-of-account': 'seria nie należy do jej konta',
      'series-not-sent': 'serii nie wysyła się do iFirma',
      'status-gone': 'statusu nie ma już w panelu',
      'field-gone': 'pola nie ma już w panelu',
      'field-not-text': 'pole nie jest tekstowe',
      'payment-gone': 'metody płatności nie ma już w panelu',
      'text-empty': 'tekst jest pusty',
      'effect-twice': 'robi to samo dwa razy',
      'amount-reversed': 'kwota „od” jest większa niż „do”',
      'list-empty': 'warunek bez żadnej wartości',
      'kind-differs': 'rodzaj inny niż rodzaj serii',
      'ksef-off': 'seria ma KSeF ustawiony na „nie”',
      'ksef-not-issued': 'KSeF przed wystawieniem',
      'status-own-trigger': 'ustawia status, od którego się zaczyna',
      'status-loop': 'reguły zmieniają statusy w kółko',
      'status-differs': 'dwie reguły ustawiają różne statusy',
      'never-reached': 'nigdy nie zadziała po wcześniejszej',
      'same-rule': 'powtarza inną regułę',
      'invoice-not-issued': 'nic nie wystawia faktury, której potrzebuje',
      'not-an-email': 'skrzynka nie jest adresem e-mail',
    },
  },
  en: {
    conditions: {
      payment: 'payment method',
      source: 'source of the order',
      country: 'country of the buyer',
      currency: 'currency',
      amount: 'amount',
      nip: 'NIP of the buyer',
      invoice: 'wish for an invoice',
      comment: 'text in the comment',
    },
    effects: {
      issue: 'issue in iFirma',
      ksef: 'send to KSeF',
      email: 'e-mail from iFirma',
      status: 'status of the order',
      note: 'note in the order',
      field: 'text in a field of the order',
      payment: 'payment in iFirma',
      notify: 'notification',
    },
    problems: {
      'no-name': 'it has no name',
      'no-effects': 'it does nothing',
      'account-gone': 'its account is gone',
      'series-gone': 'the panel has its series no more',
      'series-not-of-account': 'the series is not its account’s',
      'series-not-sent': 'the series is not sent to iFirma',
      'status-gone': 'the panel has the status no more',
      'field-gone': 'the panel has the field no more',
      'field-not-text': 'the field is not a text',
      'payment-gone': 'the panel has the payment method no more',
      'text-empty': 'the text is empty',
      'effect-twice': 'it does the same twice',
      'amount-reversed': 'the amount “from” is larger than “to”',
      'list-empty': 'a condition without a value',
      'kind-differs': 'another kind than the series has',
      'ksef-off': 'the series has KSeF set to “no”',
      'ksef-not-issued': 'KSeF before it is issued',
      'status-own-trigger': 'it sets the status that it starts from',
      'status-loop': 'rules change statuses in a circle',
      'status-differs': 'two rules set different statuses',
      'never-reached': 'it never acts after an earlier one',
      'same-rule': 'it repeats another rule',
      'invoice-not-issued': 'nothing issues the invoice that it needs',
      'not-an-email': 'the mailbox is no e-mail address',
    },
  },
};
