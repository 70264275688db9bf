/** The form of a file of settings, version 1 (docs/settings-file.md), for whoever has read it as far as JSON. */
import * as z from 'zod/mini';
import { RULE_LIMITS, type RuleSet } from '../invoice/rules/rule';
import type { Account } from '../invoice/settings';
import type { SecretName } from './accounts';
import type { Language } from './base';
import type { RuleDraft } from './rules';
import { ruleParts } from './rules-schemas';
import type { IfirmaKeyName } from './security';
import { payments, series, seriesIds, settings, tax, text } from './settings-schemas';

/**
 * More than anybody enters one by one. What an account has within itself has the limits of the messages: no file brings in what no
 * form could have sent, and whatever a form has stored goes out and comes back.
 */
export const FILE_ACCOUNTS_MOST = 1_000;

export type FileAccount = Pick<
  Account,
  'name' | 'panel' | 'login' | 'tax' | 'seriesIds' | 'series' | 'settings' | 'payments'
> & {
  /** Which of its keys lie in `secrets`: a preview names them, and opens nothing. */
  readonly keys: readonly SecretName[];
};

/** A rule without what is this installation's own. */
export type FileRule = Omit<RuleDraft, 'accountId'> & {
  /** In whose books: the place among the accounts of the file; null: that account was gone. */
  readonly account: number | null;
};

/** `Automatyzacje` of a panel. */
export interface FileRules {
  readonly match: RuleSet['match'];
  readonly rules: readonly FileRule[];
}

/** Keys under the passphrase of the file; `salt`, `iv` and `ciphertext` in base64. */
export interface FileSecrets {
  readonly kdf: { readonly name: 'PBKDF2-SHA256'; readonly rounds: number; readonly salt: string };
  readonly iv: string;
  readonly ciphertext: string;
}

export interface FileContent {
  readonly mostek: 'settings';
  readonly version: 1;
  readonly exportedOn: string;
  readonly language: Language;
  /** By panel of the accounts; one that is not there is not answered. */
  readonly erplink: Readonly<Record<string, boolean>>;
  readonly accounts: readonly FileAccount[];
  /** By panel of the accounts; absent where no panel has any. */
  readonly rules?: Readonly<Record<string, FileRules>> | undefined;
  /** null: a file without keys. */
  readonly secrets: FileSecrets | null;
}

/** What lies under the passphrase. Each account says again whose it is, so that no key is moved to another login by hand. */
export interface FileKeys {
  readonly panels: Readonly<Record<string, string>>;
  /** As many as the file has, in the same order. */
  readonly accounts: readonly {
    readonly panel: string;
    readonly login: string;
    readonly keys: Readonly<Partial<Record<IfirmaKeyName, string>>>;
  }[];
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly path: string };

const panel = text(63);
const login = text(200);

const account = z.strictObject({
  name: text(100),
  panel,
  login,
  tax,
  seriesIds,
  series,
  settings,
  payments,
  keys: z.array(z.enum(['sellasist', 'faktura', 'abonent', 'rachunek'])).check(z.maxLength(4)),
});

const rules = z.strictObject({
  match: z.enum(['first', 'all']),
  rules: z
    .array(z.strictObject({ ...ruleParts, account: z.nullable(z.int().check(z.gte(0))) }))
    .check(z.maxLength(RULE_LIMITS.rules)),
});

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const bytes = (least: number, most: number) =>
  z.string().check(z.minLength(Math.ceil(least / 3) * 4), z.maxLength(Math.ceil(most / 3) * 4), z.regex(base64));

const content = z.strictObject({
  mostek: z.literal('settings'),
  version: z.literal(1),
  exportedOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  language: z.enum(['pl', 'en']),
  erplink: z.record(panel, z.boolean()),
  accounts: z.array(account).check(z.maxLength(FILE_ACCOUNTS_MOST)),
  rules: z.optional(z.record(panel, rules)),
  secrets: z.nullable(
    z.strictObject({
      kdf: z.strictObject({
        name: z.literal('PBKDF2-SHA256'),
        // Fewer were never written, and more would keep the worker busy for minutes.
        rounds: z.int().check(z.gte(900_000), z.lte(10_000_000)),
        salt: bytes(16, 16),
      }),
      iv: bytes(12, 12),
      // The keys of as many accounts, each as long as may be.
      ciphertext: bytes(16, 1_500_000),
    }),
  ),
});

const ifirmaKey = z.string().check(z.regex(/^(?:[0-9a-fA-F]{2}){1,100}$/));
/** What a header can carry (sellasist-api 1). */
const panelKey = z.string().check(z.regex(/^[\x21-\x7e]{1,300}$/));

const keys = z.strictObject({
  panels: z.record(panel, panelKey),
  accounts: z
    .array(
      z.strictObject({
        panel,
        login,
        keys: z.partialRecord(z.enum(['faktura', 'abonent', 'rachunek']), ifirmaKey),
      }),
    )
    .check(z.maxLength(FILE_ACCOUNTS_MOST)),
});

export function parseFileContent(value: unknown): Read<FileContent> {
  return readBy(content, value);
}

export function parseFileKeys(value: unknown): Read<FileKeys> {
  return readBy(keys, value);
}

function readBy<T>(schema: z.ZodMiniType<T>, value: unknown): Read<T> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  if (issue === undefined) return { ok: false, path: '' };
  // Of a name that nobody knows zod gives the object's path, not the name's.
  const names = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  return { ok: false, path: pathOf(names) };
}

/** Dotted, as `SettingsChange` has it. Names come from the file, so each is cut to what a person would read. */
export function pathOf(names: readonly PropertyKey[]): string {
  return names.map((name) => String(name).slice(0, 40)).join('.');
}
