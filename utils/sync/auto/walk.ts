/**
 * Down the lists to the first day from which documents are to be sent. The list says no dates, so each document is read once; a page is gone on
 * from only when all before it are known, and it ends where three in succession are dated so long before that day that nothing further
 * down can have been made after it (`document-shelf.ts`).
 */
import { addDays } from '../../invoice/dates';
import type { IsoDate } from '../../invoice/document';
import { kindOf } from '../../sellasist/kind';
import type { DocumentRowWire } from '../../sellasist/wire';
import type { Store } from '../../store/open';
import type { PanelNews, Walk } from './facts';
import { foundAt, isPending, type Read, type Reader } from './find';
import { isId } from './ids';

const PAGE = 100;
/** Ten thousand documents within two months: a list without an end. */
const MOST_ROWS = 10_000;
const BACKDATED_DAYS = 31;
const OLD_IN_SUCCESSION = 3;

export function walkFrom(from: IsoDate): Walk {
  return { list: 'sale', at: 0, last: [], from };
}

/** One page on; all that was found before has been read. */
export async function walkOn(
  tools: { readonly client: Reader; readonly documents: Store['documents']; readonly panel: string },
  news: PanelNews,
  walk: Walk,
  now: number,
): Promise<Read> {
  if (await isOver(tools, walk)) return { ok: true, news: { ...news, walk: next(walk) } };
  const answer = await tools.client.documents({ type: walk.list, limit: PAGE, offset: walk.at });
  if (!answer.ok) return answer;
  const ids = answer.value.filter(mayBeSent).map(({ id }) => id);
  const found = ids.filter((id) => !isPending(news, id)).map((id) => ({ ...foundAt(id, now), walked: true as const }));
  const at = walk.at + answer.value.length;
  const on = { ...walk, at, last: [...walk.last, ...ids].slice(-OLD_IN_SUCCESSION) };
  const isEnd = answer.value.length < PAGE || at >= MOST_ROWS;
  return { ok: true, news: { ...news, walk: isEnd ? next(walk) : on, pending: [...news.pending, ...found] } };
}

async function isOver(
  { documents, panel }: { readonly documents: Store['documents']; readonly panel: string },
  { last, from }: Walk,
): Promise<boolean> {
  if (last.length < OLD_IN_SUCCESSION) return false;
  const tooOld = addDays(from, -BACKDATED_DAYS);
  const dates = await Promise.all(last.map(async (id) => (await documents.get(panel, id))?.issueDate ?? null));
  return dates.every((date) => date !== null && date < tooOld);
}

function next({ list, from }: Walk): Walk | null {
  return list === 'sale' ? { ...walkFrom(from), list: 'correct' } : null;
}

/** A row without any word on its kind is looked at; its detail may have one. */
function mayBeSent(row: DocumentRowWire): boolean {
  const kind = kindOf(row);
  return isId(row.id) && (kind === 'invoice' || kind === 'correction' || (row.type === '' && row.subtype === ''));
}
