/** What a message means beside what it asks for: closed lists, so that a new one is put where it belongs. */
import type { Message } from '../messages';
import type { Speaker } from '../messages/judge';

/** After these the queue may go on: a pause has ended, a question is answered. What becomes of the passphrase says so itself. */
export const REVIVING: readonly Message['type'][] = [
  'account.test',
  'account.save',
  'series.save',
  'settings.save',
  'payments.save',
  'erplink.set',
  'file.import',
  'rules.save',
];

/** After these other views show what is out of date. */
export const SAVING: readonly Message['type'][] = [
  'account.save',
  'account.remove',
  'account.test',
  'settings.save',
  'payments.save',
  'series.save',
  'language.set',
  'erplink.set',
  'notify.set',
  'file.import',
  'rules.save',
  'rules.again',
  'rules.drop',
];

/** After these the room `Układ panelu` shows what is out of date, wherever they were said. */
export const TAUGHT: readonly Message['type'][] = [
  'teach.use',
  'teach.end',
  'layout.arm',
  'layout.forget',
  'layout.import',
];

/** What an open page asks by itself, again with each change that it is told of. */
const ASKED_BY_PAGES: readonly Message['type'][] = [
  'language',
  'account.list',
  'dictionaries',
  'erplink.get',
  'first.document',
  'security',
  'quota',
  'computer.get',
  'notify.get',
  'error.groups',
  'auto.state',
  'rules.attention',
  'rules.get',
  'rules.runs',
  'errors',
  'queue',
  'recent',
  'batch.state',
  'unsent',
  'month-end.panel',
  'month-end.ifirma',
  'month-end.ledger',
  'month-end.look',
  'layout',
  'log.page',
  'log.story',
  'log.kept',
  'diagnostics',
  'month.state',
];

/** And what a page of the panel does. */
const ASKED_BY_PANEL: readonly Message['type'][] = [
  'repair.form',
  'controls',
  'page',
  'seen',
  'rows',
  'state',
  'teach.state',
  'batch.state',
];

/** A person did something, and means to go on. What a page asks by itself is nobody's doing. */
export function isUse({ type }: Message, speaker: Speaker): boolean {
  switch (speaker.kind) {
    case 'view':
      return type !== 'lock' && type !== 'wipe' && !ASKED_BY_PAGES.includes(type);
    case 'panel':
      return !ASKED_BY_PANEL.includes(type);
    case 'stranger':
      return false;
    default:
      return speaker satisfies never;
  }
}
