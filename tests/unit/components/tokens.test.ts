import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../components/tokens.css', import.meta.url), 'utf8');

/** The two colours of a token, light and dark. */
const coloursOf = (token: string): readonly [string, string] => {
  const [, light, dark] = new RegExp(`--m-${token}: light-dark\\((#\\w{6}), (#\\w{6})\\);`).exec(css) ?? [];
  if (light === undefined || dark === undefined) throw new Error(`no colours for ${token}`);
  return [light, dark];
};

/** WCAG 2.2, relative luminance and contrast ratio. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const GROUNDS = ['surface', 'surface-2'];
const TEXT = [
  ...GROUNDS.flatMap((ground) => ['ink', 'muted', 'accent', 'ok', 'warn', 'bad'].map((ink) => [ink, ground] as const)),
  ['ink', 'bar'],
  ['accent', 'bar'],
  ['accent', 'hover'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ...['accent', 'ok', 'warn', 'bad'].flatMap((kind) => [
    [kind, `${kind}-soft`] as const,
    ['ink', `${kind}-soft`] as const,
  ]),
] as const;

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s', (_, scheme) => {
  test.each(TEXT)('%s is read on %s (AA, 4.5:1)', (ink, ground) => {
    expect(contrast(coloursOf(ink)[scheme], coloursOf(ground)[scheme])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(
    GROUNDS.flatMap((ground) => [
      ['control', ground],
      ['focus', ground],
    ]),
  )('%s is seen on %s (AA, 3:1)', (line, ground) => {
    expect(contrast(coloursOf(line)[scheme], coloursOf(ground)[scheme])).toBeGreaterThanOrEqual(3);
  });
});
