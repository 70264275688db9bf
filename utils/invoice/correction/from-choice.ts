import type { Thousandths } from '../document';
import type { Base } from './base';
import { unchanged, type WantedState } from './wanted';

export interface ChosenLine {
  /** Place in the base, from 0. */
  readonly line: number;
  /** What should be left of it. */
  readonly quantity: Thousandths;
}

/** What a person chose line by line; what was not chosen stays. Whether the quantities are allowed is judged with the draft. */
export function fromChoice(choice: readonly ChosenLine[], base: Base): WantedState {
  const lines = [...unchanged(base)];
  const seen = new Set<number>();
  for (const { line, quantity } of choice) {
    const before = lines[line];
    if (before === undefined || seen.has(line)) {
      const path = `lines.${line}`;
      return { ok: false, findings: [{ code: 'correction-line-unmatched', path, params: { line: String(line + 1) } }] };
    }
    seen.add(line);
    lines[line] = { ...before, quantity };
  }
  return { ok: true, readings: [{ as: 'choice', wanted: { lines, added: [] } }] };
}
