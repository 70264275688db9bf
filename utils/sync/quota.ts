/** How much of the services' limits is used. */
import type { QuotaView } from '../messages';

export interface Quotas {
  view(): Promise<readonly QuotaView[]>;
}

export function createQuotas(): Quotas {
  return { view: async () => [] };
}
