/** Decides what was found, oldest first, and crosses off what has its place in the queue or its line in the log. */
import type { DocumentKey } from '../../invoice/document';
import type { Account } from '../../invoice/settings';
import { PRIORITY } from '../../invoice/transfer';
import type { PanelDocument } from '../../store/documents';
import { enqueue } from '../commands/enqueue';
import type { Ledger } from '../commands/ledger';
import { preparedOf } from '../commands/send-many';
import type { EngineTools } from '../context';
import type { DocumentListener } from '../rules/listen';
import { type ActiveAccount, decisionOn } from './decide';
import type { Details } from './details';
import type { Found, PanelNews } from './facts';
import { isNews, isPending, withFound } from './find';
import { sayLeft } from './say';
import { takeOver, whoseIs } from './stand-by';

export interface SettleTools {
  readonly tools: EngineTools;
  /** Its entries say that Mostek did it by itself. */
  readonly ledger: Ledger;
  readonly panel: string;
  /** All of the panel that are switched on, those that something is in the way of as well. */
  readonly switchedOn: readonly Account[];
  readonly active: readonly ActiveAccount[];
  readonly mayAsk: () => Promise<boolean>;
  readonly listener: DocumentListener;
}

/** iFirma takes no invoice that is older than the last one of its series: so long the others wait for one that cannot be read yet. */
const PATIENCE_MS = 600_000;
const TRIES = 2;
/** So long a correction waits until its invoice is decided. */
const INVOICE_MS = 3_600_000;

type Settled = 'done' | 'later' | 'full';

/** @returns what is left to be decided; whether anything was queued; false for `isKept`: the disk is full. */
export async function settle(
  given: SettleTools,
  details: Details,
): Promise<{ readonly news: PanelNews; readonly hasQueued: boolean; readonly isKept: boolean }> {
  const { tools, panel } = given;
  const now = tools.clock.now();
  let { news } = details;
  let hasQueued = false;
  let isKept = true;
  const cross = (id: string): void => {
    news = { ...news, pending: news.pending.filter((found) => found.id !== id) };
  };
  const accountId = given.active[0]?.account.id ?? given.switchedOn[0]?.id ?? '';
  /** Where only rules ask for documents, nothing was to be sent by itself, and nothing was left out. */
  const isSaid = given.switchedOn.length > 0;
  const said = async (
    id: string,
    number: string,
    code: 'auto-gone' | 'auto-unreadable' | 'auto-receipt' | 'auto-other-kind',
  ) => !isSaid || sayLeft(tools, { panel, accountId, id, number }, { code, params: {} });

  for (const { id, left } of news.pending) {
    if (left === undefined) continue;
    if (await said(id, left.number, left.code)) cross(id);
    else isKept = false;
  }
  for (const { id } of details.gone) {
    if (await said(id, '', 'auto-gone')) cross(id);
    else isKept = false;
  }
  for (const { id } of details.unreadable) await said(id, '', 'auto-unreadable');

  const unread = news.pending.filter(({ id, left }) => left === undefined && !details.known.has(id));
  const isReady =
    details.stopped === null &&
    news.walk === null &&
    unread.every(({ at, tries }) => tries >= TRIES || now >= at + PATIENCE_MS || at > now);

  const known = news.pending.flatMap((found) => {
    const document = details.known.get(found.id);
    return document === undefined ? [] : [{ found, document }];
  });
  for (const { found, document } of known.toSorted(byIssue)) {
    const settled = await one(found, document);
    if (settled === 'full') isKept = false;
    if (settled === 'done') cross(found.id);
  }
  return { news, hasQueued, isKept };

  async function one(found: Found, document: PanelDocument): Promise<Settled> {
    const key: DocumentKey = `d${found.id}`;
    // What was there before anybody switched anything on is nobody's news.
    if (found.walked === undefined && !(await given.listener.note(document))) return 'full';
    if ((await tools.store.transfers.get(panel, key)) !== null) return 'done';
    const owner = given.switchedOn.find(({ seriesIds }) => seriesIds.includes(document.seriesId ?? ''));
    // Something is in its way just now, or it has not begun: its documents wait for it.
    if (owner !== undefined && given.active.every(({ account }) => account.id !== owner.id)) return 'later';
    const decision = decisionOn(document, found, given.active);
    if (decision.kind === 'left') {
      const isOfRules = owner === undefined && (await given.listener.asksFor(panel, document.seriesId));
      if (!decision.isSaid || !isSaid || isOfRules) return 'done';
      return leave(document, owner?.id ?? accountId, decision.reason);
    }
    const { by } = decision;
    if (by.standsBy) {
      const whose = await whoseIs(tools, by, found, document, given.mayAsk);
      if (whose.kind === 'wait') return 'later';
      if (whose.kind === 'theirs') {
        return leave(document, by.account.id, { code: 'auto-elsewhere', params: { computer: whose.name } });
      }
      if (!(await takeOver(tools, by.account.id))) return 'full';
      tools.announce();
    }
    if (!isReady || (await awaitsInvoice(found))) return 'later';
    return queue(key, document);
  }

  async function leave(
    { documentId: id, number }: PanelDocument,
    whose: string,
    reason: Parameters<typeof sayLeft>[2],
  ): Promise<Settled> {
    return (await sayLeft(tools, { panel, accountId: whose, id, number }, reason)) ? 'done' : 'full';
  }

  /** The invoice of a correction is found on its account, and decided first. */
  async function awaitsInvoice({ corrects = '', at }: Found): Promise<boolean> {
    if (corrects === '' || now >= at + INVOICE_MS || at > now) return false;
    if (isPending(news, corrects)) return true;
    if (!isNews(news.sale, corrects) || (await tools.store.transfers.get(panel, `d${corrects}`)) !== null) return false;
    news = withFound(news, [corrects], now);
    return true;
  }

  async function queue(key: DocumentKey, { orderId }: PanelDocument): Promise<Settled> {
    const prepared = await preparedOf(tools, panel, { key, orderId });
    // It is of another order by now, or its account has gone: the next look sees what it is.
    if (!prepared.ok || prepared.value === null) return 'later';
    const wish = { confirm: [], priority: PRIORITY.bulk, auto: true, now: tools.clock.now() } as const;
    const written = await enqueue(tools, given.ledger, prepared.value, wish);
    if (written.ok) hasQueued = true;
    if (written.ok || written.why === 'exists' || written.why === 'missing') return 'done';
    return written.why === 'full' ? 'full' : 'later';
  }
}

interface Known {
  readonly document: PanelDocument;
}

/** As the queue has them; of one day an invoice before a correction. */
function byIssue({ document: one }: Known, { document: other }: Known): number {
  const [day, otherDay] = [one.issueDate ?? '', other.issueDate ?? ''];
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  if (one.kind !== other.kind) return one.kind === 'correction' ? 1 : -1;
  return one.number.localeCompare(other.number, 'pl', { numeric: true });
}
