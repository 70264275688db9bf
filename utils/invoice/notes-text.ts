/** The merchant's own text for `Uwagi`, with placeholders that each document fills: `Zamówienie {zamówienie}, dziękujemy!` */
import { folded } from './folded';
import { plainText } from './text';

/** As people read and insert them; case and diacritics are forgiven. */
export const PLACEHOLDERS = ['zamówienie', 'dokument', 'data zamówienia', 'metoda płatności', 'nabywca'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type PlaceholderValues = Readonly<Record<Placeholder, string>>;

const BRACED = /\{([^{}]*)\}/g;

/**
 * The text with its placeholders filled, one pass: what was inserted is never read as a placeholder itself. Lines stay lines, a
 * value becomes part of one. What is no placeholder stays as it was typed (`unknownPlaceholders` names it where it is set).
 */
export function fillNotes(template: string, values: PlaceholderValues): string {
  return template
    .split(/\r\n|\r|\n/)
    .map((line) =>
      plainText(
        line.replace(BRACED, (typed, name: string) => {
          const placeholder = placeholderOf(name);
          return placeholder === null ? typed : plainText(values[placeholder]);
        }),
      ),
    )
    .join('\n')
    .trim();
}

/** What stands in braces and is no placeholder, as it was typed, each once. */
export function unknownPlaceholders(template: string): readonly string[] {
  const typed = [...template.matchAll(BRACED)].filter(([, name]) => placeholderOf(name ?? '') === null);
  return [...new Set(typed.map(([whole]) => whole))];
}

function placeholderOf(name: string): Placeholder | null {
  return PLACEHOLDERS.find((placeholder) => folded(placeholder) === folded(name)) ?? null;
}
