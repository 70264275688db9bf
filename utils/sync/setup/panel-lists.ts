/**
 * What a panel offers to choose from: read seldom, kept over restarts of the worker, and when the panel does not answer still
 * there as it was last known (sellasist-api 7).
 */
import type { Reason } from '../../invoice/finding';
import type { Dictionaries, DictionaryRow, PanelLists, Reply } from '../../messages';
import { PAYMENTS_MOST } from '../../messages/settings-schemas';
import type { SellasistClient } from '../../sellasist/client';
import type { Result, SellasistProblem } from '../../sellasist/problem';
import { type Fact, fact } from '../../store/facts';
import type { Store } from '../../store/open';
import type { Clock } from '../clock';
import { verdictOnSellasist } from '../reasons';
import type { MetPayments } from './met-payments';
import { readableNames } from './readable-names';
import type { Refused } from './refusals';

export interface PanelListsKeeper {
  of(panel: string, sellasist: SellasistClient, fresh: boolean): Promise<Reply<PanelLists>>;
  /** The panel's key is another one, which may reach more or less: the next to ask has them read anew. */
  outdate(panel: string): Promise<void>;
  /** Where no account is bound to the panel any more. */
  forgetUnused(panel: string): Promise<void>;
}

const KEPT_MS = 15 * 60_000;
/** A panel that did not answer is left alone for so long, unless somebody wants its lists fresh. */
const SILENT_MS = 60_000;

export interface KeptLists extends Dictionaries {
  /** Epoch milliseconds. */
  readonly readAt: number;
  /** What the key has no right to. */
  readonly problem: Reason | null;
  readonly isOutdated: boolean;
}

/** Where they could not be read, what is kept stays as it is. */
type Read = { readonly ok: true; readonly kept: KeptLists } | Refused;
type Silence = { readonly at: number; readonly reason: Reason };

/** As they were last read. */
export function listsFact(panel: string): Fact<KeptLists> {
  return fact(`panel-lists:${panel}`, 1);
}

export function panelListsKeeper(store: Store, clock: Clock, met: MetPayments): PanelListsKeeper {
  const reading = new Map<string, Promise<Read>>();
  const silent = new Map<string, Silence>();

  /** Two rooms that open at once share one reading. */
  function readOnce(panel: string, sellasist: SellasistClient): Promise<Read> {
    const begun = reading.get(panel) ?? read(panel, sellasist).finally(() => reading.delete(panel));
    reading.set(panel, begun);
    return begun;
  }

  async function read(panel: string, sellasist: SellasistClient): Promise<Read> {
    const lists = await allLists(sellasist, await store.facts.get(listsFact(panel)));
    if (!lists.ok) {
      const { kind, reason } = verdictOnSellasist(lists.problem);
      if (kind === 'wait' && lists.problem.kind !== 'locked') silent.set(panel, { at: clock.now(), reason });
      return { ok: false, reason };
    }
    silent.delete(panel);
    const kept: KeptLists = { ...lists.value, readAt: clock.now(), isOutdated: false };
    // On a full disk they are not kept, and good for now all the same.
    await store.facts.set(listsFact(panel), kept);
    return { ok: true, kept };
  }

  /** What is kept, where that is good enough; else what the panel says now. */
  async function known(
    kept: KeptLists | null,
    panel: string,
    sellasist: SellasistClient,
    fresh: boolean,
  ): Promise<Read> {
    const now = clock.now();
    if (!fresh && kept !== null && !kept.isOutdated && isWithin(KEPT_MS, kept.readAt, now)) return { ok: true, kept };
    const silence = silent.get(panel);
    if (!fresh && silence !== undefined && isWithin(SILENT_MS, silence.at, now)) {
      return { ok: false, reason: silence.reason };
    }
    return readOnce(panel, sellasist);
  }

  async function shown(panel: string, kept: KeptLists, problem: Reason | null): Promise<Reply<PanelLists>> {
    const { isOutdated: _isOutdated, ...lists } = kept;
    const { statuses, payments, fields, series } = lists;
    const readable: Dictionaries = {
      statuses: readableNames(statuses),
      payments: readableNames(withMet(payments, await met.of(panel))),
      fields: readableNames(fields),
      series: readableNames(series),
    };
    return { ok: true, value: { ...lists, ...readable, problem } };
  }

  return {
    async of(panel, sellasist, fresh) {
      const last = await store.facts.get(listsFact(panel));
      const found = await known(last, panel, sellasist, fresh);
      if (found.ok) return shown(panel, found.kept, found.kept.problem);
      return last === null ? found : shown(panel, last, found.reason);
    },

    async outdate(panel) {
      silent.delete(panel);
      const kept = await store.facts.get(listsFact(panel));
      if (kept !== null) await store.facts.set(listsFact(panel), { ...kept, isOutdated: true });
    },

    async forgetUnused(panel) {
      if ((await store.accounts.ofPanel(panel)).length > 0) return;
      silent.delete(panel);
      await store.facts.remove(listsFact(panel));
      await met.forget(panel);
    },
  };
}

type AllLists =
  | { readonly ok: true; readonly value: Dictionaries & Pick<KeptLists, 'problem'> }
  | { readonly ok: false; readonly problem: SellasistProblem };

/**
 * A key without the right to one of them (sellasist-api 2.4) still serves the others, and that list stays as it was; anything
 * else that goes wrong would make the whole of it wrong.
 */
async function allLists(sellasist: SellasistClient, before: Dictionaries | null): Promise<AllLists> {
  const lists: Record<keyof Dictionaries, readonly DictionaryRow[]> = {
    statuses: [],
    payments: [],
    fields: [],
    series: [],
    ...(before === null ? {} : rowsOf(before)),
  };
  let problem: Reason | null = null;
  let forbidden = 0;
  const asks: readonly [keyof Dictionaries, () => Promise<Result<readonly DictionaryRow[]>>][] = [
    ['statuses', sellasist.statuses],
    ['payments', sellasist.payments],
    ['fields', sellasist.fields],
    ['series', sellasist.series],
  ];
  for (const [name, ask] of asks) {
    const answer = await ask();
    if (answer.ok) lists[name] = answer.value;
    else if (answer.problem.kind === 'forbidden') problem = verdictOnSellasist(answer.problem).reason;
    else return answer;
    forbidden += answer.ok ? 0 : 1;
  }
  if (forbidden === asks.length && before === null) return { ok: false, problem: { kind: 'forbidden' } };
  return { ok: true, value: { ...lists, problem } };
}

function rowsOf({ statuses, payments, fields, series }: Dictionaries): Dictionaries {
  return { statuses, payments, fields, series };
}

/** No more than an account can map. What was met on an order is needed; of the others the panel's first ones are taken. */
function withMet(listed: readonly DictionaryRow[], met: readonly DictionaryRow[]): readonly DictionaryRow[] {
  const others = met.filter(({ id }) => !listed.some((row) => row.id === id));
  return [...listed.slice(0, PAYMENTS_MOST - others.length), ...others];
}

/** A negative age is a clock that was set back. */
function isWithin(most: number, at: number, now: number): boolean {
  return now - at >= 0 && now - at < most;
}
