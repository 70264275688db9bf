/** A trial that needs a real browser: `reliability.ts` runs it whole, or the share that `npm test` keeps. */
import type { Row } from './record.ts';

export interface TrialTools {
  /** Folder of the production build, which nobody builds anew meanwhile. */
  readonly build: string;
  /** What the trial's dice begin with: with the same number it tries the same things again. */
  readonly seed: number;
}

export interface Trial {
  readonly name: string;
  /** How often it is tried in the whole run, and in the share. */
  readonly full: number;
  readonly share: number;
  run(count: number, tools: TrialTools): Promise<Row>;
}
