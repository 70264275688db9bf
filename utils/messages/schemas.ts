/** What was said, parsed at the border. A closed list: ids, closed words and texts within limits; never an address, a body or a price. */
import * as z from 'zod/mini';
import { CORRECTION_REASONS } from '../invoice/correction/reasons';
import { REPAIR_FIELDS } from '../invoice/repair/repair';
import {
  AUTO_LOCKS,
  CARD_COMMANDS,
  type CardCommand,
  type CommandName,
  type Commands,
  LOG_DAYS,
  LOG_ENTRIES,
  LOG_ROWS,
  type Message,
  MOST_AT_ONCE,
  MOST_EDITS,
  MOST_MONTH_LOOKS,
  MOST_ROWS,
  OPTIONS_ROOMS,
  PANEL_PROFILE_MOST,
  SETTINGS_FILE_MOST,
} from './index';
import { pageKind, pagePath, report, shownRow, taughtPlace } from './panel-layout-schemas';
import { rulesAsks } from './rules-schemas';
import { id, payments, secretText, series, seriesIds, settings, tax, text } from './settings-schemas';

const panel = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/));
/** No leading zeros: `01001` and `1001` would be two keys of one order. */
const orderId = z.string().check(z.regex(/^[1-9]\d{0,17}$/));
const key = z.custom<`${'d' | 'o' | 'r' | 'c'}${string}`>(
  (value) => typeof value === 'string' && /^(?:[dor][1-9]\d{0,17}|c[0-9a-f-]{36})$/.test(value),
);
const confirm = z.array(text(200)).check(z.maxLength(50));
const before = z.nullable(z.number());
/** `causeOf`: of a finding of iFirma it names the field, which iFirma quotes in at most so many characters. */
const cause = text(200);
/** iFirma takes no more lines, and no larger quantity, than these. */
const chosenLine = z.strictObject({
  line: z.int().check(z.gte(0), z.lt(1_000)),
  quantity: z.int().check(z.gte(0), z.lte(1_000_000_000_000)),
});
const correctionChoice = z.strictObject({
  lines: z.nullable(z.array(chosenLine).check(z.maxLength(1_000))),
  reason: z.nullable(z.enum(CORRECTION_REASONS)),
  conditionsMet: z.boolean(),
});
/** Texts within limits, of a closed list of fields: no price, no quantity, no address of a page. */
const edit = z.strictObject({
  field: z.enum(REPAIR_FIELDS),
  line: z.nullable(z.int().check(z.gte(0), z.lt(1_000))),
  value: text(400),
  scope: z.enum(['document', 'order', 'rule']),
});
const yearMonth = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/));
const ref = { orderId: z.nullable(orderId), key };
const page = { page: z.nullable(pageKind), path: pagePath };
const rowIds = z.array(orderId).check(z.maxLength(MOST_ROWS));

const manyIds = z.array(orderId).check(z.maxLength(MOST_AT_ONCE));
const manyRefs = z.array(z.strictObject(ref)).check(z.maxLength(MOST_AT_ONCE));
const ofPanel = { panel: z.nullable(panel) };
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const unsentCursor = z.strictObject({
  list: z.enum(['documents', 'corrections', 'orders']),
  at: z.int().check(z.gte(0)),
  old: z.int().check(z.gte(0)),
});

const state = z.enum(['queued', 'sending', 'incomplete', 'uncertain', 'issued', 'done', 'failed', 'skipped']);
const logFilter = z.strictObject({
  accountId: z.nullable(id),
  state: z.nullable(state),
  kind: z.nullable(z.enum(['invoice', 'correction'])),
  from: z.nullable(isoDate),
  to: z.nullable(isoDate),
  text: text(200),
  codes: z.array(text(60)).check(z.maxLength(300)),
});
const logCursor = z.strictObject({ at: z.int(), id: z.int().check(z.gte(0)) });
const logRetention = z.strictObject({
  days: z.nullable(z.literal(LOG_DAYS)),
  entries: z.nullable(z.literal(LOG_ENTRIES)),
});
const ofMonth = { accountId: id, month: yearMonth };
const monthCursor = z.strictObject({
  list: z.enum(['documents', 'corrections']),
  at: z.int().check(z.gte(0)),
  old: z.int().check(z.gte(0)),
});
/** Ids of either service, as they came from it. */
const monthLooks = z.array(z.string().check(z.regex(/^\d{1,30}$/))).check(z.maxLength(MOST_MONTH_LOOKS));

