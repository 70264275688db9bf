/** Podstawowa konfiguracja: what one account's documents go by, and below it what the whole extension goes by. */
import type { AccountView } from '../../utils/messages';
import { useShared } from '../form/page';
import { AccountPage, type AccountPageProps } from './account-page';
import { ComputerCard } from './computer-card';
import { useDictionaries } from './dictionaries';
import { LanguageCard } from './language-card';
import { NoticeCard } from './notice-card';
import { PanelListsProblem } from './panel-lists';
import { SettingsForm } from './settings-form';
import { useTexts } from './texts';

export function SettingsRoom(props: AccountPageProps) {
  const { settings } = useTexts();
  return (
    <>
      <AccountPage {...props} title={settings.title} lead={settings.lead}>
        {(account, onSaved, others) => <Rules key={account.id} account={account} others={others} onSaved={onSaved} />}
      </AccountPage>
      <ComputerCard />
      <LanguageCard />
      <NoticeCard />
    </>
  );
}

interface Props {
  readonly account: AccountView;
  readonly others: readonly AccountView[];
  readonly onSaved: (account: AccountView) => void;
}

function Rules({ account, others, onSaved }: Props) {
  const shared = useShared();
  const lists = useDictionaries(account.id);
  if (lists.asked.state === 'loading') return <p class="late muted">{shared.loading}</p>;
  return (
    <>
      <PanelListsProblem lists={lists} />
      <SettingsForm account={account} others={others} lists={lists} onSaved={onSaved} />
    </>
  );
}
