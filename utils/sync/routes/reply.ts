import type { Reply } from '../../messages';

export function done<T>(value: T): Reply<T> {
  return { ok: true, value };
}

export function nothing(): Reply<null> {
  return done(null);
}
