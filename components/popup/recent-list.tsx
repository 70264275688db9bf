/** `Ostatnie` and `Kolejka`: transfers as they stand, with the ways to their cards. */
import { useDocumentUrl } from './document-link';
import { RecentItem } from './recent-item';
import { type DeskProps, RowList } from './row-list';
import type { RowsAsking } from './rows';

interface Props extends DeskProps {
  readonly list: RowsAsking;
  readonly label: string;
  readonly emptyTitle: string;
  readonly empty: string;
  readonly more?: string;
}

export function RecentList({ list, label, emptyTitle, empty, more, ...desk }: Props) {
  const urlOf = useDocumentUrl();
  return (
    <RowList
      list={list}
      label={label}
      emptyTitle={emptyTitle}
      empty={empty}
      {...(more !== undefined && { more })}
      draw={(row) => <RecentItem row={row} documentUrl={urlOf(row)} {...desk} />}
    />
  );
}
