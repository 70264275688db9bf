/** Metody płatności: which way of payment in iFirma each method of the panel becomes. */

import type { AccountView } from '../../utils/messages';
import { useShared } from '../form/page';
import { AccountPage, type AccountPageProps } from './account-page';
import { useDictionaries } from './dictionaries';
import { PanelListsProblem } from './panel-lists';
import { PaymentsForm } from './payments-form';
import { useTexts } from './texts';

export function PaymentsRoom(props: AccountPageProps) {
  const { payments } = useTexts();
  return (
    <AccountPage {...props} title={payments.title} lead={payments.lead}>
      {(account, onSaved) => <Methods key={account.id} account={account} onSaved={onSaved} />}
    </AccountPage>
  );
}

interface Props {
  readonly account: AccountView;
  readonly onSaved: (account: AccountView) => void;
}

function Methods({ account, onSaved }: Props) {
  const { payments } = useTexts();
  const shared = useShared();
  const lists = useDictionaries(account.id);
  switch (lists.asked.state) {
    case 'loading':
      return <p class="late muted">{shared.loading}</p>;
    case 'problem':
      return <PanelListsProblem lists={lists} />;
    case 'ready': {
      const methods = lists.asked.value.payments;
      if (methods.length === 0 && Object.keys(account.payments).length === 0) {
        return <p class="card empty">{payments.none}</p>;
      }
      return <PaymentsForm account={account} methods={methods} lists={lists} onSaved={onSaved} />;
    }
  }
}
