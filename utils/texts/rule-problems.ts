/** What is wrong with a rule, in a whole sentence for whoever mends it, and what to do. */
import type { RuleProblem, RuleProblemCode } from '../invoice/rules/problems/problem';
import type { Language } from '../messages';
import { SERIES_TEXTS } from './options/series';
import { filled } from './params';
import { isSaid } from './pl/words';
import { RULE_TEXTS } from './rules';

/** `rule` its own name; `other` another's, several with commas; `name` what it is about, as the panel calls it; the rest are words. */
interface Words {
  readonly rule: string;
  readonly other: string;
  readonly name: string;
  readonly account: string;
  readonly effect: string;
  readonly condition: string;
  readonly kind: string;
  readonly as: string;
}

type Sentences = Readonly<Record<RuleProblemCode, (words: Words) => string>>;

/** A name in quotes behind its noun; nothing where there is none. */
const pl = (name: string): string => (isSaid(name) ? ` „${name}”` : '');
const en = (name: string): string => (isSaid(name) ? ` “${name}”` : '');

const SENTENCES_PL: Sentences = {
  'no-name': ({ rule }) =>
    `Reguła${isSaid(rule) ? ` ${rule}` : ''} nie ma nazwy. Nadaj jej nazwę, żeby w logu było widać, co zadziałało.`,
  'no-effects': ({ rule }) => `Reguła${pl(rule)} nic nie robi. Dodaj co najmniej jedno działanie.`,
  'account-gone': ({ rule }) =>
    `Konta, dla którego jest reguła${pl(rule)}, nie ma już w tym panelu. Wybierz inne konto albo usuń regułę.`,
  'series-gone': ({ rule, name }) =>
    `Serii${pl(name)}, na którą czeka reguła${pl(rule)}, nie ma już w panelu. Wybierz inną serię albo usuń regułę.`,
  'series-not-of-account': ({ rule, name, account }) =>
    `Reguła${pl(rule)} czeka na dokumenty serii${pl(name)}, która nie należy do konta${pl(account)}. Wybierz w regule inne konto albo inną serię; serie przypisujesz do kont w części „Konta”.`,
  'series-not-sent': ({ rule, name }) =>
    `Reguła${pl(rule)} ma wystawiać dokumenty serii${pl(name)}, a dla tej serii nie wybrano rodzaju albo wybrano „nie wysyłaj do iFirma”. Zmień to w części „Serie dokumentów” albo usuń z reguły wystawienie.`,
  'status-gone': ({ rule, name }) =>
    `Statusu${pl(name)}, którego używa reguła${pl(rule)}, nie ma już w panelu. Wybierz inny status.`,
  'field-gone': ({ rule, name }) =>
    `Pola${pl(name)}, które wypełnia reguła${pl(rule)}, nie ma już w panelu. Wybierz inne pole.`,
  'field-not-text': ({ rule, name }) =>
    `Reguła${pl(rule)} ma wpisać tekst w pole${pl(name)}, a to pole jest na pliki. Wybierz pole tekstowe.`,
  'payment-gone': ({ rule, name }) =>
    `Metody płatności${pl(name)} z warunku reguły${pl(rule)} nie ma już w panelu. Nowych zamówień ten warunek nie obejmie: wybierz inną metodę albo usuń tę.`,
  'text-empty': ({ rule, effect }) =>
    `W regule${pl(rule)} brakuje tekstu: ${effect}. Wpisz tekst albo usuń to działanie.`,
  'effect-twice': ({ rule, effect }) => `Reguła${pl(rule)} robi to samo dwa razy: ${effect}. Zostaw jedno działanie.`,
  'amount-reversed': ({ rule }) =>
    `W regule${pl(rule)} kwota „od” jest większa niż kwota „do”, więc nie pasuje do niej żadne zamówienie. Popraw kwoty.`,
  'list-empty': ({ rule, condition }) =>
    `W regule${pl(rule)} warunek nie ma żadnej wartości: ${condition}. Podaj ją albo usuń warunek; do tego czasu nie pasuje żadne zamówienie.`,
  'kind-differs': ({ rule, name, kind, as }) =>
    isSaid(name)
      ? `Reguła${pl(rule)} ma wystawiać dokumenty serii${pl(name)} jako „${as}”, a w części „Serie dokumentów” jest to „${kind}”. Wybierz ten sam rodzaj.`
      : `Reguła${pl(rule)} ma wystawiać zamówienia jako „${as}”, a zamówienie może być tylko jako „${kind}”. Zmień rodzaj w regule.`,
  'ksef-off': ({ rule, name }) =>
    `Reguła${pl(rule)} ma wysyłać do KSeF, a seria${pl(name)} ma KSeF ustawiony na „nie”, więc nic tam nie trafi. Zmień to w części „Serie dokumentów” albo usuń z reguły KSeF.`,
  'ksef-not-issued': ({ rule, effect }) =>
    `W regule${pl(rule)} jedno działanie stoi przed wystawieniem faktury, której potrzebuje: ${effect}. Poczeka na fakturę; przesuń je za wystawienie, żeby kolejność była widoczna.`,
  'status-own-trigger': ({ rule, name }) =>
    `Reguła${pl(rule)} ustawia status${pl(name)}, od którego sama się zaczyna. Wybierz inny status.`,
  'status-loop': ({ rule, other }) =>
    `Reguła${pl(rule)} zmienia statusy w kółko razem z: ${isSaid(other) ? other : 'innymi'}. Wyłącz jedną z tych reguł albo zmień jej status lub warunki.`,
  'status-differs': ({ rule, other }) =>
    `Reguły${pl(other)} i${pl(rule)} ustawiają różne statusy w tym samym zamówieniu i zostanie ten, który będzie ustawiony później. Zmień warunki, żeby pasowała tylko jedna, albo wybierz działanie tylko pierwszej pasującej.`,
  'never-reached': ({ rule, other }) =>
    `Reguła${pl(rule)} nigdy nie zadziała: zawsze wcześniej pasuje reguła${pl(other)}, a działa tylko pierwsza. Przesuń ją wyżej albo zmień warunki.`,
  'same-rule': ({ rule, other }) => `Reguła${pl(rule)} jest taka sama jak reguła${pl(other)}. Usuń jedną z nich.`,
  'invoice-not-issued': ({ rule, effect, account }) =>
    `Reguła${pl(rule)} potrzebuje faktury (${effect}), a na koncie${pl(account)} żadna włączona reguła jej nie wystawia i nie ma automatycznego wysyłania. Zadziała tylko przy fakturach wysłanych ręcznie; jeśli tak ma być, nie trzeba nic robić.`,
  'not-an-email': ({ rule, name }) =>
    `Skrzynka${pl(name)} w regule${pl(rule)} nie wygląda na adres e-mail. Wpisz adres skrzynki ustawionej w iFirma albo zostaw puste.`,
};

