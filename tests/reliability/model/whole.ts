/** Before and after all of them. */
import { forgetParts, recordWhole } from './parts.ts';

export function setup(): void {
  forgetParts();
}

export function teardown(): void {
  recordWhole();
}
