import type { Account } from '../../invoice/settings';
import type { FileProblem, FileReply, ImportPreview } from '../../messages';
import type { FileContent, FileKeys, FileSecrets } from '../../messages/settings-file-schema';
import type { AccountSave, AccountsWritten } from '../../store/accounts';
import { erplinkOf, type FactRow, LANGUAGE } from '../../store/facts';
import type { Store } from '../../store/open';
import type { Sealed } from '../../store/vault';
import type { Clock } from '../clock';
import { freeId } from '../setup/account-id';
import { generalChanges, importedAccount, settingsChanges } from './changes';
import { type Here, lookHere, tokenOf } from './here';
import { isChangedBy, keyChanges, type PlacedPair } from './keys-in';
import { clashOf, type Pair, pairsOf, untouchedBy } from './pair';
import { type ReadFile, readSettingsFile } from './read';
import { ruleChanges, ruleRows } from './rule-changes';
import { openKeys } from './sealed-keys';
import type { Upgrade } from './upgrades';

interface Tools {
  readonly store: Pick<Store, 'accounts' | 'facts' | 'vault'>;
  readonly clock: Clock;
  readonly crypto: Crypto;
}

export async function previewSettings(
  { store }: Tools,
  upgrades: readonly Upgrade[],
  text: string,
): Promise<FileReply<ImportPreview>> {
  const here = await lookHere(store);
  const read = readSettingsFile(text, here.accounts, upgrades);
  if (!read.ok) return read;
  const { content } = read.value;
  const paired = pairedWith(content, here);
  if (!paired.ok) return paired;
  return {
    ok: true,
    value: {
      token: await tokenOf(text, here),
      exportedOn: content.exportedOn,
      accounts: paired.value.map(importedAccount),
      general: [...generalChanges(content, here), ...ruleChanges(content, here, (at) => paired.value[at]?.here?.id)],
      hasSecrets: content.secrets !== null,
      untouched: untouchedBy(paired.value, here.accounts).map(({ name }) => name),
    },
  };
}

export async function importSettings(
  { store, clock, crypto }: Tools,
  upgrades: readonly Upgrade[],
  { text, token, passphrase }: { readonly text: string; readonly token: string; readonly passphrase: string | null },
): Promise<FileReply<readonly Account[]>> {
  const read = readSettingsFile(text, await store.accounts.all(), upgrades);
  if (!read.ok) return read;
  const { content } = read.value;
  const opened = await keysOf(crypto, read.value, passphrase);
  if (!opened.ok) return opened;

  // After the keys were opened, which takes its time, so that little can happen between this look and the writing.
  const here = await lookHere(store);
  if ((await tokenOf(text, here)) !== token) return refused('changed');
  const paired = pairedWith(content, here);
  if (!paired.ok) return paired;

  const placed = await placedIn(store, paired.value);
  const secrets = opened.value === null ? [] : await keyChanges(store.vault, placed, opened.value);
  const sealed: Sealed = secrets.length === 0 ? { ok: true, writes: [] } : await store.vault.seal(secrets);
  if (!sealed.ok) return sealRefused(sealed);

  const changed = placed.filter((pair) => isChanged(pair) || isChangedBy(secrets, pair));
  const facts = [...factRows(content, here), ...ruleRows(content, here, placed, clock.now())];
  if (changed.length > 0 || facts.length > 0) {
    const written = await store.accounts.saveAll(
      changed.map((pair) => saveOf(pair, clock.now())),
      sealed.writes,
      facts,
    );
    if (!written.ok) return writeRefused(written);
  }
  return { ok: true, value: await store.accounts.all() };
}

function pairedWith(content: FileContent, here: Here): FileReply<readonly Pair[]> {
  const pairs = pairsOf(content.accounts, here.accounts);
  const clash = clashOf(pairs, untouchedBy(pairs, here.accounts));
  return clash === null ? { ok: true, value: pairs } : refused('series-taken', clash);
}

/** null: the file has none, or nobody gave its passphrase. */
async function keysOf(
  crypto: Crypto,
  { content, version }: ReadFile,
  passphrase: string | null,
): Promise<FileReply<FileKeys | null>> {
  if (passphrase === null || !hasSecrets(content)) return { ok: true, value: null };
  const opened = await openKeys(crypto, passphrase, content, version);
  return opened.ok ? { ok: true, value: opened.keys } : opened;
}

function hasSecrets(content: FileContent): content is FileContent & { readonly secrets: FileSecrets } {
  return content.secrets !== null;
}

async function placedIn(store: Tools['store'], pairs: readonly Pair[]): Promise<readonly PlacedPair[]> {
  const given = new Set<string>();
  const placed: PlacedPair[] = [];
  for (const pair of pairs) {
    const id = pair.here?.id ?? (await freeId(store, pair.account, given));
    given.add(id);
    placed.push({ ...pair, id });
  }
  return placed;
}

function isChanged(pair: Pair): boolean {
  return pair.here === null || settingsChanges(pair).length > 0;
}

function saveOf({ account, here, id }: PlacedPair, now: number): AccountSave {
  const { keys: _keys, ...fromFile } = account;
  const base = here ?? { pausedBy: null, fileForm: null, revision: now };
  return { account: { ...base, ...fromFile, id }, revision: here?.revision ?? 0 };
}

/** What `generalChanges` tells of. */
function factRows({ erplink, language }: FileContent, here: Here): readonly FactRow[] {
  const answers = Object.entries(erplink).filter(([panel, on]) => here.erplink[panel] !== on);
  return [
    ...answers.map(([panel, value]) => ({ ...erplinkOf(panel), value })),
    ...(language === here.language ? [] : [{ ...LANGUAGE, value: language }]),
  ];
}

function sealRefused(sealed: Exclude<Sealed, { ok: true }>): FileReply<never> {
  switch (sealed.why) {
    case 'locked':
      return refused('locked');
    case 'full':
      return refused('storage-full');
    case 'key-not-hex':
    case 'key-odd-length':
      return refused('invalid', 'secrets');
    default:
      return sealed satisfies never;
  }
}

/** What clashes now did not a moment ago: somebody has saved since. */
function writeRefused(written: Exclude<AccountsWritten, { ok: true }>): FileReply<never> {
  switch (written.why) {
    case 'stale':
    case 'series-taken':
    case 'order-series-taken':
    case 'fixed':
      return refused('changed');
    case 'full':
      return refused('storage-full');
    default:
      return written satisfies never;
  }
}

function refused(problem: FileProblem, path = ''): { ok: false; problem: FileProblem; path: string } {
  return { ok: false, problem, path };
}
