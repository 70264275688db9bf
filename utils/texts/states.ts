/** The words for states, steps, buttons and payment codes, which every view shares. */
import type { PaymentCode } from '../invoice/settings';
import type { Step } from '../invoice/transfer';
import type { Action, DocumentView } from '../messages';
import { inBoth } from './english';
import * as pl from './pl/states';
import type { Booked } from './reasons';

export type StateName = DocumentView['state'];

declare module './english' {
  interface English {
    readonly states: Readonly<Record<StateName, string>>;
    readonly differs: string;
    readonly steps: Readonly<Record<Step, string>>;
    readonly correctionSteps: Readonly<Partial<Record<Step, string>>>;
    readonly actions: Readonly<Record<Action, string>>;
    readonly payments: Readonly<Record<PaymentCode, string>>;
  }
}

/** design: states and their Polish labels. */
export const STATE_TEXTS = inBoth('states', pl.states);

/** Beside the state, of what was changed in the panel after it was booked (design: states). */
export const DIFFERS_TEXTS = inBoth('differs', pl.differs);

/** What runs, in words. */
export const STEP_TEXTS = inBoth('steps', pl.steps);

/** Of a correction, where it is another thing than an invoice. */
export const CORRECTION_STEP_TEXTS = inBoth('correctionSteps', pl.correctionSteps);

/** design 6: the names of the buttons. */
export const ACTION_TEXTS = inBoth('actions', pl.actions);

/** ifirma-api 2.3. `ALG` is PayU under its historic name. */
export const PAYMENT_TEXTS = inBoth('payments', pl.payments);

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
