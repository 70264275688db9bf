/**
 * Step `claim` of a correction: the order is marked for other computers, and iFirma is asked whether a correction with this mark is
 * there. What its list does not show may be there all the same (ifirma-api 4.5). Repeatable: it writes nothing but this computer's own mark.
 */
import type { StepContext } from '../context';
import { verdictOnRead } from '../reasons';
import type { ClaimResult } from '../steps/claim';
import { claimField, type OrderRead } from '../steps/claim-field';
import { stopFor } from '../stop';
import { lookForCorrection } from './look';

export async function claimCorrection(context: StepContext, read: OrderRead | null): Promise<ClaimResult> {
  const mine = await claimField(context, read);
  if (mine.kind === 'stop') return mine;
  const found = await lookForCorrection(context, context.today);
  if (!found.ok) return { kind: 'stop', patch: stopFor(context, verdictOnRead(found.problem)) };
  const [own] = found.same;
  return own === undefined ? { kind: 'free', until: mine.until } : { kind: 'adopt', sighting: own };
}
