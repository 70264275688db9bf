/** Konta: the accounts, each a form of its own, and for each of their panels the question about the vendor's own integration. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AccountView } from '../../utils/messages';
import { reasonText } from '../../utils/texts/reasons';
import type { Asking } from '../form/asked';
import { usePage, useShared } from '../form/page';
import { Problem } from '../form/problem';
import { useLeaving } from '../form/unsaved';
import { AccountItem } from './account-item';
import { useErplinkAnswers } from './erplink-answers';
import { ErplinkQuestion } from './erplink-question';
import { useTexts } from './texts';

interface Props {
  readonly accounts: Asking<readonly AccountView[]>;
}

/** Which account's form is open: an id, the one being added, or none. One at a time, so that every name is there once. */
type Open = { readonly id: string } | 'new' | 'none';

/** A single account needs no list around it, and without any the first one is to be added. */
const openAtFirst = (accounts: readonly AccountView[]): Open => {
  const [first, ...others] = accounts;
  if (first === undefined) return 'new';
  return others.length === 0 ? { id: first.id } : 'none';
};

export function AccountsRoom({ accounts }: Props) {
  const { language } = usePage();
  const texts = useTexts();
  const shared = useShared();
  const { asked } = accounts;
  switch (asked.state) {
    case 'loading':
      return (
        <>
          <h1 tabIndex={-1}>{texts.accounts.title}</h1>
          <p class="late muted">{shared.loading}</p>
        </>
      );
    case 'problem':
      return (
        <>
          <h1 tabIndex={-1}>{texts.accounts.title}</h1>
          <Problem alert>{texts.accountsProblem(reasonText(language, asked.reason))}</Problem>
          <button type="button" class="button" onClick={accounts.again}>
            {shared.retry}
          </button>
        </>
      );
    case 'ready':
      return <Accounts list={asked.value} accounts={accounts} />;
    default:
      return asked satisfies never;
  }
}

function Accounts({ list, accounts }: Props & { readonly list: readonly AccountView[] }) {
  const texts = useTexts();
  const { leave } = useLeaving();
  const added = useRef<HTMLLIElement>(null);
  const [chosen, setChosen] = useState<Open | null>(null);
  const [adding, setAdding] = useState({ count: 0, key: 'new-0' });
  /** An account keeps the place on the page that it had before it was saved: the form stays, with its `Zapisano`. */
  const [places, setPlaces] = useState<Readonly<Record<string, string>>>({});
  const open = chosen ?? openAtFirst(list);
  const isFirstRun = list.length === 0;
  const panels = [...new Set(list.map(({ panel }) => panel))];
  const answers = useErplinkAnswers();

  useEffect(() => {
    if (adding.count > 0) added.current?.querySelector('input')?.focus();
  }, [adding.count]);

  const add = (): void => {
    const begin = (): void => {
      setChosen('new');
      setAdding((now) => ({ ...now, count: now.count + 1 }));
    };
    if (open === 'new') begin();
    else leave(begin);
  };

  /** @param was null: it has just been added. With another login or panel it comes back as another account. */
  const saved = (was: AccountView | null, account: AccountView): void => {
    const others = list.filter(({ id }) => id !== account.id);
    accounts.put(was === null ? [...others, account] : list.map((other) => (other.id === was.id ? account : other)));
    if (account.id === was?.id) return;
    setPlaces((now) => ({ ...now, [account.id]: was === null ? adding.key : (now[was.id] ?? was.id) }));
    if (was === null) setAdding((now) => ({ count: 0, key: `new-${Number(now.key.slice(4)) + 1}` }));
    setChosen({ id: account.id });
  };

  const removed = (id: string): void => {
    accounts.put(list.filter((account) => account.id !== id));
    setChosen(null);
  };

  const items = [
    ...list.map((account) => ({
      account,
      key: places[account.id] ?? account.id,
      isOpen: typeof open === 'object' && open.id === account.id,
    })),
    ...(open === 'new' ? [{ account: null, key: adding.key, isOpen: true }] : []),
  ];

  return (
    <>
      <div class="room-head">
        <h1 tabIndex={-1}>{texts.accounts.title}</h1>
        <button type="button" class="button" onClick={add}>
          {texts.accounts.add}
        </button>
      </div>
      {isFirstRun ? <Welcome /> : <p class="lead">{texts.accounts.lead}</p>}
      <ul class="accounts">
        {items.map(({ account, key, isOpen }) => (
          <li key={key} ref={account === null ? added : null} class="card">
            <AccountItem
              account={account}
              others={list.filter((other) => other !== account)}
              isOpen={isOpen}
              onOpen={() => leave(() => account !== null && setChosen({ id: account.id }))}
              onClose={
                isFirstRun || (list.length === 1 && account !== null) ? null : () => leave(() => setChosen('none'))
              }
              onSaved={(now) => saved(account, now)}
              onRemoved={removed}
              onTested={accounts.again}
            />
          </li>
        ))}
      </ul>
      {panels.map((panel) => (
        <ErplinkQuestion key={panel} panel={panel} answers={answers} isOneOfSeveral={panels.length > 1} />
      ))}
    </>
  );
}

function Welcome() {
  const { accounts } = useTexts();
  return (
    <div class="tip">
      <p>{accounts.firstText}</p>
      <a href="#start">{accounts.firstLink}</a>
    </div>
  );
}
