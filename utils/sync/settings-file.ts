/** Settings as a file (docs/settings-file.md): out of this installation, and into this or another one. */
import type { Account } from '../invoice/settings';
import type { FileReply, ImportPreview, KeysReply, Reply, SettingsFile } from '../messages';
import type { Store } from '../store/open';
import type { Clock } from './clock';
import { exportSettings, type FileSecretsAsked } from './settings-file/export';
import { importSettings, previewSettings } from './settings-file/import';
import { UPGRADES, type Upgrade } from './settings-file/upgrades';

export interface SettingsFiles {
  /** @param secrets null: a file without keys. */
  export(secrets: FileSecretsAsked | null): Promise<Reply<KeysReply<SettingsFile>>>;
  /** What an import would change. Writes nothing. */
  preview(text: string): Promise<FileReply<ImportPreview>>;
  /**
   * Everything of the file, or nothing; answers with all accounts that there are then.
   *
   * @param token of the preview that a person has seen.
   * @param passphrase of the file; null: without its keys.
   */
  import(text: string, token: string, passphrase: string | null): Promise<FileReply<readonly Account[]>>;
}

export interface SettingsFileTools {
  readonly store: Pick<Store, 'accounts' | 'facts' | 'vault'>;
  readonly clock: Clock;
  readonly crypto: Crypto;
  /** Default: those that were released. */
  readonly upgrades?: readonly Upgrade[];
}

export function createSettingsFiles({ upgrades = UPGRADES, ...tools }: SettingsFileTools): SettingsFiles {
  return {
    export: (secrets) => exportSettings(tools, secrets),
    preview: (text) => previewSettings(tools, upgrades, text),
    import: (text, token, passphrase) => importSettings(tools, upgrades, { text, token, passphrase }),
  };
}
