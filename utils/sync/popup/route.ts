/** From a parsed message of the popup to what is done. */
import type { Message, PopupCommands, Reply } from '../../messages';
import type { Store } from '../../store/open';
import { FULL } from '../setup/refusals';
import { createPopupLists } from './lists';
import { isNotifying, setNotifying } from './notices';
import type { OfCause } from './of-cause';

export type PopupMessage = Message<keyof PopupCommands>;

export type RoutePopup = (message: PopupMessage) => Promise<Reply<unknown>>;

/** @param now epoch milliseconds. */
export function createRoutePopup(store: Store, ofCause: OfCause, now: () => number): RoutePopup {
  const lists = createPopupLists(store);

  return async (message) => {
    switch (message.type) {
      case 'error.groups':
        return { ok: true, value: await lists.groups(message.panel) };
      case 'errors':
        return { ok: true, value: await lists.errors(message.panel, message.cause, message.before) };
      case 'recent':
        return { ok: true, value: await lists.recent(message.panel, message.before) };
      case 'queue':
        return { ok: true, value: await lists.queue(message.panel, message.before) };
      case 'resend.cause':
        return ofCause.resend(message.panel, message.cause);
      case 'skip.cause':
        return ofCause.skip(message.panel, message.cause, message.why);
      case 'search':
        return { ok: true, value: await lists.search(message.panel, message.text) };
      case 'notify.get':
        return { ok: true, value: await isNotifying(store) };
      case 'notify.set':
        return (await setNotifying(store, message.on, now())) ? { ok: true, value: null } : FULL;
      default:
        return message satisfies never;
    }
  };
}
