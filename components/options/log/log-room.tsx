/** Log synchronizacji: what was done, when and with what result; narrowed, read back to the first entry, and taken along as a file. */
import './log.css';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { AccountView, LogRow } from '../../../utils/messages';
import { LOG_TEXTS } from '../../../utils/texts/options/log';
import { reasonText } from '../../../utils/texts/reasons';
import type { Asking } from '../../form/asked';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import { IconSpinner } from '../../icons';
import { ExportBar } from './export-bar';
import { type Choice, EVERYTHING, Filters, filterOf } from './filters';
import { KeepForm } from './keep-form';
import { LogTable } from './log-table';
import { moment } from './moment';
import { type LogReading, useLog } from './reading';
import { Story } from './story';

export function LogRoom({ accounts: { asked } }: { readonly accounts: Asking<readonly AccountView[]> }) {
  const { language } = usePage();
  const texts = LOG_TEXTS[language];
  const [choice, setChoice] = useState<Choice>(EVERYTHING);
  const [story, setStory] = useState<LogRow | null>(null);
  const accounts = asked.state === 'ready' ? asked.value : [];
  const filter = useMemo(() => filterOf(language, choice), [language, choice]);
  const log = useLog(filter);
  const choose = useCallback((change: Partial<Choice>) => setChoice((before) => ({ ...before, ...change })), []);
  const nameOfAccount = (accountId: string): string =>
    accounts.find(({ id }) => id === accountId)?.name ?? (asked.state === 'ready' ? texts.goneAccount : '');

  return (
    <>
      <h1 tabIndex={-1}>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <Filters choice={choice} accounts={accounts} onChoose={choose} onClear={() => setChoice(EVERYTHING)} />
      <div class="log-bar">
        <ExportBar filter={filter} nameOfAccount={nameOfAccount} />
        <Fresh log={log} />
      </div>
      {log.rows.length > 0 && <LogTable rows={log.rows} nameOfAccount={nameOfAccount} onStory={setStory} />}
      <End log={log} isNarrowed={choice !== EVERYTHING && Object.values(choice).some((each) => each !== '')} />
      <KeepForm />
      {story !== null && <Story row={story} nameOfAccount={nameOfAccount} onClose={() => setStory(null)} />}
    </>
  );
}

function Fresh({ log: { isOld, at, again } }: { readonly log: LogReading }) {
  const texts = LOG_TEXTS[usePage().language];
  if (!isOld || at === 'reads') return null;
  return (
    <p class="log-fresh">
      <span class="muted">{texts.fresh}</span>
      <button type="button" class="button button-small" onClick={again}>
        {texts.showFresh}
      </button>
    </p>
  );
}

/** How far it has been read, and how it goes on. */
function End({ log, isNarrowed }: { readonly log: LogReading; readonly isNarrowed: boolean }) {
  const { language } = usePage();
  const texts = LOG_TEXTS[language];
  const shared = useShared();
  const { at, rows, looked, back, more, stop, again } = log;
  if (typeof at === 'object')
    return (
      <div class="buttons">
        <Problem alert>{texts.problem(reasonText(language, at.problem))}</Problem>
        <button type="button" class="button" onClick={again}>
          {shared.retry}
        </button>
      </div>
    );
  switch (at) {
    case 'reads':
      // The first part comes at once; only a search that goes on says how far it is.
      if (back === null) return <p class="late muted">{shared.loading}</p>;
      return (
        <div class="buttons">
          <span class="with-icon muted" aria-busy="true">
            <IconSpinner />
            {texts.looking(looked, moment(back))}
          </span>
          <button type="button" class="button button-small" onClick={stop}>
            {texts.stop}
          </button>
        </div>
      );
    case 'stopped':
      return (
        <div class="buttons">
          <span role="status">{back !== null && texts.stopped(moment(back))}</span>
          <button type="button" class="button" onClick={more}>
            {texts.goOn}
          </button>
        </div>
      );
    case 'page':
      return (
        <div class="buttons">
          <button type="button" class="button" onClick={more}>
            {texts.older}
          </button>
          <span role="status" class="muted">
            {texts.shown(rows.length, false)}
          </span>
        </div>
      );
    case 'whole':
      if (rows.length > 0)
        return (
          <p role="status" class="muted">
            {texts.shown(rows.length, true)}
          </p>
        );
      return (
        <div class="card empty">
          {isNarrowed ? (
            <p role="status">{texts.nothing}</p>
          ) : (
            <>
              <p>
                <strong>{texts.emptyTitle}</strong>
              </p>
              <p class="muted">{texts.empty}</p>
            </>
          )}
        </div>
      );
    default:
      return at satisfies never;
  }
}
