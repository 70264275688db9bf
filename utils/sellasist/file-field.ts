/** A file in an additional field: how it is written, and whether it arrived (sellasist-api 8.3 to 8.5). Values are never logged. */
import { base64Of } from './base64';
import type { FieldUpdate, OrderUpdate } from './client';
import { DEEPEST, isEmptyField } from './field';
import { isRecord } from './loose';

export { base64Of } from './base64';
export { fieldValueOf, isEmptyField } from './field';

/** Which of the two spellings a panel's field takes is not documented: raw first, the other once after a failed read-back. */
export type FileForm = 'raw' | 'datauri';

export function fieldUpdate(fieldId: string, base64: string, form: FileForm): OrderUpdate {
  const value = form === 'raw' ? base64 : `data:application/pdf;base64,${base64}`;
  const field: FieldUpdate = { field_id: fieldId, field_value: value };
  return { additional_fields: [field] };
}

export type FieldCheck =
  /** The field holds exactly our bytes. */
  | 'verified'
  /** It now holds an address on this panel. */
  | 'link'
  /** It changed and holds something, a file's name perhaps, that cannot be judged. */
  | 'probable'
  /** It changed, and not into our PDF. */
  | 'garbage'
  | 'unchanged';

/** `before` and `after` are the raw values of the field around the write (`fieldValueOf`). */
export function verifyField(before: unknown, after: unknown, pdf: Uint8Array, panel: string): FieldCheck {
  const held = leavesOf(after);
  const ours = unpadded(base64Of(pdf));
  if (held.some((leaf) => base64In(leaf) === ours)) return 'verified';
  const fresh = without(held, leavesOf(before));
  if (isEmptyField(after)) return isEmptyField(before) ? 'unchanged' : 'garbage';
  if (fresh.length === 0) return 'unchanged';
  const kinds = fresh.map((leaf) => kindOfLeaf(leaf, panel));
  if (kinds.includes('garbage')) return 'garbage';
  return kinds.includes('link') ? 'link' : 'probable';
}

/** A PDF stands in the field for everybody to read. Whose it is `verifyField` says; an address or a name says nothing. */
export function holdsPdf(value: unknown): boolean {
  return leavesOf(value).some((leaf) => base64In(leaf)?.startsWith(PDF_IN_BASE64) ?? false);
}

/** Every text and number of a value, however deep. A text that is itself JSON is opened too. */
function leavesOf(value: unknown, depth = 0): readonly string[] {
  if (isEmptyField(value)) return [];
  if (depth > DEEPEST) return ['…'];
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, depth + 1));
  if (isRecord(value)) return Object.values(value).flatMap((item) => leavesOf(item, depth + 1));
  if (typeof value !== 'string') return typeof value === 'number' ? [String(value)] : [];
  const text = value.trim();
  if (/^[[{]/.test(text)) {
    try {
      return leavesOf(JSON.parse(text), depth + 1);
    } catch {
      return [text];
    }
  }
  return [text];
}

/** What is new: a field that appends still holds the old values, each of which pays for one equal new one. */
function without(leaves: readonly string[], known: readonly string[]): readonly string[] {
  const left = [...known];
  return leaves.filter((leaf) => {
    const at = left.indexOf(leaf);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function unpadded(base64: string): string {
  return base64.replace(/=+$/, '');
}

/** `%PDF` and what follows it in every version. */
const PDF_IN_BASE64 = 'JVBERi';
const DATA_URI = /^data:[^,]{0,200};base64,/i;

/** The base64 letters of a text, without padding and line breaks; null when it is not base64. */
function base64In(leaf: string): string | null {
  const letters = leaf.replace(DATA_URI, '').replace(/\s+/g, '');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(letters) ? unpadded(letters) : null;
}

function kindOfLeaf(leaf: string, panel: string): 'garbage' | 'link' | 'probable' {
  if (DATA_URI.test(leaf)) return 'garbage';
  if (/^https?:\/\//i.test(leaf)) return isOnPanel(leaf, panel) ? 'link' : 'probable';
  if (isPath(leaf)) return 'link';
  return isFileInBase64(leaf) ? 'garbage' : 'probable';
}

function isOnPanel(text: string, panel: string): boolean {
  return URL.canParse(text) && new URL(text).host === `${panel}.sellasist.pl`;
}

/** `/upload/fv.pdf`. A JPEG in base64 begins with a slash too, but has no dot and is long. */
function isPath(leaf: string): boolean {
  return /^\/[^\s/][^\s]*$/.test(leaf) && (leaf.includes('.') || leaf.length < 64);
}

/** Long or padded base64 is a file; a short one may be a name, and hexadecimal digits a hash. */
function isFileInBase64(leaf: string): boolean {
  const letters = base64In(leaf);
  if (letters === null || /^[0-9a-f]+$/i.test(letters)) return false;
  if (letters.startsWith(PDF_IN_BASE64)) return true;
  return (leaf.endsWith('=') && letters.length >= 6) || letters.length >= 40;
}
