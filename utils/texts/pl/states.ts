import type { PaymentCode } from '../../invoice/settings';
import type { Step } from '../../invoice/transfer';
import type { Action } from '../../messages';
import type { StateName } from '../states';

export const states: Readonly<Record<StateName, string>> = {
  unsent: 'Nie wysłano',
  queued: 'W kolejce',
  sending: 'Wysyłanie',
  incomplete: 'Wymaga uzupełnienia',
  uncertain: 'Do sprawdzenia',
  issued: 'Wystawiono',
  done: 'Wysłano',
  failed: 'Błąd',
  skipped: 'Pominięto',
};

export const steps: Readonly<Record<Step, string>> = {
  check: 'Sprawdzam dokument…',
  claim: 'Sprawdzam, czy tej faktury nie ma już w iFirma…',
  issue: 'Wystawiam fakturę w iFirma…',
  number: 'Odczytuję numer faktury z iFirma…',
  pdf: 'Pobieram PDF z iFirma…',
  attach: 'Zapisuję PDF w zamówieniu…',
};

export const correctionSteps: Readonly<Partial<Record<Step, string>>> = {
  check: 'Sprawdzam korektę…',
  claim: 'Sprawdzam, czy tej korekty nie ma już w iFirma…',
  issue: 'Wystawiam korektę w iFirma…',
  number: 'Odczytuję numer korekty z iFirma…',
};

export const actions: Readonly<Record<Action, string>> = {
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
};

export const payments: Readonly<Record<PaymentCode, string>> = {
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
};

export const differs = 'Różni się od iFirma';
