/** `FV/{numer}/{miesiąc}/{rok}` → `FV/12/11/2026`: the twelfth document of 22 November 2026. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^n/i, '12'],
  [/^d/i, '22'],
  [/^m/i, '11'],
  [/^rok\s*2/i, '26'],
  [/^r/i, '2026'],
];

export const exampleOf = (pattern: string): string =>
  pattern
    .trim()
    .replace(/\{\s*([^{}]*)\}/g, (typed, name: string) => PARTS.find(([is]) => is.test(name))?.[1] ?? typed);
