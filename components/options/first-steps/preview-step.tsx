/** Step 4: is Erplink on, and what iFirma would get of the newest document. */
import type { AccountView } from '../../../utils/messages';
import { reasonText } from '../../../utils/texts/reasons';
import { useAsked } from '../../form/asked';
import { usePage } from '../../form/page';
import { Problem } from '../../form/problem';
import { IconInfo } from '../../icons';
import { ErplinkQuestion } from '../erplink-question';
import { FirstDocumentView } from './first-document';
import type { StepState } from './progress';
import { Step } from './step';
import { useStepsTexts } from './texts';
import { useWhileSeen } from './while-seen';

interface Props {
  readonly account: AccountView | null;
  /** null: not answered. */
  readonly erplink: boolean | null;
  readonly state: StepState;
}

export function PreviewStep({ account, erplink, state }: Props) {
  const { preview: words } = useStepsTexts();
  return (
    <Step id="step-preview" number={4} title={words.title} lead={words.lead} state={state}>
      <ErplinkQuestion />
      {erplink === true && (
        <p class="muted with-icon">
          <IconInfo />
          <span>{words.onlyLooks}</span>
        </p>
      )}
      {account === null ? (
        <p class="card muted">{words.needsAccount}</p>
      ) : (
        <Newest key={account.id} account={account} canSend={erplink === false} />
      )}
    </Step>
  );
}

function Newest({ account, canSend }: { readonly account: AccountView; readonly canSend: boolean }) {
  const { ask, language } = usePage();
  const { preview: words } = useStepsTexts();
  // A save of any setting, here or elsewhere, may change what would be sent.
  const revision = useWhileSeen(account.revision);
  const { asked, busy, again } = useAsked(`${account.id} ${revision}`, () =>
    ask('first.document', { accountId: account.id }),
  );
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
          onClick={() => !busy && again()}
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
