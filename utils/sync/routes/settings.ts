/** What the rooms of the settings ask. */
import type { Language, Message, Reply, SettingsCommands } from '../../messages';
import { erplinkOf, type Fact, LANGUAGE } from '../../store/facts';
import { erplinkAnswers } from '../erplink';
import { bug, FULL } from '../setup/refusals';
import { done, nothing } from './reply';
import type { RouterTools } from './tools';

export async function routeSettings(
  { store, setup, scripts, computers }: RouterTools,
  message: Message<keyof SettingsCommands>,
): Promise<Reply<unknown>> {
  switch (message.type) {
    case 'language':
      return done((await store.facts.get(LANGUAGE)) ?? 'pl');
    case 'language.set':
      return speak(message.language);
    case 'account.list':
      return done(await setup.list());
    case 'account.save':
      return setup.save(message);
    case 'account.test':
      return setup.test(message.id);
    case 'account.remove':
      return setup.remove(message.id);
    case 'panel.series':
      return setup.series(message.panel, message.key);
    case 'panel.test':
      return done(await setup.testPanel(message.panel, message.key));
    case 'dictionaries':
      return setup.dictionaries(message.accountId, message.fresh);
    case 'settings.save':
      return setup.parts.settings(message);
    case 'payments.save':
      return setup.parts.payments(message);
    case 'series.save':
      return setup.parts.series(message);
    case 'first.document':
      return setup.firstDocument(message.accountId, message.fresh);
    case 'erplink.get':
      return done(Object.fromEntries(await erplinkAnswers(store, await store.accounts.all())));
    case 'erplink.set':
      return answer(message.panel, message.on);
    case 'computer.get':
      return done((await computers.own()).name);
    case 'computer.set':
      return (await computers.rename(message.name)).ok ? nothing() : FULL;
    default:
      return message satisfies never;
  }

  async function remember<T>(fact: Fact<T>, value: T): Promise<Reply<null>> {
    return (await store.facts.set(fact, value, 'strict')).ok ? nothing() : FULL;
  }

  async function speak(chosen: Language): Promise<Reply<null>> {
    const reply = await remember(LANGUAGE, chosen);
    if (reply.ok) await scripts.spoken();
    return reply;
  }

  /** Of a panel without an account there is nothing to say: whoever sets it up is asked then. */
  async function answer(panel: string, on: boolean): Promise<Reply<null>> {
    const accounts = await store.accounts.ofPanel(panel);
    return accounts.length === 0 ? bug('panel') : remember(erplinkOf(panel), on);
  }
}
