/**
 * What the state field's steps work with, made by hand: an order with one text field, a clock, a ledger of one computer. A test says what
 * stands in the field and what becomes of a write.
 */
import * as z from 'zod/mini';
import type { StateMark } from '../../../utils/invoice/state-text.ts';
import { stateText } from '../../../utils/invoice/state-text.ts';
import type { Transfer } from '../../../utils/invoice/transfer.ts';
import type { SellasistProblem } from '../../../utils/sellasist/problem.ts';
import { orderWire } from '../../../utils/sellasist/wire.ts';
import type { Computer } from '../../../utils/sync/computer.ts';
import type { StepContext } from '../../../utils/sync/context.ts';
import type { OrderRead } from '../../../utils/sync/steps/claim-field.ts';
import { exampleAccount, exampleTransfer } from '../store/examples.ts';

export const FIELD = '13';
/** Another time than the stand-ins', so that nothing is right by chance. */
export const NOW = Date.parse('2026-11-22T13:05:00+01:00');
export const HERE: Computer = { id: 'here22', name: 'Biuro' };
export const THERE: Computer = { id: 'there3', name: 'Magazyn' };

export interface Put {
  readonly text: string;
  readonly timeoutMs: number | undefined;
}

export interface Invoice {
  readonly number: string;
  readonly notes: string;
  readonly identifier?: string;
}

export interface Scene {
  now: number;
  /** What the field holds, as the panel gives it. */
  field: unknown;
  transfer: Transfer;
  stateFieldId: string | null;
  /** What becomes of the next writes; `ok` when there are no more. */
  readonly fates: ('ok' | SellasistProblem)[];
  /** What a read and a write take. */
  latency: { get: number; put: number };
  readonly puts: readonly Put[];
  /** How often the order was read besides. */
  readonly reads: () => number;
  /** What iFirma has; a problem's kind when it does not say. */
  invoices: readonly Invoice[] | 'network' | 'kod-403';
  /** Other transfers of this computer. */
  readonly others: Transfer[];
  readonly context: () => StepContext;
  /** The order as `check` reads it. */
  readonly read: () => OrderRead;
}

export function createScene(more: Partial<Transfer> = {}): Scene {
  const facts = new Map<string, unknown>();
  const puts: Put[] = [];
  let reads = 0;
  let nonces = 0;
  const account = exampleAccount();

  const order = () =>
    z.parse(orderWire, {
      id: '1001',
      additional_fields: scene.field === undefined ? [] : [{ field_id: Number(FIELD), field_value: scene.field }],
    });
  const sellasist = {
    async order() {
      reads += 1;
      const value = order();
      scene.now += scene.latency.get;
      return { ok: true, value };
    },
    async putOrder(_: string, update: { additional_fields?: { field_value: string }[] }, timeoutMs?: number) {
      const text = update.additional_fields?.[0]?.field_value ?? '';
      puts.push({ text, timeoutMs });
      const fate = scene.fates.shift() ?? 'ok';
      if (fate === 'ok') scene.field = text;
      scene.now += scene.latency.put;
      return fate === 'ok' ? { ok: true, value: null } : { ok: false, problem: fate };
    },
  };
  const ifirma = {
    async invoice(number: string) {
      if (scene.invoices === 'network') return { ok: false, problem: { kind: 'network' } };
      if (scene.invoices === 'kod-403') return { ok: false, problem: { kind: 'kod', kod: 403, text: '' } };
      const found = scene.invoices.find((invoice) => invoice.number === number);
      if (found === undefined) return { ok: false, problem: { kind: 'kod', kod: 200, text: 'brak' } };
      return { ok: true, value: { identifier: '', gross: 12_300, ksefNumber: '', ...found } };
    },
  };
  const store = {
    facts: {
      get: async ({ name }: { name: string }) => facts.get(name) ?? null,
      set: async ({ name }: { name: string }, value: unknown) => {
        facts.set(name, value);
        return { ok: true };
      },
      remove: async ({ name }: { name: string }) => {
        facts.delete(name);
      },
    },
    accounts: { all: async () => [account] },
    transfers: {
      get: async (_: string, key: string) => scene.others.find((other) => other.key === key) ?? null,
      known: async (_: unknown, identifiers: readonly string[]) =>
        new Map(
          identifiers.flatMap((identifier) => {
            const holders = scene.others.filter((other) => other.identifier === identifier);
            return holders.length === 0 ? [] : [[identifier, holders] as const];
          }),
        ),
    },
  };

  const scene: Scene = {
    now: NOW,
    field: '',
    transfer: exampleTransfer({ state: 'sending', step: 'claim', ...more }),
    stateFieldId: FIELD,
    fates: [],
    latency: { get: 40, put: 40 },
    puts,
    reads: () => reads,
    invoices: [],
    others: [],
    context: () =>
      ({
        sellasist,
        ifirma,
        transfer: scene.transfer,
        account: { ...account, settings: { ...account.settings, stateFieldId: scene.stateFieldId } },
        today: '2026-11-22',
        tools: {
          store,
          clock: { now: () => scene.now, sleep: async () => undefined },
          computer: async () => HERE,
          nonce: () => {
            nonces += 1;
            return `nonce${nonces}`;
          },
        },
      }) as unknown as StepContext,
    read: () => ({ order: order(), askedAt: scene.now }),
  };
  return scene;
}

/** A text as Mostek on another computer leaves it. */
export function textOf(mark: Partial<StateMark>, computer: Computer = THERE): string {
  const whole = { word: 'claim', key: 'd77', computer: computer.id, nonce: 'theirs', at: NOW, number: null } as const;
  return stateText({ ...whole, ...mark }, computer.name);
}
