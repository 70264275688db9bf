/** Of what the form of repairs speaks, and the parts of its sentences that are the same in both languages. */
import type { RepairProblem } from '../messages';
import { oneLine } from './plain';

/** What a rule is made of. */
export type RuleField = 'payment' | 'line.vat' | 'line.basis' | 'line.unit' | 'ifirmaSeries';

/** `refused`: iFirma did not take the value. `unfit`: by itself it is right, but not beside the rest of the document. */
export type FieldProblem = RepairProblem | 'refused' | 'unfit';

/** So much of a line's name tells it from the others. */
const LINE_NAME_MOST = 60;

export const ofLine = (label: string, line: string): string => `${label} – ${oneLine(line, LINE_NAME_MOST)}`;

/** `2026-10` → `10.2026`. */
export const month = (text: string): string => `${text.slice(5, 7)}.${text.slice(0, 4)}`;
