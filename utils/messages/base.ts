import type { Reason } from '../invoice/finding';

export type Language = 'pl' | 'en';

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Reason };
