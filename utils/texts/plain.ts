/**
 * Text that somebody else wrote (a shop's customer, a service, the panel's page), made fit to stand inside a sentence.
 * The views show it as text anyway; this keeps it from turning the sentence around or from filling the page.
 */

/**
 * Control characters but for the line break, and Unicode's format characters: marks that change the direction of what
 * follows (U+202E turns `gpj.exe` into `exe.jpg`), characters without width, tags.
 */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/gu;

/** Takes out what cannot be seen; line breaks stay. */
export const plain = (text: string): string => text.replace(/\t|\u2028|\u2029/g, ' ').replace(UNSEEN, '');

/** At most `most` characters, the last an ellipsis when something was left out. Never half a surrogate pair. */
export const cut = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};

/** One line, nothing unseen, at most `most` characters. */
export const oneLine = (text: string, most: number): string => cut(plain(text).replace(/\s+/g, ' ').trim(), most);
