import type { RuleProblemCode, RuleWorld } from './problem';

/** A problem before it is known of which rule it is. */
export interface Found {
  readonly code: RuleProblemCode;
  readonly params: Readonly<Record<string, string>>;
}

export function found(code: RuleProblemCode, params: Found['params'] = {}): Found {
  return { code, params };
}

/** What a row of the panel is called; its id where nobody knows. */
export function nameIn(rows: RuleWorld['series'], id: string): string {
  return rows?.find((row) => row.id === id)?.name.trim() || id;
}

/** Whether the panel has it no more; false while nobody knows. */
export function isGone(rows: RuleWorld['series'], id: string): boolean {
  return rows?.every((row) => row.id !== id) ?? false;
}
