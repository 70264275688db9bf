/** What an effect of a rule works with, and what it leaves behind. */
import type { Reason } from '../../../invoice/finding';
import type { RuleRun, RunEffect } from '../../../invoice/rules/run';
import type { Account } from '../../../invoice/settings';
import type { Transfer } from '../../../invoice/transfer';
import type { Language } from '../../../messages';
import type { Ledger } from '../../commands/ledger';
import type { EngineTools, Services } from '../../context';

/** What the browser shows where it allows it. */
export interface RuleNotice {
  readonly kind: 'rule';
  readonly language: Language;
  readonly rule: string;
  /** The order's or the document's number. */
  readonly about: string;
}

export interface RuleTools extends EngineTools {
  /** Its entries say that a rule did it. */
  readonly ledger: Ledger;
  /** Shows it where the browser allows it. @returns whether it was shown. */
  readonly notify: (notice: RuleNotice) => Promise<boolean>;
}

export interface EffectContext {
  readonly tools: RuleTools;
  readonly account: Account;
  /** At the pace of bulk work. */
  readonly services: Services;
  readonly run: RuleRun;
  /** The one to be done; of `standing` `begun`: a worker died on the way, and nobody knows whether it has happened. */
  readonly own: RunEffect;
  /** The invoice or correction that it is about, as the ledger has it: booked, with its number. null: none, and none is needed. */
  readonly invoice: Transfer | null;
}

/**
 * Stores strictly that it begins, before whatever cannot be undone; false: it could not be stored, or a person decided otherwise, and nothing
 * may be sent.
 */
export type Begin = (payment?: NonNullable<RunEffect['payment']>) => Promise<boolean>;

export type EffectOutcome =
  | { readonly kind: 'done'; readonly reason?: Reason }
  /** For something that comes by itself or by a person; no try is counted. */
  | { readonly kind: 'waits'; readonly reason: Reason; readonly afterMs: number }
  /** It did not happen, and is tried again. `afterMs` null: as the back-off says. */
  | { readonly kind: 'later'; readonly reason: Reason; readonly afterMs: number | null }
  | { readonly kind: 'left'; readonly reason: Reason }
  | { readonly kind: 'unclear'; readonly reason: Reason };

export type RunsEffect = (context: EffectContext, begin: Begin) => Promise<EffectOutcome>;
