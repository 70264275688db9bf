/**
 * Every sentence a person reads, Polish and English. The dictionaries are typed over the codes, so that a code without a
 * sentence in either language does not compile. What only one room says stands in `texts/` under that room's name.
 */
export { FINDING_PARAMS, type FindingParams, findingText } from './texts/findings';
export { hintFor } from './texts/hints';
export {
  type Booked,
  type ReasonParams,
  reasonText,
  type ViewReason,
  type ViewReasonCode,
} from './texts/reasons';
export { REMARK_PARAMS, remarkText } from './texts/remarks';
export {
  ACTION_TEXTS,
  bookedOf,
  CORRECTION_STEP_TEXTS,
  PAYMENT_TEXTS,
  STATE_TEXTS,
  STEP_TEXTS,
  type StateName,
} from './texts/states';
