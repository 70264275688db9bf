/** Reads what was found, each document once, at the pace of bulk work. */
import type { Account } from '../../invoice/settings';
import { knownOf } from '../../sellasist/document-shelf';
import type { SellasistProblem } from '../../sellasist/problem';
import type { PanelDocument } from '../../store/documents';
import type { EngineTools } from '../context';
import type { Found, PanelNews } from './facts';
import { isId } from './ids';

/** How long the next try waits: a minute, then ever longer, and never for ever. */
const AGAIN_MS = [60_000, 120_000, 300_000, 900_000, 3_600_000, 6 * 3_600_000];
const REMEMBERED_MS = 600_000;
/** What the panel has listed may be read a little later; after so many tries it is gone. */
const GONE_AFTER = 6;

export interface Details {
  readonly news: PanelNews;
  /** What is known, by id. */
  readonly known: ReadonlyMap<string, PanelDocument>;
  /** Listed, and the panel says that there is no such document. */
  readonly gone: readonly Found[];
  /** Those that were just found to be beyond reading. */
  readonly unreadable: readonly Found[];
  /** Why it went no further; null: whatever may be read now is. */
  readonly stopped: SellasistProblem | 'no-room' | null;
}

/** Nothing is written here but what was read: whoever dies on the way reads the rest. */
export async function readDetails(
  tools: Pick<EngineTools, 'store' | 'clock' | 'servicesOf'>,
  account: Account,
  news: PanelNews,
  mayAsk: () => Promise<boolean>,
): Promise<Details> {
  const { store, clock } = tools;
  const { panel } = account;
  const known = new Map<string, PanelDocument>();
  const gone: Found[] = [];
  const unreadable: Found[] = [];
  const changed = new Map<string, Found>();
  let stopped: Details['stopped'] = null;
  for (const found of news.pending) {
    if (found.left !== undefined) continue;
    const cached = await store.documents.get(panel, found.id);
    const isWhole = cached?.kind !== 'correction' || found.corrects !== undefined;
    if (cached !== null && isWhole && isFreshFor(found, cached)) {
      known.set(found.id, cached);
      continue;
    }
    if (stopped !== null || found.notBefore > clock.now()) continue;
    if (!(await mayAsk())) {
      stopped = 'no-room';
      continue;
    }
    const read = await tools.servicesOf(account, 'bulk').sellasist.document(found.id);
    if (read.ok) {
      const document = { ...knownOf(read.value), panel, seenAt: clock.now() };
      if (!(await store.documents.put([document])).ok) break;
      known.set(found.id, document);
      if (document.kind === 'correction') {
        const corrects = read.value.main_document_id ?? '';
        changed.set(found.id, { ...found, corrects: isId(corrects) ? corrects : '' });
      }
      continue;
    }
    if (!isOfThisOne(read.problem)) {
      stopped = read.problem;
      continue;
    }
    const later = AGAIN_MS[Math.min(found.tries, AGAIN_MS.length - 1)] ?? 0;
    const next = { ...found, tries: found.tries + 1, notBefore: clock.now() + later };
    changed.set(found.id, next);
    if (read.problem.kind !== 'not-found') unreadable.push(next);
    else if (next.tries >= GONE_AFTER) gone.push(next);
  }
  const pending = news.pending.map((found) => changed.get(found.id) ?? found);
  return { news: changed.size === 0 ? news : { ...news, pending }, known, gone, unreadable, stopped };
}

/** What was remembered long before it was found may say another order, or another series, than it has by now. */
function isFreshFor({ at, walked }: Found, { issueDate, seenAt }: PanelDocument): boolean {
  if (seenAt >= at) return true;
  return issueDate !== null && (walked !== undefined || seenAt >= at - REMEMBERED_MS);
}

/** One that is not there, that nobody understands or that the panel stumbles over must not hide the others. */
function isOfThisOne({ kind }: SellasistProblem): boolean {
  return kind === 'not-found' || kind === 'unreadable' || kind === 'http' || kind === 'business';
}
