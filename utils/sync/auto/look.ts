/** One look at a panel: what is new there, what of it can be read, what becomes of it. May be ended by a death at any instruction. */
import { warsawDate } from '../../invoice/dates';
import type { Reason } from '../../invoice/finding';
import type { Account } from '../../invoice/settings';
import type { SellasistProblem } from '../../sellasist/problem';
import type { Gate } from '../commands/gate';
import type { Ledger } from '../commands/ledger';
import type { EngineTools } from '../context';
import { verdictOnSellasist } from '../reasons';
import type { DocumentListener } from '../rules/listen';
import type { ActiveAccount } from './decide';
import { type Details, readDetails } from './details';
import { type AutoStart, elsewhereOf, type NewsList, NO_NEWS, newsOf, type PanelNews, rivalOf, startOf } from './facts';
import { type Read, readList, readLog } from './find';
import { settle } from './settle';
import { walkFrom, walkOn } from './walk';

export interface LookTools {
  readonly tools: EngineTools;
  readonly ledger: Ledger;
  readonly gate: Gate;
  readonly listener: DocumentListener;
}

export interface LookAsked {
  readonly panel: string;
  /** Those that may send now; none: only rules ask. */
  readonly accounts: readonly Account[];
  /** Whose key the panel is read with. */
  readonly reader: Account;
  readonly switchedOn: readonly Account[];
  /** A page of the panel shows what nobody here has seen. */
  readonly isHinted: boolean;
}

const MINUTE = 60_000;
const LOOK_MS = 2 * MINUTE;
/** How often a computer that stands by looks on. */
const STAND_BY_MS = 10 * MINUTE;
/** Corrections are few, and hurry nobody. */
const CORRECTIONS_MS = 10 * MINUTE;
/** The list and the log check each other. */
const LOG_MS = 30 * MINUTE;
/** Whoever waits for room waits at least so long. */
const LEAST_MS = 1_000;

export interface Looked {
  readonly hasQueued: boolean;
  /** An account has begun, or why nothing can be seen is another reason than before: views show what is out of date. */
  readonly isOther: boolean;
}

