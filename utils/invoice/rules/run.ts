/** What became of a rule that fired: one record of a rule and an order or document, so that it acts on it once. */
import type { DocumentKey, Grosze } from '../document';
import type { Reason, ReasonCode } from '../finding';
import type { RuleEffect, RuleTrigger } from './rule';

export type EffectStanding =
  /** To be done; nothing of it has begun. */
  | 'due'
  /** For an invoice, for KSeF, or for a person; the reason says which. */
  | 'waits'
  /** The one request begins, and nothing is known of its end. Stored strictly before whatever cannot be undone. */
  | 'begun'
  /** It has happened, or there was nothing to do. */
  | 'done'
  /** It will not happen by itself; the reason says why. */
  | 'left'
  /** Nobody knows whether it has happened, and it is not repeated by itself. */
  | 'unclear'
  /** A person has said that it need not happen. */
  | 'dropped';

export interface RunEffect {
  readonly effect: RuleEffect;
  readonly standing: EffectStanding;
  /** Epoch milliseconds before which it is not tried; of `begun` when it began, of what has ended when it did. */
  readonly at: number;
  /** Failed tries. */
  readonly tries: number;
  readonly reason: Reason | null;
  /** A person has looked, and has it done again. */
  readonly isAsked?: true;
  /** Of a payment that began: what iFirma had down as paid before, and what was to be added. */
  readonly payment?: { readonly before: Grosze; readonly amount: Grosze };
}

export interface RuleRun {
  readonly panel: string;
  readonly ruleId: string;
  /** As it was called then. */
  readonly ruleName: string;
  readonly accountId: string;
  /** `d77` where a document was issued, else `o1001`. */
  readonly key: DocumentKey;
  readonly orderId: string | null;
  /** The panel's number of the document, for people; null: it fired for an order. */
  readonly documentNumber: string | null;
  readonly trigger: RuleTrigger['kind'];
  readonly effects: readonly RunEffect[];
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Nothing of it goes on by itself. */
export function isRestful({ standing }: RunEffect): boolean {
  return standing === 'done' || standing === 'left' || standing === 'unclear' || standing === 'dropped';
}

/** Nothing that a person decided would change it: another computer does it, or nobody ever will. */
const NOBODYS: readonly (ReasonCode | undefined)[] = ['rule-not-issued-here', 'rule-elsewhere', 'rule-no-invoice'];

/** What only a person can decide. */
export function needsDecision({ standing, reason }: RunEffect): boolean {
  return standing === 'unclear' || (standing === 'left' && !NOBODYS.includes(reason?.code));
}

/** A person may say that it need not happen, also of what would go on by itself one day; what is in the queue is taken out of it elsewhere. */
export function mayBeDropped(own: RunEffect): boolean {
  return needsDecision(own) || (own.standing === 'waits' && own.effect.kind !== 'issue');
}

/** When it is to be looked at next (epoch milliseconds); null: never by itself. */
export function nextOf({ effects }: RuleRun): number | null {
  const open = effects.filter((effect) => !isRestful(effect)).map(({ at }) => at);
  return open.length === 0 ? null : Math.min(...open);
}
