/** The words for states, steps, buttons and payment codes, which every view shares. */
import type { PaymentCode } from '../invoice/settings';
import type { Step } from '../invoice/transfer';
import type { Action, DocumentView, Language } from '../messages';
import type { Booked } from './reasons';

export type StateName = DocumentView['state'];

/** design: states and their Polish labels. */
export const STATE_TEXTS: Readonly<Record<Language, Readonly<Record<StateName, string>>>> = {
  pl: {
    unsent: 'Nie wysłano',
    queued: 'W kolejce',
    sending: 'Wysyłanie',
    incomplete: 'Wymaga uzupełnienia',
    uncertain: 'Do sprawdzenia',
    issued: 'Wystawiono',
    done: 'Wysłano',
    failed: 'Błąd',
    skipped: 'Pominięto',
  },
  en: {
    unsent: 'Not sent',
    queued: 'In the queue',
    sending: 'Sending',
    incomplete: 'Needs completing',
    uncertain: 'To be checked',
    issued: 'Issued',
    done: 'Sent',
    failed: 'Error',
    skipped: 'Skipped',
  },
};

/** Beside the state, of what was changed in the panel after it was booked (design: states). */
export const DIFFERS_TEXTS: Readonly<Record<Language, string>> = {
  pl: 'Różni się od iFirma',
  en: 'Differs from iFirma',
};

/** What runs, in words. */
export const STEP_TEXTS: Readonly<Record<Language, Readonly<Record<Step, string>>>> = {
  pl: {
    check: 'Sprawdzam dokument…',
    claim: 'Sprawdzam, czy tej faktury nie ma już w iFirma…',
    issue: 'Wystawiam fakturę w iFirma…',
    number: 'Odczytuję numer faktury z iFirma…',
    pdf: 'Pobieram PDF z iFirma…',
    attach: 'Zapisuję PDF w zamówieniu…',
  },
  en: {
    check: 'Checking the document…',
    claim: 'Checking that iFirma does not have this invoice yet…',
    issue: 'Issuing the invoice in iFirma…',
    number: 'Reading the invoice’s number from iFirma…',
    pdf: 'Fetching the PDF from iFirma…',
    attach: 'Saving the PDF in the order…',
  },
};

/** Of a correction, where it is another thing than an invoice. */
export const CORRECTION_STEP_TEXTS: Readonly<Record<Language, Readonly<Partial<Record<Step, string>>>>> = {
  pl: {
    check: 'Sprawdzam korektę…',
    claim: 'Sprawdzam, czy tej korekty nie ma już w iFirma…',
    issue: 'Wystawiam korektę w iFirma…',
    number: 'Odczytuję numer korekty z iFirma…',
  },
  en: {
    check: 'Checking the correction…',
    claim: 'Checking that iFirma does not have this correction yet…',
    issue: 'Issuing the correction in iFirma…',
    number: 'Reading the correction’s number from iFirma…',
  },
};

/** design 6: the names of the buttons. */
export const ACTION_TEXTS: Readonly<Record<Language, Readonly<Record<Action, string>>>> = {
  pl: {
    send: 'Wyślij do iFirma',
    issue: 'Wystaw w iFirma',
    preview: 'Podgląd',
    resend: 'Wyślij ponownie',
    check: 'Sprawdź w iFirma',
    pdf: 'Pobierz PDF',
    correct: 'Utwórz korektę',
    attach: 'Zapisz PDF w zamówieniu',
    ksef: 'Wyślij do KSeF',
    link: 'Powiąż z iFirma',
    skip: 'Pomiń',
  },
  en: {
    send: 'Send to iFirma',
    issue: 'Issue in iFirma',
    preview: 'Preview',
    resend: 'Send again',
    check: 'Check in iFirma',
    pdf: 'Download PDF',
    correct: 'Create correction',
    attach: 'Save PDF in the order',
    ksef: 'Send to KSeF',
    link: 'Link to iFirma',
    skip: 'Skip',
  },
};

/** ifirma-api 2.3. `ALG` is PayU under its historic name. */
export const PAYMENT_TEXTS: Readonly<Record<Language, Readonly<Record<PaymentCode, string>>>> = {
  pl: {
    PRZ: 'przelew',
    GTK: 'gotówka',
    POB: 'za pobraniem',
    KAR: 'karta',
    PZA: 'polecenie zapłaty',
    CZK: 'czek',
    KOM: 'kompensata',
    BAR: 'barter',
    DOT: 'DotPay',
    PAL: 'PayPal',
    ALG: 'PayU',
    P24: 'Przelewy24',
    TPA: 'tpay.com',
    ELE: 'płatność elektroniczna',
  },
  en: {
    PRZ: 'bank transfer',
    GTK: 'cash',
    POB: 'cash on delivery',
    KAR: 'card',
    PZA: 'direct debit',
    CZK: 'cheque',
    KOM: 'set-off',
    BAR: 'barter',
    DOT: 'DotPay',
    PAL: 'PayPal',
    ALG: 'PayU',
    P24: 'Przelewy24',
    TPA: 'tpay.com',
    ELE: 'electronic payment',
  },
};

/** What a transfer's state tells about the invoice, for `reasonText`. */
export const bookedOf = (document: Pick<DocumentView, 'state' | 'ifirmaNumber'>): Booked => {
  if (document.ifirmaNumber !== null) return 'yes';
  switch (document.state) {
    case 'issued':
    case 'done':
      return 'yes';
    case 'uncertain':
    case 'sending':
      return 'maybe';
    case 'unsent':
    case 'queued':
    case 'incomplete':
    case 'failed':
    case 'skipped':
      return 'no';
    default:
      return document.state satisfies never;
  }
};
