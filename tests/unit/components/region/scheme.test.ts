// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isDarkBehind } from '../../../../components/region/scheme.ts';

const CLEAR = 'rgba(0, 0, 0, 0)';

const isDark = (own: string, parent: string, colorScheme = 'normal'): boolean => {
  const outer = document.createElement('div');
  const inner = outer.appendChild(document.createElement('div'));
  const colours = new Map<Element, string>([
    [inner, own],
    [outer, parent],
  ]);
  return isDarkBehind(inner, (element) => ({ backgroundColor: colours.get(element) ?? CLEAR, colorScheme }));
};

test.each([
  ['a white card', CLEAR, 'rgb(255, 255, 255)', false],
  ['a dark card', CLEAR, 'rgb(27, 33, 40)', true],
  ['a card nearly see-through on dark', 'rgba(255, 255, 255, 0.1)', 'rgb(20, 24, 29)', true],
  ['a white card on dark', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)', false],
  ['nothing painted', CLEAR, CLEAR, false],
  ['a colour that cannot be read', CLEAR, 'color(display-p3 0 0 0)', false],
])('%s', (_, own, parent, dark) => {
  expect(isDark(own, parent)).toBe(dark);
});

test('where nobody painted, the page’s own scheme counts', () => {
  expect(isDark(CLEAR, CLEAR, 'dark')).toBe(true);
});