export async function look({ tools, ledger, gate, listener }: LookTools, asked: LookAsked): Promise<Looked> {
  const { store, clock } = tools;
  const { panel, accounts, reader: account, isHinted } = asked;
  const stored = (await store.facts.get(newsOf(panel))) ?? NO_NEWS;
  const begun = clock.now();
  const client = tools.servicesOf(account, 'bulk').sellasist;
  const begins = await Promise.all(asked.switchedOn.map(({ id }) => store.facts.get(startOf(id))));
  // Nobody has watched it lately: what came meanwhile is nobody's news.
  const hasListened = await listener.hasListened(panel);
  let news = begins.every((start) => start === null) && !hasListened ? NO_NEWS : stored;
  let problem: SellasistProblem | 'no-room' | null = null;
  let hasBegun = false;
  const mayAsk = async (): Promise<boolean> =>
    (await gate.mayWork(panel)) === null && (await tools.room(account)).sellasist.now > 0;

  async function keep(next: PanelNews): Promise<boolean> {
    const isMore = next.pending !== news.pending || next.walk !== news.walk;
    const written = await store.facts.set(newsOf(panel), next, isMore ? 'strict' : 'relaxed');
    if (written.ok) news = next;
    return written.ok;
  }

  /** false: nothing more can be read, or recorded, now. */
  async function take(read: Read): Promise<boolean> {
    if (read.ok) return keep(read.news);
    problem ??= read.problem;
    return read.problem !== 'no-room' && isOfTheList(read.problem);
  }

  const starts = await Promise.all(accounts.map(({ id }) => store.facts.get(startOf(id))));
  const isBeginning = accounts.some(({ settings }, at) => starts[at]?.asked !== (settings.autoFrom ?? null));
  const isDue = (last: number, every: number): boolean => begun - last >= every || last > begun;
  const goesOn = await finds();
  const active = await activeNow(goesOn);
  // Rules begin as an account does: with the first look that has seen both lists.
  if (!hasListened && goesOn && problem === null && (await listener.panels()).has(panel)) await listener.begin(panel);
  const details = goesOn ? await reads() : null;
  const hasQueued = details === null ? false : await settles(details);
  const reason = reasonOf(problem);
  await keep({ ...news, lookedAt: begun, next: await nextLook(), problem: reason });
  return { hasQueued, isOther: hasBegun || reason?.code !== stored.problem?.code };

  async function finds(): Promise<boolean> {
    if (!(await readsList('sale'))) return false;
    const isTurn = isBeginning || isHinted || isDue(news.correctAt, CORRECTIONS_MS);
    if (isTurn && !(await readsList('correct'))) return false;
    const isLogDue = problem !== null || news.doubtUntil > begun || isDue(news.logAt, LOG_MS);
    // A panel that gives no log still has its list: that it cannot be read is no problem of the look.
    if (!isLogDue) return true;
    const log = await readLog(client, news, begun, mayAsk);
    if (log.ok) return keep(log.news);
    return log.problem !== 'no-room' && isOfTheList(log.problem) ? keep({ ...news, logAt: begun }) : take(log);
  }

  async function readsList(list: NewsList): Promise<boolean> {
    const { upTo } = news[list];
    const read = await readList(client, news, list, begun, mayAsk);
    if (!read.ok || read.isCut !== true) return take(read);
    // So much that it was away for weeks: down to where it was, as far as anybody wants it.
    const last = upTo === null ? null : await store.documents.get(panel, upTo);
    const wanted = begins.flatMap((start) => (start === null ? [] : [start.from])).toSorted()[0];
    const was = last?.issueDate ?? undefined;
    const from = was === undefined || (wanted !== undefined && wanted > was) ? wanted : was;
    return keep(from === undefined ? read.news : { ...read.news, walk: walkFrom(from) });
  }

  /** An account begins with the first look that has seen both lists. */
  async function activeNow(isWhole: boolean): Promise<readonly ActiveAccount[]> {
    const active: ActiveAccount[] = [];
    for (const [at, each] of accounts.entries()) {
      const wanted = each.settings.autoFrom ?? null;
      let start = starts[at] ?? null;
      if (start?.asked !== wanted) {
        start = isWhole && problem === null ? await begin(each, wanted, start) : null;
        if (start === null) continue;
      }
      const standsBy = (await store.facts.get(elsewhereOf(each.id))) !== null;
      active.push({ account: each, start, standsBy });
    }
    return active;
  }

  async function begin(each: Account, wanted: AutoStart['asked'], former: AutoStart | null): Promise<AutoStart | null> {
    const start: AutoStart = {
      asked: wanted,
      from: wanted ?? warsawDate(begun),
      floor: wanted === null ? { sale: news.sale.upTo, correct: news.correct.upTo } : null,
      since: former?.since ?? begun,
      term: former?.term ?? 0,
    };
    const from = news.walk === null || start.from < news.walk.from ? start.from : news.walk.from;
    if (wanted !== null && !(await keep({ ...news, walk: walkFrom(from) }))) return null;
    hasBegun = (await store.facts.set(startOf(each.id), start, 'strict')).ok;
    return hasBegun ? start : null;
  }

  async function reads(): Promise<Details | null> {
    for (;;) {
      const details = await readDetails(tools, account, news, mayAsk);
      if (details.news !== news && !(await keep(details.news))) return null;
      problem ??= details.stopped;
      if (details.stopped !== null || news.walk === null) return details;
      if (!(await mayAsk())) {
        problem ??= 'no-room';
        return details;
      }
      const walked = await walkOn({ client, documents: store.documents, panel }, news, news.walk, begun);
      if (!(await take(walked)) || !walked.ok) return details;
    }
  }

  async function settles(details: Details): Promise<boolean> {
    const settled = await settle(
      { tools, ledger, panel, switchedOn: asked.switchedOn, active, mayAsk, listener },
      { ...details, news },
    );
    if (settled.news !== news) await keep(settled.news);
    return settled.hasQueued;
  }

  async function nextLook(): Promise<number> {
    const now = clock.now();
    if (problem === 'no-room') return Math.max(now + LEAST_MS, (await tools.room(account)).sellasist.at(1));
    const isStandingBy = active.length > 0 && active.every(({ standsBy }) => standsBy);
    if (isStandingBy) return begun + STAND_BY_MS;
    const rivals = await Promise.all(accounts.map(({ id }) => store.facts.get(rivalOf(id))));
    return begun + (rivals.some((until) => until !== null && until > now) ? LOOK_MS / 2 : LOOK_MS);
  }
}

/** The panel does not give this list; something else of it may be had. */
function isOfTheList({ kind }: SellasistProblem): boolean {
  return kind === 'forbidden' || kind === 'http' || kind === 'business' || kind === 'unreadable' || kind === 'redirect';
}

function reasonOf(problem: SellasistProblem | 'no-room' | null): Reason | null {
  if (problem === 'no-room') return { code: 'rate-limited', params: { service: 'Sellasist' } };
  return problem === null ? null : verdictOnSellasist(problem).reason;
}
