/** Pierwsze kroki: from the installation to the first invoice, as far as what is stored says. Nothing here blocks the rest. */
import './first-steps.css';
import { useState } from 'preact/hooks';
import type { AccountView } from '../../../utils/messages';
import { reasonText } from '../../../utils/texts/reasons';
import type { Asking } from '../../form/asked';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import { SelectField } from '../../form/select-field';
import { useLeaving } from '../../form/unsaved';
import { useTexts } from '../texts';
import { NEW } from './account-entry';
import { Steps } from './steps';
import { useStepsTexts } from './texts';

interface Props {
  readonly accounts: Asking<readonly AccountView[]>;
}

export function FirstStepsRoom({ accounts }: Props) {
  const { language } = usePage();
  const texts = useTexts();
  const words = useStepsTexts();
  const shared = useShared();
  const { asked } = accounts;
  return (
    <>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {asked.state === 'loading' && <p class="late muted">{shared.loading}</p>}
      {asked.state === 'problem' && (
        <>
          <Problem alert>{texts.accountsProblem(reasonText(language, asked.reason))}</Problem>
          <button type="button" class="button" onClick={accounts.again}>
            {shared.retry}
          </button>
        </>
      )}
      {asked.state === 'ready' && <Chosen list={asked.value} accounts={accounts} />}
    </>
  );
}

function Chosen({ list, accounts }: Props & { readonly list: readonly AccountView[] }) {
  const shared = useShared();
  const { leave } = useLeaving();
  const [chosen, setChosen] = useState<string | null>(null);
  /** What was saved here keeps its place on the page, with its `Zapisano` and what the test said. */
  const [places, setPlaces] = useState<Readonly<Record<string, string>>>({});
  const account = list.find(({ id }) => id === chosen) ?? list[0] ?? null;

  const place = account === null ? NEW : (places[account.id] ?? account.id);

  /** With another login or panel it comes back as another account. */
  const saved = (now: AccountView): void => {
    accounts.put(account === null ? [...list, now] : list.map((other) => (other.id === account.id ? now : other)));
    if (now.id === account?.id) return;
    setChosen(now.id);
    setPlaces((before) => ({ ...before, [now.id]: place }));
  };

  return (
    <>
      {list.length > 1 && account !== null && (
        <div class="account-choice">
          <SelectField
            label={shared.account}
            value={account.id}
            choices={list.map(({ id, name, panel }) => ({ value: id, label: `${name} (${panel})` }))}
            onChange={(id) => leave(() => setChosen(id))}
          />
        </div>
      )}
      <Steps
        key={place}
        account={account}
        others={list.filter((other) => other !== account)}
        onSaved={saved}
        onTested={accounts.again}
      />
    </>
  );
}
