/** What the room `Bezpieczeństwo` asks: the passphrase, the settings as a file, wiping everything. */
import type { Message, Reply, SecurityCommands } from '../../messages';
import { done } from './reply';
import type { RouterTools } from './tools';

export async function routeSecurity(
  { security, files, scripts, setup, wipe }: RouterTools,
  message: Message<keyof SecurityCommands>,
): Promise<Reply<unknown>> {
  switch (message.type) {
    case 'security':
      return done(await security.view());
    case 'unlock':
      return security.unlock(message.passphrase);
    case 'lock':
      return security.lock();
    case 'lock.after':
      return security.lockAfter(message.minutes);
    case 'passphrase.on':
      return security.on(message.passphrase, message.keys, message.autoLock);
    case 'passphrase.change':
      return security.change(message.current, message.next);
    case 'passphrase.off':
      return security.off(message.current);
    case 'passphrase.forget':
      return security.forgetPassphrase();
    case 'file.export':
      return files.export(message.secrets);
    case 'file.preview':
      return done(await files.preview(message.text));
    case 'file.import': {
      const imported = await files.import(message.text, message.token, message.passphrase);
      if (!imported.ok) return done(imported);
      await scripts.spoken();
      return done({ ok: true, value: await setup.imported() });
    }
    case 'wipe':
      return wipe();
    default:
      return message satisfies never;
  }
}
