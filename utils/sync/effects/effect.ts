/** What an effect leaves behind. Each looks before it writes, so each may be repeated; none touches the invoice. */
import type { Reason } from '../../invoice/finding';
import type { Patch } from '../context';

export type EffectOutcome =
  /** It has happened, or there is nothing to do. */
  | { readonly kind: 'done' }
  /** It has happened, and the transfer is no longer what it was. */
  | { readonly kind: 'found'; readonly patch: Patch }
  /** It goes on at that moment (epoch milliseconds); what it knows by now stands on the transfer. `tries`: that failed, default 0. `reason`: for the log. */
  | {
      readonly kind: 'again';
      readonly patch: Patch;
      readonly at: number;
      readonly tries?: number;
      readonly reason?: Reason;
    }
  /** It is tried again by itself. `afterMs` null: as the back-off says. */
  | { readonly kind: 'later'; readonly reason: Reason; readonly afterMs: number | null }
  /** It will not happen; the log says why. */
  | { readonly kind: 'refused'; readonly reason: Reason };

/** Stores a patch strictly before the effect goes on; false: it could not be stored, or speaks of what is no more. */
export type WriteAhead = (patch: Patch) => Promise<boolean>;
