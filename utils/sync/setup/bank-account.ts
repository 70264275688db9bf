/** `NumerKontaBankowego` takes 28 characters: the 26 digits of a Polish account, with or without its `PL` (ifirma-api 2.1). */

/** As it is sent: without spaces. null: no number of a Polish account. */
export function bankAccountOf(text: string): string | null {
  const number = text.replace(/[\s-]+/g, '').toUpperCase();
  const digits = /^(?:PL)?(\d{26})$/.exec(number)?.[1];
  return digits !== undefined && isChecked(digits) ? number : null;
}

/** The check digits of an IBAN: what follows them, the country as `2521` and they themselves leave 1 modulo 97. */
function isChecked(digits: string): boolean {
  return BigInt(`${digits.slice(2)}2521${digits.slice(0, 2)}`) % 97n === 1n;
}
