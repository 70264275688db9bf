import * as z from 'zod/mini';
import { ISSUED_KINDS, RULE_LIMITS } from '../invoice/rules/rule';

/** Whatever contradicts itself is let in here, and named to the person who wrote it (`problems.ts`). */
const text = (most: number) => z.string().check(z.maxLength(most));
const id = z.string().check(z.regex(/^[\w-]{1,64}$/));
const panelId = z.string().check(z.regex(/^[\w-]{1,64}$/));
const panel = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/));
const values = (most: number) => z.array(text(most)).check(z.maxLength(RULE_LIMITS.values));
const grosze = z.int().check(z.gte(0), z.lte(1_000_000_000_00));
const moment = z.number().check(z.gte(0));
const place = z.nullable(z.tuple([moment, id, text(80)]));

const trigger = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document'), seriesId: panelId }),
  z.strictObject({ kind: z.literal('status'), statusId: panelId }),
  z.strictObject({ kind: z.literal('paid') }),
  z.strictObject({ kind: z.literal('created') }),
]);

const conditions = z.strictObject({
  paymentIds: z.optional(values(64)),
  sources: z.optional(values(RULE_LIMITS.short)),
  countries: z.optional(z.array(z.string().check(z.regex(/^[A-Z]{2}$/))).check(z.maxLength(RULE_LIMITS.values))),
  currencies: z.optional(z.array(z.string().check(z.regex(/^[A-Z]{3}$/))).check(z.maxLength(RULE_LIMITS.values))),
  from: z.optional(grosze),
  to: z.optional(grosze),
  hasNip: z.optional(z.boolean()),
  wantsInvoice: z.optional(z.boolean()),
  comment: z.optional(text(RULE_LIMITS.short)),
});

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('issue'), as: z.enum(ISSUED_KINDS) }),
  z.strictObject({ kind: z.literal('ksef') }),
  z.strictObject({
    kind: z.literal('email'),
    text: text(RULE_LIMITS.text),
    mailbox: text(RULE_LIMITS.short),
    template: text(RULE_LIMITS.short),
  }),
  z.strictObject({ kind: z.literal('status'), statusId: panelId }),
  z.strictObject({ kind: z.literal('note'), text: text(RULE_LIMITS.text) }),
  z.strictObject({ kind: z.literal('field'), fieldId: panelId, text: text(RULE_LIMITS.text) }),
  z.strictObject({ kind: z.literal('payment') }),
  z.strictObject({ kind: z.literal('notify') }),
]);

/** What a rule says, wherever it comes from. */
export const ruleParts = {
  id,
  name: text(RULE_LIMITS.name),
  isOn: z.boolean(),
  trigger,
  conditions,
  effects: z.array(effect).check(z.maxLength(RULE_LIMITS.effects)),
};

const draft = z.strictObject({
  match: z.enum(['first', 'all']),
  rules: z.array(z.strictObject({ ...ruleParts, accountId: id })).check(z.maxLength(RULE_LIMITS.rules)),
});

const run = z.strictObject({
  panel,
  ruleId: id,
  key: z.templateLiteral([z.enum(['d', 'o']), z.string().check(z.regex(/^[1-9]\d{0,17}$/))]),
  effect: z.int().check(z.gte(0), z.lt(RULE_LIMITS.effects)),
});

export const rulesAsks = {
  'rules.attention': z.strictObject({}),
  'rules.get': z.strictObject({ panel }),
  'rules.save': z.strictObject({ panel, revision: z.int().check(z.gte(0)), draft }),
  'rules.try': z.strictObject({ panel, draft }),
  'rules.runs': z.strictObject({ panel, before: place }),
  'rules.again': run,
  'rules.drop': run,
};