const ifirmaKeys = { faktura: secretText, abonent: secretText, rachunek: secretText };
const secrets = z.partial(z.strictObject({ sellasist: text(500), ...ifirmaKeys }));
const typedKeys = z.record(id, z.partial(z.strictObject(ifirmaKeys)));
/** Parsed by the very same list. */
const cardMessage = z.custom<Message<CardCommand>>((said) => {
  const parsed = parseMessage(said);
  return parsed !== null && CARD_COMMANDS.some((name) => name === parsed.type);
});
const passphrase = text(1_000);
const autoLock = z.nullable(z.literal(AUTO_LOCKS));
const revision = z.int().check(z.gte(0));
const file = text(SETTINGS_FILE_MOST);

/** Strict: what a command does not have is refused, not dropped, so that a field added by a page never reaches a handler. */
const asks = {
  controls: z.strictObject(page),
  page: z.strictObject(page),
  seen: z.strictObject({ ...report, path: pagePath }),
  rows: z
    .strictObject({ orderIds: rowIds, documentIds: rowIds })
    .check(z.refine(({ orderIds, documentIds }) => orderIds.length + documentIds.length <= MOST_ROWS)),
  'teach.state': z.strictObject({}),
  'teach.use': z.strictObject({
    path: pagePath,
    place: z.nullable(taughtPlace),
    rows: z.array(shownRow).check(z.maxLength(MOST_ROWS)),
  }),
  'teach.end': z.strictObject({}),
  layout: z.strictObject({}),
  'layout.arm': z.strictObject({ panel, kind: pageKind }),
  'layout.forget': z.strictObject({ panel, kind: pageKind }),
  'layout.import': z.strictObject({ panel, text: text(PANEL_PROFILE_MOST) }),
  state: z.strictObject({ orderId: z.nullable(orderId), key: z.nullable(key), fresh: z.boolean() }),
  send: z.strictObject({ ...ref, confirm }),
  preview: z.strictObject(ref),
  check: z.strictObject(ref),
  skip: z.strictObject({ ...ref, why: text(500) }),
  link: z.strictObject({ ...ref, number: text(100) }),
  pdf: z.strictObject(ref),
  'correction.preview': z.strictObject({ ...ref, choice: correctionChoice }),
  correct: z.strictObject({ ...ref, choice: correctionChoice, confirm }),
  attach: z.strictObject(ref),
  ksef: z.strictObject({ ...ref, confirm }),
  'repair.form': z.strictObject(ref),
  repair: z.strictObject({ ...ref, edits: z.array(edit).check(z.maxLength(MOST_EDITS)) }),
  'send.month': z.strictObject({ ...ref, from: yearMonth, to: yearMonth }),
  exchange: z.strictObject(ref),
  options: z.strictObject({ room: z.optional(z.enum(OPTIONS_ROOMS)) }),
  'month.state': z.strictObject({}),
  'month.retry': z.strictObject({ login: text(200) }),
  'month.leave': z.strictObject({ login: text(200) }),
  'of.panel': z.strictObject({ panel, message: cardMessage }),
  language: z.strictObject({}),
  'account.list': z.strictObject({}),
  'account.save': z.strictObject({
    id: z.nullable(id),
    revision,
    name: text(100),
    panel: text(300),
    login: text(200),
    tax,
    seriesIds,
    secrets,
  }),
  'account.test': z.strictObject({ id }),
  'account.remove': z.strictObject({ id }),
  'panel.series': z.strictObject({ panel: text(300), key: text(500) }),
  'panel.test': z.strictObject({ panel: text(300), key: text(500) }),
  dictionaries: z.strictObject({ accountId: id, fresh: z.boolean() }),
  'settings.save': z.strictObject({ accountId: id, revision, settings }),
  'payments.save': z.strictObject({ accountId: id, revision, payments }),
  'series.save': z.strictObject({ accountId: id, revision, series }),
  'language.set': z.strictObject({ language: z.enum(['pl', 'en']) }),
  'first.document': z.strictObject({ accountId: id, fresh: z.boolean() }),
  security: z.strictObject({}),
  unlock: z.strictObject({ passphrase }),
  lock: z.strictObject({}),
  'lock.after': z.strictObject({ minutes: autoLock }),
  'passphrase.on': z.strictObject({ passphrase, keys: typedKeys, autoLock }),
  'passphrase.change': z.strictObject({ current: passphrase, next: passphrase }),
  'passphrase.off': z.strictObject({ current: passphrase }),
  'passphrase.forget': z.strictObject({}),
  'file.export': z.strictObject({
    secrets: z.nullable(z.strictObject({ passphrase, current: z.nullable(passphrase), keys: typedKeys })),
  }),
  'file.preview': z.strictObject({ text: file }),
  'file.import': z.strictObject({ text: file, token: text(100), passphrase: z.nullable(passphrase) }),
  wipe: z.strictObject({}),
  'erplink.get': z.strictObject({}),
  'erplink.set': z.strictObject({ panel, on: z.boolean() }),
  'error.groups': z.strictObject(ofPanel),
  errors: z.strictObject({ before, panel: z.optional(ofPanel.panel), cause: z.optional(cause) }),
  recent: z.strictObject({ before, panel: z.optional(ofPanel.panel) }),
  queue: z.strictObject({ before, panel: z.optional(ofPanel.panel) }),
  'resend.cause': z.strictObject({ ...ofPanel, cause }),
  'skip.cause': z.strictObject({ ...ofPanel, cause, why: text(500) }),
  search: z.strictObject({ ...ofPanel, text: text(100).check(z.regex(/\S/)) }),
  'notify.get': z.strictObject({}),
  'notify.set': z.strictObject({ on: z.boolean() }),
  'send.row': z.strictObject({ panel, key, confirm }),
  'send.many': z.strictObject({ panel, documents: manyRefs }),
  'batch.plan': z.strictObject({ ...ofPanel, orderIds: manyIds, documentIds: manyIds }),
  'batch.start': z.strictObject({ ...ofPanel, documents: manyRefs }),
  'batch.state': z.strictObject(ofPanel),
  'batch.pause': z.strictObject(ofPanel),
  'batch.resume': z.strictObject(ofPanel),
  'batch.cancel': z.strictObject(ofPanel),
  'batch.close': z.strictObject(ofPanel),
  'month-end.panel': z.strictObject({ ...ofMonth, asOf: z.int().check(z.gte(0)), cursor: z.nullable(monthCursor) }),
  'month-end.ifirma': z.strictObject({ ...ofMonth, page: z.int().check(z.gte(1), z.lte(1_000)) }),
  'month-end.ledger': z.strictObject({ ...ofMonth, before }),
  'month-end.look': z.strictObject({ accountId: id, invoices: monthLooks, documents: monthLooks }),
  unsent: z.strictObject({ panel, from: isoDate, to: isoDate, cursor: z.nullable(unsentCursor) }),
  'log.page': z.strictObject({
    filter: logFilter,
    before: z.nullable(logCursor),
    limit: z.int().check(z.gte(1), z.lte(LOG_ROWS)),
  }),
  'log.story': z.strictObject({ panel, key }),
  'log.kept': z.strictObject({}),
  'log.keep': z.strictObject({ retention: logRetention }),
  diagnostics: z.strictObject({}),
  quota: z.strictObject({}),
  ...rulesAsks,
  'auto.state': z.strictObject({}),
  'auto.take': z.strictObject({ accountId: id }),
  'computer.get': z.strictObject({}),
  'computer.set': z.strictObject({ name: text(40) }),
  'skip.row': z.strictObject({ panel, key, why: text(500) }),
} satisfies { [K in CommandName]: z.core.$ZodType };

/** What a page of the panel may ask; everything else needs one of our own pages. */
export const PANEL_COMMANDS: readonly CommandName[] = [
  'controls',
  'page',
  'seen',
  'rows',
  'teach.state',
  'teach.use',
  'teach.end',
  ...CARD_COMMANDS,
  'batch.plan',
  'batch.start',
  'batch.state',
  'batch.pause',
  'batch.resume',
  'batch.cancel',
  'batch.close',
];

/** null: nothing that is on the list, or not of its form. */
export function parseMessage(said: unknown): Message | null {
  if (typeof said !== 'object' || said === null || !('type' in said)) return null;
  const { type, ...ask } = said as { readonly type: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(asks, type)) return null;
  const parsed = z.safeParse(asks[type as CommandName], ask);
  return parsed.success ? ({ ...(parsed.data as Commands[CommandName]['ask']), type } as Message) : null;
}
