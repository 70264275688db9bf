/**
 * What the region knows and what a click does. The background holds the truth: after each answer and each change it is shown
 * anew, and nothing here is remembered beyond the page.
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DocumentKey } from '../../utils/invoice/document';
import type { Finding } from '../../utils/invoice/finding';
import type {
  Action,
  CorrectionChoice,
  CorrectionView,
  DocumentRef,
  DocumentView,
  KsefView,
  Language,
  MonthPlan,
  OptionsRoom,
  OrderView,
  PreviewView,
  RepairCommands,
  RepairEdit,
  RepairForm,
  RepairProblem,
} from '../../utils/messages';
import type { ViewReason } from '../../utils/texts';
import type { Answer, Ask, WatchOrder } from '../ask';
import { type CardProps, type Contradiction, contradictionOn, shownOn } from './card';
import { awaitsOverruling, isActive } from './overrule';
import { createReader } from './reader';
import { createSlots, type Slots } from './slots';

export type OpenDialog =
  | { readonly kind: 'preview'; readonly key: DocumentKey; readonly answer: Answer<PreviewView> | null }
  | { readonly kind: 'booked'; readonly key: DocumentKey; readonly findings: readonly Finding[] }
  /** What a person confirms before it goes to KSeF. */
  | { readonly kind: 'ksef'; readonly key: DocumentKey; readonly ksef: KsefView }
  | { readonly kind: 'link' | 'skip'; readonly key: DocumentKey; readonly trouble: ViewReason | null }
  | {
      readonly kind: 'correct';
      readonly key: DocumentKey;
      /** A person chooses what goes back; otherwise the panel's own document says it. */
      readonly isChosen: boolean;
      readonly answer: Answer<CorrectionView> | null;
      readonly trouble: ViewReason | null;
    };

export interface OrderModel {
  readonly kind: CardProps['kind'];
  /** Why nothing may be done from this page; null: nothing speaks against it. */
  readonly contradiction: ReadonlySignal<Contradiction | null>;
  readonly language: ReadonlySignal<Language>;
  /** null until the first answer. */
  readonly view: ReadonlySignal<OrderView | null>;
  readonly reading: ReadonlySignal<boolean>;
  /** The order as such could not be asked for. */
  readonly trouble: ReadonlySignal<ViewReason | null>;
  readonly dialog: ReadonlySignal<OpenDialog | null>;
  readonly running: Slots['running'];
  /** Since when the background has been at work on it, as far as this page saw; null when it is not. */
  workingSince(key: DocumentKey): number | null;
  /** What became of the person's last command, when it failed. */
  troubleOf(key: DocumentKey): ViewReason | null;
  /** The PDF came into the order after this page was loaded, so the page does not show it. */
  savedMeanwhile(document: DocumentView): boolean;
  read(fresh: boolean): Promise<void>;
  act(action: Action, key: DocumentKey): void;
  /** @param confirm evidence of what the person has said yes to. */
  overrule(confirm: readonly string[]): void;
  /** @param confirm evidence (`KsefView.asks`). */
  sendToKsef(key: DocumentKey, confirm: readonly string[]): void;
  link(number: string): Promise<void>;
  skip(why: string): Promise<void>;
  /** What a correction would come to, worked out anew in the open dialog. */
  previewCorrection(choice: CorrectionChoice): Promise<void>;
  /** @param confirm evidence of what the person has confirmed. */
  correct(choice: CorrectionChoice, confirm: readonly string[]): Promise<void>;
  /** What of it can be typed right. */
  repairForm(key: DocumentKey): Promise<Answer<RepairForm>>;
  /** Keeps what was typed, then sends the document again. Answers what is wrong with it; null: nothing, or it is said of the document. */
  repair(key: DocumentKey, edits: readonly RepairEdit[]): Promise<Readonly<Record<string, RepairProblem>> | null>;
  /** Sends it while iFirma's accounting month is moved. */
  sendInMonth(key: DocumentKey, move: Extract<MonthPlan, { kind: 'move' }>): void;
  exchange(key: DocumentKey): Promise<Answer<RepairCommands['exchange']['reply']>>;
  closeDialog(): void;
  openSettings(room?: OptionsRoom): void;
  stop(): void;
}

export interface ModelTools extends CardProps {
  readonly ask: Ask;
  readonly watch: WatchOrder;
  readonly saveFile: (name: string, bytes: Uint8Array) => void;
  readonly now: () => number;
  /** Whether the panel's form of the document's address holds what was not saved; the API does not know of that. */
  readonly unsavedAddress: () => boolean;
}

