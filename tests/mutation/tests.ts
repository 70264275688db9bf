import { BaseSequencer, type TestSpecification } from 'vitest/node';
import base from '../vitest.config.ts';

/**
 * A mutant is done with at the first test that fails, so the quick files go first: by how long each took when it was last run in full,
 * which is the run that Stryker begins with.
 */
class QuickFirst extends BaseSequencer {
  private readonly longest = new Map<string, number>();

  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    for (const file of files) {
      const path = file.moduleId.replace(`${this.ctx.config.root}/`, '');
      const last = this.ctx.cache.getFileTestResults(`${file.project.name}:${path}`)?.duration ?? 0;
      this.longest.set(file.moduleId, Math.max(last, this.longest.get(file.moduleId) ?? 0));
    }
    const took = (file: TestSpecification): number => this.longest.get(file.moduleId) ?? 0;
    return files.toSorted((a, b) => took(a) - took(b));
  }
}

/** The configuration of the unit tests, narrowed to those that are to find the mutants. */
export function onlyTests(include: readonly string[], exclude: readonly string[] = []) {
  return {
    ...base,
    test: {
      ...base.test,
      include: [...include],
      exclude: [...exclude],
      // Every mutant is a new process anyway, and a quarter of the time of the worlds goes into loading modules anew for each file.
      isolate: false,
      setupFiles: ['tests/setup-words.ts', 'tests/mutation/seed.ts'],
      sequence: { shuffle: false, sequencer: QuickFirst },
    },
  };
}
