/** Próba na sucho: what the rules, as they stand in the form, would do with the panel's last orders. Nothing is sent or written. */
import { useId, useState } from 'preact/hooks';
import type { Tried } from '../../../utils/messages';
import { RULE_RUN_TEXTS } from '../../../utils/texts/options/rules-runs';
import { reasonText, type ViewReason } from '../../../utils/texts/reasons';
import { usePage } from '../../form/page';
import { Problem } from '../../form/problem';
import { same } from '../../form/same';
import { IconSpinner, IconWarning } from '../../icons';
import { DryRunResult } from './dry-run-result';
import { draftOf, type RuleSetEdits } from './edits';
import type { RulesEditing } from './use-rules';

interface Props {
  readonly panel: string;
  readonly editing: RulesEditing;
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'runs' }
  | { readonly kind: 'mend' }
  | { readonly kind: 'problem'; readonly reason: ViewReason }
  | { readonly kind: 'done'; readonly about: RuleSetEdits; readonly tried: Tried };

export function DryRun({ panel, editing }: Props) {
  const { ask, language } = usePage();
  const texts = RULE_RUN_TEXTS[language];
  const id = useId();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const { value } = editing.draft;

  const run = async (): Promise<void> => {
    if (state.kind === 'runs') return;
    if (!editing.check(value.rules)) {
      setState({ kind: 'mend' });
      return;
    }
    setState({ kind: 'runs' });
    const answer = await ask('rules.try', { panel, draft: draftOf(value) });
    if (answer.ok) editing.judge(value, answer.value.problems);
    setState(
      answer.ok ? { kind: 'done', about: value, tried: answer.value } : { kind: 'problem', reason: answer.reason },
    );
  };

  return (
    <section class="card rules-section" aria-labelledby={id}>
      <h2 id={id}>{texts.tryTitle}</h2>
      <p class="muted">{texts.tryLead}</p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          aria-disabled={state.kind === 'runs' ? 'true' : undefined}
          onClick={() => void run()}
        >
          {texts.try}
        </button>
      </div>
      <div role="status" class="rules-result">
        {state.kind === 'runs' && (
          <p class="late with-icon muted">
            <IconSpinner />
            {texts.trying}
          </p>
        )}
        {state.kind === 'done' && <p>{texts.tried(state.tried.rows.length)}</p>}
      </div>
      {state.kind === 'mend' && <Problem alert>{texts.tryMend}</Problem>}
      {state.kind === 'problem' && <Problem alert>{texts.tryProblem(reasonText(language, state.reason))}</Problem>}
      {state.kind === 'done' && (
        <>
          {!same(state.about, value) && (
            <p class="warn">
              <IconWarning />
              <span>{texts.old}</span>
            </p>
          )}
          {state.tried.rows.length > 0 && (
            <DryRunResult panel={panel} rules={state.about.rules} rows={state.tried.rows} />
          )}
        </>
      )}
    </section>
  );
}
