import { onlyTests } from './tests.ts';

/** What takes longest for what it finds. A mutant that only these would find counts as survived, so the score is a lower bound. */
const SLOW = ['killed', 'wipe', 'settings-file/keys', 'settings-file/all-or-nothing', 'settings-file/any-file'];

export default onlyTests(
  ['tests/unit/sync/**/*.test.ts'],
  SLOW.map((name) => `tests/unit/sync/${name}.test.ts`),
);
