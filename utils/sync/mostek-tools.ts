/** What the background is handed: the browser, the network, the store and the clock. */
import type { Transport } from '../http/transport';
import type { Store } from '../store/open';
import type { AutoTools } from './auto';
import type { Badge } from './badge';
import type { BrowserFacts } from './browser-facts';
import type { EngineTools } from './context';
import type { InjectTools } from './panel-scripts';
import type { Notice } from './popup/notices';
import type { RouterTools } from './routes/tools';
import type { RuleNotice } from './rules/effects/effect';
import type { SecurityTools } from './security';

export interface MostekTools
  extends Pick<EngineTools, 'clock' | 'exclusively' | 'changed' | 'wakeAt'>,
    Pick<SecurityTools, 'lastUse' | 'lockAt'>,
    Pick<AutoTools, 'autoAt'> {
  readonly store: Store;
  readonly crypto: Crypto;
  readonly transport: Transport;
  /** Tells every view that something else than a transfer has changed. */
  readonly announce: () => void;
  readonly browser: RouterTools['browser'] &
    InjectTools & {
      readonly version: string;
      readonly badge: (badge: Badge) => void;
      readonly facts: () => Promise<BrowserFacts>;
      /** Where the browser allows it. */
      readonly notify: (notice: Notice) => void;
      /** The same, for a rule. @returns whether it was shown. */
      readonly notifyRule: (notice: RuleNotice) => Promise<boolean>;
    };
}
