/**
 * Step `number`: reads back what was booked. One list serves three questions: which number did iFirma give, is the sum what was
 * sent, and is there a second invoice with the same mark. Repeatable: it only reads.
 */
import { addDays } from '../../invoice/dates';
import type { Finding } from '../../invoice/finding';
import { markOf } from '../../invoice/mark';
import type { Patch, StepContext } from '../context';
import { knownOtherwise } from '../known';
import { look } from '../look';
import { verdictOnRead } from '../reasons';
import { restIssued, waitIssued } from '../stop';

/** iFirma gives the number some seconds after the invoice (ifirma-api 2.9). */
const LAG_MS = 1_500;
const QUICK_TRIES = 3;

export async function readNumber(context: StepContext): Promise<Patch> {
  const { transfer, tools, ifirma, today } = context;
  const { identifier, post } = transfer;
  if (identifier === null) throw new Error('number: nothing was booked');

  let number = transfer.number ?? '';
  let gross = transfer.bookedGross;
  if (post !== null) {
    // What Mostek wrote itself need not be read again to be recognised.
    tools.memory.set(identifier, { notes: markOf(transfer), number: '', gross: null });
    const found = await look(
      ifirma,
      { document: transfer, from: post.lookFrom, to: addDays(today, 1), nip: post.nip, gross: post.gross },
      knownOtherwise(context),
      tools.memory,
    );
    if (found.ok) {
      const own = found.same.find((sighting) => sighting.identifier === identifier);
      number ||= own?.number ?? '';
      gross ??= own?.gross ?? null;
      const other = found.same.find((sighting) => sighting.identifier !== identifier);
      if (other !== undefined) {
        return {
          ...restIssued({
            code: 'double-found',
            params: { first: number || identifier, second: other.number || other.identifier },
          }),
          number: number || null,
        };
      }
    }
  }

  for (let quick = 0; number === '' || gross === null; quick += 1) {
    const answer = await ifirma.invoice(identifier);
    if (!answer.ok) {
      const verdict = verdictOnRead(answer.problem);
      return waitIssued(context, verdict.reason, verdict.kind === 'wait' ? verdict.afterMs : null);
    }
    number = answer.value.number;
    gross = answer.value.gross ?? gross ?? post?.gross ?? null;
    if (number !== '') break;
    if (quick >= QUICK_TRIES) return waitIssued(context, { code: 'number-waiting', params: {} });
    await tools.clock.sleep(LAG_MS);
  }
  return {
    step: 'pdf',
    number,
    bookedGross: gross,
    findings: sumFindings(gross, post?.gross ?? null),
    reason: null,
    tries: 0,
  };
}

/** iFirma adds up by itself; a sum that is not ours is said, never hidden. */
function sumFindings(theirs: number | null, ours: number | null): readonly Finding[] {
  if (theirs === null || ours === null || theirs === ours) return [];
  return [{ code: 'sum-differs', path: 'total', params: { ours: String(ours), theirs: String(theirs) } }];
}
