import { CARD_COMMANDS, type CardCommand, type CommandName, type Commands, type Message } from '../../utils/messages';
import type { Answer, Ask } from '../ask';

/** Asks as a card of that panel would. Whatever else is asked goes out as it is. */
export function askOfPanel(ask: Ask, panel: string): Ask {
  return async <N extends CommandName>(name: N, what: Commands[N]['ask']) => {
    if (!isCardCommand(name)) return ask(name, what);
    const message = { ...what, type: name } as Message<CardCommand>;
    return (await ask('of.panel', { panel, message })) as Answer<Commands[N]['reply']>;
  };
}

function isCardCommand(name: CommandName): name is CardCommand & CommandName {
  return CARD_COMMANDS.some((each) => each === name);
}
