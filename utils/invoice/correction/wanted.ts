/** The state that should be (ifirma-api 4.4): what a correction says of every line, and how that was come to. */
import type { Grosze, Thousandths, VatRate } from '../document';
import type { Finding } from '../finding';
import type { FlatRate, GtuCode } from '../settings';
import type { Base } from './base';
import { sameRate } from './worth';

export interface WantedLine {
  /** 0: all of it went back, or should never have been there. */
  readonly quantity: Thousandths;
  /** After discount; gross or net as the invoice counts. */
  readonly unitPrice: Grosze;
  readonly vat: VatRate;
}

/** A line that the invoice does not have. Only the correction of a mistake may add one. */
export interface AddedLine extends WantedLine {
  readonly name: string;
  readonly unit: string;
  readonly gtu: GtuCode | null;
  readonly pkwiu: string;
  readonly flatRate: FlatRate | null;
}

export interface Wanted {
  /** One for each line of the base, in its order. */
  readonly lines: readonly WantedLine[];
  readonly added: readonly AddedLine[];
}

/**
 * `after`: the panel's lines are all that should be. `listed`: they are what should be of the lines that they name, and the rest
 * stays. `difference`: they are what goes off, and, where the panel writes signs, what comes on. `surcharge`: all of them come on.
 */
export type PanelReading = 'after' | 'listed' | 'difference' | 'surcharge';

export interface Reading {
  readonly as: 'choice' | 'return' | PanelReading;
  readonly wanted: Wanted;
}

export type WantedState =
  /** At least one reading; several when the panel's document can be meant in several ways. */
  | { readonly ok: true; readonly readings: readonly Reading[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** The base as it is. */
export function unchanged({ lines }: Pick<Base, 'lines'>): readonly WantedLine[] {
  return lines.map(({ quantity, unitPrice, vat }) => ({ quantity, unitPrice, vat }));
}

export function sameLine(one: WantedLine, other: WantedLine): boolean {
  return one.quantity === other.quantity && one.unitPrice === other.unitPrice && sameRate(one.vat, other.vat);
}

export function sameState(one: Wanted, other: Wanted): boolean {
  const isSame = (a: readonly WantedLine[], b: readonly WantedLine[]): boolean =>
    a.length === b.length && a.every((line, index) => sameLine(line, b[index] ?? line));
  return isSame(one.lines, other.lines) && isSame(one.added, other.added);
}
