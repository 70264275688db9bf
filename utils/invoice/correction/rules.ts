import type { Account } from '../settings';

/** What of an account a correction goes by. */
export type Rules = Pick<Account, 'settings' | 'tax'>;
