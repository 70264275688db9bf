/** Podstawowa konfiguracja: what one account's documents go by. */
import type { AccountView } from '../../utils/messages';
import { useShared } from '../form/page';
import { AccountPage, type AccountPageProps } from './account-page';
import { useDictionaries } from './dictionaries';
import { PanelListsProblem } from './panel-lists';
import { SettingsForm } from './settings-form';
import { useTexts } from './texts';

export function SettingsRoom(props: AccountPageProps) {
  const { settings } = useTexts();
  return (
    <AccountPage {...props} title={settings.title} lead={settings.lead}>
      {(account, onSaved) => <Rules key={account.id} account={account} onSaved={onSaved} />}
    </AccountPage>
  );
}

interface Props {
  readonly account: AccountView;
  readonly onSaved: (account: AccountView) => void;
}

function Rules({ account, onSaved }: Props) {
  const shared = useShared();
  const lists = useDictionaries(account.id);
  if (lists.asked.state === 'loading') return <p class="late muted">{shared.loading}</p>;
  return (
    <>
      <PanelListsProblem lists={lists} />
      <SettingsForm account={account} lists={lists} onSaved={onSaved} />
    </>
  );
}
