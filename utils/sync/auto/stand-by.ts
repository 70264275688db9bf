/**
 * While another computer sends by itself, this one looks on: a document is left to the other for a quarter of an hour, and then its order's
 * state field tells whether the other has taken it up. Where nobody has, the other is switched off or asleep, and this computer takes over.
 */
import { stateTextIn } from '../../invoice/state-text';
import type { PanelDocument } from '../../store/documents';
import type { Store } from '../../store/open';
import type { EngineTools } from '../context';
import { fieldTextOf } from '../steps/field-text';
import type { ActiveAccount } from './decide';
import { elsewhereOf, type Found, startOf } from './facts';
import { FRESH_MS, isFreshSign, lastSign, termAfter, termIn } from './sign';

export type Watched =
  | { readonly kind: 'wait' }
  /** @param name of the computer that has taken it up. */
  | { readonly kind: 'theirs'; readonly name: string }
  | { readonly kind: 'nobodys' };

export async function whoseIs(
  tools: Pick<EngineTools, 'store' | 'clock' | 'computer' | 'servicesOf'>,
  { account }: ActiveAccount,
  found: Found,
  { orderId }: PanelDocument,
  mayAsk: () => Promise<boolean>,
): Promise<Watched> {
  const { store, clock } = tools;
  const fieldId = account.settings.stateFieldId;
  if (clock.now() < found.at + FRESH_MS || fieldId === null || orderId === null || !(await mayAsk())) {
    return { kind: 'wait' };
  }
  const order = await tools.servicesOf(account, 'bulk').sellasist.order(orderId);
  if (!order.ok) return order.problem.kind === 'not-found' ? { kind: 'nobodys' } : { kind: 'wait' };
  const mark = stateTextIn(fieldTextOf(order.value, fieldId));
  const { id } = await tools.computer();
  if (mark === null || mark.computer === id) return { kind: 'nobodys' };
  const isFresh = isFreshSign(mark, clock.now());
  if (mark.word === 'claim') return { kind: isFresh ? 'wait' : 'nobodys' };
  const elsewhere = await store.facts.get(elsewhereOf(account.id));
  if (termIn(mark.nonce) !== null && elsewhere?.computer === mark.computer) {
    await store.facts.set(elsewhereOf(account.id), { ...elsewhere, at: lastSign(elsewhere, mark, clock.now()) });
  }
  return { kind: 'theirs', name: mark.name || mark.computer };
}

/** From now on this computer sends by itself; the other stands by once it meets what this one writes. false: the disk is full. */
export async function takeOver(
  { store, clock }: { readonly store: Store } & Pick<EngineTools, 'clock'>,
  accountId: string,
): Promise<boolean> {
  const [start, elsewhere] = await Promise.all([
    store.facts.get(startOf(accountId)),
    store.facts.get(elsewhereOf(accountId)),
  ]);
  if (start === null || elsewhere === null) return true;
  const term = termAfter(Math.max(elsewhere.term, start.term), clock.now());
  // The term first: one without it would meet the other's next sign and stand by again.
  if (!(await store.facts.set(startOf(accountId), { ...start, term }, 'strict')).ok) return false;
  await store.facts.remove(elsewhereOf(accountId));
  return true;
}
