import { onlyTests } from './tests.ts';

/** What takes longest for what it finds. A mutant that only these would find counts as survived, so the score is a lower bound. */
const SLOW = [
  'every-fault/**/*',
  'killed',
  'bulk/killed',
  'other-answers',
  'body',
  'settings-file/any-file',
  'settings-file/round-trip',
];

export default onlyTests(
  ['tests/unit/sync/**/*.test.ts'],
  SLOW.map((name) => `tests/unit/sync/${name}.test.ts`),
);
