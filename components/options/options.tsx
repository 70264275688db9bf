/** The options page: navigation beside, one room at a time. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AccountView } from '../../utils/messages';
import type { Answer } from '../ask';
import { type Asking, useAsked } from '../form/asked';
import { usePage, useShared } from '../form/page';
import { ReloadContext } from '../form/reload';
import { UnsavedGuard } from '../form/unsaved';
import { AccountsRoom } from './accounts-room';
import { DiagnosticsRoom } from './diagnostics/diagnostics-room';
import type { RequestHost } from './diagnostics/withdrawn-hosts';
import { FirstStepsRoom } from './first-steps/first-steps-room';
import { LayoutRoom } from './layout/layout-room';
import { LogRoom } from './log/log-room';
import { MonthEndRoom } from './month-end/month-end-room';
import { PaymentsRoom } from './payments-room';
import { addressOf, ROOMS, type Room, useRoom } from './route';
import { RulesRoom } from './rules/rules-room';
import { SecurityRoom } from './security/security-room';
import { SeriesRoom } from './series-room';
import { SettingsRoom } from './settings-room';
import { useTexts } from './texts';
import { UnsentRoom } from './unsent/unsent-room';

interface Props {
  /** The accounts, where they were asked for before the page was drawn. */
  readonly first?: Promise<Answer<readonly AccountView[]>>;
  /** Has the browser ask the person for a host that was withdrawn; only a page can, and only in a click. */
  readonly requestHost?: RequestHost;
}

export function Options(props: Props) {
  return (
    <UnsavedGuard>
      <Rooms {...props} />
    </UnsavedGuard>
  );
}

/** A merchant without an account is led through the first steps; null until it is known whether there is one. */
const firstRoom = ({ asked }: Asking<readonly AccountView[]>): Room | null => {
  if (asked.state === 'loading') return null;
  return asked.state === 'ready' && asked.value.length === 0 ? 'start' : 'accounts';
};

function Rooms({ first, requestHost }: Props) {
  const { ask, watch } = usePage();
  const texts = useTexts();
  const shared = useShared();
  const main = useRef<HTMLElement>(null);
  const early = useRef(first);
  const accounts = useAsked('accounts', () => {
    const answer = early.current ?? ask('account.list', {});
    early.current = undefined;
    return answer;
  });
  const { again } = accounts;
  const room = useRoom(firstRoom(accounts));
  const shown = useRef(room);
  const [chosen, setChosen] = useState<string | null>(null);

  // Another tab may have saved, and a transfer that iFirma refused may have paused its account.
  useEffect(() => watch(null, again), [watch, again]);

  const title = room === null ? null : texts.rooms[room];
  useEffect(() => {
    document.title = title === null ? texts.pageTitle : `${title} – ${texts.pageTitle}`;
  }, [title, texts]);
  useEffect(() => {
    const before = shown.current;
    shown.current = room;
    if (before !== null && before !== room) main.current?.querySelector('h1')?.focus();
  }, [room]);

  return (
    <div class="options">
      <header class="options-bar">
        <img src="/icon/mostek.svg" width="28" height="28" alt="" />
        <span class="options-name">Mostek</span>
        <span class="muted">Sellasist → iFirma</span>
      </header>
      <Navigation room={room} />
      <main ref={main} class="options-main">
        <ReloadContext.Provider value={again}>
          {room === null ? (
            <p class="late muted">{shared.loading}</p>
          ) : (
            <RoomView
              room={room}
              accounts={accounts}
              chosen={chosen}
              onChoose={setChosen}
              {...(requestHost && { requestHost })}
            />
          )}
        </ReloadContext.Provider>
      </main>
    </div>
  );
}

/** On a narrow screen one line that can be moved sideways, so that the room itself is in sight. */
function Navigation({ room }: { readonly room: Room | null }) {
  const texts = useTexts();
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView?.({ block: 'nearest', inline: 'center' });
  }, [room]);
  return (
    <nav class="options-nav" aria-label={texts.navigation}>
      {ROOMS.map((name) => (
        <a
          key={name}
          ref={name === room ? current : null}
          href={addressOf(name)}
          aria-current={name === room ? 'page' : undefined}
        >
          {texts.rooms[name]}
        </a>
      ))}
    </nav>
  );
}

interface RoomProps {
  readonly room: Room;
  readonly accounts: Asking<readonly AccountView[]>;
  readonly chosen: string | null;
  readonly onChoose: (accountId: string) => void;
  readonly requestHost?: RequestHost;
}

function RoomView({ room, ...page }: RoomProps) {
  switch (room) {
    case 'start':
      return <FirstStepsRoom accounts={page.accounts} />;
    case 'accounts':
      return <AccountsRoom accounts={page.accounts} />;
    case 'payments':
      return <PaymentsRoom {...page} />;
    case 'settings':
      return <SettingsRoom {...page} />;
    case 'series':
      return <SeriesRoom {...page} />;
    case 'rules':
      return <RulesRoom accounts={page.accounts} />;
    case 'unsent':
      return <UnsentRoom accounts={page.accounts} />;
    case 'month-end':
      return <MonthEndRoom {...page} />;
    case 'layout':
      return <LayoutRoom />;
    case 'log':
      return <LogRoom accounts={page.accounts} />;
    case 'security':
      return <SecurityRoom />;
    case 'diagnostics':
      return <DiagnosticsRoom {...(page.requestHost && { requestHost: page.requestHost })} />;
    default:
      return room satisfies never;
  }
}
