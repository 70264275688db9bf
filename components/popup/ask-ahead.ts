/** What the popup asks for at first, begun before it is drawn: opening it is then one wait instead of three, one after another. */
import type { CommandName, Commands } from '../../utils/messages';
import type { Answer, Ask, WatchOrder } from '../ask';

/** Each answer is given once, and none once something has changed since it was asked for: whoever asks then asks anew. */
export function askAhead(ask: Ask, watch: WatchOrder): Ask {
  const begun = new Map<CommandName, Promise<Answer<unknown>>>();
  // Before the questions: a change after them is heard.
  const unwatch = watch(null, () => begun.clear());
  begun.set('account.list', ask('account.list', {}));
  begun.set('error.groups', ask('error.groups', { panel: null }));

  return <N extends CommandName>(name: N, what: Commands[N]['ask']) => {
    const ahead = begun.get(name);
    if (ahead === undefined) return ask(name, what);
    begun.delete(name);
    if (begun.size === 0) unwatch();
    return ahead as Promise<Answer<Commands[N]['reply']>>;
  };
}
