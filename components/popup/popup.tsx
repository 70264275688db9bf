/** The popup: what needs a person, what is on its way, and what was sent last. */
import { useState } from 'preact/hooks';
import { reasonText } from '../../utils/texts';
import { useAsked } from '../form/asked';
import { usePage, useShared } from '../form/page';
import { Problem } from '../form/problem';
import { IconInfo, IconWarning } from '../icons';
import { AutoNote } from './auto-note';
import { ErrorList } from './error-list';
import { FindOrder } from './find-order';
import { LockedNote } from './locked-note';
import { QuotaMeter } from './quota-meter';
import { RecentItem } from './recent-item';
import { type DeskProps, RowList } from './row-list';
import { type RowsAsking, useRows } from './rows';
import { Tabs } from './tabs';
import { useTexts } from './texts';

export interface PopupProps extends DeskProps {
  /** Address of the options page. */
  readonly optionsUrl: string;
}

export function Popup({ optionsUrl, ...desk }: PopupProps) {
  const texts = useTexts();
  return (
    <div class="popup">
      <header class="popup-bar">
        <img src="/icon/mostek.svg" width="22" height="22" alt="" />
        <h1>Mostek</h1>
        <a href={optionsUrl} target="_blank" rel="noreferrer">
          {texts.options}
        </a>
      </header>
      <main>
        <Body optionsUrl={optionsUrl} {...desk} />
      </main>
    </div>
  );
}

function Body({ optionsUrl, ...desk }: PopupProps) {
  const { ask, language } = usePage();
  const texts = useTexts();
  const shared = useShared();
  const { asked, again } = useAsked('accounts', () => ask('account.list', {}));
  // Asked for beside the accounts, so that the first list waits for nothing but itself.
  const lists = { errors: useRows('errors'), queue: useRows('queue'), recent: useRows('recent') };
  switch (asked.state) {
    case 'loading':
      return <p class="late muted popup-note">{shared.loading}</p>;
    case 'problem':
      return (
        <div class="popup-note">
          <Problem alert>{texts.problem(reasonText(language, asked.reason))}</Problem>
          <button type="button" class="button" onClick={again}>
            {shared.retry}
          </button>
        </div>
      );
    case 'ready':
      if (asked.value.length > 0) return <Lists optionsUrl={optionsUrl} {...lists} {...desk} />;
      return (
        <div class="empty popup-empty">
          <p>{texts.setupText}</p>
          <button type="button" class="button button-primary" onClick={() => void ask('options', {})}>
            {texts.setupButton}
          </button>
        </div>
      );
  }
}

interface ListsProps extends PopupProps {
  readonly errors: RowsAsking;
  readonly queue: RowsAsking;
  readonly recent: RowsAsking;
}

function Lists({ optionsUrl, errors, queue, recent, ...desk }: ListsProps) {
  const texts = useTexts();
  const [tab, setTab] = useState<'errors' | 'queue' | 'recent'>('errors');
  return (
    <>
      <LockedNote />
      <ErplinkNote optionsUrl={optionsUrl} />
      <AutoNote />
      <FindOrder />
      <Tabs
        label={texts.tabs}
        chosen={tab}
        onChoose={setTab}
        tabs={[
          { name: 'errors', label: texts.errorsTab, count: countOf(errors), isUrgent: true },
          { name: 'queue', label: texts.queueTab, count: countOf(queue) },
          { name: 'recent', label: texts.recentTab, count: null },
        ]}
      >
        {tab === 'errors' && <ErrorList list={errors} {...desk} />}
        {tab === 'queue' && (
          <RowList
            list={queue}
            label={texts.queueList}
            emptyTitle={texts.queueEmptyTitle}
            empty={texts.queueEmpty}
            more={texts.moreQueued}
            draw={(row) => <RecentItem row={row} {...desk} />}
          />
        )}
        {tab === 'recent' && (
          <RowList
            list={recent}
            label={texts.recentList}
            emptyTitle={texts.recentEmptyTitle}
            empty={texts.recentEmpty}
            draw={(row) => <RecentItem row={row} {...desk} />}
          />
        )}
      </Tabs>
      {errors.asked.state !== 'loading' && <QuotaMeter now={desk.now} />}
    </>
  );
}

/** How many there are; nothing when there are none. */
const countOf = ({ asked }: RowsAsking): string | null =>
  asked.state === 'ready' && asked.value.total ? String(asked.value.total) : null;

function ErplinkNote({ optionsUrl }: { readonly optionsUrl: string }) {
  const { ask } = usePage();
  const texts = useTexts();
  const { asked } = useAsked('erplink', () => ask('erplink.get', {}));
  if (asked.state !== 'ready') return null;
  const answers = Object.entries(asked.value);
  /** Of these panels; of a single one nobody has to be told its name. */
  const note = (panels: typeof answers, only: string, named: (panels: string) => string): string =>
    answers.length === 1 ? only : named(panels.map(([panel]) => panel).join(', '));
  const open = answers.filter(([, on]) => on === null);
  if (open.length > 0)
    return (
      <p class="popup-tip warn">
        <IconWarning />
        <span>
          {note(open, texts.erplinkUnanswered, texts.erplinkUnansweredIn)}{' '}
          <a href={optionsUrl} target="_blank" rel="noreferrer">
            {texts.erplinkAnswer}
          </a>
        </span>
      </p>
    );
  const on = answers.filter(([, answer]) => answer === true);
  if (on.length === 0) return null;
  return (
    <p class="popup-tip muted with-icon">
      <IconInfo />
      <span>{note(on, texts.erplinkOn, texts.erplinkOnIn)}</span>
    </p>
  );
}
