/**
 * Additional fields that hold files. What the service does with a written value and what it gives back is not known
 * (sellasist-api 8.5), so every way that was seen or feared is a mode.
 */

export type FileMode =
  /** The value is base64; anything else is decoded all the same and stored as a broken file. Reading gives base64. */
  | 'raw'
  /** As `raw`; reading gives an address on the account's host. */
  | 'raw-url'
  /** Only `data:…;base64,…` is stored, anything else empties the field. Reading gives the data URI. */
  | 'datauri-only'
  /** 200, and nothing is stored. */
  | 'ignore'
  /** As `raw`, but every write adds a file. Reading gives an array. */
  | 'append'
  /** What arrives is stored broken: the reader gets base64 of something that is no PDF. */
  | 'plain-garbage';

export interface StoredFile {
  /** Counted up over the whole account, so that no address is used twice. */
  readonly number: number;
  readonly bytes: Buffer;
  /** Epoch milliseconds. */
  readonly at: number;
}

export type Keep = (bytes: Buffer) => StoredFile;

/** What the field holds after `value` was written to it. */
export function filesAfterWrite(
  mode: FileMode,
  before: readonly StoredFile[],
  value: string,
  keep: Keep,
): readonly StoredFile[] {
  if (mode === 'ignore') return before;
  if (value === '') return mode === 'append' ? before : [];
  switch (mode) {
    case 'raw':
    case 'raw-url':
      return [keep(lenientBase64(value))];
    case 'append':
      return [...before, keep(lenientBase64(value))];
    case 'datauri-only': {
      const base64 = /^data:[\w.+-]+\/[\w.+-]+;base64,(.+)$/s.exec(value)?.[1];
      return base64 === undefined ? [] : [keep(lenientBase64(base64))];
    }
    case 'plain-garbage':
      return [keep(lenientBase64(lenientBase64(value).toString('latin1')))];
    default:
      return mode satisfies never;
  }
}

/** The field's value on reading. Empty is `''`, except where an array is the habit. */
export function valueOfFiles(
  mode: FileMode,
  files: readonly StoredFile[],
  addressOf: (file: StoredFile) => string,
): string | readonly string[] {
  if (mode === 'append') return files.map((file) => file.bytes.toString('base64'));
  const file = files.at(-1);
  if (!file) return '';
  switch (mode) {
    case 'raw-url':
      return addressOf(file);
    case 'datauri-only':
      return `data:application/pdf;base64,${file.bytes.toString('base64')}`;
    case 'raw':
    case 'ignore':
    case 'plain-garbage':
      return file.bytes.toString('base64');
    default:
      return mode satisfies never;
  }
}

/** PHP's `base64_decode` without its strict flag: letters that do not belong are skipped, nothing is ever refused. */
function lenientBase64(text: string): Buffer {
  return Buffer.from(text.replace(/[^A-Za-z0-9+/]/g, ''), 'base64');
}
