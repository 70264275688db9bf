/**
 * What a document is promised when a fault strikes on its way: `promised/*.ts` is the table, written from design.md section 3 and
 * the rules below it, never from what the code does. Where the design leaves a choice, the row says which one was taken and why.
 */
import type { TransferState } from '../../../../utils/invoice/transfer.ts';
import type { Fault, Meaning } from './faults.ts';
import type { Press } from './person.ts';
import { AFTER } from './promised/after.ts';
import { BEFORE } from './promised/before.ts';
import { BOOKED } from './promised/booked.ts';
import { POSTED } from './promised/posted.ts';
import type { Place, WayRequest } from './requests.ts';

/** `goal`: where the way leads to without the fault. `unsent`: nothing was taken on, and the command says why. */
export type Stand = TransferState | 'goal' | 'unsent';

export interface Promised {
  /** Where it stands once the fault has struck and nobody works; several where time decides, none where nothing hangs on it. */
  readonly struck: readonly Stand[];
  /** Where it stands when the fault is gone and a day is over, and nobody has pressed anything. */
  readonly finally: Stand;
  /** What a person then presses, in this order, to bring it to its goal; empty: nothing is left to do. */
  readonly presses: readonly Press[];
  /** How many invoices there are by then; null: as many as without the fault. */
  readonly booked: 0 | 1 | null;
  /** What else follows in the order may stay undone. */
  readonly mayGiveUp?: true;
  /** A file that does not open may lie beside the right one, where a field keeps both; the card has told of it. */
  readonly mayLitter?: true;
  /** The right file may lie there more than once, where a field keeps all of them. */
  readonly mayRepeat?: true;
}

/** `once`: one request is struck. `lasting`: every one of its kind from there on, for a day. */
export type Length = 'once' | 'lasting';

export interface Row {
  readonly at: readonly Place[];
  readonly of: readonly Meaning[];
  /** Absent: either. */
  readonly worked?: boolean;
  /** Absent: either. */
  readonly length?: Length;
  readonly is: Promised;
}

const TABLE: readonly Row[] = [...BEFORE, ...POSTED, ...BOOKED, ...AFTER];

/** Every row that speaks of the pair; more or fewer than one is a fault of the table. */
export function promisesOf(request: Pick<WayRequest, 'place'>, fault: Fault, length: Length): readonly Promised[] {
  return TABLE.filter(
    ({ at, of, ...row }) =>
      at.includes(request.place) &&
      of.includes(fault.means) &&
      (row.worked ?? fault.worked) === fault.worked &&
      (row.length ?? length) === length,
  ).map(({ is }) => is);
}
