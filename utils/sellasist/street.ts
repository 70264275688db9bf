/**
 * `street`, `home_number` and `flat_number` as one line, `Próbna 7/2`. Marketplaces often put everything into `street`
 * (sellasist-api 5.2), so a number that is there already is not written twice.
 */
export function streetOf(street: string, home: string, flat: string): string {
  const number = home === '' || flat === '' || endsWithFlat(home, flat) ? home : `${home}/${flat}`;
  if (number === '') return flat === '' || endsWithFlat(street, flat) ? street : withFlat(street, flat);
  if (street === '' || endsWithNumber(street, number)) return street === '' ? number : street;
  if (flat !== '' && endsWithNumber(street, home)) return withFlat(street, flat);
  return `${street} ${number}`;
}

/** `Próbna 7 m. 2`, `Próbna 7 lok. 2` and `Próbna 7 / 2` compare as `próbna 7/2`. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(\d\p{L}?)\s*(?:\/|m\.?|lok\.?|mieszkanie)\s*(?=\d)/gu, '$1/')
    .trim();
}

/** Ends with the number as a whole word: `Próbna 17` does not end with `7`. A flat behind it does not matter. */
function endsWithNumber(text: string, number: string): boolean {
  const words = ` ${folded(text)}`;
  const tail = folded(number);
  return words.endsWith(` ${tail}`) || (words.split(' ').at(-1) ?? '').startsWith(`${tail}/`);
}

function endsWithFlat(street: string, flat: string): boolean {
  return folded(street).endsWith(`/${folded(flat)}`);
}

function withFlat(street: string, flat: string): string {
  return /\d\p{L}?$/u.test(street) ? `${street}/${flat}` : `${street} m. ${flat}`;
}
