/** The sums of both sides, what they leave out, and what the comparison does not know. */
import type { MonthComparison } from '../../../utils/invoice/month-end';
import { MONTH_END_TEXTS } from '../../../utils/texts/options/month-end';
import { usePage } from '../../form/page';
import { time, zloty } from '../../format';
import { IconInfo, IconWarning } from '../../icons';
import type { Run } from './run';

interface Props {
  readonly run: Run;
  readonly comparison: MonthComparison;
  readonly now: () => number;
  readonly onReadMore: () => void;
}

export function Summary({ run, comparison, now, onReadMore }: Props) {
  const texts = MONTH_END_TEXTS[usePage().language];
  const { totals, rows, unread } = comparison;
  const readAt = Math.min(...run.collected.documents.map((document) => document.readAt));
  return (
    <section class="card month-summary" aria-label={texts.totals}>
      <h2>{texts.totals}</h2>
      <dl>
        <Total label={texts.totalPanel} sum={totals.panel} />
        <Total label={texts.totalIfirma} sum={totals.ifirma} />
        <Total label={texts.totalDifference} sum={totals.difference} />
      </dl>
      {totals.leftOut > 0 && <p class="muted">{texts.leftOut(totals.leftOut)}</p>}
      {Number.isFinite(readAt) && <p class="muted">{texts.readAt(time(readAt, now()))}</p>}
      {rows.some(({ kind }) => kind === 'correction') && (
        <p class="with-icon muted">
          <IconInfo />
          <span>{texts.corrections}</span>
        </p>
      )}
      {run.unreadable.length > 0 && (
        <p class="warn">
          <IconWarning />
          <span>{texts.unreadable(run.unreadable.join(', '))}</span>
        </p>
      )}
      {unread > 0 && (
        <>
          <p class="warn">
            <IconWarning />
            <span>{texts.unread(unread)}</span>
          </p>
          <div class="buttons">
            <button type="button" class="button button-small" onClick={onReadMore}>
              {texts.readMore}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

function Total({ label, sum }: { readonly label: string; readonly sum: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{zloty(sum)}</dd>
    </div>
  );
}
