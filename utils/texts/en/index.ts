/** All that the controls in the panel say in English; the extension's own pages have further texts, with both languages side by side. */
import type { English } from '../english';
import { en as causes } from './causes';
import { en as correction } from './correction';
import { en as findings } from './findings';
import { en as hints } from './hints';
import { en as ksef } from './ksef';
import { en as list } from './list';
import { en as locked } from './locked';
import { en as order } from './order';
import { en as ownReasons } from './own-reasons';
import { booked, en as reasons } from './reasons';
import { en as remarks } from './remarks';
import { en as repair } from './repair';
import { en as ruleWords } from './rule-words';
import { en as signatures } from './signatures';
import { actions, correctionSteps, differs, payments, states, steps } from './states';
import { en as teach } from './teach';

export const ENGLISH: English = {
  actions,
  booked,
  causes,
  correction,
  correctionSteps,
  differs,
  findings,
  hints,
  ksef,
  list,
  locked,
  order,
  payments,
  reasons,
  remarks,
  repair,
  ownReasons,
  ruleWords,
  signatures,
  states,
  steps,
  teach,
};
