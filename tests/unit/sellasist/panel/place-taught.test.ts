// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { nearestSelector, selectorOf } from '../../../../utils/sellasist/panel/place-taught.ts';
import { numbersIn, patternOf } from '../../../../utils/sellasist/path-pattern.ts';

const selectorIn = (body: string, find = selectorOf): string | null => {
  document.body.innerHTML = body;
  const target = document.querySelector('[x]');
  if (target === null) throw new Error('nothing is pointed at');
  return find(target);
};

describe('a selector', () => {
  test.each([
    ['its id', '<div id="editor_list" class="a" x></div>', '#editor_list'],
    [
      'a data attribute when its id has digits',
      '<div id="row-7" data-part="documents" x></div>',
      'div[data-part="documents"]',
    ],
    ['its classes', '<div class="c-box c-box--wide is-3" x></div>', '.c-box.c-box--wide'],
    ['its place in what has a name', '<div id="a"><p></p></div><div id="b"><p x></p></div>', '#b > p'],
    ['the tags above it', '<main><section><p x></p></section></main>', 'p'],
  ])('is made of %s', (_, body, selector) => expect(selectorIn(body)).toBe(selector));

  test('has no digits: those tell one record from another', () =>
    expect(selectorIn('<div id="d77" data-id="77" class="x-77" x></div>')).toBe('div'));

  test.each(['<p x></p><p></p>', '<h2 x></h2>'])('is none where nothing names it: %s', (body) =>
    expect(selectorIn(body)).toBeNull(),
  );

  test('of a cell is that of the table around it', () =>
    expect(
      selectorIn('<table class="list"><tbody><tr><td x></td></tr><tr><td></td></tr></tbody></table>', nearestSelector),
    ).toBe('.list'));

  test('is never the whole page’s', () => expect(selectorIn('<p x></p><p></p>', nearestSelector)).toBeNull());
});

describe('a path without its numbers', () => {
  test.each([
    ['/admin/documents/edit/77', '/admin/documents/edit/{n}'],
    ['/admin/documents/edit/77/', '/admin/documents/edit/{n}'],
    ['/admin/v2/documents/edit', '/admin/v{n}/documents/edit'],
  ])('%s → %s', (path, pattern) => expect(patternOf(path)).toBe(pattern));

  test('knows its pages again, and their numbers', () => {
    expect(numbersIn('/admin/v{n}/show/{n}', '/admin/v2/show/77')).toEqual(['2', '77']);
    expect(numbersIn('/admin/show/{n}', '/admin/show')).toBeNull();
    expect(numbersIn('/admin/show', '/admin/show/')).toEqual([]);
    expect(numbersIn('/admin/show.{n}', '/admin/showx7')).toBeNull();
  });
});
