/** Polish tax id: ten digits, weights 6 5 7 2 3 4 5 6 7, remainder of 11 is the last digit. */
export const isPolishNip = (nip: string): boolean => {
  if (!/^\d{10}$/.test(nip)) return false;
  const weights = [6, 5, 7, 2, 3, 4, 5, 6, 7];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(nip[index]), 0);
  return sum % 11 === Number(nip[9]);
};
