/** Hands what is missing in iFirma to the batch, with the same plan before it and the same bar as on the lists of the panel. */
import { useId } from 'preact/hooks';
import type { MonthRow } from '../../../utils/invoice/month-end/types';
import { MOST_AT_ONCE } from '../../../utils/messages';
import { MONTH_END_TEXTS } from '../../../utils/texts/options/month-end';
import { BatchPart } from '../../list/batch-part';
import { ListContext, useList } from '../../list/context';
import { PlanPart } from '../../list/plan-part';
import { useSurroundings } from '../../list/use-surroundings';
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

export function SendMissing({ panel, rows, now, onEnded }: Props) {
  const surroundings = useSurroundings({ panel, documents: rows.slice(0, MOST_AT_ONCE), now, onEnded });
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
