import { CORRECTION_ENDPOINT, ENDPOINTS } from './kinds.ts';
import type { KeyName } from './signature.ts';

/** What a path below `/iapi/` means, and which key it takes (ifirma-api 1.3, 3.0, 5, 6). */
export type Route =
  | { readonly kind: 'issue'; readonly endpoint: string }
  | { readonly kind: 'correct'; readonly original: string }
  | { readonly kind: 'detail'; readonly endpoint: string; readonly segment: string }
  | { readonly kind: 'pdf'; readonly endpoint: string; readonly segment: string; readonly format: string }
  | { readonly kind: 'ksef'; readonly endpoint: string; readonly segment: string }
  | { readonly kind: 'send'; readonly endpoint: string; readonly segment: string }
  | { readonly kind: 'pay'; readonly listType: string; readonly segment: string }
  | { readonly kind: 'list'; readonly list: 'faktury' | 'proformy' }
  | { readonly kind: 'read-month' }
  | { readonly kind: 'move-month' }
  | { readonly kind: 'limit' }
  | { readonly kind: 'contractors'; readonly phrase: string }
  | { readonly kind: 'vat'; readonly country: string }
  | { readonly kind: 'expense' };

export interface Routed {
  readonly route: Route;
  readonly keyName: KeyName;
}

const endpoints = ENDPOINTS.join('|');

type Build = (...parts: readonly string[]) => Route;

const TABLE: readonly (readonly [method: string, path: RegExp, build: Build])[] = [
  ['GET', /^faktury\.json$/, () => ({ kind: 'list', list: 'faktury' })],
  ['GET', /^proformy\.json$/, () => ({ kind: 'list', list: 'proformy' })],
  ['GET', /^abonent\/miesiacksiegowy\.json$/, () => ({ kind: 'read-month' })],
  ['PUT', /^abonent\/miesiacksiegowy\.json$/, () => ({ kind: 'move-month' })],
  ['GET', /^abonent\/limit\.json$/, () => ({ kind: 'limit' })],
  ['GET', /^kontrahenci\/([^/]+)\.json$/, (phrase = '') => ({ kind: 'contractors', phrase })],
  ['GET', /^slownik\/stawki_vat\/([A-Z]{2})\.json$/, (country = '') => ({ kind: 'vat', country })],
  [
    'POST',
    /^faktury\/wplaty\/([a-z_]+)\/([^/]+)\.json$/,
    (listType = '', segment = '') => ({ kind: 'pay', listType, segment }),
  ],
  [
    'POST',
    /^(zakuptowaruvat|kosztdzialalnoscivat|kosztdzialalnosci|oplatatelefon)\.json$/,
    () => ({ kind: 'expense' }),
  ],
  [
    'POST',
    new RegExp(`^(${endpoints})/ksef/send/([^/]+)\\.json$`),
    (endpoint = '', segment = '') => ({ kind: 'ksef', endpoint, segment }),
  ],
  [
    'POST',
    new RegExp(`^(${endpoints})/send/([^/]+)\\.json$`),
    (endpoint = '', segment = '') => ({ kind: 'send', endpoint, segment }),
  ],
  ['POST', new RegExp(`^${CORRECTION_ENDPOINT}/([^/]+)\\.json$`), (original = '') => ({ kind: 'correct', original })],
  [
    'POST',
    new RegExp(`^(${ENDPOINTS.filter((each) => each !== CORRECTION_ENDPOINT).join('|')})\\.json$`),
    (endpoint = '') => ({ kind: 'issue', endpoint }),
  ],
  [
    'GET',
    new RegExp(`^(${endpoints})/([^/]+?)\\.(pdf|pdf\\.oryg|pdf\\.single|pdf\\.dup)$`),
    (endpoint = '', segment = '', format = '') => ({ kind: 'pdf', endpoint, segment, format }),
  ],
  [
    'GET',
    new RegExp(`^(${endpoints})/([^/]+)\\.json$`),
    (endpoint = '', segment = '') => ({ kind: 'detail', endpoint, segment }),
  ],
];

const keyNameOf = (route: Route, path: string): KeyName => {
  switch (route.kind) {
    case 'read-month':
    case 'move-month':
    case 'limit':
      return 'abonent';
    case 'expense':
      return 'wydatek';
    default:
      return path.startsWith('rachunekkraj') ? 'rachunek' : 'faktura';
  }
};

/** `path` without query. `wrong-method`: there is something, but not for this method. */
export const routeOf = (method: string, path: string): Routed | 'unknown' | 'wrong-method' => {
  const prefix = '/iapi/';
  if (!path.startsWith(prefix)) return 'unknown';
  const rest = path.slice(prefix.length);
  let known = false;
  for (const [allowed, pattern, build] of TABLE) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    known = true;
    if (allowed !== method) continue;
    const route = build(...match.slice(1));
    return { route, keyName: keyNameOf(route, rest) };
  }
  return known ? 'wrong-method' : 'unknown';
};
