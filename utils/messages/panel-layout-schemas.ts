/** What a page of the panel, or a file with a profile, may say of the panel's layout: closed words, ids, a path and a selector. */
import * as z from 'zod/mini';
import { PAGE_KINDS, type PanelProfile, PLACE_POSITIONS } from './panel-layout';
import { text } from './settings-schemas';

export const pageKind = z.enum(PAGE_KINDS);
/** Of the panel's administration, and never its login page. */
const PATH = '/admin(?!/login)(?:/[\\w.~-]*)*';
export const pagePath = z.string().check(z.maxLength(300), z.regex(new RegExp(`^${PATH}$`)));
/** As `patternOf` makes it: no digits, `{n}` in their place. */
const pattern = z.string().check(z.maxLength(300), z.regex(/^\/admin(?!\/login)(?:\/(?:[A-Za-z_.~-]|\{n\})*)*$/));
/** As `selectorOf` makes it: simple selectors joined by `>`; nothing that computes, and no digits that tell one record from another. */
const selector = z.string().check(
  z.minLength(1),
  z.maxLength(300),
  z.regex(/^[A-Za-z_#.[\]="\->: ()-]+$/),
  z.refine((value) => !/\d/.test(value)),
);
export const taughtPlace = z.strictObject({ selector, position: z.enum(PLACE_POSITIONS) });
const taughtPage = z.strictObject({ kind: pageKind, path: pattern, place: z.nullable(taughtPlace) });

const count = z.int().check(z.gte(0), z.lte(100_000));
export const report = {
  kind: pageKind,
  place: z.enum(['taught', 'own', 'floating']),
  missed: z.boolean(),
  rows: z.nullable(count),
  left: count,
  hits: z
    .record(z.string().check(z.maxLength(60), z.regex(/^[a-z-]+$/)), count)
    .check(z.refine((hits) => Object.keys(hits).length <= 20)),
};

const id = z.string().check(z.regex(/^[1-9]\d{0,17}$/));
export const shownRow = z.strictObject({
  orderId: z.nullable(id),
  documentId: z.nullable(id),
  number: z.nullable(text(100)),
});

const profile = z.strictObject({
  mostek: z.literal('panel-profile'),
  version: z.literal(1),
  pages: z.array(taughtPage).check(z.maxLength(PAGE_KINDS.length)),
});

/** null: it is none, or one of a later version. */
export function parseProfile(value: unknown): PanelProfile | null {
  const parsed = z.safeParse(profile, value);
  return parsed.success ? parsed.data : null;
}
