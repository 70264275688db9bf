/** What the room `Metody płatności` says. */
import type { Language } from '../../messages';

const pl = {
  title: 'Metody płatności',
  lead: 'Każdej metodzie z panelu przypisz sposób zapłaty z iFirma. Dokument z metodą bez przypisania czeka, zamiast trafić do iFirma z przypadkowym sposobem zapłaty.',
  choose: '— wybierz —',
  unmapped: 'Bez przypisania',
  gone: (id: string) => `Metoda ${id}`,
  goneHint: 'nie ma jej już w panelu',
  metHint: 'Mostek spotkał ją w zamówieniu; na liście panelu jej nie ma',
  exemptHint: 'iFirma nie zna tego sposobu zapłaty na fakturze firmy zwolnionej z VAT',
  suggestion: (label: string) => `Podpowiedź: ${label}`,
  suggested: 'Z podpowiedzi, jeszcze niezapisane',
  fill: 'Wypełnij podpowiedziami',
  fillHint:
    'Mostek może podpowiedzieć sposób zapłaty po nazwie metody. Uzupełni tylko puste pola i niczego nie zapisze, dopóki nie klikniesz „Zapisz”.',
  count: (mapped: number, all: number) => `Przypisane: ${mapped} z ${all}`,
  none: 'Panel nie ma jeszcze żadnej metody płatności. Gdy ją dodasz, pojawi się tutaj.',
  sellasist: 'Metoda w Sellasist',
  ifirma: 'Sposób zapłaty w iFirma',
};

export type PaymentTexts = typeof pl;

const en: PaymentTexts = {
  title: 'Payment methods',
  lead: 'Give each method of the panel a way of payment in iFirma. A document with an unmapped method waits instead of reaching iFirma with a random one.',
  choose: '— choose —',
  unmapped: 'Not mapped',
  gone: (id) => `Method ${id}`,
  goneHint: 'no longer in the panel',
  metHint: 'Mostek met it on an order; it is not in the panel’s list',
  exemptHint: 'iFirma does not know this way of payment on an invoice of a company exempt from VAT',
  suggestion: (label) => `Suggestion: ${label}`,
  suggested: 'From a suggestion, not saved yet',
  fill: 'Fill in the suggestions',
  fillHint:
    'Mostek can suggest a way of payment by the method’s name. It fills empty fields only and saves nothing until you press “Save”.',
  count: (mapped, all) => `Mapped: ${mapped} of ${all}`,
  none: 'The panel has no payment method yet. It appears here once you add one.',
  sellasist: 'Method in Sellasist',
  ifirma: 'Way of payment in iFirma',
};

export const PAYMENTS_TEXTS: Readonly<Record<Language, PaymentTexts>> = { pl, en };
