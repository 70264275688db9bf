/** The options page: navigation beside, one room at a time. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAsked } from '../form/asked';
import { usePage } from '../form/page';
import { UnsavedGuard } from '../form/unsaved';
import { AccountsRoom } from './accounts-room';
import { PaymentsRoom } from './payments-room';
import { ROOMS, type Room, useRoom } from './route';
import { SettingsRoom } from './settings-room';
import { useTexts } from './texts';

export function Options() {
  return (
    <UnsavedGuard>
      <Rooms />
    </UnsavedGuard>
  );
}

function Rooms() {
  const { ask, watch } = usePage();
  const texts = useTexts();
  const room = useRoom();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(room);
  const accounts = useAsked('accounts', () => ask('account.list', {}));
  const { again } = accounts;
  const [chosen, setChosen] = useState<string | null>(null);

  // A transfer that iFirma refused may have paused its account.
  useEffect(() => watch(null, again), [watch, again]);

  const title = texts[room].title;
  useEffect(() => {
    document.title = `${title} – ${texts.pageTitle}`;
    if (shown.current === room) return;
    shown.current = room;
    main.current?.querySelector('h1')?.focus();
  }, [room, title, texts]);

  return (
    <div class="options">
      <header class="options-bar">
        <img src="/icon/mostek.svg" width="28" height="28" alt="" />
        <span class="options-name">Mostek</span>
        <span class="muted">Sellasist → iFirma</span>
      </header>
      <nav class="options-nav" aria-label={texts.navigation}>
        {ROOMS.map((name) => (
          <a key={name} href={`#${name}`} aria-current={name === room ? 'page' : undefined}>
            {texts[name].title}
          </a>
        ))}
      </nav>
      <main ref={main} class="options-main">
        <RoomView room={room} accounts={accounts} chosen={chosen} onChoose={setChosen} />
      </main>
    </div>
  );
}

interface RoomProps {
  readonly room: Room;
  readonly accounts: Parameters<typeof AccountsRoom>[0]['accounts'];
  readonly chosen: string | null;
  readonly onChoose: (accountId: string) => void;
}

function RoomView({ room, accounts, chosen, onChoose }: RoomProps) {
  switch (room) {
    case 'accounts':
      return <AccountsRoom accounts={accounts} />;
    case 'payments':
      return <PaymentsRoom accounts={accounts} chosen={chosen} onChoose={onChoose} />;
    case 'settings':
      return <SettingsRoom accounts={accounts} chosen={chosen} onChoose={onChoose} />;
  }
}
