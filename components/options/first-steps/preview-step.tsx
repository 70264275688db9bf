/** Step 4: is Erplink on in the account's panel, and what iFirma would get of the newest document. */
import { useEffect, useRef } from 'preact/hooks';
import type { AccountView } from '../../../utils/messages';
import { reasonText } from '../../../utils/texts/reasons';
import { type Asking, useAsked } from '../../form/asked';
import { usePage } from '../../form/page';
import { Problem } from '../../form/problem';
import { IconInfo } from '../../icons';
import type { ErplinkAnswers } from '../erplink-answers';
import { ErplinkQuestion } from '../erplink-question';
import { FirstDocumentView } from './first-document';
import type { StepState } from './progress';
import { Step } from './step';
import { useStepsTexts } from './texts';
import { useWhileSeen } from './while-seen';

interface Props {
  readonly account: AccountView | null;
  readonly answers: Asking<ErplinkAnswers>;
  /** The answer of this account's panel; null: there is none yet. */
  readonly erplink: boolean | null;
  readonly state: StepState;
  /** The newest document was read, or could not be: is there nothing to mend? */
  readonly onRead: (isClean: boolean) => void;
}

export function PreviewStep({ account, answers, erplink, state, onRead }: Props) {
  const { preview: words } = useStepsTexts();
  return (
    <Step id="step-preview" number={4} title={words.title} lead={words.lead} state={state}>
      {account !== null && <ErplinkQuestion key={account.panel} panel={account.panel} answers={answers} />}
      {erplink === true && (
        <p class="muted with-icon">
          <IconInfo />
          <span>{words.onlyLooks}</span>
        </p>
      )}
      {account === null ? (
        <p class="card muted">{words.needsAccount}</p>
      ) : (
        <Newest key={account.id} account={account} canSend={erplink === false} onRead={onRead} />
      )}
    </Step>
  );
}

interface NewestProps extends Pick<Props, 'onRead'> {
  readonly account: AccountView;
  readonly canSend: boolean;
}

function Newest({ account, canSend, onRead }: NewestProps) {
  const { ask, language } = usePage();
  const { preview: words } = useStepsTexts();
  // A save of any setting, here or elsewhere, may change what would be sent.
  const revision = useWhileSeen(account.revision);
  const fresh = useRef(false);
  const { asked, busy, again } = useAsked(`${account.id} ${revision}`, () => {
    const wanted = { accountId: account.id, fresh: fresh.current };
    fresh.current = false;
    return ask('first.document', wanted);
  });
  // A panel without any document has nothing to mend either.
  const isClean = asked.state === 'ready' && (asked.value === null || asked.value.preview.findings.length === 0);
  useEffect(() => {
    onRead(isClean);
    return () => onRead(false);
  }, [onRead, isClean]);
  const refresh = (): void => {
    fresh.current = true;
    again();
  };
  return (
    <div class="card form first-document" aria-busy={busy ? 'true' : undefined}>
      <div class="form-tools">
        <p class="muted with-icon">
          <IconInfo />
          <span>{words.nothingSent}</span>
        </p>
        <button
          type="button"
          class="button button-small"
          aria-disabled={busy ? 'true' : undefined}
          onClick={() => !busy && refresh()}
        >
          {words.refresh}
        </button>
      </div>
      <div aria-live="polite">{busy && <p class="late muted">{words.reading}</p>}</div>
      {asked.state === 'problem' && <Problem>{words.problem(reasonText(language, asked.reason))}</Problem>}
      {asked.state === 'ready' &&
        (asked.value === null ? <p>{words.none}</p> : <FirstDocumentView first={asked.value} canSend={canSend} />)}
    </div>
  );
}
