import type { PaymentCode } from '../../invoice/settings';
import type { Step } from '../../invoice/transfer';
import type { Action } from '../../messages';
import type { StateName } from '../states';

export const states: Readonly<Record<StateName, string>> = {
  unsent: 'Not sent',
  queued: 'In the queue',
  sending: 'Sending',
  incomplete: 'Needs completing',
  uncertain: 'To be checked',
  issued: 'Issued',
  done: 'Sent',
  failed: 'Error',
  skipped: 'Skipped',
};

export const steps: Readonly<Record<Step, string>> = {
  check: 'Checking the document…',
  claim: 'Checking that iFirma does not have this invoice yet…',
  issue: 'Issuing the invoice in iFirma…',
  number: 'Reading the invoice’s number from iFirma…',
  pdf: 'Fetching the PDF from iFirma…',
  attach: 'Saving the PDF in the order…',
};

export const correctionSteps: Readonly<Partial<Record<Step, string>>> = {
  check: 'Checking the correction…',
  claim: 'Checking that iFirma does not have this correction yet…',
  issue: 'Issuing the correction in iFirma…',
  number: 'Reading the correction’s number from iFirma…',
};

export const actions: Readonly<Record<Action, string>> = {
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
};

export const payments: Readonly<Record<PaymentCode, string>> = {
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
};

export const differs = 'Differs from iFirma';
