/** Which list this is, by its path or because the person taught it. */
import type { TaughtPage } from '../../messages';
import { numbersIn } from '../path-pattern';
import { speaksOfDocuments } from './document-text';
import type { ListKind } from './list-table';
import { isAdministration, pageOf } from './page';

export interface ListPage {
  readonly kind: ListKind;
  /** Without a slash at its end. */
  readonly path: string;
  readonly isTaught: boolean;
}

export function listPageOf(location: Location, taught: TaughtPage | null): ListPage | null {
  const path = location.pathname.replace(/\/+$/, '');
  if (taught !== null) {
    const isThis = isAdministration(location) && numbersIn(taught.path, path) !== null;
    const kind = isThis ? LISTS[taught.kind] : undefined;
    return kind === undefined ? null : { kind, path, isTaught: true };
  }
  const kind = LISTS[pageOf(location)?.kind ?? ''];
  return kind === undefined ? null : { kind, path, isTaught: false };
}

const LISTS: Readonly<Record<string, ListKind>> = { 'order-list': 'orders', 'document-list': 'documents' };

/** The paths of documents are guesses, so the page has to speak of documents as well, or the person does (sellasist-panel 1). */
export function isConfirmed(document: Document, { kind, isTaught }: ListPage): boolean {
  return kind === 'orders' || isTaught || speaksOfDocuments(document);
}
