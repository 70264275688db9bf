/** What has happened may not show at once, and whoever is asked may not answer: some looks, within what a worker lives without work. */
import type { Clock } from '../../clock';
import type { EffectOutcome } from './effect';

const PAUSES_MS = [0, 5_000, 15_000];

/** @param look null: it has not shown. @param otherwise where no look has found it. */
export async function lookAgain(
  clock: Pick<Clock, 'sleep'>,
  look: () => Promise<EffectOutcome | null>,
  otherwise: EffectOutcome,
): Promise<EffectOutcome> {
  for (const pause of PAUSES_MS) {
    if (pause > 0) await clock.sleep(pause);
    const found = await look();
    if (found !== null) return found;
  }
  return otherwise;
}
