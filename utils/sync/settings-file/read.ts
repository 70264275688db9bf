import type { Account } from '../../invoice/settings';
import { type FileReply, SETTINGS_FILE_MOST } from '../../messages';
import { type FileContent, parseFileContent } from '../../messages/settings-file-schema';
import { judged } from './judge';
import { UPGRADES, type Upgrade, VERSION } from './upgrades';
import { dangerIn } from './walk';

export interface ReadFile {
  readonly content: FileContent;
  /** As which it was written: its keys are sealed for that version. */
  readonly version: number;
}

/**
 * Text of anybody → settings of which every value is one that a form could have saved, or what is wrong and where.
 * @param here the accounts that are stored.
 */
export function readSettingsFile(
  text: string,
  here: readonly Account[],
  upgrades: readonly Upgrade[] = UPGRADES,
): FileReply<ReadFile> {
  // Before anything else looks at it: what is too long costs no time.
  if (text.length > SETTINGS_FILE_MOST) return refused('too-large');
  let parsed: unknown;
  try {
    // Some editors begin a file with a byte order mark.
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused('not-json');
  }
  const danger = dangerIn(parsed);
  if (danger?.problem === 'unsafe') return { ok: false, ...danger };
  if (!isOurs(parsed)) return refused('not-settings');
  const { version } = parsed;
  if (typeof version !== 'number' || !Number.isInteger(version)) return refused('invalid', 'version');
  if (version > VERSION) return refused('newer');
  if (version < VERSION - upgrades.length) return refused('older');
  if (danger) return { ok: false, ...danger };

  const upgraded = upgradedFrom(parsed, version, upgrades);
  if (upgraded === null) return refused('invalid');
  const parsedFile = parseFileContent(upgraded);
  if (!parsedFile.ok) return refused('invalid', parsedFile.path);
  const content = judged(parsedFile.value, here);
  return content.ok ? { ok: true, value: { content: content.value, version } } : refused('invalid', content.path);
}

function isOurs(parsed: unknown): parsed is Readonly<Record<string, unknown>> {
  return typeof parsed === 'object' && parsed !== null && 'mostek' in parsed && parsed.mostek === 'settings';
}

/** null: an upgrade met what no file of its version has. */
function upgradedFrom(
  parsed: Readonly<Record<string, unknown>>,
  version: number,
  upgrades: readonly Upgrade[],
): Readonly<Record<string, unknown>> | null {
  let file = parsed;
  try {
    for (const [at, upgrade] of upgrades.slice(upgrades.length - (VERSION - version)).entries()) {
      file = { ...upgrade(file), version: version + at + 1 };
    }
  } catch {
    return null;
  }
  return file;
}

function refused(problem: 'too-large' | 'not-json' | 'not-settings' | 'older' | 'newer' | 'invalid', path = '') {
  return { ok: false, problem, path } as const;
}
