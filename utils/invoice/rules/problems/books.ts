/** Where a rule contradicts its account, or what the account's series are set to. */
import type { SeriesSettings } from '../../series';
import type { Account } from '../../settings';
import { needsInvoice } from '../needs-invoice';
import type { IssuedKind, Rule, RuleSet } from '../rule';
import { type Found, found, isGone, nameIn } from './found';
import type { RuleWorld } from './problem';

export function bookProblems(rule: Rule, set: RuleSet, world: RuleWorld): readonly Found[] {
  const account = world.accounts.find(({ id, panel }) => id === rule.accountId && panel === set.panel);
  if (account === undefined) return [found('account-gone')];
  return [
    ...(rule.trigger.kind === 'document'
      ? seriesProblems(rule, rule.trigger.seriesId, account, world)
      : asIssued(rule).map((as) => found('kind-differs', { kind: 'domestic', as }))),
    ...withoutInvoice(rule, set, account),
  ];
}

/** An order without a document becomes an invoice; only the kind that it cannot become is a problem. */
function asIssued({ effects }: Rule): readonly IssuedKind[] {
  return effects.flatMap((effect) => (effect.kind === 'issue' && effect.as !== 'domestic' ? [effect.as] : []));
}

/** Of what contradicts each other only the first is told: whose series it is, whether it is sent, as what. */
function seriesProblems({ effects }: Rule, id: string, account: Account, { series }: RuleWorld): readonly Found[] {
  // That it is gone is told, and whose it was helps nobody.
  if (isGone(series, id)) return [];
  const name = nameIn(series, id);
  if (!account.seriesIds.includes(id)) return [found('series-not-of-account', { name, account: account.name })];
  const own = entryOf(account, id);
  const issued = effects.flatMap((effect) => (effect.kind === 'issue' ? [effect.as] : []));
  return [
    ...(issued.length > 0 ? kindProblems(issued, own?.kind ?? null, name) : []),
    ...(effects.some(({ kind }) => kind === 'ksef') && (own?.ksef ?? 'off') === 'off'
      ? [found('ksef-off', { name })]
      : []),
  ];
}

function kindProblems(issued: readonly IssuedKind[], kind: SeriesSettings['kind'], name: string): readonly Found[] {
  if (kind === null || kind === 'none') return [found('series-not-sent', { name })];
  return issued.filter((as) => as !== kind).map((as) => found('kind-differs', { name, kind, as }));
}

/** What needs an invoice, where no rule of the account issues and the account sends nothing by itself: a person has to. */
function withoutInvoice(rule: Rule, { rules }: RuleSet, account: Account): readonly Found[] {
  const needing = rule.effects.find(needsInvoice);
  // Since when it sends is absent where nobody has told a version that can send by itself.
  const sendsByItself = account.settings.autoSend && account.settings.autoFrom !== undefined;
  if (needing === undefined || sendsByItself || issues(rule)) return [];
  if (rules.some((other) => other.isOn && other.accountId === account.id && issues(other))) return [];
  return [found('invoice-not-issued', { effect: needing.kind, account: account.name })];
}

function issues({ effects }: Rule): boolean {
  return effects.some(({ kind }) => kind === 'issue');
}

/** A series called `constructor` has no settings by accident. */
function entryOf({ series }: Account, id: string): SeriesSettings | undefined {
  return Object.hasOwn(series, id) ? series[id] : undefined;
}
