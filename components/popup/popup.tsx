/** The popup: what needs a person, what is on its way, and what was sent last. */
import { useState } from 'preact/hooks';
import { reasonText } from '../../utils/texts';
import { useAsked } from '../form/asked';
import { usePage, useShared } from '../form/page';
import { Problem } from '../form/problem';
import { AutoNote } from './auto-note';
import { ErplinkNote } from './erplink-note';
import { ErrorList } from './error-list';
import { FindOrder } from './find-order';
import { type GroupsAsking, useGroups } from './groups';
import { LockedNote } from './locked-note';
import { MonthNote } from './month-note';
import { PanelFilter } from './panel-filter';
import { QuotaMeter } from './quota-meter';
import { RecentList } from './recent-list';
import type { DeskProps } from './row-list';
import { type RowsAsking, useRows } from './rows';
import { RulesNote } from './rules-note';
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
  const panels = asked.state === 'ready' ? [...new Set(asked.value.map((account) => account.panel))] : [];
  const [chosen, setChosen] = useState<string | null>(null);
  // The account may have been removed meanwhile.
  const panel = chosen !== null && panels.includes(chosen) ? chosen : null;
  // Asked for beside the accounts, so that the first list waits for nothing but itself.
  const lists = { errors: useGroups(panel), queue: useRows('queue', { panel }), recent: useRows('recent', { panel }) };
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
      if (panels.length > 0)
        return (
          <Lists optionsUrl={optionsUrl} panels={panels} panel={panel} onChoose={setChosen} {...lists} {...desk} />
        );
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
  readonly panels: readonly string[];
  /** null: all of them. */
  readonly panel: string | null;
  readonly onChoose: (panel: string | null) => void;
  readonly errors: GroupsAsking;
  readonly queue: RowsAsking;
  readonly recent: RowsAsking;
}

function Lists({ optionsUrl, panels, panel, onChoose, errors, queue, recent, ...tools }: ListsProps) {
  const texts = useTexts();
  const desk = { ...tools, showPanel: panels.length > 1 && panel === null };
  const [tab, setTab] = useState<'errors' | 'queue' | 'recent'>('errors');
  return (
    <>
      <LockedNote />
      <MonthNote />
      <AutoNote />
      <RulesNote optionsUrl={optionsUrl} />
      <ErplinkNote optionsUrl={optionsUrl} />
      {panels.length > 1 && <PanelFilter panels={panels} panel={panel} onChoose={onChoose} />}
      <FindOrder panels={panels} panel={panel} {...desk} />
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
        {tab === 'errors' && <ErrorList list={errors} panel={panel} {...desk} />}
        {tab === 'queue' && (
          <RecentList
            list={queue}
            label={texts.queueList}
            emptyTitle={texts.queueEmptyTitle}
            empty={texts.queueEmpty}
            more={texts.moreQueued}
            {...desk}
          />
        )}
        {tab === 'recent' && (
          <RecentList
            list={recent}
            label={texts.recentList}
            emptyTitle={texts.recentEmptyTitle}
            empty={texts.recentEmpty}
            {...desk}
          />
        )}
      </Tabs>
      {errors.asked.state !== 'loading' && <QuotaMeter now={desk.now} />}
    </>
  );
}

/** How many there are; nothing when there are none. */
const countOf = ({ asked }: GroupsAsking | RowsAsking): string | null =>
  asked.state === 'ready' && asked.value.total ? String(asked.value.total) : null;
