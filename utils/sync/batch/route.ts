/** From a parsed message about many documents to what is done. A page of the panel speaks of its own panel, one of ours names one. */
import type { CommandName, Message, Reply } from '../../messages';
import type { Speaker } from '../../messages/judge';
import { bug } from '../setup/refusals';
import type { Batches } from './index';

export type BatchMessage = Message<Extract<CommandName, `batch.${string}`>>;

export async function routeBatch(batches: Batches, message: BatchMessage, speaker: Speaker): Promise<Reply<unknown>> {
  const panel = panelOf(message.panel, speaker);
  if (panel === null) return bug('panel');
  switch (message.type) {
    case 'batch.plan':
      return batches.plan(panel, message);
    case 'batch.start':
      return batches.start(panel, message.documents);
    case 'batch.state':
      return batches.state(panel);
    case 'batch.pause':
      return batches.pause(panel);
    case 'batch.resume':
      return batches.resume(panel);
    case 'batch.cancel':
      return batches.cancel(panel);
    case 'batch.close':
      return batches.close(panel);
    default:
      return message satisfies never;
  }
}

function panelOf(named: string | null, speaker: Speaker): string | null {
  switch (speaker.kind) {
    case 'panel':
      return named === null ? speaker.panel : null;
    case 'view':
      return named;
    case 'stranger':
      return null;
    default:
      return speaker satisfies never;
  }
}
