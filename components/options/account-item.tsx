/** One account: a line that says what it binds, or its form; below it what concerns the stored account as a whole. */
import { useId, useState } from 'preact/hooks';
import { missingOf } from '../../utils/invoice/series';
import type { AccountView } from '../../utils/messages';
import type { AccountTexts } from '../../utils/texts/options/accounts';
import { reasonText, type ViewReason } from '../../utils/texts/reasons';
import { usePage } from '../form/page';
import { Problem } from '../form/problem';
import { Question } from '../form/question';
import { counted } from '../format';
import { AccountForm } from './account-form';
import { ConnectionTest } from './connection-test';
import { useTexts } from './texts';

interface Props {
  /** null: it is being added. */
  readonly account: AccountView | null;
  readonly others: readonly AccountView[];
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  /** null: there is nothing to go back to. */
  readonly onClose: (() => void) | null;
  readonly onSaved: (account: AccountView) => void;
  readonly onRemoved: (id: string) => void;
  readonly onTested: () => void;
}

export function AccountItem({ account, others, isOpen, onOpen, onClose, onSaved, onRemoved, onTested }: Props) {
  const { language } = usePage();
  const { accounts: texts } = useTexts();
  const id = useId();
  return (
    <article aria-labelledby={id}>
      <div class="card-head">
        <div>
          <h2 id={id}>{account?.name ?? texts.newAccount}</h2>
          {account !== null && (
            <p class="muted">
              {account.panel}.sellasist.pl → {account.login} ·{' '}
              {account.seriesIds.length === 0
                ? texts.noSeries
                : counted(language, account.seriesIds.length, texts.seriesCount)}
            </p>
          )}
        </div>
        {account !== null && !isOpen && (
          <button type="button" class="button" aria-describedby={id} onClick={onOpen}>
            {texts.edit}
          </button>
        )}
        {account !== null && isOpen && onClose !== null && (
          <button type="button" class="button" onClick={onClose}>
            {texts.close}
          </button>
        )}
      </div>
      {account !== null && account.pausedBy !== null && <Problem>{pauseText(texts, account.pausedBy)}</Problem>}
      {isOpen && (
        <AccountForm account={account} others={others} onSaved={onSaved} onCancel={account === null ? onClose : null} />
      )}
      {account !== null && <NextSteps account={account} />}
      {account !== null && (
        <div class="account-more">
          <ConnectionTest account={account} describedBy={id} onTested={onTested} />
          <RemoveAccount account={account} describedBy={id} onRemoved={onRemoved} />
        </div>
      )}
    </article>
  );
}

function pauseText(texts: AccountTexts, by: string): string {
  switch (by) {
    case 'keys':
      return texts.keysGone;
    case 'key-missing':
      return texts.keyMissing;
    default:
      return texts.paused;
  }
}

/** What a saved account still needs before its documents can be sent. */
function NextSteps({ account }: { readonly account: AccountView }) {
  const { language } = usePage();
  const { accounts: texts } = useTexts();
  const incomplete = account.seriesIds.filter((id) => missingOf(account.series[id]).length > 0).length;
  return (
    <>
      {Object.keys(account.payments).length === 0 && (
        <div class="tip">
          <p>{texts.nextText}</p>
          <a href="#payments">{texts.nextLink}</a>
        </div>
      )}
      {incomplete > 0 && (
        <div class="tip">
          <p>{texts.nextSeries(counted(language, incomplete, texts.seriesCount))}</p>
          <a href="#series">{texts.nextSeriesLink}</a>
        </div>
      )}
    </>
  );
}

interface RemoveProps {
  readonly account: AccountView;
  readonly describedBy: string;
  readonly onRemoved: (id: string) => void;
}

function RemoveAccount({ account, describedBy, onRemoved }: RemoveProps) {
  const { ask, language } = usePage();
  const { accounts: texts } = useTexts();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ViewReason | null>(null);

  const remove = async (): Promise<void> => {
    setAsking(false);
    const answer = await ask('account.remove', { id: account.id });
    if (answer.ok) onRemoved(account.id);
    else setProblem(answer.reason);
  };

  return (
    <>
      <button
        type="button"
        class="button button-quiet-danger"
        aria-describedby={describedBy}
        onClick={() => setAsking(true)}
      >
        {texts.remove}
      </button>
      {problem !== null && <Problem alert>{reasonText(language, problem)}</Problem>}
      {asking && (
        <Question
          title={texts.removeTitle(account.name)}
          yes={texts.removeYes}
          danger
          onYes={() => void remove()}
          onNo={() => setAsking(false)}
        >
          <p>{texts.removeText}</p>
          <p>{texts.removeGoes}</p>
          <ul>
            {texts.removedThings.map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ul>
          <p>{texts.removeStays}</p>
          <ul>
            {texts.keptThings.map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ul>
        </Question>
      )}
    </>
  );
}
