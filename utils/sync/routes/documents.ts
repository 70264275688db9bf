/** What a person asks of a document, or of the sale of an order: on its card, and in the rows of our own pages. */
import type { DocumentKey } from '../../invoice/document';
import type {
  DocumentCommands,
  DocumentRef,
  Message,
  OrderView,
  RepairCommands,
  Reply,
  RowCommands,
} from '../../messages';
import { LANGUAGE } from '../../store/facts';
import { rulesOf } from '../accounts-of';
import type { Target } from '../commands';
import { preview } from '../preview';
import { bug } from '../setup/refusals';
import { done, nothing } from './reply';
import type { RouterTools } from './tools';

/** @param panel of the page that asks, or of which a page of ours does. */
export async function routeDocuments(
  tools: RouterTools,
  message: Message<keyof DocumentCommands | keyof RepairCommands>,
  panel: string,
): Promise<Reply<unknown>> {
  const { store, commands, repairs } = tools;
  const language = async () => (await store.facts.get(LANGUAGE)) ?? 'pl';
  switch (message.type) {
    case 'state': {
      const shown = await state(tools, panel, message);
      tools.hint(panel, shownIn(shown));
      return shown;
    }
    case 'send':
      return afterwards(message, commands.send({ ...message, panel }, message.confirm));
    case 'check':
      return afterwards(message, commands.check({ ...message, panel }));
    case 'skip':
      return afterwards(message, commands.skip({ ...message, panel }, message.why));
    case 'link':
      return afterwards(message, commands.link({ ...message, panel }, message.number));
    case 'attach':
      return afterwards(message, commands.attach({ ...message, panel }));
    case 'ksef':
      return afterwards(message, commands.ksef({ ...message, panel }, message.confirm));
    case 'pdf':
      return commands.pdf({ ...message, panel });
    case 'correction.preview':
      return commands.previewCorrection({ ...message, panel }, message.choice, await language());
    case 'correct':
      return afterwards(message, commands.correct({ ...message, panel }, message.choice, message.confirm));
    case 'send.month':
      return afterwards(message, tools.months.send({ ...message, panel }, message.from, message.to));
    case 'repair.form':
      return repairs.form({ ...message, panel }, await language());
    case 'repair': {
      const kept = await repairs.keep({ ...message, panel }, message.edits);
      if (!kept.ok || kept.value !== null) return kept;
      const view = await afterwards(message, Promise.resolve(nothing()));
      return view.ok ? done(view) : view;
    }
    case 'exchange':
      return repairs.exchange({ ...message, panel });
    case 'preview': {
      const prepared = await commands.prepare({ ...message, panel });
      if (!prepared.ok) return prepared;
      const { account, transfer } = prepared.value;
      const rules = await rulesOf(store, account);
      return preview(tools.servicesOf(account), account, rules, transfer, await language(), tools.clock);
    }
    default:
      return message satisfies never;
  }

  /** What a command of a document answers: the order as it is afterwards. */
  async function afterwards({ orderId, key }: DocumentRef, asked: Promise<Reply<null>>): Promise<Reply<unknown>> {
    const reply = await asked;
    if (!reply.ok) return reply;
    return state(tools, panel, { orderId, key: orderId === null ? key : null, fresh: false });
  }
}

export async function routeRows(
  { commands, store }: RouterTools,
  message: Message<keyof RowCommands>,
): Promise<Reply<unknown>> {
  switch (message.type) {
    case 'send.row':
      return commands.send(await row(message.panel, message.key), message.confirm);
    case 'send.many':
      return commands.sendMany(message.panel, message.documents);
    case 'skip.row':
      return commands.skip(await row(message.panel, message.key), message.why);
    default:
      return message satisfies never;
  }

  async function row(panel: string, key: DocumentKey): Promise<Target> {
    return { panel, key, orderId: (await store.transfers.get(panel, key))?.orderId ?? null };
  }
}

async function state(
  { documentCard, orders }: RouterTools,
  panel: string,
  { orderId, key, fresh }: DocumentCommands['state']['ask'],
): Promise<Reply<OrderView>> {
  if (key !== null) return done(await documentCard(panel, key, fresh));
  return orderId === null ? bug('state') : done(await orders.of(panel, orderId, fresh));
}

/** Ids of the panel's documents that a card shows and nobody has sent. */
function shownIn(shown: Reply<OrderView>): readonly string[] {
  const documents = shown.ok ? shown.value.documents : [];
  return documents.flatMap(({ key, state: is }) => (key.startsWith('d') && is === 'unsent' ? [key.slice(1)] : []));
}
