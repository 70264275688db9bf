/** From a judged and parsed message to what is done: each family of commands has its route. A page of the panel reaches only its own panel. */
import type { Message, Reply } from '../messages';
import type { Speaker } from '../messages/judge';
import { PANEL_COMMANDS } from '../messages/schemas';
import { routeBatch } from './batch/route';
import { routeLog } from './log/route';
import { routeMonthEnd } from './month-end/route';
import { routeDocuments, routeRows } from './routes/documents';
import { routePages } from './routes/pages';
import { done } from './routes/reply';
import { routeSecurity } from './routes/security';
import { routeSettings } from './routes/settings';
import type { RouterTools } from './routes/tools';
import { routeRules } from './rules/route';
import { bug } from './setup/refusals';

/** One of our own pages speaks for a panel: none of its commands reaches for a tab. */
const NO_TAB = -1;

export type Route = (message: Message, speaker: Speaker) => Promise<Reply<unknown>>;

export function createRouter(tools: RouterTools): Route {
  const route: Route = async (message, speaker) => {
    if (speaker.kind === 'stranger') return bug('stranger');
    if (speaker.kind === 'panel' && !PANEL_COMMANDS.includes(message.type)) return bug('command');
    // Only a panel that somebody has set up may ask for anything but the controls that say so.
    const panel = speaker.kind === 'panel' ? speaker.panel : '';

    switch (message.type) {
      case 'controls':
      case 'page':
      case 'seen':
      case 'rows':
      case 'teach.state':
      case 'teach.use':
      case 'teach.end':
      case 'options':
      case 'layout':
      case 'layout.arm':
      case 'layout.forget':
      case 'layout.import':
        return routePages(tools, message, speaker);
      case 'state':
      case 'send':
      case 'preview':
      case 'check':
      case 'skip':
      case 'link':
      case 'pdf':
      case 'attach':
      case 'ksef':
      case 'correction.preview':
      case 'correct':
      case 'repair.form':
      case 'repair':
      case 'send.month':
      case 'exchange':
        return routeDocuments(tools, message, panel);
      case 'of.panel':
        return route(message.message, { kind: 'panel', panel: message.panel, tabId: NO_TAB });
      case 'send.row':
      case 'send.many':
      case 'skip.row':
        return routeRows(tools, message);
      case 'batch.plan':
      case 'batch.start':
      case 'batch.state':
      case 'batch.pause':
      case 'batch.resume':
      case 'batch.cancel':
      case 'batch.close':
        return routeBatch(tools.batches, message, speaker);
      case 'unsent':
        return tools.unsent(message);
      case 'error.groups':
      case 'errors':
      case 'recent':
      case 'queue':
      case 'resend.cause':
      case 'skip.cause':
      case 'search':
      case 'notify.get':
      case 'notify.set':
        return tools.popup(message);
      case 'month.state':
        return done(await tools.months.state());
      case 'month.retry':
        return tools.months.retry(message.login);
      case 'month.leave':
        return tools.months.leave(message.login);
      case 'month-end.panel':
      case 'month-end.ifirma':
      case 'month-end.ledger':
      case 'month-end.look':
        return routeMonthEnd(tools.monthEnd, message);
      case 'rules.attention':
      case 'rules.get':
      case 'rules.save':
      case 'rules.try':
      case 'rules.runs':
      case 'rules.again':
      case 'rules.drop':
        return routeRules(tools.rules, message);
      case 'auto.state':
        return tools.auto.view();
      case 'auto.take':
        return tools.auto.take(message.accountId);
      case 'log.page':
      case 'log.story':
      case 'log.kept':
      case 'log.keep':
        return routeLog(tools.log, message);
      case 'diagnostics':
        return done(await tools.diagnostics());
      case 'quota':
        return done(await tools.quotas.view());
      case 'language':
      case 'language.set':
      case 'account.list':
      case 'account.save':
      case 'account.test':
      case 'account.remove':
      case 'panel.series':
      case 'panel.test':
      case 'dictionaries':
      case 'settings.save':
      case 'payments.save':
      case 'series.save':
      case 'first.document':
      case 'erplink.get':
      case 'erplink.set':
      case 'computer.get':
      case 'computer.set':
        return routeSettings(tools, message);
      case 'security':
      case 'unlock':
      case 'lock':
      case 'lock.after':
      case 'passphrase.on':
      case 'passphrase.change':
      case 'passphrase.off':
      case 'passphrase.forget':
      case 'file.export':
      case 'file.preview':
      case 'file.import':
      case 'wipe':
        return routeSecurity(tools, message);
      default:
        return message satisfies never;
    }
  };
  return route;
}
