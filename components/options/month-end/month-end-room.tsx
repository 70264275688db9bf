/** Zamknięcie miesiąca: the documents of a month in Sellasist beside those in iFirma, and the way to send what is missing. */
import '../../list/list.css';
import '../unsent/unsent.css';
import './month-end.css';
import { useMemo, useState } from 'preact/hooks';
import { compareMonth } from '../../../utils/invoice/month-end';
import type { AccountView } from '../../../utils/messages';
import { MONTH_END_TEXTS } from '../../../utils/texts/options/month-end';
import { usePage } from '../../form/page';
import { SelectField } from '../../form/select-field';
import { IconWarning } from '../../icons';
import { AccountPage, type AccountPageProps } from '../account-page';
import { erplinkOf, useErplinkAnswers } from '../erplink-answers';
import type { SaveText } from '../security/save-text';
import { todayAt } from '../unsent/periods';
import { Comparison } from './comparison';
import { likelyMonth, yearsUntil } from './months';
import { isComparable } from './run';
import { SendMissing } from './send-missing';
import { StandingLine } from './standing-line';
import { useRun } from './use-run';

interface Props extends AccountPageProps {
  readonly save?: SaveText;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

const clock = (): number => Date.now();

export function MonthEndRoom({ save, now = clock, ...page }: Props) {
  const texts = MONTH_END_TEXTS[usePage().language];
  return (
    <AccountPage title={texts.title} lead={texts.lead} {...page}>
      {(account) => <OfAccount key={account.id} account={account} now={now} save={save} />}
    </AccountPage>
  );
}

interface OfAccountProps {
  readonly account: AccountView;
  readonly now: () => number;
  readonly save: SaveText | undefined;
}

function OfAccount({ account, now, save }: OfAccountProps) {
  const { language } = usePage();
  const texts = MONTH_END_TEXTS[language];
  const [today] = useState(() => todayAt(now()));
  const [month, setMonth] = useState(() => likelyMonth(today));
  const [year = '', number = ''] = month.split('-');
  return (
    <>
      <div class="unsent-period">
        <SelectField
          label={texts.month}
          value={number}
          choices={texts.monthNames.map((label, at) => ({ value: String(at + 1).padStart(2, '0'), label }))}
          onChange={(chosen) => setMonth(`${year}-${chosen}`)}
        />
        <SelectField
          label={texts.year}
          value={year}
          choices={yearsUntil(today).map((label) => ({ value: label, label }))}
          onChange={(chosen) => setMonth(`${chosen}-${number}`)}
        />
      </div>
      {account.settings.orderSeriesId !== null && <p class="muted">{texts.orders}</p>}
      <Erplink panel={account.panel} />
      <OfMonth key={month} account={account} month={month} now={now} save={save} />
    </>
  );
}

function Erplink({ panel }: { readonly panel: string }) {
  const texts = MONTH_END_TEXTS[usePage().language];
  const { asked } = useErplinkAnswers();
  if (asked.state !== 'ready') return null;
  const isOn = erplinkOf(asked.value, panel);
  if (isOn === false) return null;
  return (
    <p class="warn">
      <IconWarning />
      <span>{isOn ? texts.erplink : texts.erplinkUnanswered}</span>
    </p>
  );
}

function OfMonth({ account, month, now, save }: OfAccountProps & { readonly month: string }) {
  const comparing = useRun(account.id, month, now);
  const { run, at, start, goOn } = comparing;
  const isShown = run !== null && isComparable(run) && at.kind !== 'reads' && at.kind !== 'waits';
  const comparison = useMemo(() => (isShown ? compareMonth(run.collected) : null), [isShown, run]);
  return (
    <>
      <StandingLine comparing={comparing} comparison={comparison} now={now} />
      {run !== null && comparison !== null && (
        <Comparison panel={account.panel} run={run} comparison={comparison} now={now} onReadMore={goOn} save={save} />
      )}
      {run !== null && (
        <SendMissing
          panel={account.panel}
          rows={comparison?.rows.filter(({ isSendable }) => isSendable) ?? []}
          now={now}
          onEnded={() => start(false)}
        />
      )}
    </>
  );
}
