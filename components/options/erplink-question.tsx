/** Whether the vendor's own integration is on in a panel as well; until a person has said, nothing is sent from there (design: first minutes). */
import { useId, useState } from 'preact/hooks';
import { reasonText, type ViewReason } from '../../utils/texts/reasons';
import type { Asking } from '../form/asked';
import { usePage } from '../form/page';
import { Problem } from '../form/problem';
import { IconDone, IconInfo, IconWarning } from '../icons';
import { type ErplinkAnswers, erplinkOf } from './erplink-answers';
import { useTexts } from './texts';

interface Props {
  readonly panel: string;
  readonly answers: Asking<ErplinkAnswers>;
  /** One of several: a heading says of which panel it is. */
  readonly isOneOfSeveral?: boolean;
}

export function ErplinkQuestion({ panel, answers: { asked, put }, isOneOfSeveral = false }: Props) {
  const { ask, language } = usePage();
  const { accounts } = useTexts();
  const texts = accounts.erplink;
  const id = useId();
  const [problem, setProblem] = useState<ViewReason | null>(null);
  const answers = asked.state === 'ready' ? asked.value : undefined;
  const answer = answers && erplinkOf(answers, panel);
  /** Clicked, and not stored yet: the radio follows the hand, what it means is said once it is so. */
  const [clicked, setClicked] = useState<boolean | null>(null);

  const choose = async (on: boolean): Promise<void> => {
    setClicked(on);
    const reply = await ask('erplink.set', { panel, on });
    setClicked(null);
    setProblem(reply.ok ? null : reply.reason);
    // What was not stored must not look answered: the old answer is drawn again.
    put({ ...answers, [panel]: reply.ok ? on : (answer ?? null) });
  };

  const shown = problem ?? (asked.state === 'problem' ? asked.reason : null);
  const Legend = isOneOfSeveral ? 'h3' : 'h2';
  return (
    <section
      class="card"
      role={isOneOfSeveral ? 'group' : undefined}
      aria-labelledby={isOneOfSeveral ? `${id}-panel` : undefined}
    >
      {isOneOfSeveral && <h2 id={`${id}-panel`}>{panel}.sellasist.pl</h2>}
      <div class="erplink" role="radiogroup" aria-labelledby={`${id}-legend`} aria-describedby={`${id}-why`}>
        <Legend id={`${id}-legend`}>{texts.legend}</Legend>
        <p id={`${id}-why`} class="muted">
          {texts.why}
        </p>
        <div class="radios">
          {[true, false].map((on) => (
            <label key={String(on)} class="radio">
              <input
                type="radio"
                name={id}
                checked={(clicked ?? answer) === on}
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
