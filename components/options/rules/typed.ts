/** What was typed into a field that holds several values, or an amount. */
import type { Grosze } from '../../../utils/invoice/document';
import { parseGrosze } from '../../../utils/invoice/money';

/** `PL, de,` → `PL`, `de`: each once, as it was typed. */
export const listOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

/** null: there is no amount. */
export const groszeOf = (text: string): Grosze | null =>
  text.trim() === '' ? null : parseGrosze(text.replace(/zł\s*$/i, ''));
