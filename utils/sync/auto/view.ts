/** How it stands with sending by itself, account by account. */
import { warsawDate } from '../../invoice/dates';
import type { AutoView } from '../../messages';
import type { Store } from '../../store/open';
import type { Clock } from '../clock';
import { hindranceOf, isOn } from './accounts';
import { elsewhereOf, newsOf, startOf } from './facts';

const PAGE = 200;
/** More than a day of iFirma's limits holds. */
const MOST = 4_000;

export async function autoViews(store: Store, clock: Clock): Promise<readonly AutoView[]> {
  const accounts = await store.accounts.all();
  const sent = accounts.some(({ settings }) => isOn(settings)) ? await sentToday(store, clock) : new Map();
  return Promise.all(
    accounts.map(async (account): Promise<AutoView> => {
      const { id, name, panel, settings } = account;
      const on = isOn(settings);
      const [hindrance, { hasSent }, start, elsewhere, news] = await Promise.all([
        on ? hindranceOf(store, account) : null,
        store.transfers.ofAccount(id),
        store.facts.get(startOf(id)),
        store.facts.get(elsewhereOf(id)),
        store.facts.get(newsOf(panel)),
      ]);
      const isBegun = on && start !== null;
      return {
        accountId: id,
        account: name,
        panel,
        isOn: on,
        hasSent,
        hindrance,
        since: isBegun ? start.since : null,
        from: isBegun ? start.from : null,
        lookedAt: isBegun ? (news?.lookedAt ?? null) : null,
        next: isBegun && hindrance === null ? (news?.next ?? null) : null,
        waiting: on ? (news?.pending.length ?? 0) : 0,
        sentToday: sent.get(id) ?? 0,
        elsewhere: on ? (elsewhere?.name ?? null) : null,
        problem: on ? (news?.problem ?? null) : null,
      };
    }),
  );
}

/** What was booked today without anybody's click, by account. */
async function sentToday({ transfers }: Store, clock: Clock): Promise<ReadonlyMap<string, number>> {
  const today = warsawDate(clock.now());
  const counts = new Map<string, number>();
  let before: number | null = null;
  for (let seen = 0; seen < MOST; seen += PAGE) {
    const page = await transfers.recent({ before, limit: PAGE });
    for (const { auto, identifier, post, accountId } of page.rows) {
      if (auto === undefined || identifier === null || post === null || warsawDate(post.beganAt) !== today) continue;
      counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
    }
    const oldest = page.rows.at(-1);
    if (page.next === null || oldest === undefined || warsawDate(oldest.updatedAt) < today) break;
    before = page.next;
  }
  return counts;
}
