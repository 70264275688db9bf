/** How long the log is kept: by age and by count, whichever takes more away. The ledger itself is kept for ever. */
import type { LogRetention } from '../../messages';
import { fact } from '../../store/facts';
import type { Store } from '../../store/open';

const LOG_RETENTION = fact<LogRetention>('log-retention', 1);
const DEFAULT: LogRetention = { days: 365, entries: 100_000 };

export async function retentionOf({ facts }: Pick<Store, 'facts'>): Promise<LogRetention> {
  return (await facts.get(LOG_RETENTION)) ?? DEFAULT;
}

/** false: the disk is full. */
export async function keepFor({ facts }: Pick<Store, 'facts'>, retention: LogRetention): Promise<boolean> {
  return (await facts.set(LOG_RETENTION, retention, 'strict')).ok;
}
