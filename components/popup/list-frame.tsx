/** What every list of the popup is at first: on its way, unreadable, empty, or there. The focus stays with it. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { reasonText } from '../../utils/texts';
import type { Asked } from '../form/asked';
import { usePage, useShared } from '../form/page';
import { Problem } from '../form/problem';
import { IconDone } from '../icons';
import { useTexts } from './texts';

interface Props<T> {
  readonly asked: Asked<T>;
  readonly again: () => void;
  readonly isEmpty: (value: T) => boolean;
  readonly emptyTitle: string;
  readonly empty: string;
  readonly children: (value: T) => ComponentChildren;
}

export function ListFrame<T>({ asked, again, isEmpty, emptyTitle, empty, children }: Props<T>) {
  const { language } = usePage();
  const texts = useTexts();
  const shared = useShared();
  const place = useFocusKeeper();
  switch (asked.state) {
    case 'loading':
      return <p class="late muted popup-note">{shared.loading}</p>;
    case 'problem':
      return (
        <div class="popup-note">
          <Problem alert>{texts.problem(reasonText(language, asked.reason))}</Problem>
          <button type="button" class="button" onClick={again}>
            {shared.retry}
          </button>
        </div>
      );
    case 'ready':
      if (isEmpty(asked.value)) {
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
          {children(asked.value)}
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
