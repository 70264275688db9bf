/** What a step works with. */
import type { IfirmaClient } from '../ifirma/client';
import type { IsoDate } from '../invoice/document';
import type { Account } from '../invoice/settings';
import type { Transfer } from '../invoice/transfer';
import type { SellasistClient } from '../sellasist/client';
import type { Store } from '../store/open';
import type { Clock } from './clock';
import type { Computer } from './computer';
import type { BulkRoom } from './limits/room';
import type { Pace } from './limits/rules';
import type { NotesMemory } from './look';
import type { PanelDocuments } from './panel-documents';
import type { MetPayments } from './setup/met-payments';

export interface Services {
  readonly ifirma: IfirmaClient;
  /** By how much iFirma's clock is ahead of this computer's (milliseconds); null: it has not said. */
  readonly ifirmaAhead: () => number | null;
  readonly sellasist: SellasistClient;
  readonly documents: PanelDocuments;
  readonly met: MetPayments;
  /** The order for reading its document; one of many may come from a list that serves them all. */
  readonly readOrder: SellasistClient['order'];
}

export interface EngineTools {
  readonly store: Store;
  readonly clock: Clock;
  /** Bulk work leaves room within the limits for people. Default: a person's pace. */
  readonly servicesOf: (account: Account, pace?: Pace) => Services;
  /** What bulk work may ask of the two services now. */
  readonly room: (account: Account) => Promise<Readonly<Record<'ifirma' | 'sellasist', BulkRoom>>>;
  /** Runs a task while no other context of this browser runs one (a Web Lock). */
  readonly exclusively: <T>(task: () => Promise<T>) => Promise<T>;
  /** Awaited before the next document is taken: nothing is on its way, and the keys may be due to be locked. */
  readonly beforeNext: () => Promise<void>;
  /** Told after each write, so that views can be told. */
  readonly changed: (transfer: Transfer) => void;
  /** Told when something else than a transfer has changed. */
  readonly announce: () => void;
  /** Makes sure the worker is woken again although it may be stopped meanwhile. Epoch milliseconds; null: nothing waits. */
  readonly wakeAt: (moment: number | null) => void;
  readonly computer: () => Promise<Computer>;
  /** A text that nobody else makes up. */
  readonly nonce: () => string;
  /** Of one iFirma login: two logins count their identifiers each for itself. */
  readonly memoryOf: (login: string) => NotesMemory;
}

export interface StepContext extends Services {
  readonly tools: EngineTools;
  readonly account: Account;
  readonly today: IsoDate;
  /** The record as it was last written. */
  readonly transfer: Transfer;
}

/** What a step leaves behind: the next record's differences. The runner goes on while the state stays `sending`. */
export type Patch = Partial<Omit<Transfer, 'panel' | 'key' | 'accountId' | 'kind' | 'createdAt' | 'updatedAt'>>;
