/** What rules would do with the panel's last orders: the same judgement as when they act, and nothing is written or sent. */
import { type RuleEvent, verdictsOn } from '../../invoice/rules/decide';
import type { OrderFacts } from '../../invoice/rules/order-facts';
import { brokenIn } from '../../invoice/rules/problems';
import type { RuleProblem } from '../../invoice/rules/problems/problem';
import type { Rule, RuleSet } from '../../invoice/rules/rule';
import type { Account } from '../../invoice/settings';
import type { Reply, Tried, TriedRow, TriedVerdict } from '../../messages';
import { currencyOf } from '../../sellasist/order';
import { isWhollyPaid, orderFactsOf } from '../../sellasist/order-facts';
import type { OrderWire } from '../../sellasist/wire';
import type { PanelDocument } from '../../store/documents';
import type { EngineTools } from '../context';
import { verdictOnSellasist } from '../reasons';

const ORDERS = 50;
/** So many orders are asked for their documents at most: each may take several requests. */
const MOST_ASKED = 20;

type Tools = Pick<EngineTools, 'store' | 'servicesOf' | 'room'>;

export async function tryRules(
  tools: Tools,
  account: Account,
  set: RuleSet,
  problems: readonly RuleProblem[],
): Promise<Reply<Tried>> {
  const { sellasist, documents } = tools.servicesOf(account, 'person');
  const listed = await sellasist.lastOrders(ORDERS);
  if (!listed.ok) return { ok: false, reason: verdictOnSellasist(listed.problem).reason };
  const orders: OrderWire[] = [];
  for (const { id, order } of listed.value.slice(0, ORDERS)) {
    const read = order === null ? await sellasist.order(id) : { ok: true as const, value: order };
    if (!read.ok) return { ok: false, reason: verdictOnSellasist(read.problem).reason };
    orders.push(read.value);
  }
  const asksForDocuments = set.rules.some(({ trigger }) => trigger.kind === 'document');
  const broken = brokenIn(problems);
  let asked = 0;
  const rows: TriedRow[] = [];
  for (const order of orders) rows.push(await rowOf(order));
  return { ok: true, value: { rows, problems } };

  async function rowOf(order: OrderWire): Promise<TriedRow> {
    const known = asksForDocuments
      ? await documentsOf(order)
      : await tools.store.documents.byOrder(set.panel, order.id);
    const facts = orderFactsOf(order);
    const verdicts = await Promise.all(
      set.rules.map(async (rule) => ({ ruleId: rule.id, verdict: await verdictOn(rule, order, known, facts) })),
    );
    return {
      orderId: order.id,
      date: order.date ?? null,
      total: order.total ?? null,
      currency: currencyOf(order),
      documents: (known ?? []).map(({ number }) => number),
      verdicts,
    };
  }

  /** null: they are not all known, and the panel is not asked for more now. */
  async function documentsOf(order: OrderWire): Promise<readonly PanelDocument[] | null> {
    const known = await tools.store.documents.byOrder(set.panel, order.id);
    if (known.length > 0) return known;
    if (asked >= MOST_ASKED || (await tools.room(account)).sellasist.now <= 0) {
      return order.document_number === '' ? [] : null;
    }
    asked += 1;
    const found = await documents.of(order, 0);
    if (!found.ok || found.value.unreadable.length > 0) return null;
    return tools.store.documents.byOrder(set.panel, order.id);
  }

  async function verdictOn(
    rule: Rule,
    order: OrderWire,
    known: readonly PanelDocument[] | null,
    facts: OrderFacts,
  ): Promise<TriedVerdict> {
    const event = momentOf(rule, order, known);
    if (event === 'unknown') return rule.isOn && !broken.has(rule.id) ? { kind: 'unknown' } : offOr(rule);
    if (event === null) return offOr(rule);
    const own = verdictsOn(set, event, facts, broken).find((each) => each.rule.id === rule.id);
    if (own === undefined) return { kind: 'not-now' };
    if (own.verdict.kind !== 'fires') return own.verdict;
    return (await hasFired(rule, order, known)) ? { kind: 'fired' } : { kind: 'fires' };
  }

  function offOr(rule: Rule): TriedVerdict {
    if (!rule.isOn) return { kind: 'off' };
    return broken.has(rule.id) ? { kind: 'broken' } : { kind: 'not-now' };
  }

  async function hasFired(rule: Rule, order: OrderWire, known: readonly PanelDocument[] | null): Promise<boolean> {
    const { trigger } = rule;
    const keys =
      trigger.kind === 'document'
        ? (known ?? []).flatMap(({ seriesId, documentId }) =>
            seriesId === trigger.seriesId ? [`d${documentId}` as const] : [],
          )
        : [`o${order.id}` as const];
    const runs = await Promise.all(keys.map((key) => tools.store.runs.get([set.panel, rule.id, key])));
    return runs.length > 0 && runs.every((run) => run !== null);
  }
}

/** As if what the rule waits for happened now; null: the order is not there yet, or is past it. */
function momentOf(
  { trigger }: Rule,
  order: OrderWire,
  known: readonly PanelDocument[] | null,
): RuleEvent | 'unknown' | null {
  switch (trigger.kind) {
    case 'document':
      if (known === null) return 'unknown';
      return known.some(({ seriesId }) => seriesId === trigger.seriesId)
        ? { kind: 'document', seriesId: trigger.seriesId }
        : null;
    case 'status':
      return order.status.id === trigger.statusId ? { kind: 'status', statusId: trigger.statusId } : null;
    case 'paid':
      return isWhollyPaid(order) ? { kind: 'paid' } : null;
    case 'created':
      return { kind: 'created' };
    default:
      return trigger satisfies never;
  }
}
