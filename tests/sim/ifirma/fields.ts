import { badField, type Refusal, unreadable } from './answer.ts';
import { isDate } from './dates.ts';
import { scaled } from './decimals.ts';

/**
 * The tables of the documents, and the two looks at a body: first whether it can be made into the object at all (structure,
 * types, names, enums: Kod 200), then whether its values are allowed (Kod 201, naming the field).
 */
export interface Kind {
  readonly shaped: (value: unknown) => boolean;
  /** The first complaint about a shaped value. */
  readonly complaint: (value: unknown, path: string) => Refusal | null;
}

/**
 * `key`: the key has to be there, else Kod 200. `value`: has to be there and filled, else `jest wymagane`.
 * `optional`: may be left out, but null is no value. `nullable` beside it: null is allowed, as the tables say.
 */
export interface Field {
  readonly kind: Kind;
  readonly need: 'key' | 'value' | 'optional';
  readonly nullable: boolean;
}

export type Fields = Readonly<Record<string, Field>>;
export type Body = Readonly<Record<string, unknown>>;

export const key = (kind: Kind): Field => ({ kind, need: 'key', nullable: false });
export const keyOrNull = (kind: Kind): Field => ({ kind, need: 'key', nullable: true });
export const value = (kind: Kind): Field => ({ kind, need: 'value', nullable: false });
export const optional = (kind: Kind): Field => ({ kind, need: 'optional', nullable: false });
export const optionalOrNull = (kind: Kind): Field => ({ kind, need: 'optional', nullable: true });

const fine = (): null => null;

export const isObject = (candidate: unknown): candidate is Body =>
  typeof candidate === 'object' && candidate !== null && !Array.isArray(candidate);

/** Lengths count UTF-16 units, the strictest reading of "characters". */
export const text = (max: number, min = 0): Kind => ({
  shaped: (candidate) => typeof candidate === 'string',
  complaint: (candidate, path) => {
    const content = String(candidate);
    if (content.trim().length < min) return badField(path, 'jest wymagane');
    if (content.length > max) return badField(path, `może mieć co najwyżej ${max} znaków`);
    return null;
  },
});

export const textLike = (pattern: RegExp, max: number): Kind => {
  const length = text(max);
  return {
    shaped: length.shaped,
    complaint: (candidate, path) =>
      length.complaint(candidate, path) ??
      (pattern.test(String(candidate)) ? null : badField(path, 'ma niepoprawną wartość')),
  };
};

export const flag: Kind = { shaped: (candidate) => typeof candidate === 'boolean', complaint: fine };

/** A date that is none cannot be made into the object. */
export const date: Kind = {
  shaped: (candidate) => typeof candidate === 'string' && isDate(candidate),
  complaint: fine,
};

export const oneOf = (...values: readonly string[]): Kind => ({
  shaped: (candidate) => typeof candidate === 'string' && values.includes(candidate),
  complaint: fine,
});

/** An enum whose wrong values the service names. */
export const oneOfValues = (...values: readonly (string | number)[]): Kind => ({
  shaped: (candidate) => typeof candidate === typeof values[0],
  complaint: (candidate, path) =>
    values.some((each) => each === candidate) ? null : badField(path, 'ma niedozwoloną wartość'),
});

export interface Range {
  readonly above?: number;
  readonly least?: number;
  readonly below?: number;
  readonly places: number;
}

export const amount = ({ above, least, below, places }: Range): Kind => ({
  shaped: (candidate) => typeof candidate === 'number',
  complaint: (candidate, path) => {
    const number = Number(candidate);
    if (above !== undefined && number <= above) return badField(path, `musi być większe od ${above}`);
    if (least !== undefined && number < least) return badField(path, `nie może być mniejsze od ${least}`);
    if (below !== undefined && number >= below) return badField(path, `musi być mniejsze od ${below}`);
    if (scaled(number, places) === null) return badField(path, `może mieć co najwyżej ${places} miejsca po przecinku`);
    return null;
  },
});

export const whole = (least: number, most: number): Kind => ({
  shaped: Number.isInteger,
  complaint: (candidate, path) =>
    Number(candidate) >= least && Number(candidate) <= most ? null : badField(path, 'ma niedozwoloną wartość'),
});

export const missing = (candidate: unknown): boolean => candidate === undefined || candidate === null;

const isShaped = (fields: Fields, candidate: unknown): boolean => {
  if (!isObject(candidate)) return false;
  if (Object.keys(candidate).some((name) => !Object.hasOwn(fields, name))) return false;
  return Object.entries(fields).every(([name, { kind, need, nullable }]) => {
    const content = candidate[name];
    if (content === undefined) return need !== 'key';
    if (content === null) return nullable || need === 'value';
    return kind.shaped(content);
  });
};

const firstComplaint = (fields: Fields, candidate: Body, prefix: string): Refusal | null => {
  for (const [name, { kind, need }] of Object.entries(fields)) {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const content = candidate[name];
    if (missing(content)) {
      if (need === 'value') return badField(path, 'jest wymagane');
      continue;
    }
    const complaint = kind.complaint(content, path);
    if (complaint !== null) return complaint;
  }
  return null;
};

export const object = (fields: Fields): Kind => ({
  shaped: (candidate) => isShaped(fields, candidate),
  complaint: (candidate, path) => (isObject(candidate) ? firstComplaint(fields, candidate, path) : unreadable),
});

export const list = (item: Kind, least = 0): Kind => ({
  shaped: (candidate) => Array.isArray(candidate) && candidate.every(item.shaped),
  complaint: (candidate, path) => {
    if (!Array.isArray(candidate)) return unreadable;
    if (candidate.length < least) return badField(path, 'jest wymagane');
    for (const [index, each] of candidate.entries()) {
      const complaint = item.complaint(each, `${path}[${index}]`);
      if (complaint !== null) return complaint;
    }
    return null;
  },
});

export type Judged = { readonly ok: true; readonly body: Body } | { readonly ok: false; readonly refusal: Refusal };

/** The first look: can it be made into the object? */
export const shapedBody = (fields: Fields, candidate: unknown): Judged =>
  isShaped(fields, candidate) && isObject(candidate)
    ? { ok: true, body: candidate }
    : { ok: false, refusal: unreadable };

/** The second look, at the values of a shaped body. */
export const valuesRefusal = (fields: Fields, body: Body): Refusal | null => firstComplaint(fields, body, '');

/** Both looks. */
export const judge = (fields: Fields, candidate: unknown): Judged => {
  const shaped = shapedBody(fields, candidate);
  if (!shaped.ok) return shaped;
  const complaint = valuesRefusal(fields, shaped.body);
  return complaint === null ? shaped : { ok: false, refusal: complaint };
};
