import { describe, expect, it } from 'vitest';
import { panelOf } from '../../../utils/sellasist/panel-name.ts';

describe('the sub-domain of a panel', () => {
  it.each([
    ['acme', 'acme'],
    ['  ACME  ', 'acme'],
    ['acme.sellasist.pl', 'acme'],
    ['https://Acme.sellasist.pl/admin/orders/edit/1001?x=1#top', 'acme'],
    ['http://acme.sellasist.pl', 'acme'],
    ['//acme.sellasist.pl/', 'acme'],
    ['acme.sellasist.pl:443/api/v1', 'acme'],
    ['acme.sellasist.pl.', 'acme'],
    ['sklep-7', 'sklep-7'],
    ['a'.repeat(63), 'a'.repeat(63)],
  ])('is read from %j', (text, panel) => {
    expect(panelOf(text)).toBe(panel);
  });

  it.each([
    '',
    '   ',
    'a'.repeat(64),
    '-acme',
    'acme-',
    'ac me.sellasist.pl x',
    'acme.evil.example',
    'https://acme.sellasist.pl.evil.example/',
    'https://acme.sellasist.pl@evil.example/',
    'evil.example/acme.sellasist.pl',
    'evil.example#.sellasist.pl',
    'a.b.sellasist.pl',
    'sellasist.pl',
    'www.sellasist.pl',
    'https://api.sellasist.pl/',
    'zażółć',
    'acme_1',
  ])('is none in %j', (text) => {
    expect(panelOf(text)).toBeNull();
  });
});
