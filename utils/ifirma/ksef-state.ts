/** What a single document says of KSeF (ifirma-api 5.1, 6.3). No literal of a rejection was ever seen, so it is read by its words. */
import { folded } from '../invoice/folded';
import { isKsefNumber } from '../invoice/ksef';
import { documentIn } from './wire';

export type KsefState =
  | { readonly kind: 'accepted'; readonly number: string }
  /** `words`: iFirma's own (`Opis`); `seen`: tells one rejection from another. */
  | { readonly kind: 'rejected'; readonly words: string; readonly seen: string }
  /** `hasTrace`: something was sent; without one nothing was, or it has not shown yet. */
  | { readonly kind: 'pending'; readonly hasTrace: boolean };

const LONGEST = 1000;
const REJECTED = /^odrz|blad|negatyw|error/;

/** null: no document in it. */
export function ksefStateOf(inner: Record<string, unknown>): KsefState | null {
  const document = recordOf(documentIn(inner));
  if (document === null || !isDocument(document)) return null;
  const number = textIn(document, 'NumerKSEF');
  if (isKsefNumber(number)) return { kind: 'accepted', number };
  const said = recordOf(valueIn(document, 'StatusKSEF'));
  const status = said === null ? '' : textIn(said, 'Status');
  if (said !== null && REJECTED.test(folded(status))) {
    const words = textIn(said, 'Opis').slice(0, LONGEST);
    return { kind: 'rejected', words, seen: `${status} ${words}` };
  }
  // A number that has not its form is not believed, but somebody has sent something.
  return { kind: 'pending', hasTrace: number !== '' || status !== '' };
}

/** Sending it again is refused as "already handed over", which is what was wanted (ifirma-api 9.1: texts are iFirma's own). */
export function saysAlreadySent(text: string): boolean {
  return /juz (?:\w+ )?(?:przekazan|wyslan)/.test(folded(text));
}

/** The invoice that the correction corrects has no number of KSeF yet. */
export function saysOriginalWaits(text: string): boolean {
  return /korygowan/.test(folded(text)) && /ksef/.test(folded(text));
}

export function saysNotConnected(text: string): boolean {
  const words = folded(text);
  return /ksef|e-?faktur/.test(words) && /polacz|podlacz|skonfigurow|aktyw|wlacz|autoryz|uwierzyt/.test(words);
}

/** As for an invoice: it has at least a number, remarks or a worth. */
function isDocument(document: Record<string, unknown>): boolean {
  return ['PelnyNumer', 'Numer', 'Uwagi', 'WartoscBrutto'].some((name) => valueIn(document, name) !== undefined);
}

/** Its sources spell it `NumerKSEF` and `NumerKSeF`. */
function valueIn(record: Record<string, unknown>, name: string): unknown {
  const wanted = name.toLowerCase();
  const named = Object.entries(record).filter(([key]) => key.toLowerCase() === wanted);
  return (named.find(([, value]) => value !== null && value !== '') ?? named[0])?.[1];
}

function textIn(record: Record<string, unknown>, name: string): string {
  const value = valueIn(record, name);
  return typeof value === 'string' ? value.trim() : '';
}

function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
