/** One list of the popup: its rows, its next page, or what will stand here one day. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DocumentView } from '../../utils/messages';
import { reasonText } from '../../utils/texts';
import { usePage, useShared } from '../form/page';
import { Problem } from '../form/problem';
import { IconDone } from '../icons';
import type { RowsAsking } from './rows';
import { useTexts } from './texts';

/** What the rows reach for outside the page. */
export interface DeskProps {
  readonly openTab: (url: string) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
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
  const { language } = usePage();
  const texts = useTexts();
  const shared = useShared();
  const { asked } = list;
  const place = useFocusKeeper();
  switch (asked.state) {
    case 'loading':
      return <p class="late muted popup-note">{shared.loading}</p>;
    case 'problem':
      return (
        <div class="popup-note">
          <Problem alert>{texts.problem(reasonText(language, asked.reason))}</Problem>
          <button type="button" class="button" onClick={list.again}>
            {shared.retry}
          </button>
        </div>
      );
    case 'ready':
      if (asked.value.rows.length === 0) {
        return (
          <div class="empty popup-empty" ref={place} tabIndex={-1}>
            <p class="empty-title">
              <IconDone />
              {emptyTitle}
            </p>
            <p class="muted">{empty}</p>
          </div>
        );
      }
      return (
        <div class="list" ref={place} tabIndex={-1}>
          <ul class="rows" aria-label={label}>
            {asked.value.rows.map((row) => (
              <li key={`${row.panel} ${row.key}`} class="row">
                {draw(row)}
              </li>
            ))}
          </ul>
          {asked.value.hasMore && (
            <button type="button" class="button more" onClick={list.more}>
              {more ?? texts.more}
            </button>
          )}
        </div>
      );
  }
}

/** When the row that has the focus goes away, the focus stays with the list; what has it is read while rendering, for it is lost afterwards. */
function useFocusKeeper() {
  const place = useRef<HTMLDivElement>(null);
  const hadFocus = place.current?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    if (hadFocus && place.current?.contains(document.activeElement) !== true) place.current?.focus();
  });
  return place;
}
