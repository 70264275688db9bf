import type { PanelSetup, Right } from './dictionaries.ts';
import type { StoredFile } from './files.ts';
import { createJournal, type Journal } from './journal.ts';
import type { Note, OldDocument, OperationDocument, Order, OrderLog, Return } from './model.ts';
import { createSpelling, type Spelling } from './spelling.ts';
import { DEFAULT_SWITCHES, type Switches } from './switches.ts';
import { panelTime } from './time.ts';

/** One account as its API, its pages and the builders share it. */
export interface PanelState {
  readonly setup: PanelSetup;
  readonly switches: Switches;
  readonly journal: Journal;
  readonly keys: Map<string, readonly Right[]>;
  readonly orders: Map<string, Order>;
  readonly documents: Map<string, OperationDocument>;
  readonly oldDocuments: OldDocument[];
  readonly returns: Map<string, Return>;
  readonly notes: Note[];
  readonly logs: OrderLog[];
  /** Every file that was ever stored, by its number: an address handed out once goes on being served. */
  readonly allFiles: Map<number, StoredFile>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The calendar date that the fixtures count from. */
  readonly today: string;
  readonly nextId: (kind: IdKind) => string;
  readonly keepFile: (bytes: Buffer) => StoredFile;
  readonly addLog: (orderId: string, tag: OrderLog['tag'], objectId: string, action: string) => void;
  readonly spelling: () => Spelling;
}

type IdKind = 'order' | 'line' | 'document' | 'documentLine' | 'return' | 'note' | 'log';

export function createState(setup: PanelSetup, now: () => number, today: string): PanelState {
  const next: Record<IdKind, number> = {
    order: 1001,
    line: 50_101,
    document: 77,
    documentLine: 900,
    return: 5,
    note: 301,
    log: 7001,
  };
  const logs: OrderLog[] = [];
  const allFiles = new Map<number, StoredFile>();
  const switches = { ...DEFAULT_SWITCHES };

  const state: PanelState = {
    setup,
    switches,
    journal: createJournal(),
    keys: new Map(Object.entries(setup.keys)),
    orders: new Map(),
    documents: new Map(),
    oldDocuments: [],
    returns: new Map(),
    notes: [],
    logs,
    allFiles,
    now,
    today,
    nextId: (kind) => {
      let id = String(next[kind]++);
      while (isTaken(state, kind, id)) id = String(next[kind]++);
      return id;
    },
    keepFile: (bytes) => {
      const file = { number: allFiles.size + 1, bytes, at: now() };
      allFiles.set(file.number, file);
      return file;
    },
    addLog: (orderId, tag, objectId, action) => {
      logs.push({ id: state.nextId('log'), orderId, tag, objectId, action, date: panelTime(now()) });
    },
    spelling: () => createSpelling(switches.looseness),
  };
  return state;
}

/** A builder may have been given an id by hand. */
function isTaken(state: PanelState, kind: IdKind, id: string): boolean {
  switch (kind) {
    case 'order':
      return state.orders.has(id);
    case 'document':
      return state.documents.has(id);
    case 'return':
      return state.returns.has(id);
    case 'line':
    case 'documentLine':
    case 'note':
    case 'log':
      return false;
    default:
      return kind satisfies never;
  }
}
