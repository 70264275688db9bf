/**
 * While another computer works (`auto/sign.ts`), what happens is left to it. It is kept so long as nobody knows whether that one is on: should it
 * be off, this one takes over and does it (architecture, "Rules", two computers).
 */
import type { DocumentKey } from '../../invoice/document';
import type { Reason } from '../../invoice/finding';
import type { Rule } from '../../invoice/rules/rule';
import type { Account } from '../../invoice/settings';
import type { Store } from '../../store/open';
import { isOn } from '../auto/accounts';
import { type Elsewhere, elsewhereOf, newsOf } from '../auto/facts';
import { FRESH_MS } from '../auto/sign';
import type { Happening } from './facts';
import type { RuleHindrance } from './hindrance';
import { hasIssued, isOfIssuer } from './issuer';

/** As long as a document is left to the other (`auto/stand-by.ts`), and a little longer. */
const STAND_BY_MS = 2 * FRESH_MS;
/** What the other has given no sign after is kept for all the days that a shop issues nothing. */
const UNSIGNED_MS = 7 * 24 * 3_600_000;

export interface LeftToOther {
  /** Another computer works for the rule's account. */
  isOthers(rule: Rule): boolean;
  /** Why it does not act here. */
  why(rule: Rule): Reason;
  /** The other may be off, and then it is this one's. */
  mayBecomeOurs(happening: Happening, rule: Rule): boolean;
  /** Nobody else does what follows an invoice that this computer has issued; of its order the other is left the time to do the rest. */
  follows(happening: Happening, key: DocumentKey, rule: Rule): Promise<boolean>;
  /** One of these follows, and does not do so yet. */
  followsNow(happening: Happening, key: DocumentKey, asked: readonly Rule[]): Promise<boolean>;
}

/** @param now epoch milliseconds. @param accounts of the panel. @param hindrances by account. */
export async function lookElsewhere(
  store: Store,
  now: () => number,
  panel: string,
  accounts: readonly Account[],
  hindrances: ReadonlyMap<string, RuleHindrance | null>,
): Promise<LeftToOther> {
  const signs = new Map<string, Elsewhere | null>();
  for (const { id } of accounts) signs.set(id, await store.facts.get(elsewhereOf(id)));
  const found = (await store.facts.get(newsOf(panel)))?.pending ?? [];
  const unsettled = new Set(found.map(({ id }) => id));

  async function follows({ at, orderId }: Happening, key: DocumentKey, { effects }: Rule): Promise<boolean> {
    const isOfThis = isOfDocument(key) || (now() >= at + STAND_BY_MS && effects.some(isOfIssuer));
    return isOfThis && hasIssued(store, panel, key, orderId);
  }

  return {
    follows,

    isOthers: ({ accountId }) => hindrances.get(accountId) === 'elsewhere',

    why: ({ name, accountId }) => ({
      code: 'rule-elsewhere',
      params: { rule: name, computer: signs.get(accountId)?.name ?? '' },
    }),

    /**
     * Whether the other works tells a document that is sent by itself; of everything else a sign of it that is so much later that it must have
     * noticed. Else both might leave it: this one now, and the other when it is back and stands by.
     */
    mayBecomeOurs({ at, event, documentId }, { accountId }) {
      if (now() < at + STAND_BY_MS || (documentId !== null && unsettled.has(documentId))) return true;
      if (event.kind === 'document' && accounts.some((account) => isSentByItself(account, event.seriesId)))
        return false;
      return now() < at + UNSIGNED_MS && (signs.get(accountId)?.at ?? 0) < at + FRESH_MS;
    },

    async followsNow(happening, key, asked) {
      for (const rule of asked) {
        if (!(await follows(happening, key, rule))) continue;
        if ((await store.runs.get([panel, rule.id, key])) === null) return true;
      }
      return false;
    },
  };
}

export function isOfDocument(key: DocumentKey): boolean {
  return key.startsWith('d');
}

function isSentByItself({ settings, seriesIds, series }: Account, seriesId: string | null): boolean {
  return isOn(settings) && seriesId !== null && seriesIds.includes(seriesId) && series[seriesId]?.kind !== 'none';
}
