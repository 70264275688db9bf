import { useEffect, useId, useRef } from 'preact/hooks';
import { plannedOf } from '../../utils/texts/list-parts';
import { Button } from '../region/button';
import { Findings } from '../region/findings';
import type { CheckedPlan } from './checked-plan';
import { useList } from './context';
import { DocumentRows } from './document-rows';

/** What would be sent, before it is: nothing begins without a second word. */
export const PlanPart = ({ plan }: { plan: CheckedPlan }) => {
  const { model, language, texts, now } = useList();
  const id = useId();
  const sentence = useRef<HTMLParagraphElement>(null);
  // What was pressed has gone; whoever goes by the keyboard or listens is where the answer is.
  useEffect(() => sentence.current?.focus(), []);
  const { toSend, attention, contradicted } = plan;
  const busy = model.busy.value;
  return (
    <fieldset class="list-part" aria-label={texts.planName}>
      <p class="list-plan" id={`${id}-plan`} ref={sentence} tabIndex={-1}>
        {texts.planned(plannedOf(plan))}
      </p>
      {toSend.length > 1 && <p class="hint">{texts.oldestFirst}</p>}
      <Findings bad title={null} sentences={contradicted.length === 0 ? [] : [texts.rowsDiffer(contradicted)]} />
      {attention.length > 0 && (
        <div class="list-left">
          <p id={`${id}-left`}>{texts.leftOut}</p>
          <DocumentRows rows={attention} language={language} now={now()} labelledBy={`${id}-left`} />
        </div>
      )}
      <div class="buttons">
        {toSend.length > 0 && (
          <Button
            primary
            disabled={busy !== null}
            busy={busy === 'start'}
            describedBy={`${id}-plan`}
            onPress={model.confirm}
          >
            {texts.confirm}
          </Button>
        )}
        <Button disabled={busy === 'start'} onPress={model.leave}>
          {texts.back}
        </Button>
      </div>
    </fieldset>
  );
};
