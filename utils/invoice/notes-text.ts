/** The merchant's own text for `Uwagi`, with placeholders that each document fills: `Zamówienie {zamówienie}, dziękujemy!` */
import { folded } from './folded';
import { plainText } from './text';

/** As people read and insert them; case and diacritics are forgiven. */
export const PLACEHOLDERS = ['zamówienie', 'dokument', 'data zamówienia', 'metoda płatności', 'nabywca'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type PlaceholderValues = Readonly<Record<Placeholder, string>>;

const BRACED = /\{([^{}]*)\}/g;

export function fillNotes(template: string, values: PlaceholderValues): string {
  return filledText(template, (name) => {
    const placeholder = placeholderOf(name);
    return placeholder === null ? null : values[placeholder];
  });
}

/**
 * The text with its placeholders filled, one pass: what was inserted is never read as a placeholder itself. Lines stay lines, a
 * value becomes part of one; a line that has placeholders, and not one of them a value, is left out. What is no placeholder stays as it was typed (`unknownPlaceholders` names it where it is set).
 * @param valueNamed null: it is no placeholder.
 */
export function filledText(template: string, valueNamed: (name: string) => string | null): string {
  return template
    .split(/\r\n|\r|\n/)
    .flatMap((line) => filledLine(line, valueNamed) ?? [])
    .join('\n')
    .trim();
}

/** null: nothing but words around what the document does not have. */
function filledLine(line: string, valueNamed: (name: string) => string | null): string | null {
  const inserted: string[] = [];
  const filled = line.replace(BRACED, (typed, name: string) => {
    const known = valueNamed(name);
    const value = known === null ? typed : plainText(known);
    inserted.push(value);
    return value;
  });
  return inserted.length > 0 && inserted.every((value) => value === '') ? null : plainText(filled);
}

/** What stands in braces and is no placeholder, as it was typed, each once. */
export function unknownPlaceholders(template: string): readonly string[] {
  const typed = [...template.matchAll(BRACED)].filter(([, name]) => placeholderOf(name ?? '') === null);
  return [...new Set(typed.map(([whole]) => whole))];
}

function placeholderOf(name: string): Placeholder | null {
  return PLACEHOLDERS.find((placeholder) => folded(placeholder) === folded(name)) ?? null;
}
