/**
 * Step `number`: reads back what was booked. One list serves three questions: which number did iFirma give, is the sum what was
 * sent, and is there a second invoice with the same mark. Repeatable: it only reads.
 */
import type { IfirmaProblem } from '../../ifirma/problem';
import type { Finding } from '../../invoice/finding';
import { ksefAsked } from '../../invoice/ksef';
import { PRIORITY, type Transfer } from '../../invoice/transfer';
import type { Patch, StepContext } from '../context';
import { noteLag } from '../list-lag';
import type { Sighting } from '../look';
import { saysNotThere } from '../not-there';
import { verdictOnRead } from '../reasons';
import { lookForSecond, sinceBooked } from '../second-look';
import { restIssued, waitIssued } from '../stop';
import { ATTACHED } from './attach';

/** iFirma gives the number some seconds after the invoice (ifirma-api 2.9). */
const LAG_MS = 1_500;
const QUICK_TRIES = 3;
/** A list that does not show even our own invoice cannot show a second one. It is asked again so often, then no more. */
const LIST_TRIES = 2;

export async function readNumber(context: StepContext): Promise<Patch> {
  const { transfer, account, tools, ifirma } = context;
  const { identifier, post } = transfer;
  if (identifier === null) throw new Error('number: nothing was booked');

  let number = transfer.number ?? '';
  let gross = transfer.bookedGross;
  let known = identifier;
  if (post !== null) {
    const isOwn = (sighting: Sighting): boolean =>
      sighting.identifier === identifier || (number !== '' && sighting.number === number);
    // One of many has waited for the others: a list that was read since the POST shows them all. It is asked for a second time in
    // vain only.
    const isFirst = transfer.tries === 0 && post.endedAt !== null;
    let found = await lookForSecond(context, identifier, post, isFirst ? post.endedAt : tools.clock.now());
    const quickTries = transfer.priority === PRIORITY.person ? QUICK_TRIES : 0;
    for (let quick = 0; quick < quickTries && found.ok && number === '' && !found.same.some(isOwn); quick += 1) {
      await tools.clock.sleep(LAG_MS);
      found = await lookForSecond(context, identifier, post, tools.clock.now());
    }
    if (!found.ok) return later(context, found.problem);
    if (!found.same.some(isOwn)) await noteLag(tools.store, account.login, sinceBooked(post, tools.clock.now()));
    const own = found.same.find(isOwn);
    if (own === undefined && number === '' && transfer.tries < LIST_TRIES)
      return waitIssued(context, { code: 'number-waiting', params: {} });
    number ||= own?.number ?? '';
    gross ??= own?.gross ?? null;
    // Linked by its number, an invoice is known by its identifier only now.
    known = own?.identifier ?? identifier;
    const others = found.same.filter((sighting) => !isOwn(sighting));
    if (others.length > 0) {
      const isThere = own !== undefined || transfer.number === null || (await isStillThere(context, identifier));
      if (typeof isThere === 'object') return later(context, isThere);
      return isThere ? doubleFound({ identifier: known, number }, others) : takenOver(context, others);
    }
  }

  for (let quick = 0; number === '' || gross === null; quick += 1) {
    const answer = await ifirma.invoice(identifier);
    if (!answer.ok) return later(context, answer.problem);
    number = answer.value.number;
    gross = answer.value.gross ?? gross ?? post?.gross ?? null;
    if (number !== '') break;
    if (quick >= QUICK_TRIES) return waitIssued(context, { code: 'number-waiting', params: {} });
    await tools.clock.sleep(LAG_MS);
  }
  const read = readBack(context, { identifier: known, number, gross });
  // Looked at once more after its PDF was saved: what lies in the field is not looked at again, it may be an address by now.
  return isSaved(transfer.attached) ? { ...read, ...ATTACHED } : read;
}

function readBack({ transfer }: StepContext, { identifier, number, gross }: Sighting): Patch {
  const { post, keptNumber = null } = transfer;
  return {
    step: 'pdf',
    identifier,
    number,
    bookedGross: gross,
    findings: [...sumFindings(gross, post?.gross ?? null), ...numberFindings(number, keptNumber)],
    reason: null,
    tries: 0,
  };
}

function doubleFound(own: Pick<Sighting, 'identifier' | 'number'>, [other]: readonly Sighting[]): Patch {
  const params = { first: own.number || own.identifier, second: other?.number || other?.identifier || '' };
  return {
    ...restIssued({ code: 'double-found', params }),
    identifier: own.identifier,
    number: own.number || null,
  };
}

/** Of the invoices with its mark a person has taken ours away in iFirma. What is left is the sale's invoice now. */
function takenOver(context: StepContext, [own, ...others]: readonly Sighting[]): Patch {
  const { transfer } = context;
  if (own === undefined) throw new Error('number: nothing to take over');
  // Nothing of ours is the other one's: whether that is in KSeF is looked up.
  const ksef = transfer.ksef ? ksefAsked(transfer.ksef.asked) : null;
  const taken = { attached: 'no', ksefNumber: null, ksef } as const;
  if (others.length > 0) return { ...doubleFound(own, others), ...taken };
  // Its number may still be missing in the list.
  return own.number === ''
    ? { step: 'number', identifier: own.identifier, number: null, bookedGross: own.gross, ...taken }
    : { ...readBack(context, own), ...taken };
}

/** A list that shows others and not ours may lag: only iFirma's word counts. A problem: it could not be asked. */
async function isStillThere({ ifirma }: StepContext, identifier: string): Promise<boolean | IfirmaProblem> {
  const answer = await ifirma.invoice(identifier);
  if (answer.ok) return true;
  return saysNotThere(answer.problem) ? false : answer.problem;
}

function isSaved(attached: Transfer['attached']): boolean {
  return attached === 'verified' || attached === 'link' || attached === 'probable';
}

function later(context: StepContext, problem: IfirmaProblem): Patch {
  const verdict = verdictOnRead(problem);
  if (verdict.kind === 'wait') return waitIssued(context, verdict.reason, { afterMs: verdict.afterMs });
  // A refusal of this one request says nothing of the invoice, which is there: it is asked again.
  return waitIssued(context, verdict.pause ? verdict.reason : { code: 'number-waiting', params: {} });
}

/** iFirma adds up by itself; a sum that is not ours is said, never hidden. */
function sumFindings(theirs: number | null, ours: number | null): readonly Finding[] {
  if (theirs === null || ours === null || theirs === ours) return [];
  return [{ code: 'sum-differs', path: 'total', params: { ours: String(ours), theirs: String(theirs) } }];
}

/** A number that was to be kept and is another one in iFirma: two numbers of one invoice are said, never hidden. */
function numberFindings(theirs: string, ours: string | null): readonly Finding[] {
  const folded = (number: string): string => number.trim().replace(/\s+/g, ' ').toLowerCase();
  if (ours === null || folded(ours) === folded(theirs)) return [];
  return [{ code: 'number-differs', path: 'number', params: { ours, theirs } }];
}
