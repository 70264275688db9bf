/** Which rows are ticked, as the person ticks them and as the panel pages. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Picked } from '../../components/list/situation';
import type { ListRow } from '../../utils/sellasist/panel/list-rows';

export interface PickedRows {
  readonly picked: ReadonlySignal<readonly Picked[]>;
  /** The list was read anew. */
  of(rows: readonly ListRow[]): void;
}

export function pickedRows(document: Document, ended: AbortSignal): PickedRows {
  const picked = signal<readonly Picked[]>([]);
  let shown: readonly ListRow[] = [];

  const look = (): void => {
    const now = ticked(shown);
    if (nameOf(now) !== nameOf(picked.peek())) picked.value = now;
  };
  // After the panel's own script has heard of it: its one box for all ticks the others.
  const lookSoon = (): void => void setTimeout(look);
  for (const type of ['change', 'click', 'keyup']) {
    document.addEventListener(type, lookSoon, { capture: true, passive: true, signal: ended });
  }

  return {
    picked,
    of(rows) {
      shown = rows;
      look();
    },
  };
}

function ticked(rows: readonly ListRow[]): readonly Picked[] {
  const found = new Map<string, Picked>();
  for (const { box, orderId, documentId } of rows) {
    if (box?.checked === true) found.set(`${orderId} ${documentId}`, { orderId, documentId });
  }
  return [...found.values()];
}

function nameOf(picked: readonly Picked[]): string {
  return picked.map(({ orderId, documentId }) => `${orderId}/${documentId}`).join();
}
