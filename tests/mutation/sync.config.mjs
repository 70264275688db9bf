/**
 * Mutants of the engine, against the worlds of tests/unit/sync. All of them take many hours; `MUTATION_SAMPLE=0.1` draws a tenth:
 * docs/mutation.md
 */
import { drawMutants } from './sample.mjs';
import { mutationOf } from './stryker.config.mjs';

const { MUTATION_SAMPLE } = process.env;
if (MUTATION_SAMPLE !== undefined) drawMutants(Number(MUTATION_SAMPLE));

export default {
  ...mutationOf('sync', ['utils/sync/**/*.ts', 'utils/invoice/numbers-after.ts']),
  // A mutant of a module's constant, a quarter of them all, is met by every test, each time in a new process.
  ignoreStatic: true,
};
