import { oneLine } from './plain';

/** What a sentence can bear of somebody else's words; a service's own message may be longer. */
const MOST = 80;
const MOST_OF_MESSAGE = 600;

/** Stands where a parameter is missing, so that the sentence still reads as one. */
const MISSING = '?';

/** The named parameters and no others, fit to stand inside a sentence; empty stays empty, absent becomes `?`. */
export const filled = <P extends Readonly<Record<string, string>>>(
  names: readonly (keyof P & string)[],
  params: Readonly<Record<string, string>>,
): P =>
  Object.fromEntries(
    names.map((name) => [name, oneLine(params[name] ?? MISSING, name === 'text' ? MOST_OF_MESSAGE : MOST)]),
  ) as P;
