/** Throws that are the same for the same seed. */
import { diceOf } from '../auto/days.ts';

export interface Dice {
  readonly dice: () => number;
  readonly chance: (percent: number) => boolean;
  readonly one: <T>(values: readonly [T, ...T[]]) => T;
}

export function createDice(seed: number): Dice {
  const dice = diceOf(seed);
  return {
    dice,
    chance: (percent) => dice() * 100 < percent,
    one: (values) => values[Math.floor(dice() * values.length)] ?? values[0],
  };
}
