/** One list of the popup: its rows, its next page, or what will stand here one day. */
import type { ComponentChildren } from 'preact';
import type { DocumentView } from '../../utils/messages';
import { ListFrame } from './list-frame';
import type { RowsAsking } from './rows';
import { useTexts } from './texts';

/** What the rows reach for outside the page. */
export interface DeskProps {
  readonly openTab: (url: string) => void;
  /** Into the browser's downloads. */
  readonly saveFile: (name: string, bytes: Uint8Array) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** There are several panels, and the list is of all of them. */
  readonly showPanel?: boolean;
}

interface Props {
  readonly list: RowsAsking;
  readonly label: string;
  readonly emptyTitle: string;
  readonly empty: string;
  /** The button for the next page; left out: what is older. */
  readonly more?: string;
  readonly draw: (row: DocumentView) => ComponentChildren;
}

export function RowList({ list, label, emptyTitle, empty, more, draw }: Props) {
  const texts = useTexts();
  return (
    <ListFrame
      asked={list.asked}
      again={list.again}
      isEmpty={({ rows }) => rows.length === 0}
      emptyTitle={emptyTitle}
      empty={empty}
    >
      {({ rows, hasMore }) => (
        <>
          <ul class="rows" aria-label={label}>
            {rows.map((row) => (
              <li key={`${row.panel} ${row.key}`} class="row">
                {draw(row)}
              </li>
            ))}
          </ul>
          {hasMore && (
            <button type="button" class="button more" onClick={list.more}>
              {more ?? texts.more}
            </button>
          )}
        </>
      )}
    </ListFrame>
  );
}
