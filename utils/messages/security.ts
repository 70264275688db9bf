/** What the room `Bezpieczeństwo` says and hears: keys under a passphrase, and settings as a file. */
import type { IsoDate } from '../invoice/document';
import type { AccountView, FieldProblem, SecretName } from './accounts';

export type IfirmaKeyName = Exclude<SecretName, 'sellasist'>;

/** An iFirma key that is stored and cannot be read again: a person has to type it once more. */
export interface StoredKey {
  readonly accountId: string;
  readonly account: string;
  readonly name: IfirmaKeyName;
  readonly fingerprint: string;
}

/** Keys that were typed once more, by account id. */
export type TypedKeys = Readonly<Record<string, Readonly<Partial<Record<IfirmaKeyName, string>>>>>;

/** Problems of typed keys, by `{accountId}/{name}`. */
export type KeyProblems = Readonly<Record<string, FieldProblem>>;

export interface SecurityView {
  /** `none`: no passphrase. */
  readonly passphrase: 'none' | 'locked' | 'unlocked';
  /** Minutes of idleness after which the keys are locked; null: only when the browser ends. */
  readonly autoLock: number | null;
  readonly keys: readonly StoredKey[];
}

export const AUTO_LOCKS = [5, 15, 30, 60, 240] as const;
/** A passphrase has at least so many characters. */
export const PASSPHRASE_LEAST = 12;
/** A file past so many characters is no file of settings. */
export const SETTINGS_FILE_MOST = 10_000_000;

/** `ok: false`: typed keys that are missing, or not the ones that are stored. */
export type KeysReply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly keys: KeyProblems };

export interface SettingsFile {
  /** `mostek-ustawienia-2026-11-22.json` */
  readonly name: string;
  readonly text: string;
}

export type FileProblem =
  | 'too-large'
  | 'not-json'
  /** JSON, but not a file of settings. */
  | 'not-settings'
  | 'older'
  | 'newer'
  /** Something in it is not of its kind; `path` says where. */
  | 'invalid'
  /** A name in it that could change the program itself (`__proto__`). */
  | 'unsafe'
  /** Two accounts of it, or one of it and one that is here, claim the same series. */
  | 'series-taken'
  /** The passphrase does not open the keys of the file. */
  | 'passphrase-wrong'
  /** What is stored has changed since the preview. */
  | 'changed'
  | 'locked'
  | 'storage-full';

/** One thing that would be different, in codes: the view words it. */
export interface SettingsChange {
  /** Dotted, e.g. `settings.saleDate`, `payments.12`, `series.1.kind`, `seriesIds`, `secrets.faktura`. */
  readonly path: string;
  /** JSON of the value; null: it is not there. Never of a secret. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface ImportedAccount {
  readonly name: string;
  readonly panel: string;
  readonly login: string;
  readonly kind: 'new' | 'changed' | 'same';
  readonly changes: readonly SettingsChange[];
}

export interface ImportPreview {
  /** Stands for what was seen: handed back with the import, so that nothing else is written. */
  readonly token: string;
  /** ISO date of the export. */
  readonly exportedOn: IsoDate;
  readonly accounts: readonly ImportedAccount[];
  /** `erplink.{panel}`, `language`. */
  readonly general: readonly SettingsChange[];
  /** The file holds keys, under a passphrase of its own. */
  readonly hasSecrets: boolean;
  /** Accounts that are here and not in the file; they stay. */
  readonly untouched: readonly string[];
}

export type FileReply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: FileProblem; readonly path: string };

export interface SecurityCommands {
  security: { ask: Record<never, never>; reply: SecurityView };
  unlock: { ask: { readonly passphrase: string }; reply: null };
  lock: { ask: Record<never, never>; reply: null };
  'lock.after': { ask: { readonly minutes: number | null }; reply: null };
  /** Asks for every stored iFirma key again: what was imported cannot be sealed (design: secrets). */
  'passphrase.on': {
    ask: { readonly passphrase: string; readonly keys: TypedKeys; readonly autoLock: number | null };
    reply: KeysReply<SecurityView>;
  };
  'passphrase.change': { ask: { readonly current: string; readonly next: string }; reply: null };
  'passphrase.off': { ask: { readonly current: string }; reply: null };
  /** It is forgotten: it goes with every key that it sealed, and nothing else does. Refused while the keys are open. */
  'passphrase.forget': { ask: Record<never, never>; reply: null };
  'file.export': {
    ask: {
      /** null: a file without keys. */
      readonly secrets: null | {
        /** Of the file. */
        readonly passphrase: string;
        /** Of the vault, where it has one; else the keys are typed again. */
        readonly current: string | null;
        readonly keys: TypedKeys;
      };
    };
    reply: KeysReply<SettingsFile>;
  };
  /** Changes nothing. */
  'file.preview': { ask: { readonly text: string }; reply: FileReply<ImportPreview> };
  'file.import': {
    ask: { readonly text: string; readonly token: string; readonly passphrase: string | null };
    reply: FileReply<readonly AccountView[]>;
  };
  /** Everything that Mostek keeps in this browser: keys, settings, the ledger, the log. */
  wipe: { ask: Record<never, never>; reply: null };
}
