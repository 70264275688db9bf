/** What would become of the selected rows, before anything is sent: from the ledger, from what is remembered, and from the panel's lists. */
import { warsawDate } from '../../invoice/dates';
import type { DocumentKey } from '../../invoice/document';
import type { Finding } from '../../invoice/finding';
import type { Transfer } from '../../invoice/transfer';
import type { BatchPlan, DocumentView, Reply } from '../../messages';
import { accountFor } from '../accounts-of';
import type { Gate } from '../commands/gate';
import { refuse } from '../commands/target';
import type { EngineTools } from '../context';
import { transferView, unsentView } from '../document-view';
import { seriesFindings } from '../order-view';
import { startable } from '../permitted';
import { verdictOnSellasist } from '../reasons';
import { saleTaken } from '../sale';
import { type Candidate, candidatesOf, type Selected } from './candidates';
import { createLookUp } from './look-up';
import { byIssue } from './place';

/** A problem of the panel refuses the plan: it would say less than the truth. */
export type Plan = (panel: string, selected: Selected) => Promise<Reply<BatchPlan>>;

type Judged =
  | { readonly kind: 'send' }
  | { readonly kind: 'already' }
  | { readonly kind: 'attention'; readonly view: DocumentView };

export function createPlan(tools: EngineTools, gate: Gate): Plan {
  const { store, clock } = tools;

  /** @param sales who of those before it would hold which order's sale. */
  async function judge(panel: string, candidate: Candidate, sales: Map<string, Candidate>): Promise<Judged> {
    const { key, kind, orderId, number, issueDate, seriesId, findings } = candidate;
    const transfer = await store.transfers.get(panel, key);
    if (transfer !== null && !mayBeSent(transfer)) {
      const isFine = ['queued', 'sending', 'issued', 'done'].includes(transfer.state);
      return isFine ? { kind: 'already' } : { kind: 'attention', view: transferView(transfer) };
    }
    // Whether its invoice is known, and what was corrected of it before, iFirma is asked once it is its turn.
    if (kind === 'correction') return { kind: 'send' };
    const found: Finding[] = [...findings];
    if (transfer === null && (seriesId !== null || key.startsWith('o'))) {
      const document = { documentId: candidate.documentId, number, seriesId, issueDate };
      found.push(...(await seriesFindings(store, panel, document, warsawDate(clock.now()))));
    }
    if (orderId !== null) found.push(...(await saleFindings(panel, orderId, key, sales)));
    if (found.length > 0 || candidate.reason !== null) {
      const view = unsentView({ panel, key, orderId, number, findings: found });
      return { kind: 'attention', view: { ...view, reason: candidate.reason } };
    }
    if (orderId !== null) sales.set(orderId, candidate);
    return { kind: 'send' };
  }

  async function saleFindings(
    panel: string,
    orderId: string,
    key: DocumentKey,
    sales: ReadonlyMap<string, Candidate>,
  ): Promise<readonly Finding[]> {
    const others = await store.transfers.byOrder(panel, orderId);
    const holder = others.find((other) => other.sale !== undefined && other.key !== key);
    if (holder !== undefined) return [saleTaken(holder)];
    const before = sales.get(orderId);
    if (before === undefined) return [];
    return [{ code: 'sale-taken', path: 'sale', params: { number: '', document: before.number ?? '' } }];
  }

  return async (panel, selected) => {
    const refused = await gate.mayWork(panel);
    if (refused) return refused;
    const account = await accountFor(store, panel, null);
    if (account === null) return refuse('account-gone');
    const found = await candidatesOf(
      { store, panel, lookUp: createLookUp(tools.servicesOf(account).sellasist) },
      selected,
    );
    if (!found.ok) return { ok: false, reason: verdictOnSellasist(found.problem).reason };
    const { candidates, others } = found.value;
    const toSend: Candidate[] = [];
    const attention: DocumentView[] = [];
    const sales = new Map<string, Candidate>();
    let already = 0;
    for (const candidate of candidates.toSorted(byIssue)) {
      const judged = await judge(panel, candidate, sales);
      switch (judged.kind) {
        case 'send':
          toSend.push(candidate);
          break;
        case 'already':
          already += 1;
          break;
        case 'attention':
          attention.push(judged.view);
          break;
        default:
          judged satisfies never;
      }
    }
    return {
      ok: true,
      value: {
        toSend: toSend.map(({ orderId, key }) => ({ orderId, key })),
        corrections: toSend.filter(({ kind }) => kind === 'correction').length,
        numbers: Object.fromEntries(toSend.flatMap(({ key, number }) => (number === null ? [] : [[key, number]]))),
        attention,
        already,
        others,
      },
    };
  };
}

/** What a person skipped, or what may be in iFirma already, is not sent again with a whole list. */
function mayBeSent(transfer: Transfer): boolean {
  return startable(transfer) && transfer.state !== 'skipped' && transfer.state !== 'uncertain';
}
