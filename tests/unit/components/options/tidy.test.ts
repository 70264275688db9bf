import { expect, test } from 'vitest';
import { isPanel, tidyHexKey, tidyLogin, tidyPanel, tidyPanelKey } from '../../../../components/options/tidy.ts';

test.each([
  ['mojsklep', 'mojsklep'],
  ['  MojSklep ', 'mojsklep'],
  ['https://mojsklep.sellasist.pl', 'mojsklep'],
  ['https://MojSklep.sellasist.pl/admin/orders/edit/1001?x=1#y', 'mojsklep'],
  ['mojsklep.sellasist.pl/', 'mojsklep'],
  ['http://mojsklep.sellasist.pl:443/admin', 'mojsklep'],
  ['', ''],
])('a pasted sub-domain %j becomes %j', (pasted, panel) => {
  expect(tidyPanel(pasted)).toBe(panel);
});

test.each([
  ['mojsklep', true],
  ['moj-sklep2', true],
  ['', false],
  ['-sklep', false],
  ['sklep.pl', false],
  ['a'.repeat(64), false],
])('%j is a sub-domain: %s', (panel, is) => {
  expect(isPanel(panel)).toBe(is);
});

test('white space goes from keys, and case from those where it does not count', () => {
  expect(tidyHexKey(' AB cd\n01 ')).toBe('abcd01');
  expect(tidyPanelKey(' Ab\tCd ')).toBe('AbCd');
});

test('a login keeps its case, because it is signed as it was typed', () => {
  expect(tidyLogin(' Jan.Nowak@Example.com ')).toBe('Jan.Nowak@Example.com');
});
