/** What Mostek knows of a number that was looked for. */
import type { DocumentView, SearchFound } from '../../utils/messages';
import type { OrderAsked } from './order-asked';
import { RecentItem } from './recent-item';
import type { DeskProps } from './row-list';
import { useTexts } from './texts';

interface Props extends DeskProps {
  readonly text: string;
  readonly found: SearchFound;
  /** It may be an order, which has a region of its own; null: it is the number of something else. */
  readonly order: OrderAsked | null;
}

export function FoundRows({ text, found, order, ...desk }: Props) {
  const texts = useTexts();
  const isShown = (row: DocumentView): boolean => row.panel === order?.panel && row.orderId === order.orderId;
  const rows = found.rows.filter((row) => !isShown(row));
  return (
    <>
      <p role="status" class="muted find-note">
        {[
          ...(rows.length === 0 && order === null ? [texts.foundNothing(text)] : []),
          ...(found.hasMore ? [texts.foundMore] : []),
          // Of an order's number nobody looks for anything else.
          ...(found.stoppedAfter !== null && order === null ? [texts.foundAmong(found.stoppedAfter)] : []),
        ].join(' ')}
      </p>
      {rows.length > 0 && (
        <ul class="rows find-rows" aria-label={texts.foundList}>
          {rows.map((row) => (
            <li key={`${row.panel} ${row.key}`} class="row">
              <RecentItem row={row} documentUrl={null} {...desk} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
