/** A room about one account: `Konto` first, then what the room shows of it. */
import type { ComponentChildren } from 'preact';
import type { AccountView } from '../../utils/messages';
import { reasonText } from '../../utils/texts/reasons';
import type { Asking } from '../form/asked';
import { usePage, useShared } from '../form/page';
import { Problem } from '../form/problem';
import { SelectField } from '../form/select-field';
import { useLeaving } from '../form/unsaved';
import { useTexts } from './texts';

export interface AccountPageProps {
  readonly accounts: Asking<readonly AccountView[]>;
  /** The account chosen in any room; null: none yet. */
  readonly chosen: string | null;
  readonly onChoose: (accountId: string) => void;
}

interface Props extends AccountPageProps {
  readonly title: string;
  readonly lead: string;
  readonly children: (
    account: AccountView,
    onSaved: (account: AccountView) => void,
    others: readonly AccountView[],
  ) => ComponentChildren;
}

export function AccountPage({ title, lead, ...props }: Props) {
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      <p class="lead">{lead}</p>
      <Body {...props} />
    </>
  );
}

function Body({ accounts, chosen, onChoose, children }: Omit<Props, 'title' | 'lead'>) {
  const { language } = usePage();
  const texts = useTexts();
  const shared = useShared();
  const { leave } = useLeaving();
  const { asked } = accounts;
  switch (asked.state) {
    case 'loading':
      return <p class="late muted">{shared.loading}</p>;
    case 'problem':
      return (
        <>
          <Problem alert>{texts.accountsProblem(reasonText(language, asked.reason))}</Problem>
          <button type="button" class="button" onClick={accounts.again}>
            {shared.retry}
          </button>
        </>
      );
    case 'ready': {
      const list = asked.value;
      const account = list.find(({ id }) => id === chosen) ?? list[0];
      if (account === undefined) {
        return (
          <div class="card empty">
            <p>{texts.noAccounts}</p>
            <a class="button button-primary" href="#accounts">
              {texts.toAccounts}
            </a>
          </div>
        );
      }
      const saved = (now: AccountView): void => accounts.put(list.map((other) => (other.id === now.id ? now : other)));
      return (
        <>
          <div class="account-choice">
            <SelectField
              label={shared.account}
              value={account.id}
              choices={list.map(({ id, name, panel }) => ({ value: id, label: `${name} (${panel})` }))}
              onChange={(id) => leave(() => onChoose(id))}
            />
          </div>
          {children(
            account,
            saved,
            list.filter((other) => other !== account),
          )}
        </>
      );
    }
    default:
      return asked satisfies never;
  }
}
