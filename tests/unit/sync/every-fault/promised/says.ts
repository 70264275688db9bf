/** The ways in which a promise is kept, and the faults that come in the same row. */
import type { Meaning } from '../faults.ts';
import type { Press } from '../person.ts';
import type { Promised, Stand } from '../promise.ts';

/** It goes on by itself, and nobody need do anything. */
export function byItself(...struck: readonly Stand[]): Promised {
  return { struck, finally: 'goal', presses: [], booked: null };
}

/** Nothing has happened to it. */
export const AS_EVER: Promised = { struck: [], finally: 'goal', presses: [], booked: null };

/** It stays where it stands until a person has pressed something. */
export function byPerson(stand: Stand, presses: readonly Press[], booked: 0 | 1): Promised {
  return { struck: [stand], finally: stand, presses, booked };
}

/** Tried again by itself, but not for ever: after a day somebody has to be asked. */
export function inTheEndByPerson(struck: Stand, stand: Stand, presses: readonly Press[], booked: 0 | 1): Promised {
  return { struck: [struck], finally: stand, presses, booked };
}

/** Nobody answered, or the answer said that it is for a moment. */
export const PASSING: readonly Meaning[] = ['offline', 'silence', 'held', 'broken', 'limit', 'down', 'slow'];
/** HTTP 200 and nothing that can be read. */
export const GARBLED: readonly Meaning[] = ['unreadable', 'empty'];
/** Somebody else than the service has answered: a gateway, a login page. */
export const ELSEWHERE: readonly Meaning[] = ['redirect', 'page-400', 'page-401', 'page-403', 'page-404', 'length'];
/** Sellasist itself says no. */
export const SAID: readonly Meaning[] = ['said-400', 'said-401', 'said-403', 'said-404', 'said-200'];
/** iFirma itself says no, to this one request. */
export const REFUSING: readonly Meaning[] = ['kod-refused', 'kod-201', 'kod-unknown'];
