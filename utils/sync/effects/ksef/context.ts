import type { KsefSending } from '../../../invoice/ksef';
import type { StepContext } from '../../context';

export interface KsefContext extends StepContext {
  /** iFirma's. */
  readonly identifier: string;
  readonly sending: KsefSending;
}