const SENTENCES_EN: Sentences = {
  'no-name': ({ rule }) =>
    `The rule${isSaid(rule) ? ` ${rule}` : ''} has no name. Give it one, so that the log can say what has acted.`,
  'no-effects': ({ rule }) => `The rule${en(rule)} does nothing. Add at least one effect.`,
  'account-gone': ({ rule }) =>
    `The account that the rule${en(rule)} is for is no longer in this panel. Choose another one, or delete the rule.`,
  'series-gone': ({ rule, name }) =>
    `The panel no longer has the series${en(name)} that the rule${en(rule)} waits for. Choose another series, or delete the rule.`,
  'series-not-of-account': ({ rule, name, account }) =>
    `The rule${en(rule)} waits for documents of the series${en(name)}, which is not one of the account${en(account)}. Choose another account or another series in the rule; series are given to accounts under “Accounts”.`,
  'series-not-sent': ({ rule, name }) =>
    `The rule${en(rule)} is to issue documents of the series${en(name)}, which has no kind yet or is set not to be sent to iFirma. Change this under “Document series”, or take the issuing out of the rule.`,
  'status-gone': ({ rule, name }) =>
    `The panel no longer has the status${en(name)} that the rule${en(rule)} uses. Choose another status.`,
  'field-gone': ({ rule, name }) =>
    `The panel no longer has the field${en(name)} that the rule${en(rule)} fills. Choose another field.`,
  'field-not-text': ({ rule, name }) =>
    `The rule${en(rule)} is to write a text into the field${en(name)}, which is for files. Choose a text field.`,
  'payment-gone': ({ rule, name }) =>
    `The panel no longer has the payment method${en(name)} of a condition of the rule${en(rule)}. New orders will not meet it: choose another method, or take this one out.`,
  'text-empty': ({ rule, effect }) =>
    `In the rule${en(rule)} a text is missing: ${effect}. Write it, or take this effect out.`,
  'effect-twice': ({ rule, effect }) => `The rule${en(rule)} does the same twice: ${effect}. Leave one effect.`,
  'amount-reversed': ({ rule }) =>
    `In the rule${en(rule)} the amount “from” is larger than the amount “to”, so that no order fits. Correct the amounts.`,
  'list-empty': ({ rule, condition }) =>
    `In the rule${en(rule)} a condition has no value: ${condition}. Give it one, or take the condition out; until then no order fits.`,
  'kind-differs': ({ rule, name, kind, as }) =>
    isSaid(name)
      ? `The rule${en(rule)} is to issue documents of the series${en(name)} as “${as}”, and under “Document series” it is “${kind}”. Choose the same kind.`
      : `The rule${en(rule)} is to issue orders as “${as}”, and an order can only be “${kind}”. Change the kind in the rule.`,
  'ksef-off': ({ rule, name }) =>
    `The rule${en(rule)} is to send to KSeF, and the series${en(name)} has KSeF set to “no”, so that nothing gets there. Change this under “Document series”, or take KSeF out of the rule.`,
  'ksef-not-issued': ({ rule, effect }) =>
    `In the rule${en(rule)} one effect stands before the issuing of the invoice that it needs: ${effect}. It will wait for the invoice; move it behind the issuing, so that the order can be seen.`,
  'status-own-trigger': ({ rule, name }) =>
    `The rule${en(rule)} sets the status${en(name)}, which it starts from itself. Choose another status.`,
  'status-loop': ({ rule, other }) =>
    `The rule${en(rule)} changes statuses in a circle together with: ${isSaid(other) ? other : 'others'}. Switch one of these rules off, or change its status or its conditions.`,
  'status-differs': ({ rule, other }) =>
    `The rules${en(other)} and${en(rule)} set different statuses on the same order, and the one that is set later stays. Change the conditions so that only one fits, or let only the first that fits act.`,
  'never-reached': ({ rule, other }) =>
    `The rule${en(rule)} will never act: the rule${en(other)} always fits before it, and only the first acts. Move it up, or change the conditions.`,
  'same-rule': ({ rule, other }) => `The rule${en(rule)} is the same as the rule${en(other)}. Delete one of them.`,
  'invoice-not-issued': ({ rule, effect, account }) =>
    `The rule${en(rule)} needs an invoice (${effect}), and for the account${en(account)} no rule that is on issues one and nothing is sent automatically. It acts only on invoices sent by hand; if that is meant, there is nothing to do.`,
  'not-an-email': ({ rule, name }) =>
    `The mailbox${en(name)} in the rule${en(rule)} does not look like an e-mail address. Write the address of a mailbox that is set up in iFirma, or leave it empty.`,
};

const SENTENCES: Readonly<Record<Language, Sentences>> = { pl: SENTENCES_PL, en: SENTENCES_EN };

/** In place of a code that is not known. */
const UNKNOWN: Readonly<Record<Language, string>> = { pl: 'nieznane', en: 'unknown' };

/** One or two sentences and what to do. */
export function problemSentence(language: Language, { code, params }: Pick<RuleProblem, 'code' | 'params'>): string {
  const { kinds } = SERIES_TEXTS[language];
  const { effects, conditions } = RULE_TEXTS[language];
  const given = filled<Words & Record<string, string>>(
    ['rule', 'other', 'name', 'account', 'effect', 'condition', 'kind', 'as'],
    params,
  );
  const word = (words: Readonly<Record<string, string>>, key: string): string =>
    Object.hasOwn(words, key) ? (words[key] ?? UNKNOWN[language]) : UNKNOWN[language];
  return SENTENCES[language][code]({
    ...given,
    effect: word(effects, given.effect),
    condition: word(conditions, given.condition),
    kind: word(kinds, given.kind),
    as: word(kinds, given.as),
  });
}
