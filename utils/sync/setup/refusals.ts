/** Why nothing of a save was stored, where no single field is to blame. */
import type { Reason, ReasonCode } from '../../invoice/finding';
import type { AccountWritten } from '../../store/accounts';

export interface Refused {
  readonly ok: false;
  readonly reason: Reason;
}

/** Somebody has saved or removed the account since the form was opened: the form asks anew, and nothing is mixed. */
export const CHANGED = refused('account-changed');
export const FULL = refused('storage-full');
export const LOCKED = refused('locked');

export function refused(code: ReasonCode, params: Reason['params'] = {}): Refused {
  return { ok: false, reason: { code, params } };
}

/** What no form can bring about. */
export function bug(detail: string): Refused {
  return refused('internal', { detail });
}

/** Of a change that leaves what belongs to the account's identity as it is. */
export function refusalOf(written: Exclude<AccountWritten, { ok: true }>): Refused {
  switch (written.why) {
    case 'stale':
      return CHANGED;
    case 'full':
      return FULL;
    case 'missing':
    // Neither its login, nor its panel, nor its series nor that it issues orders is what was changed here.
    case 'series-taken':
    case 'order-series-taken':
    case 'fixed':
      return bug(written.why);
    default:
      return written satisfies never;
  }
}
