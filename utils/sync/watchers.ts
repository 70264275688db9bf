/** The views that want to know of changes. They are told that something changed, never what: they ask for what they may see. */
import type { Transfer } from '../invoice/transfer';
import type { Changed } from '../messages';
import type { Speaker } from '../messages/judge';

interface WatchPort {
  postMessage(message: Changed): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (said: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

interface Watcher {
  readonly port: WatchPort;
  /** null: one of our own pages, which sees every change. */
  readonly panel: string | null;
  /** null: a list, which sees every change of its panel. */
  orderId: string | null;
}

export interface Watchers {
  add(port: WatchPort, speaker: Speaker): void;
  tell(transfer: Transfer): void;
  /** To everybody: settings were saved, or the keys were locked or unlocked. */
  announce(): void;
}

export function createWatchers(): Watchers {
  const watchers = new Set<Watcher>();

  function post(watcher: Watcher): void {
    try {
      watcher.port.postMessage({ changed: true });
    } catch {
      // The page is in the back/forward cache or gone; it asks anew when it comes back.
      watchers.delete(watcher);
    }
  }

  return {
    add(port, speaker) {
      if (speaker.kind === 'stranger') {
        port.disconnect();
        return;
      }
      const watcher: Watcher = { port, panel: speaker.kind === 'panel' ? speaker.panel : null, orderId: null };
      watchers.add(watcher);
      port.onMessage.addListener((said) => {
        const orderId = typeof said === 'object' && said !== null && 'orderId' in said ? said.orderId : null;
        watcher.orderId = typeof orderId === 'string' ? orderId : null;
      });
      port.onDisconnect.addListener(() => watchers.delete(watcher));
    },

    tell(transfer) {
      for (const watcher of watchers) {
        const isItsOrder = watcher.orderId === null || watcher.orderId === transfer.orderId;
        const sees = watcher.panel === null || (watcher.panel === transfer.panel && isItsOrder);
        if (sees) post(watcher);
      }
    },

    announce() {
      for (const watcher of watchers) post(watcher);
    },
  };
}
