/** Whether the vendor's own integration is on as well; until a person has said, nothing is sent (design: first minutes). */
import { useEffect, useId, useState } from 'preact/hooks';
import { reasonText, type ViewReason } from '../../utils/texts/reasons';
import { useAsked } from '../form/asked';
import { usePage } from '../form/page';
import { Problem } from '../form/problem';
import { IconDone, IconInfo, IconWarning } from '../icons';
import { useTexts } from './texts';

export function ErplinkQuestion() {
  const { ask, watch, language } = usePage();
  const { accounts } = useTexts();
  const texts = accounts.erplink;
  const id = useId();
  const { asked, put, again } = useAsked('erplink', () => ask('erplink.get', {}));
  useEffect(() => watch(null, again), [watch, again]);
  const [problem, setProblem] = useState<ViewReason | null>(null);
  const answer = asked.state === 'ready' ? asked.value : undefined;

  const choose = async (on: boolean): Promise<void> => {
    const reply = await ask('erplink.set', { on });
    setProblem(reply.ok ? null : reply.reason);
    // What was not stored must not look answered: the old answer is drawn again.
    put(reply.ok ? on : (answer ?? null));
  };

  const shown = problem ?? (asked.state === 'problem' ? asked.reason : null);
  return (
    <section class="card">
      <div class="erplink" role="radiogroup" aria-labelledby={`${id}-legend`} aria-describedby={`${id}-why`}>
        <h2 id={`${id}-legend`}>{texts.legend}</h2>
        <p id={`${id}-why`} class="muted">
          {texts.why}
        </p>
        <div class="radios">
          {[true, false].map((on) => (
            <label key={String(on)} class="radio">
              <input
                type="radio"
                name={id}
                checked={answer === on}
                onChange={() => void choose(on)}
                disabled={answer === undefined}
              />
              {on ? texts.yes : texts.no}
            </label>
          ))}
        </div>
      </div>
      {shown !== null && <Problem alert>{reasonText(language, shown)}</Problem>}
      <div aria-live="polite" class="erplink-result">
        {answer === null && (
          <p class="warn">
            <IconWarning />
            <span>{texts.unanswered}</span>
          </p>
        )}
        {answer === true && (
          <p class="muted with-icon">
            <IconInfo />
            <span>{texts.answeredYes}</span>
          </p>
        )}
        {answer === false && (
          <p class="good">
            <IconDone />
            <span>{texts.answeredNo}</span>
          </p>
        )}
      </div>
    </section>
  );
}
