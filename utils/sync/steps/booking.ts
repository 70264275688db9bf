/** What the one POST of a transfer sends, whichever kind of document it books. */
import type { IfirmaProblem } from '../../ifirma/problem';
import type { IsoDate } from '../../invoice/document';
import type { PostIntent } from '../../invoice/transfer';
import type { Patch } from '../context';

export interface Booking {
  /** Where it goes, after `https://www.ifirma.pl/iapi/`. */
  readonly path: string;
  /** Signed and sent unchanged. */
  readonly body: string;
  /** Of an invoice: iFirma takes it in the accounting month of this day alone. */
  readonly saleDate?: IsoDate;
  /** What the look-up goes by afterwards. */
  readonly intent: Omit<PostIntent, 'beganAt' | 'endedAt' | 'ahead'>;
  /** What else the record keeps of it, written with the intent. */
  readonly noted: Pick<Patch, 'documentHash' | 'keptNumber' | 'correction' | 'ksef'>;
  /** The POST itself; `value`: iFirma's identifier. */
  readonly send: (
    body: string,
  ) => Promise<{ readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: IfirmaProblem }>;
}
