/** What happened to one account, in order, so that a test can count. */

export interface LoggedRequest {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly status: number;
}

/** A PUT or POST, also one that was refused. */
export interface LoggedWrite {
  readonly at: number;
  readonly method: 'PUT' | 'POST';
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
}

/** Something the service answers with 200 although it did not do what was asked. A careful client makes none. */
export interface Slip {
  readonly code:
    | 'field-unknown'
    | 'file-field-got-text'
    | 'text-field-got-file'
    | 'country-not-an-object'
    | 'limit-above-cap'
    | 'parameter-ignored';
  readonly detail: string;
}

/** A form of a page that was submitted: what it carried is what the extension must never add to. */
export interface Submission {
  readonly path: string;
  readonly contentType: string;
  readonly body: Buffer;
}

export interface FileWrite {
  readonly orderId: string;
  readonly fieldId: string;
  /** The value as it arrived. */
  readonly value: string;
  readonly at: number;
}

export interface Journal {
  readonly requests: LoggedRequest[];
  readonly writes: LoggedWrite[];
  readonly slips: Slip[];
  readonly submissions: Submission[];
  /** Every write to a file field, whatever became of it. */
  readonly fileWrites: FileWrite[];
}

export const createJournal = (): Journal => ({
  requests: [],
  writes: [],
  slips: [],
  submissions: [],
  fileWrites: [],
});
