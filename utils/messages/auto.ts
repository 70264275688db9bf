/** `Automatyczne wysyłanie faktur`, as people see it. */
import type { IsoDate } from '../invoice/document';
import type { Reason } from '../invoice/finding';

/** How far back a start may lie. */
export const AUTO_MOST_DAYS = 60;

export interface AutoView {
  readonly accountId: string;
  readonly account: string;
  readonly panel: string;
  readonly isOn: boolean;
  /** A first document was sent by hand, so that it can be switched on. */
  readonly hasSent: boolean;
  /** What keeps everything from being sent by itself until a person does something; null: nothing. */
  readonly hindrance: 'locked' | 'erplink' | 'account-paused' | 'no-field' | 'no-first' | null;
  /** When it began (epoch milliseconds), and from which day of issue on; null: it has not yet. */
  readonly since: number | null;
  readonly from: IsoDate | null;
  /** The last look, and the next one (epoch milliseconds); null: there was none, or there will be none. */
  readonly lookedAt: number | null;
  readonly next: number | null;
  /** Documents that were found and wait to be read. */
  readonly waiting: number;
  readonly sentToday: number;
  /** Name of the computer that sends in the place of this one. */
  readonly elsewhere: string | null;
  /** Why the last look could not be made to its end. */
  readonly problem: Reason | null;
}

export interface AutoCommands {
  'auto.state': { ask: Record<never, never>; reply: readonly AutoView[] };
  /** `Przejmij`: this computer sends by itself, and the other stands by. */
  'auto.take': { ask: { readonly accountId: string }; reply: readonly AutoView[] };
}
