/** What a command speaks of, and how it is refused. */
import type { DocumentKey } from '../../invoice/document';
import type { Reason, ReasonCode } from '../../invoice/finding';
import type { Reply } from '../../messages';

export interface Target {
  readonly panel: string;
  readonly orderId: string | null;
  readonly key: DocumentKey;
}

export type Refused = { readonly ok: false; readonly reason: Reason };
export type Outcome = Reply<null>;

export const DONE: Outcome = { ok: true, value: null };

export function refuse(code: ReasonCode): Refused {
  return { ok: false, reason: { code, params: {} } };
}
