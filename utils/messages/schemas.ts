/** What was said, parsed at the border. A closed list: ids, closed words and texts within limits; never an address, a body or a price. */
import * as z from 'zod/mini';
import { PAYMENT_CODES } from '../invoice/settings';
import type { CommandName, Commands, Message } from './index';

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const panel = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/));
/** No leading zeros: `01001` and `1001` would be two keys of one order. */
const orderId = z.string().check(z.regex(/^[1-9]\d{0,17}$/));
const key = z.custom<`${'d' | 'o' | 'r' | 'c'}${string}`>(
  (value) => typeof value === 'string' && /^(?:[dor][1-9]\d{0,17}|c[0-9a-f-]{36})$/.test(value),
);
const text = (limit: number) => z.string().check(z.maxLength(limit));
const confirm = z.array(text(200)).check(z.maxLength(50));
const before = z.nullable(z.number());
const ref = { orderId, key };

const vatRate = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), percent: z.number().check(z.gte(0), z.lte(100)) }),
  z.object({ kind: z.literal('exempt'), basis: z.nullable(text(30)) }),
]);

const settings = z.object({
  shippingVat: z.discriminatedUnion('rule', [
    z.object({ rule: z.literal('fixed'), rate: vatRate }),
    z.object({ rule: z.literal('highest') }),
  ]),
  zeroVat: z.nullable(z.enum(['percent', 'exempt'])),
  exemptBasis: text(30),
  saleDate: z.enum(['issue', 'order', 'payment']),
  unit: text(10),
  errorStatusId: z.nullable(id),
  documentFieldId: z.nullable(id),
  correctionFieldId: z.nullable(id),
  savePdf: z.boolean(),
});

const secrets = z.partial(
  z.object({ sellasist: text(500), faktura: text(200), abonent: text(200), rachunek: text(200) }),
);

/** Strict: what a command does not have is refused, not dropped, so that a field added by a page never reaches a handler. */
const asks = {
  controls: z.strictObject({ kind: z.literal('order') }),
  state: z.strictObject({ orderId, fresh: z.boolean() }),
  send: z.strictObject({ ...ref, confirm }),
  preview: z.strictObject(ref),
  check: z.strictObject(ref),
  skip: z.strictObject({ ...ref, why: text(500) }),
  link: z.strictObject({ ...ref, number: text(100) }),
  pdf: z.strictObject(ref),
  attach: z.strictObject(ref),
  options: z.strictObject({}),
  language: z.strictObject({}),
  'account.list': z.strictObject({}),
  'account.save': z.strictObject({
    id: z.nullable(id),
    name: text(100),
    panel: text(300),
    login: text(200),
    seriesIds: z.array(id).check(z.maxLength(200)),
    secrets,
  }),
  'account.test': z.strictObject({ id }),
  'account.remove': z.strictObject({ id }),
  'panel.series': z.strictObject({ panel: text(300), key: text(500) }),
  dictionaries: z.strictObject({ accountId: id, fresh: z.boolean() }),
  'settings.save': z.strictObject({ accountId: id, settings }),
  'payments.save': z.strictObject({ accountId: id, payments: z.record(id, z.enum(PAYMENT_CODES)) }),
  'erplink.get': z.strictObject({}),
  'erplink.set': z.strictObject({ on: z.boolean() }),
  errors: z.strictObject({ before }),
  recent: z.strictObject({ before }),
  'send.row': z.strictObject({ panel, key, confirm }),
  'skip.row': z.strictObject({ panel, key, why: text(500) }),
} satisfies { [K in CommandName]: z.core.$ZodType };

/** What a page of the panel may ask; everything else needs one of our own pages. */
export const PANEL_COMMANDS: readonly CommandName[] = [
  'controls',
  'state',
  'send',
  'preview',
  'check',
  'skip',
  'link',
  'pdf',
  'attach',
  'options',
];

/** null: nothing that is on the list, or not of its form. */
export function parseMessage(said: unknown): Message | null {
  if (typeof said !== 'object' || said === null || !('type' in said)) return null;
  const { type, ...ask } = said as { readonly type: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(asks, type)) return null;
  const parsed = z.safeParse(asks[type as CommandName], ask);
  return parsed.success ? ({ ...(parsed.data as Commands[CommandName]['ask']), type } as Message) : null;
}
