import { expect, it } from 'vitest';
import { errorsPage } from '../../docs/errors-page.ts';

/** `npm run docs` makes it anew. */
it('docs/bledy.md says what the dictionaries say', async () => {
  await expect(errorsPage()).toMatchFileSnapshot('../../../docs/bledy.md');
});

it('every error on the page is a whole sentence', () => {
  expect(errorsPage()).not.toMatch(/undefined|NaN|\[object|\?[^"'”]|\*\*\*\*/);
});
