/** A path of the panel without its numbers, by which a taught page is known again (sellasist-panel 5.3). */

const NUMBER = '{n}';

/** `/admin/documents/edit/77/` → `/admin/documents/edit/{n}` */
export function patternOf(path: string): string {
  return trimmed(path).replace(/\d+/g, NUMBER);
}

/** The numbers in the path, or null when it is not of this pattern. */
export function numbersIn(pattern: string, path: string): readonly string[] | null {
  return patternOf(path) === pattern ? (trimmed(path).match(/\d+/g) ?? []) : null;
}

function trimmed(path: string): string {
  return path.replace(/\/+$/, '');
}
