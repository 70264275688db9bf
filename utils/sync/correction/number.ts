/** Step `number` of a correction: reads back what was booked. Repeatable: it only reads. */
import type { Patch, StepContext } from '../context';
import { verdictOnRead } from '../reasons';
import { waitIssued } from '../stop';

/** iFirma gives the number some seconds after the document (ifirma-api 2.9). */
const LAG_MS = 1_500;
const QUICK_TRIES = 3;

export async function readCorrectionNumber(context: StepContext): Promise<Patch> {
  const { transfer, tools, ifirma } = context;
  const { identifier } = transfer;
  if (identifier === null) throw new Error('number: nothing was booked');
  for (let quick = 0; ; quick += 1) {
    const answer = await ifirma.correction(identifier);
    if (!answer.ok) {
      const verdict = verdictOnRead(answer.problem);
      if (verdict.kind === 'wait') return waitIssued(context, verdict.reason, { afterMs: verdict.afterMs });
      // A refusal of this one request says nothing of the correction, which is there: it is asked again.
      return waitIssued(context, verdict.pause ? verdict.reason : { code: 'number-waiting', params: {} });
    }
    const { number, gross } = answer.value;
    if (number !== '') return { step: 'pdf', number, bookedGross: gross, findings: [], reason: null, tries: 0 };
    if (quick >= QUICK_TRIES) return waitIssued(context, { code: 'number-waiting', params: {} });
    await tools.clock.sleep(LAG_MS);
  }
}
