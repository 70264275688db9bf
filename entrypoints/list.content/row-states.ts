/** What is known of the rows' states: asked for those that are new, and for all again after each change. */
import type { Answer } from '../../components/ask';
import { type Language, MOST_ROWS, type RowState, type RowStates } from '../../utils/messages';
import type { ListRow } from '../../utils/sellasist/panel/list-rows';

export interface KnownStates {
  language(): Language;
  of(row: ListRow): RowState | undefined;
  /** There was an answer: until then there is nothing to show. */
  areKnown(): boolean;
  /** Asks for what is not known yet of these rows. */
  want(rows: readonly ListRow[]): void;
  /** Something was changed somewhere: everything is asked for again, soon, and once for many changes. */
  again(): void;
  stop(): void;
}

type AskRows = (ids: {
  readonly orderIds: readonly string[];
  readonly documentIds: readonly string[];
}) => Promise<Answer<RowStates>>;

/** Many at once change a state several times a second; nobody reads so fast. */
const CHANGES_MS = 500;

export function knownStates(ask: AskRows, onKnown: () => void): KnownStates {
  const states = new Map<string, RowState | undefined>();
  let shown: readonly ListRow[] = [];
  let language: Language = 'pl';
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stopped = false;
  let answered = false;

  async function askFor(names: readonly string[]): Promise<void> {
    for (let from = 0; from < names.length; from += MOST_ROWS) {
      const some = names.slice(from, from + MOST_ROWS);
      const idsOf = (letter: string): readonly string[] =>
        some.flatMap((name) => (name.startsWith(letter) ? [name.slice(1)] : []));
      const answer = await ask({ orderIds: idsOf('o'), documentIds: idsOf('d') });
      if (stopped) return;
      // Asked again with the next change: the watch has one for whoever was away.
      if (!answer.ok) continue;
      const { byOrder, byDocument } = answer.value;
      for (const name of some) {
        states.set(name, (name.startsWith('o') ? byOrder : byDocument)[name.slice(1)]);
      }
      language = answer.value.language;
      answered = true;
      onKnown();
    }
  }

  return {
    language: () => language,
    of: (row) => states.get(nameOf(row)),
    areKnown: () => answered,
    want(rows) {
      shown = rows;
      const names = [...new Set(rows.map(nameOf))].filter((name) => !states.has(name));
      // What is on its way is not asked for twice.
      for (const name of names) states.set(name, undefined);
      if (names.length > 0) void askFor(names);
    },
    again() {
      timer ??= setTimeout(() => {
        timer = null;
        void askFor([...new Set(shown.map(nameOf))]);
      }, CHANGES_MS);
    },
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function nameOf({ orderId, documentId }: ListRow): string {
  return documentId === null ? `o${orderId}` : `d${documentId}`;
}
