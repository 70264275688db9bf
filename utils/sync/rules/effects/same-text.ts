/** Whether the panel says the text that was written, whatever its pages have made of it. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#039': "'",
  apos: "'",
  nbsp: ' ',
};

export function isSameText(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
}

/** One line, without the marks of lines, and letters in place of what stands for them. */
function plain(text: string): string {
  return text
    .replace(/<br\s*\/?>|<\/?p>/gi, ' ')
    .replace(/&(#?\w{1,8});/g, (typed, name: string) => ENTITIES[name.toLowerCase()] ?? typed)
    .replace(/\s+/g, ' ')
    .trim();
}
