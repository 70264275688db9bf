/** From a parsed message about the log to what is done. */
import type { LogCommands, Message, Reply } from '../../messages';
import { FULL } from '../setup/refusals';
import type { LogBook } from './index';

export async function routeLog(book: LogBook, message: Message<keyof LogCommands>): Promise<Reply<unknown>> {
  switch (message.type) {
    case 'log.page':
      return { ok: true, value: await book.page(message) };
    case 'log.story':
      return { ok: true, value: await book.story(message.panel, message.key) };
    case 'log.kept':
      return { ok: true, value: await book.kept() };
    case 'log.keep': {
      const kept = await book.keep(message.retention);
      return kept === null ? FULL : { ok: true, value: kept };
    }
    default:
      return message satisfies never;
  }
}
