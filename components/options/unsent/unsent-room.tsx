/** Nie wysłane: what of a period is not in iFirma, each with why, and the way to send it. */
import '../../list/list.css';
import './unsent.css';
import { useState } from 'preact/hooks';
import type { AccountView } from '../../../utils/messages';
import { UNSENT_TEXTS } from '../../../utils/texts/options/unsent';
import { reasonText } from '../../../utils/texts/reasons';
import type { Asking } from '../../form/asked';
import { DateField } from '../../form/date-field';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import { SelectField } from '../../form/select-field';
import { time } from '../../format';
import { IconDone, IconSpinner } from '../../icons';
import { useTexts } from '../texts';
import { type Period, type PeriodName, periodOf, todayAt } from './periods';
import { type Search, useSearch } from './search';
import { SendChosen } from './send-chosen';
import { UnsentList } from './unsent-list';

const now = (): number => Date.now();

export function UnsentRoom({ accounts }: { readonly accounts: Asking<readonly AccountView[]> }) {
  const { language } = usePage();
  const shared = useShared();
  const options = useTexts();
  const texts = UNSENT_TEXTS[language];
  const { asked } = accounts;
  const panels = asked.state === 'ready' ? [...new Set(asked.value.map(({ panel }) => panel))] : [];
  const [chosen, setChosen] = useState<string | null>(null);
  const panel = panels.find((each) => each === chosen) ?? panels[0];
  return (
    <>
      <h1 tabIndex={-1}>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      {asked.state === 'loading' && <p class="late muted">{shared.loading}</p>}
      {asked.state === 'problem' && (
        <Problem alert>{options.accountsProblem(reasonText(language, asked.reason))}</Problem>
      )}
      {asked.state === 'ready' && panel === undefined && (
        <div class="card empty">
          <p>{options.noAccounts}</p>
          <a class="button button-primary" href="#accounts">
            {options.toAccounts}
          </a>
        </div>
      )}
      {panels.length > 1 && (
        <SelectField
          label={texts.panel}
          value={panel ?? ''}
          choices={panels.map((name) => ({ value: name, label: name }))}
          onChange={setChosen}
        />
      )}
      {panel !== undefined && <OfPanel key={panel} panel={panel} />}
    </>
  );
}

function OfPanel({ panel }: { readonly panel: string }) {
  const { language } = usePage();
  const texts = UNSENT_TEXTS[language];
  const [today] = useState(() => todayAt(now()));
  const [name, setName] = useState<PeriodName>('this-month');
  const [typed, setTyped] = useState<Period>({ from: '', to: '' });
  const period = periodOf(name, typed, today);
  const isWrong = period === null && typed.from !== '' && typed.to !== '';
  return (
    <>
      <div class="unsent-period">
        <SelectField
          label={texts.period}
          value={name}
          choices={[
            { value: 'this-month', label: texts.thisMonth },
            { value: 'last-month', label: texts.lastMonth },
            { value: 'between', label: texts.between },
          ]}
          onChange={(value) => setName(value as PeriodName)}
        />
        {name === 'between' && (
          <>
            <DateField
              label={texts.from}
              value={typed.from}
              onChange={(from) => setTyped({ ...typed, from })}
              problem={isWrong ? texts.wrongDays : undefined}
            />
            <DateField label={texts.to} value={typed.to} onChange={(to) => setTyped({ ...typed, to })} />
          </>
        )}
      </div>
      {period !== null && <OfPeriod key={`${period.from} ${period.to}`} panel={panel} period={period} />}
    </>
  );
}

function OfPeriod({ panel, period }: { readonly panel: string; readonly period: Period }) {
  const { language } = usePage();
  const texts = UNSENT_TEXTS[language];
  const search = useSearch(panel, period, now);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const documents = search.rows.map(({ document }) => document).filter(({ key }) => chosen.has(key));
  const isEmpty = search.at.kind === 'done' && search.rows.length === 0;
  return (
    <>
      <Standing search={search} />
      {isEmpty ? (
        <div class="card empty">
          <p class="good">
            <IconDone />
            {texts.emptyTitle}
          </p>
          <p class="muted">{texts.empty}</p>
        </div>
      ) : (
        <UnsentList rows={search.rows} chosen={chosen} onChoose={setChosen} now={now()} />
      )}
      <section class="card unsent-send">
        <SendChosen panel={panel} documents={documents} now={now} onEnded={search.again} />
      </section>
    </>
  );
}

/** How far the search is. Only its end and what stops it are read aloud. */
function Standing({ search: { at, looked, rows, again } }: { readonly search: Search }) {
  const { language } = usePage();
  const texts = UNSENT_TEXTS[language];
  switch (at.kind) {
    case 'reads':
      return (
        <p class="with-icon muted" aria-busy="true">
          <IconSpinner />
          {texts.reading(looked)}
        </p>
      );
    case 'waits':
      return <p class="muted">{texts.waiting(time(at.until, now()))}</p>;
    case 'problem':
      return (
        <>
          <Problem alert>{texts.problem(reasonText(language, at.reason))}</Problem>
          <Again onAgain={again} />
        </>
      );
    case 'done':
      return (
        <div class="unsent-done">
          <p role="status">{texts.found(rows.length)}</p>
          <Again onAgain={again} />
        </div>
      );
    default:
      return at satisfies never;
  }
}

function Again({ onAgain }: { readonly onAgain: () => void }) {
  const texts = UNSENT_TEXTS[usePage().language];
  return (
    <button type="button" class="button button-small" onClick={onAgain}>
      {texts.refresh}
    </button>
  );
}
