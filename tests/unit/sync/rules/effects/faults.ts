/** Every fault that can strike a request which cannot be repeated, and what of it may be known. */
import { faultsOf, type Service } from '../../every-fault/faults.ts';
import type { Trouble } from '../../network.ts';

export interface Struck {
  readonly name: string;
  readonly trouble: Trouble;
  /** The other side has done its work. */
  readonly worked: boolean;
}

/**
 * A service that has done its work and says that it is too busy, or that it has refused, deceives, and so does one that says it has done what it
 * has not; no client can tell that from the truth. Those are left out.
 */
export function struck(service: Service): readonly Struck[] {
  return faultsOf(service, true).filter(
    ({ means, worked }) => !(worked ? REFUSALS.includes(means) : means === 'kod-0'),
  );
}

const REFUSALS: readonly string[] = [
  'limit',
  'length',
  'page-400',
  'page-401',
  'page-403',
  'page-404',
  'said-400',
  'said-401',
  'said-403',
  'said-404',
  'said-200',
  'kod-201',
  'kod-refused',
  'kod-account',
];
