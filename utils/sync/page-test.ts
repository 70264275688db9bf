/** What a page shows, against the panel's API (sellasist-panel 5.2): ids of the old and the new module overlap, so numbers decide. */
import type { PageKind, PageTest, ShownRow } from '../messages';
import { sameNumber } from '../sellasist/signs';
import type { Store } from '../store/open';
import { accountFor } from './accounts-of';
import type { EngineTools } from './context';

type Sellasist = ReturnType<EngineTools['servicesOf']>['sellasist'];

/** Of a list no more than its newest page is asked for: a merchant teaches with the list as it opens. */
const NEWEST = 100;

/** Never fails: what could not be asked is not compared. */
export async function testPage(
  { store, servicesOf }: { readonly store: Store } & Pick<EngineTools, 'servicesOf'>,
  panel: string,
  kind: PageKind,
  rows: readonly ShownRow[],
): Promise<PageTest> {
  const account = await accountFor(store, panel, null);
  const verdicts = account === null ? [] : await verdictsOn(servicesOf(account).sellasist, kind, rows);
  return { rows: rows.length, compared: verdicts.length, agreed: verdicts.filter((agrees) => agrees).length };
}

async function verdictsOn(
  sellasist: Sellasist,
  kind: PageKind,
  rows: readonly ShownRow[],
): Promise<readonly boolean[]> {
  switch (kind) {
    case 'order-card':
    case 'return-card': {
      const id = rows[0]?.orderId ?? null;
      if (id === null) return [];
      const order = await sellasist.order(id);
      return order.ok || order.problem.kind === 'not-found' ? [order.ok] : [];
    }
    case 'order-list': {
      const orders = await sellasist.orders({ limit: NEWEST, confirmed: false });
      const known = new Set(orders.ok ? orders.value.map(({ id }) => id) : []);
      // Older orders than the newest are on the list as well: only what is found says something.
      return rows.filter(({ orderId }) => orderId !== null && known.has(orderId)).map(() => true);
    }
    case 'document-card': {
      const [row] = rows;
      if (row?.documentId == null || row.number === null) return [];
      const document = await sellasist.document(row.documentId);
      if (!document.ok) return document.problem.kind === 'not-found' ? [false] : [];
      const { number, custom_number: custom } = document.value;
      return [sameNumber(number, row.number) || sameNumber(custom, row.number)];
    }
    case 'document-list':
      return numbersOnList(sellasist, rows);
    default:
      return kind satisfies never;
  }
}

async function numbersOnList(sellasist: Sellasist, rows: readonly ShownRow[]): Promise<readonly boolean[]> {
  const numbers = new Map<string, string>();
  for (const type of ['sale', 'correct'] as const) {
    const documents = await sellasist.documents({ limit: NEWEST, offset: 0, type });
    if (documents.ok) for (const { id, number } of documents.value) numbers.set(id, number);
    if (rows.some(({ documentId }) => documentId !== null && numbers.has(documentId))) break;
  }
  return rows.flatMap(({ documentId, number }) => {
    const known = documentId === null ? undefined : numbers.get(documentId);
    return known === undefined || number === null ? [] : [sameNumber(known, number)];
  });
}
