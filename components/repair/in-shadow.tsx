/** The form of one document in a shadow root of its own, with its button: what a list row of the popup shows. Loaded when somebody asks for it. */
import { type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import type {
  DocumentView,
  RepairForm as Form,
  Language,
  MonthPlan,
  RepairCommands,
  RepairEdit,
} from '../../utils/messages';
import { ACTION_TEXTS, reasonText, type ViewReason } from '../../utils/texts';
import type { Answer, Ask } from '../ask';
import documents from '../order/order.css?inline';
import { Button } from '../region/button';
import { Findings } from '../region/findings';
import { placeIn } from '../region/place';
import region from '../region/region.css?inline';
import tokens from '../tokens.css?inline';
import { createDraft, type Draft } from './draft';
import { stoppedBy } from './needs';
import repair from './repair.css?inline';
import { RepairForm } from './repair-form';

export interface RowForm {
  readonly row: DocumentView;
  /** As a card of the row's panel asks. */
  readonly ask: Ask;
  readonly language: Language;
  /** As it was read a moment ago. */
  readonly form: Form;
  /** Sends the row again, with whatever has to be asked before. */
  readonly send: () => void;
  /** Something of the row has changed. */
  readonly changed: () => void;
}

export interface DrawnForm {
  /** The row says something else by now. */
  update(row: DocumentView): void;
  remove(): void;
}

export const drawForm = (host: Element, { row, ask, language, form, send, changed }: RowForm): DrawnForm => {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const place = placeIn(root, [tokens, region, documents, repair]);
  const ref = { orderId: row.orderId, key: row.key };
  const draft = createDraft({
    readForm: () => ask('repair.form', ref),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  draft.put(form, stoppedBy(row));
  const busy = signal(false);
  const trouble = signal<ViewReason | null>(null);
  let now = row;

  const run = async (act: () => Promise<void>): Promise<void> => {
    if (busy.peek()) return;
    busy.value = true;
    trouble.value = null;
    await act();
    busy.value = false;
  };
  const said = <T,>(answer: Answer<T>): T | null => {
    if (answer.ok) return answer.value;
    trouble.value = answer.reason;
    return null;
  };
  const keep = async (edits: readonly RepairEdit[]): Promise<boolean> => {
    const kept = said<RepairCommands['repair']['reply']>(await ask('repair', { ...ref, edits }));
    if (kept === null) return false;
    if (!kept.ok) draft.refuse(kept.fields);
    return kept.ok;
  };
  const submit = (): Promise<void> =>
    run(async () => {
      const collected = await draft.collect();
      if (!collected.ok) return;
      if (collected.edits.length === 0 || (await keep(collected.edits))) send();
    });
  const move = ({ from, to }: Extract<MonthPlan, { kind: 'move' }>): Promise<void> =>
    run(async () => {
      said(await ask('send.month', { ...ref, from, to }));
      changed();
    });

  render(
    <RowRepair
      draft={draft}
      language={language}
      busy={busy}
      trouble={trouble}
      onSend={() => void submit()}
      onMove={(month) => void move(month)}
      onRetry={() => void draft.read(stoppedBy(now))}
    />,
    place.element,
  );
  place.element.querySelector<HTMLElement>('input, select, button')?.focus();

  return {
    update(next) {
      const isSame = JSON.stringify([next.findings, next.reason]) === JSON.stringify([now.findings, now.reason]);
      now = next;
      if (!isSame) void draft.read(stoppedBy(next));
    },
    remove() {
      draft.stop();
      render(null, place.element);
      place.remove();
    },
  };
};

const RowRepair = ({
  draft,
  language,
  busy,
  trouble,
  onSend,
  onMove,
  onRetry,
}: {
  draft: Draft;
  language: Language;
  busy: Signal<boolean>;
  trouble: Signal<ViewReason | null>;
  onSend: () => void;
  onMove: (move: Extract<MonthPlan, { kind: 'move' }>) => void;
  onRetry: () => void;
}) => (
  <div class="document">
    <RepairForm draft={draft} language={language} busy={busy.value} onSend={onSend} onMove={onMove} onRetry={onRetry} />
    {trouble.value !== null && <Findings bad title={null} sentences={[reasonText(language, trouble.value)]} />}
    <div class="buttons">
      <Button primary disabled={busy.value} busy={busy.value} onPress={onSend}>
        {ACTION_TEXTS[language].resend}
      </Button>
    </div>
  </div>
);
