/** Without case, diacritics and outer blanks, as people type the name of a placeholder: `{Miesiac}` for `{miesiąc}`. */
export function folded(text: string): string {
  // `ł` is a letter of its own and survives the taking off of diacritics.
  return text.trim().replace(/\s+/g, ' ').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');
}
