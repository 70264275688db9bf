import { folded } from '../folded';
import { cut, plainText } from '../text';

/** iFirma's limit of a line's name (ifirma-api 2.4). */
const NAME_LIMIT = 300;

/** What a line is known by in both services: its name as it can stand on an invoice, without case and diacritics. */
export function nameKey(name: string): string {
  return folded(cut(plainText(name), NAME_LIMIT));
}
