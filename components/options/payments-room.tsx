/** Metody płatności: which way of payment in iFirma each method of the panel becomes. */
import type { AccountView } from '../../utils/messages';
import { AccountPage, type AccountPageProps } from './account-page';
import { useDictionaries } from './dictionaries';
import { PaymentsForm } from './payments-form';
import { useTexts } from './texts';

export function PaymentsRoom(props: AccountPageProps) {
  const { payments } = useTexts();
  return (
    <AccountPage {...props} title={payments.title} lead={payments.lead}>
      {(account, onSaved) => <Payments key={account.id} account={account} onSaved={onSaved} />}
    </AccountPage>
  );
}

interface Props {
  readonly account: AccountView;
  readonly onSaved: (account: AccountView) => void;
}

function Payments({ account, onSaved }: Props) {
  return <PaymentsForm account={account} lists={useDictionaries(account.id)} onSaved={onSaved} />;
}
