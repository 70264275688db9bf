/** The four steps of one account, and of the first one before it is there. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AccountView, PanelLists } from '../../../utils/messages';
import type { Answer } from '../../ask';
import { type Asking, useAsked } from '../../form/asked';
import { usePage } from '../../form/page';
import { erplinkOf, useErplinkAnswers } from '../erplink-answers';
import { namedLists } from '../named-rows';
import { testOf } from '../tested';
import { useAccountEntry } from './account-entry';
import { IfirmaStep } from './ifirma-step';
import { MappingStep } from './mapping-step';
import { PanelStep } from './panel-step';
import { PreviewStep } from './preview-step';
import { progressOf, STEPS, type StepName, type StepState } from './progress';
import { StepWord } from './step';
import { useStepsTexts } from './texts';

interface Props {
  /** null: there is none yet. */
  readonly account: AccountView | null;
  readonly others: readonly AccountView[];
  readonly onSaved: (account: AccountView) => void;
  readonly onTested: () => void;
}

export function Steps({ account, others, onSaved, onTested }: Props) {
  const entry = useAccountEntry(account);
  const lists = useLists(account?.id ?? null);
  const [isPanelChecked, setIsPanelChecked] = useState(false);
  const [isPreviewClean, setIsPreviewClean] = useState(false);
  const answers = useErplinkAnswers();
  const answer =
    account !== null && answers.asked.state === 'ready' ? erplinkOf(answers.asked.value, account.panel) : null;

  const place = useRef<HTMLDivElement>(null);
  const { problems } = entry;
  // As in any form, but over two of them: the fields of step 1 are judged by the save in step 2.
  useEffect(() => {
    if (problems !== null) place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  const known = lists.asked.state === 'ready' ? lists.asked.value : null;
  const test = account === null ? undefined : testOf(account);
  const states = progressOf({ account, lists: known, isPanelChecked, test, erplink: answer, isPreviewClean });
  return (
    <>
      <Progress states={states} />
      <div class="steps" ref={place}>
        <PanelStep account={account} entry={entry} state={states.panel} onChecked={setIsPanelChecked} />
        <IfirmaStep account={account} entry={entry} state={states.ifirma} onSaved={onSaved} onTested={onTested} />
        <MappingStep
          account={account}
          others={others}
          entry={entry}
          lists={lists}
          state={states.mapping}
          onSaved={onSaved}
        />
        <PreviewStep
          account={account}
          answers={answers}
          erplink={answer}
          state={states.preview}
          onRead={setIsPreviewClean}
        />
      </div>
    </>
  );
}

/** The panel's lists once there is an account that can ask for them. */
function useLists(accountId: string | null): Asking<PanelLists> {
  const { ask, language } = usePage();
  const fresh = useRef(false);
  const { asked, again, put, ...rest } = useAsked<PanelLists | null>(
    accountId ?? '',
    async (): Promise<Answer<PanelLists | null>> =>
      accountId === null
        ? { ok: true, value: null }
        : namedLists(language, await ask('dictionaries', { accountId, fresh: fresh.current })),
  );
  const lists = asked.state === 'ready' ? asked.value : null;
  return {
    ...rest,
    put,
    asked: asked.state === 'ready' ? (lists === null ? { state: 'loading' } : { state: 'ready', value: lists }) : asked,
    again: () => {
      fresh.current = true;
      again();
    },
  };
}

/** How far it is, at one glance; each entry leads to its step. */
function Progress({ states }: { readonly states: Readonly<Record<StepName, StepState>> }) {
  const texts = useStepsTexts();
  return (
    <ol class="steps-progress" aria-label={texts.progress}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={states[step] === 'now' ? 'step' : undefined}>
          <button type="button" onClick={() => document.getElementById(`step-${step}`)?.focus()}>
            <span>
              {index + 1}. {texts[step].title}
            </span>{' '}
            <StepWord state={states[step]} />
          </button>
        </li>
      ))}
    </ol>
  );
}
