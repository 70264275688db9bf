/** Hands what is missing in iFirma to the batch, with the same plan before it and the same bar as on the lists of the panel. */
import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { MonthRow } from '../../../utils/invoice/month-end/types';
import { MOST_AT_ONCE } from '../../../utils/messages';
import { MONTH_END_TEXTS } from '../../../utils/texts/options/month-end';
import { usePage } from '../../form/page';
import { BatchPart } from '../../list/batch-part';
import { ListContext, type ListSurroundings, useList } from '../../list/context';
import { createListModel } from '../../list/model';
import { PlanPart } from '../../list/plan-part';
import type { Picked } from '../../list/situation';
import { Button } from '../../region/button';
import { modeSentence } from '../../region/mode-sentence';
import { Trouble } from '../../region/trouble';

interface Props {
  readonly panel: string;
  readonly rows: readonly MonthRow[];
  readonly now: () => number;
  /** A batch of the panel has come to its end. */
  readonly onEnded: () => void;
}

const pickedOf = ({ key, orderId }: MonthRow): Picked =>
  key.startsWith('d') ? { orderId, documentId: key.slice(1) } : { orderId, documentId: null };

export function SendMissing({ panel, rows, now, onEnded }: Props) {
  const { ask, watch } = usePage();
  const picked = useSignal<readonly Picked[]>([]);
  const keys = rows.map(({ key }) => key).join(' ');
  const ended = useRef(onEnded);
  ended.current = onEnded;

  const surroundings = useMemo<ListSurroundings>(() => {
    const later = (ms: number, run: () => void): (() => void) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    };
    const model = createListModel({ panel, picked, ask, watch, later });
    return { model, kind: 'documents', now, reload: () => location.reload() };
  }, [panel, picked, ask, watch, now]);

  useEffect(() => surroundings.model.stop, [surroundings]);
  // Before the button is on the screen: what is pressed is what is counted.
  useLayoutEffect(() => {
    picked.value = rows.slice(0, MOST_AT_ONCE).map(pickedOf);
  }, [keys, picked]);
  useEffect(() => {
    // One that had ended before the room was opened ends nothing here.
    let before: number | null | undefined;
    return surroundings.model.state.subscribe((state) => {
      if (state === null) return;
      const after = state.batch?.endedAt ?? null;
      if (before === null && after !== null) ended.current();
      before = after;
    });
  }, [surroundings]);

  return (
    <ListContext.Provider value={surroundings}>
      <Body count={rows.length} />
    </ListContext.Provider>
  );
}

function Body({ count }: { readonly count: number }) {
  const { model, language, now, reload } = useList();
  const state = model.state.value;
  const plan = model.plan.value;
  const trouble = model.trouble.value;
  const batch = state?.batch ?? null;
  if (count === 0 && batch === null) return null;
  const hindrance = modeSentence(language, state?.mode ?? 'ready');
  return (
    <section class="card unsent-send" aria-label={MONTH_END_TEXTS[language].send}>
      {hindrance !== null && <p class="warn">{hindrance}</p>}
      {trouble !== null && (
        <Trouble reason={trouble} language={language} now={now()} retry={() => void model.read()} reload={reload} />
      )}
      {plan === null ? count > 0 && <Send count={count} /> : <PlanPart plan={plan} />}
      {batch !== null && <BatchPart batch={batch} />}
    </section>
  );
}

function Send({ count }: { readonly count: number }) {
  const { model, language } = useList();
  const texts = MONTH_END_TEXTS[language];
  const id = useId();
  const isOff = model.state.value?.mode !== 'ready' || model.busy.value !== null;
  return (
    <div class="list-selected">
      <Button
        primary={!isOff}
        disabled={isOff}
        busy={model.busy.value === 'plan'}
        describedBy={id}
        onPress={model.prepare}
      >
        {texts.send}
      </Button>
      <span id={id} class="note">
        {texts.sendCount(count, MOST_AT_ONCE)}
      </span>
    </div>
  );
}
