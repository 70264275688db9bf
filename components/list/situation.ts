/** What the place on a list tells the bar `iFirma – zaznaczone`. */
import type { ReadonlySignal } from '@preact/signals';
import type { Ask, WatchOrder } from '../ask';

/** A ticked row. At least one of the two is known; the page gave it, so it only says what to ask the background about. */
export interface Picked {
  readonly orderId: string | null;
  readonly documentId: string | null;
}

export interface ListSituation {
  readonly kind: 'orders' | 'documents';
  /** The ticked rows that could be read, in the list's order; changes as the person ticks and as the panel pages. */
  readonly picked: ReadonlySignal<readonly Picked[]>;
  /** Whether the row of this document shows this number somewhere; true where no row is of it. */
  readonly rowShows?: (documentId: string, number: string) => boolean;
  /** The ground that the bar stands on is dark. */
  readonly dark: boolean;
  /** There is no place on the page: a button in the corner opens the bar. */
  readonly floating: boolean;
  readonly ask: Ask;
  readonly watch: WatchOrder;
}
