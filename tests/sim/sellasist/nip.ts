const WEIGHTS = [6, 5, 7, 2, 3, 4, 5, 6, 7];

/** The remainder of the first nine digits by 11; 10 means that no NIP begins like that. */
function remainder(digits: string): number {
  return WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11;
}

export const isNip = (digits: string): boolean => /^\d{10}$/.test(digits) && remainder(digits) === Number(digits[9]);

/**
 * The `index`th of a long row of different NIPs with a right check digit, written with dashes as people do. No tax
 * office gives out numbers that begin with 999, so none of them belongs to anybody.
 */
export function nipFor(index: number): string {
  let stem = 999_000_000 + index * 17;
  while (remainder(String(stem)) === 10) stem += 1;
  const digits = `${stem}${remainder(String(stem))}`;
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6, 8)}-${digits.slice(8)}`;
}
