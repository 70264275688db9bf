/** Ostatnie działania: what rules have done, newest first, and what of it a person has to decide. */
import { useId, useState } from 'preact/hooks';
import type { RuleEffectName } from '../../../utils/invoice/rules/rule';
import type { RuleRun, RunEffect } from '../../../utils/invoice/rules/run';
import type { RunRef } from '../../../utils/messages';
import { RULE_RUN_TEXTS, type RuleRunTexts } from '../../../utils/texts/options/rules-runs';
import { reasonText, type ViewReason } from '../../../utils/texts/reasons';
import { RULE_TEXTS } from '../../../utils/texts/rules';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import { Question } from '../../form/question';
import { IconWarning } from '../../icons';
import { aboutOf, RunItem } from './run-item';
import { useRuns } from './use-runs';

interface Asking {
  readonly run: RuleRun;
  readonly own: RunEffect;
  readonly ref: RunRef;
}

/** What cannot be undone, so that a second time does harm. */
const twiceOf = (texts: RuleRunTexts, kind: RuleEffectName): string | null =>
  kind === 'email' || kind === 'note' || kind === 'payment' ? texts.againTwice[kind] : null;

interface Props {
  readonly panel: string;
  /** What waits for a decision is counted for all panels. */
  readonly isOneOfSeveral: boolean;
}

export function RunsPart({ panel, isOneOfSeveral }: Props) {
  const { ask, language } = usePage();
  const texts = RULE_RUN_TEXTS[language];
  const shared = useShared();
  const id = useId();
  const { page, problem, again, older } = useRuns(panel);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [refused, setRefused] = useState<ViewReason | null>(null);
  const [said, setSaid] = useState('');

  const decide = async (what: 'rules.again' | 'rules.drop', ref: RunRef): Promise<void> => {
    setAsking(null);
    setSaid('');
    const answer = await ask(what, ref);
    setRefused(answer.ok ? null : answer.reason);
    if (answer.ok) setSaid(what === 'rules.again' ? texts.asked : texts.droppedNow);
    again();
  };

  const attention = texts.attention(page?.attention ?? 0);
  const twice = asking === null ? null : twiceOf(texts, asking.own.effect.kind);
  return (
    <section class="card rules-section" aria-labelledby={id}>
      <h2 id={id}>{texts.runsTitle}</h2>
      <p class="muted">{texts.runsLead}</p>
      {page !== null && page.attention > 0 && (
        <p class="warn">
          <IconWarning />
          <span>{isOneOfSeveral ? texts.inAllPanels(attention) : attention}</span>
        </p>
      )}
      {page === null && problem === null && <p class="late muted">{shared.loading}</p>}
      {problem !== null && (
        <>
          <Problem alert>{texts.runsProblem(reasonText(language, problem))}</Problem>
          <div class="buttons">
            <button type="button" class="button button-small" onClick={again}>
              {shared.retry}
            </button>
          </div>
        </>
      )}
      {refused !== null && <Problem alert>{texts.actProblem(reasonText(language, refused))}</Problem>}
      <p role="status" class="rules-said">
        {said}
      </p>
      {page !== null && page.runs.length === 0 && <p class="muted">{texts.runsEmpty}</p>}
      {page !== null && page.runs.length > 0 && (
        <ul class="runs" aria-labelledby={id}>
          {page.runs.map((run) => (
            <RunItem
              key={`${run.ruleId} ${run.key}`}
              run={run}
              onAgain={(own, ref) => setAsking({ run, own, ref })}
              onDrop={(ref) => void decide('rules.drop', ref)}
            />
          ))}
        </ul>
      )}
      {page !== null && page.next !== null && (
        <div class="buttons">
          <button type="button" class="button button-small" onClick={older}>
            {texts.older}
          </button>
        </div>
      )}
      {asking !== null && (
        <Question
          title={texts.againTitle(RULE_TEXTS[language].effects[asking.own.effect.kind])}
          yes={texts.again}
          danger={twice !== null}
          onYes={() => void decide('rules.again', asking.ref)}
          onNo={() => setAsking(null)}
        >
          <p>{texts.againText(asking.run.ruleName, aboutOf(texts, asking.run))}</p>
          {twice !== null && <p>{twice}</p>}
        </Question>
      )}
    </section>
  );
}