export const createModel = (tools: ModelTools): OrderModel => {
  const { orderId, ownKey, ask, watch, saveFile, now, unsavedAddress } = tools;
  const view = signal<OrderView | null>(null);
  const trouble = signal<ViewReason | null>(null);
  const dialog = signal<OpenDialog | null>(null);
  const troubles = signal<ReadonlyMap<DocumentKey, ViewReason>>(new Map());
  const working = signal<ReadonlyMap<DocumentKey, number>>(new Map());
  const attachedAtFirst = new Map<DocumentKey, DocumentView['attached']>();
  /** Sent by the person from here and not come to rest yet: their signs ask for a word (`Wystaw mimo to`). */
  const sent = new Set<DocumentKey>();
  /** Commands without an answer, by the document's `updatedAt` before: once that has changed, the document answers for itself. */
  const unanswered = new Map<DocumentKey, number>();
  /** Told of the unsaved address. A second press goes on: the panel's markup is known by guesses, and one may be wrong. */
  const warned = new Set<DocumentKey>();
  const slots = createSlots(now);
  let stopped = false;

  const ownOf = (key: DocumentKey): DocumentView | undefined =>
    view.peek()?.documents.find((document) => document.key === key);
  const refOf = (key: DocumentKey): DocumentRef => ({ orderId: ownOf(key)?.orderId ?? null, key });

  const show = (answer: OrderView): void => {
    if (stopped) return;
    const next = shownOn(tools, answer);
    const since = new Map<DocumentKey, number>();
    for (const { key, state, updatedAt, attached } of next.documents) {
      if (state === 'sending') since.set(key, working.peek().get(key) ?? Math.min(now(), updatedAt || now()));
      if (!attachedAtFirst.has(key)) attachedAtFirst.set(key, attached);
      if (unanswered.has(key) && unanswered.get(key) !== updatedAt) tell(key, null);
    }
    batch(() => {
      view.value = next;
      trouble.value = null;
      working.value = since;
      askForAWord(next);
    });
  };

  /** The person's sending came to rest on nothing but signs that a person may overrule. */
  const askForAWord = (next: OrderView): void => {
    for (const document of next.documents) {
      const { key, findings } = document;
      if (!sent.has(key) || isActive(document) || !slots.isFree(key, 'transfer')) continue;
      sent.delete(key);
      if (dialog.peek() === null && awaitsOverruling(document)) dialog.value = { kind: 'booked', key, findings };
    }
  };

  const { reading, read, overtake } = createReader(
    (fresh) => ask('state', { orderId, key: ownKey, fresh }),
    (answer) => {
      if (answer.ok) show(answer.value);
      else if (!stopped) trouble.value = answer.reason;
    },
  );

  const tell = (key: DocumentKey, reason: ViewReason | null): void => {
    // Then nothing works here any more, whatever the document: it is said once, of the whole.
    if (reason?.code === 'extension-gone') {
      trouble.value = reason;
      return;
    }
    if (reason?.code !== 'extension-silent') unanswered.delete(key);
    const told = new Map(troubles.peek());
    if (reason === null) told.delete(key);
    else told.set(key, reason);
    troubles.value = told;
  };

  /** null: another command of the document is under way, or the region is gone. */
  const command = async <T>(
    action: Action,
    key: DocumentKey,
    run: () => Promise<Answer<T>>,
  ): Promise<Answer<T> | null> => {
    const answer = await slots.run(action, key, () => {
      tell(key, null);
      return run();
    });
    return stopped ? null : answer;
  };

  const change = async (action: Action, key: DocumentKey, run: () => Promise<Answer<OrderView>>): Promise<void> => {
    const before = view.peek()?.documents.find((document) => document.key === key)?.updatedAt ?? 0;
    const answer = await command(action, key, run);
    if (answer === null) return;
    if (answer.ok) {
      overtake();
      show(answer.value);
      return;
    }
    sent.delete(key);
    unanswered.set(key, before);
    tell(key, answer.reason);
    // The command may have arrived all the same.
    await read(false);
  };

  const send = (action: Action, key: DocumentKey, confirm: readonly string[]): void => {
    if (!slots.isFree(key, 'transfer')) return;
    sent.add(key);
    void change(action, key, () => ask('send', { ...refOf(key), confirm }));
  };

  const sendToKsef = (key: DocumentKey, confirm: readonly string[]): void =>
    void change('ksef', key, () => ask('ksef', { ...refOf(key), confirm }));

  const preview = async (key: DocumentKey): Promise<void> => {
    dialog.value = { kind: 'preview', key, answer: null };
    const answer = await command('preview', key, () => ask('preview', refOf(key)));
    const open = dialog.peek();
    if (answer !== null && open?.kind === 'preview' && open.key === key) dialog.value = { ...open, answer };
  };

  /** What was typed last, while an earlier question is still on its way. */
  let nextChoice: CorrectionChoice | null = null;
  const previewCorrection = async (choice: CorrectionChoice): Promise<void> => {
    const asked = dialog.peek();
    if (asked?.kind !== 'correct') return;
    const { key } = asked;
    if (!slots.isFree(key, 'preview')) {
      nextChoice = choice;
      return;
    }
    const answer = await command('preview', key, () => ask('correction.preview', { ...refOf(key), choice }));
    const open = dialog.peek();
    const next = nextChoice;
    nextChoice = null;
    if (answer === null || open?.kind !== 'correct' || open.key !== key) return;
    dialog.value = { ...open, answer };
    if (next !== null) await previewCorrection(next);
  };

  const openCorrection = (key: DocumentKey, isChosen: boolean): Promise<void> => {
    dialog.value = { kind: 'correct', key, isChosen, answer: null, trouble: null };
    return previewCorrection({ lines: isChosen ? [] : null, reason: null, conditionsMet: true });
  };

  const savePdf = async (key: DocumentKey): Promise<void> => {
    const answer = await command('pdf', key, () => ask('pdf', refOf(key)));
    if (answer === null) return;
    if (!answer.ok) {
      tell(key, answer.reason);
      return;
    }
    const { name, base64 } = answer.value;
    saveFile(
      name,
      Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
    );
  };

  /** These dialogs stay open with what went wrong, so that the person can mend what was typed. */
  const changeFromDialog = async (
    kind: 'link' | 'skip' | 'correct',
    run: (key: DocumentKey) => Promise<Answer<OrderView>>,
  ): Promise<void> => {
    const open = dialog.peek();
    if (open?.kind !== kind) return;
    const { key } = open;
    const answer = await command(kind, key, () => run(key));
    if (answer === null) return;
    const isStillOpen = dialog.peek()?.kind === kind;
    if (answer.ok) {
      if (isStillOpen) dialog.value = null;
      overtake();
      show(answer.value);
    } else if (isStillOpen) dialog.value = { ...open, trouble: answer.reason };
    else tell(key, answer.reason);
  };

  const act = (action: Action, key: DocumentKey): void => {
    // Asked of the page as it is now: it may have been drawn anew since.
    if (contradictionOn(tools, view.peek()) !== null || !ownOf(key)?.actions.includes(action)) return;
    switch (action) {
      case 'send':
      case 'issue':
      case 'resend':
        if (unsavedAddress() && !warned.has(key)) {
          warned.add(key);
          tell(key, { code: 'unsaved-address', params: {} });
          return;
        }
        warned.delete(key);
        send(action, key, []);
        return;
      case 'check':
      case 'attach':
        void change(action, key, () => ask(action, refOf(key)));
        return;
      case 'ksef': {
        if (!slots.isFree(key, 'transfer')) return;
        const ksef = ownOf(key)?.ksef;
        if (ksef === undefined || ksef.asks.length === 0) sendToKsef(key, []);
        else dialog.value = { kind: 'ksef', key, ksef };
        return;
      }
      case 'preview':
        void (ownOf(key)?.kind === 'correction' ? openCorrection(key, false) : preview(key));
        return;
      case 'pdf':
        void savePdf(key);
        return;
      case 'correct':
        if (slots.isFree(key, 'transfer')) void openCorrection(key, true);
        return;
      case 'link':
      case 'skip':
        if (slots.isFree(key, 'transfer')) dialog.value = { kind: action, key, trouble: null };
        return;
      default:
        action satisfies never;
    }
  };

  const isToSend = (key: DocumentKey): boolean =>
    contradictionOn(tools, view.peek()) === null && ownOf(key)?.actions.includes('resend') === true;

  const unwatch = watch(orderId, () => void read(false));
  void read(false);

  return {
    kind: tools.kind,
    contradiction: computed(() => contradictionOn(tools, view.value)),
    language: computed(() => view.value?.language ?? 'pl'),
    view,
    reading,
    trouble,
    dialog,
    running: slots.running,
    workingSince: (key) => working.value.get(key) ?? null,
    troubleOf: (key) => troubles.value.get(key) ?? null,
    savedMeanwhile: ({ key, attached }) =>
      attachedAtFirst.get(key) === 'no' && (attached === 'verified' || attached === 'link' || attached === 'probable'),
    read,

    act,

    overrule(confirm) {
      const open = dialog.peek();
      if (open?.kind !== 'booked') return;
      dialog.value = null;
      send('resend', open.key, confirm);
    },

    sendToKsef(key, confirm) {
      dialog.value = null;
      sendToKsef(key, confirm);
    },

    previewCorrection,
    correct: (choice, confirm) =>
      changeFromDialog('correct', (key) => ask('correct', { ...refOf(key), choice, confirm })),
    link: (number) => changeFromDialog('link', (key) => ask('link', { ...refOf(key), number })),
    skip: (why) => changeFromDialog('skip', (key) => ask('skip', { ...refOf(key), why })),

    repairForm: (key) => ask('repair.form', refOf(key)),

    async repair(key, edits) {
      if (!isToSend(key)) return null;
      const answer = await command('resend', key, () => ask('repair', { ...refOf(key), edits }));
      if (answer === null) return null;
      if (!answer.ok) {
        tell(key, answer.reason);
        return null;
      }
      if (!answer.value.ok) return answer.value.fields;
      overtake();
      show(answer.value.value);
      act('resend', key);
      return null;
    },

    sendInMonth(key, { from, to }) {
      if (!isToSend(key) || !slots.isFree(key, 'transfer')) return;
      sent.add(key);
      void change('resend', key, () => ask('send.month', { ...refOf(key), from, to }));
    },

    exchange: (key) => ask('exchange', refOf(key)),

    closeDialog() {
      dialog.value = null;
    },

    openSettings: (room) => void ask('options', room === undefined ? {} : { room }),

    stop() {
      stopped = true;
      unwatch();
    },
  };
};
