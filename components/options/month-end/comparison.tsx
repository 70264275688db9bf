/** What the comparison has come to: sums, a choice of results, the documents, and what iFirma has besides. */
import { useState } from 'preact/hooks';
import { type MonthComparison, VERDICTS } from '../../../utils/invoice/month-end';
import type { Verdict } from '../../../utils/invoice/month-end/types';
import { MONTH_END_TEXTS } from '../../../utils/texts/options/month-end';
import { CheckField } from '../../form/check-field';
import { usePage } from '../../form/page';
import { IconDone } from '../../icons';
import { type SaveText, saveText } from '../security/save-text';
import { Foreign } from './foreign';
import { csvName, monthCsv } from './month-csv';
import { MonthTable } from './month-table';
import type { Run } from './run';
import { Summary } from './summary';

interface Props {
  readonly panel: string;
  readonly run: Run;
  readonly comparison: MonthComparison;
  readonly now: () => number;
  readonly onReadMore: () => void;
  readonly save?: SaveText | undefined;
}

export function Comparison({ panel, run, comparison, now, onReadMore, save = saveText }: Props) {
  const { language } = usePage();
  const texts = MONTH_END_TEXTS[language];
  const [hidden, setHidden] = useState<ReadonlySet<Verdict>>(new Set());
  const { rows, counts, foreign, elsewhere } = comparison;
  const there = VERDICTS.filter((verdict) => counts[verdict] > 0);
  const shown = rows.filter(({ verdict }) => !hidden.has(verdict));
  const choose = (verdict: Verdict, isShown: boolean): void => {
    const next = new Set(hidden);
    if (isShown) next.delete(verdict);
    else next.add(verdict);
    setHidden(next);
  };
  return (
    <>
      <Summary run={run} comparison={comparison} now={now} onReadMore={onReadMore} />
      {rows.length > 0 && rows.length === counts.same && (
        <p class="good">
          <IconDone />
          {texts.emptyTitle}
        </p>
      )}
      {there.length > 0 && (
        <fieldset class="month-filter">
          <legend>{texts.show}</legend>
          {there.map((verdict) => (
            <CheckField
              key={verdict}
              label={texts.verdictCount(texts.verdicts[verdict], counts[verdict])}
              checked={!hidden.has(verdict)}
              onChange={(isShown) => choose(verdict, isShown)}
            />
          ))}
        </fieldset>
      )}
      {shown.length > 0 && <MonthTable panel={panel} rows={shown} />}
      {rows.length > 0 && shown.length === 0 && <p class="muted">{texts.nothingShown}</p>}
      <Foreign foreign={foreign} elsewhere={elsewhere} />
      {rows.length + foreign.length > 0 && (
        <div class="buttons">
          <button
            type="button"
            class="button"
            onClick={() => save(csvName(run.collected.month), monthCsv(comparison, texts), 'text/csv')}
          >
            {texts.csv}
          </button>
        </div>
      )}
    </>
  );
}
