/** Serie dokumentów: what each of the account's series becomes in iFirma. */
import type { AccountView } from '../../utils/messages';
import { AccountPage, type AccountPageProps } from './account-page';
import { useDictionaries } from './dictionaries';
import { SeriesForm } from './series-form';
import { useTexts } from './texts';

export function SeriesRoom(props: AccountPageProps) {
  const { series } = useTexts();
  return (
    <AccountPage {...props} title={series.title} lead={series.lead}>
      {(account, onSaved) => <Series key={account.id} account={account} onSaved={onSaved} />}
    </AccountPage>
  );
}

interface Props {
  readonly account: AccountView;
  readonly onSaved: (account: AccountView) => void;
}

function Series({ account, onSaved }: Props) {
  return <SeriesForm account={account} lists={useDictionaries(account.id)} onSaved={onSaved} />;
}
