/** What the routes of messages work with. */
import type { Account } from '../../invoice/settings';
import type { OptionsRoom, Reply } from '../../messages';
import type { Store } from '../../store/open';
import type { Auto } from '../auto';
import type { Batches } from '../batch';
import type { Clock } from '../clock';
import type { Commands } from '../commands';
import type { Computers } from '../computer';
import type { Services } from '../context';
import type { Diagnostics } from '../diagnostics';
import type { DocumentCard } from '../document-card';
import type { LogBook } from '../log';
import type { MonthOrders } from '../month/commands';
import type { MonthEnd } from '../month-end';
import type { OrderViews } from '../order-view';
import type { Layouts } from '../panel-layouts';
import type { PanelScripts } from '../panel-scripts';
import type { RoutePopup } from '../popup/route';
import type { Quotas } from '../quota';
import type { Repairs } from '../repairs';
import type { RuleOrders } from '../rules/route';
import type { Security } from '../security';
import type { SettingsFiles } from '../settings-file';
import type { Setup } from '../setup';
import type { Unsent } from '../unsent';

export interface RouterTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly commands: Commands;
  readonly orders: OrderViews;
  readonly documentCard: DocumentCard;
  readonly layouts: Layouts;
  readonly setup: Setup;
  readonly security: Security;
  readonly files: SettingsFiles;
  readonly quotas: Quotas;
  readonly batches: Batches;
  readonly unsent: Unsent;
  readonly monthEnd: MonthEnd;
  readonly repairs: Repairs;
  readonly popup: RoutePopup;
  readonly months: MonthOrders;
  readonly computers: Computers;
  readonly log: LogBook;
  readonly diagnostics: Diagnostics;
  readonly auto: Pick<Auto, 'view' | 'take'>;
  readonly rules: RuleOrders;
  /** Told which documents a page of a panel shows; nobody waits for what comes of it. */
  readonly hint: (panel: string, documentIds: readonly string[]) => void;
  readonly wipe: () => Promise<Reply<null>>;
  readonly servicesOf: (account: Account) => Services;
  readonly scripts: PanelScripts;
  readonly browser: {
    /** @param room null: where it begins. */
    readonly openOptions: (room: OptionsRoom | null) => Promise<void>;
  };
}
