import type { MonthIntent } from '../../invoice/accounting-month';
import type { Reason } from '../../invoice/finding';
import type { MonthView } from '../../messages';
import type { Store } from '../../store/open';
import { monthIntents } from './intents';

/** What our own pages show of the months that are moved. */
export async function monthViews(store: Pick<Store, 'facts' | 'transfers'>): Promise<readonly MonthView[]> {
  const intents = (await monthIntents(store)).filter(({ ended }) => ended?.code !== 'month-left');
  return Promise.all(
    intents.map(async (intent): Promise<MonthView> => {
      const { login, panel, key, home, away, left, since, isBack, ended } = intent;
      const transfer = await store.transfers.get(panel, key);
      const isOnItsWay = transfer?.state === 'queued' || transfer?.state === 'sending';
      return {
        login,
        panel,
        key,
        orderId: transfer?.orderId ?? null,
        number: transfer?.documentNumber ?? null,
        home,
        away,
        at: left,
        stage: ended !== null ? 'ended' : isBack || !isOnItsWay ? 'back' : 'there',
        reason: reasonOf(intent),
        since,
      };
    }),
  );
}

function reasonOf({ ended, reason, unclear, put, home, away }: MonthIntent): Reason | null {
  if (ended !== null || reason !== null) return ended ?? reason;
  return unclear === null && put === null ? null : { code: 'month-unclear', params: { from: home, to: away } };
}
