/** The last word before a POST: in which month iFirma would book it. */
import type { Reason } from '../../invoice/finding';
import type { Patch, StepContext } from '../context';
import type { Booking } from '../steps/booking';
import { stopFor } from '../stop';
import { monthMoved } from './held';
import { mayUse, monthIntents, openOf, saveIntent } from './intents';
import { monthSaid } from './said';
import { failed } from './stop-transfer';
import { troubleOnRead } from './trouble';

/** As it was queued: nothing was tried. */
const QUEUED = { state: 'queued', step: 'check', reason: null, notBefore: 0 } as const;
const LEAST_MS = 1_000;

/** null: the POST may begin. It only reads. */
export async function monthGuard(context: StepContext, { saleDate }: Booking): Promise<Patch | null> {
  const { tools, transfer, account, ifirma } = context;
  const intent = openOf(await monthIntents(tools.store), account.login);
  if (intent === null) return transfer.month === undefined ? null : QUEUED;
  if (!mayUse(intent, transfer)) return { ...QUEUED, reason: monthMoved(intent) };
  if (!intent.isThere || intent.isBack || intent.put !== null) return QUEUED;
  // The panel says another day by now: not even this month would do.
  if (saleDate !== undefined && saleDate.slice(0, 7) !== intent.away) return failed(elsewhere(intent.away));
  const said = await monthSaid(ifirma);
  if (said.ok) {
    if (said.value === intent.away) return null;
    // Somebody has moved it. What is to be done then follows from the intent.
    await saveIntent(tools, { ...intent, isThere: false });
    return QUEUED;
  }
  const trouble = troubleOnRead(said.problem);
  switch (trouble.kind) {
    case 'locked':
    case 'unclear':
      return { ...QUEUED, reason: { code: 'locked', params: {} } };
    case 'refused':
      return failed(trouble.reason);
    case 'wait': {
      const afterMs = trouble.afterMs === null ? null : Math.max(trouble.afterMs, LEAST_MS);
      return stopFor(context, { ...trouble, afterMs });
    }
    default:
      return trouble satisfies never;
  }
}

function elsewhere(month: string): Reason {
  return { code: 'month-elsewhere', params: { month } };
}
