/**
 * What the bar knows and what a press does. The background holds the truth: after each answer and each change it is shown anew, and
 * nothing here is remembered beyond the page but the plan that waits for its confirmation.
 */
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { BatchState, Language, PanelCommands } from '../../utils/messages';
import { MOST_AT_ONCE } from '../../utils/messages';
import type { ViewReason } from '../../utils/texts';
import type { Answer, Ask, WatchOrder } from '../ask';
import { type CheckedPlan, checkedAgainst } from './checked-plan';
import type { ListSituation, Picked } from './situation';

export type Decision = 'batch.pause' | 'batch.resume' | 'batch.cancel' | 'batch.close';

export interface ListModel {
  readonly picked: ReadonlySignal<readonly Picked[]>;
  readonly language: ReadonlySignal<Language>;
  /** null until the first answer. */
  readonly state: ReadonlySignal<BatchState | null>;
  /** What would be sent; it waits for a word. */
  readonly plan: ReadonlySignal<CheckedPlan | null>;
  /** What was pressed and is not answered yet. */
  readonly busy: ReadonlySignal<'plan' | 'start' | Decision | null>;
  /** Why the person's last command failed, or nothing can be read. */
  readonly trouble: ReadonlySignal<ViewReason | null>;
  /** More is selected than can be sent at once. */
  readonly isTooMuch: ReadonlySignal<boolean>;
  /** Works out what would be sent. */
  prepare(): void;
  /** The plan is put aside. */
  leave(): void;
  /** Sends what the plan says. */
  confirm(): void;
  decide(decision: Decision): void;
  read(): Promise<void>;
  openSettings(): void;
  /** The room `Nie wysłane` of the settings: the same documents, by the panel's API. */
  openUnsent(): void;
  stop(): void;
}

export interface ListTools {
  /** null: the panel whose page this is. */
  readonly panel: string | null;
  readonly picked: ReadonlySignal<readonly Picked[]>;
  /** What the rows of a page say; left out where no page is believed anything. */
  readonly rowShows?: ListSituation['rowShows'] | undefined;
  readonly ask: Ask;
  readonly watch: WatchOrder;
  /** Runs once after so long, unless the returned function is called before. */
  readonly later: (ms: number, run: () => void) => () => void;
}

/** Many documents are written a second; the bar follows at this pace. */
const PACE_MS = 250;

export const createListModel = ({ panel, picked, rowShows, ask, watch, later }: ListTools): ListModel => {
  const state = signal<BatchState | null>(null);
  const plan = signal<CheckedPlan | null>(null);
  const busy = signal<'plan' | 'start' | Decision | null>(null);
  const trouble = signal<ViewReason | null>(null);
  let stopped = false;
  /** Counts what was shown: an answer that was asked for before the last of it is out of date. */
  let shown = 0;
  let reading = false;
  let again = false;
  let calm: (() => void) | null = null;

  const show = (answer: Answer<BatchState>): void => {
    if (stopped) return;
    shown += 1;
    batch(() => {
      if (answer.ok) state.value = answer.value;
      trouble.value = answer.ok ? null : answer.reason;
    });
  };

  const read = async (): Promise<void> => {
    again = true;
    if (reading) return;
    reading = true;
    while (again && !stopped) {
      again = false;
      const before = shown;
      const answer = await ask('batch.state', { panel });
      if (shown === before) show(answer);
    }
    reading = false;
  };

  const soon = (): void => {
    calm ??= later(PACE_MS, () => {
      calm = null;
      void read();
    });
  };

  /** One at a time: a second press while the first is on its way is none. */
  const run = async <T>(
    name: NonNullable<typeof busy.value>,
    work: () => Promise<Answer<T>>,
  ): Promise<Answer<T> | null> => {
    if (busy.peek() !== null) return null;
    busy.value = name;
    const answer = await work();
    busy.value = null;
    return stopped ? null : answer;
  };

  const planned = async (asked: PanelCommands['batch.plan']['ask']): Promise<void> => {
    const selected = picked.peek();
    const answer = await run('plan', () => ask('batch.plan', asked));
    // The person has ticked something else meanwhile: it would be a plan of what is no more.
    if (answer === null || picked.peek() !== selected) return;
    batch(() => {
      if (answer.ok) plan.value = checkedAgainst(selected, rowShows ?? (() => true), answer.value);
      trouble.value = answer.ok ? null : answer.reason;
    });
  };

  const isTooMuch = computed(() => picked.value.length > MOST_AT_ONCE);
  const forget = effect(() => {
    picked.value;
    plan.value = null;
  });
  const unwatch = watch(null, soon);
  void read();

  return {
    picked,
    state,
    plan,
    busy,
    trouble,
    isTooMuch,
    read,
    language: computed(() => state.value?.language ?? 'pl'),
    prepare() {
      const rows = picked.peek();
      if (rows.length === 0 || isTooMuch.peek()) return;
      const orderIds = rows.flatMap(({ orderId, documentId }) =>
        documentId === null && orderId !== null ? [orderId] : [],
      );
      const documentIds = rows.flatMap(({ documentId }) => (documentId === null ? [] : [documentId]));
      void planned({ panel, orderIds: [...new Set(orderIds)], documentIds: [...new Set(documentIds)] });
    },
    leave() {
      plan.value = null;
    },
    confirm() {
      const documents = plan.peek()?.toSend ?? [];
      if (documents.length === 0) return;
      void run('start', () => ask('batch.start', { panel, documents })).then((answer) => {
        if (answer === null) return;
        if (answer.ok) plan.value = null;
        show(answer);
      });
    },
    decide(decision) {
      void run(decision, () => ask(decision, { panel })).then((answer) => {
        if (answer !== null) show(answer);
      });
    },
    openSettings() {
      void ask('options', {});
    },
    openUnsent() {
      void ask('options', { room: 'unsent' });
    },
    stop() {
      stopped = true;
      calm?.();
      forget();
      unwatch();
    },
  };
};
