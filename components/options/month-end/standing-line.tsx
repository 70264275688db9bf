/** How far the comparison is, and what can be done about it. Only its end and what stops it are read aloud. */
import { leftToRead, type MonthComparison } from '../../../utils/invoice/month-end';
import { MONTH_END_TEXTS } from '../../../utils/texts/options/month-end';
import { reasonText } from '../../../utils/texts/reasons';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import { time } from '../../format';
import { IconSpinner } from '../../icons';
import { isComparable, type Run } from './run';
import type { Comparing } from './use-run';

interface Props {
  readonly comparing: Comparing;
  /** null: there is none to be shown yet. */
  readonly comparison: MonthComparison | null;
  readonly now: () => number;
}

export function StandingLine({ comparing, comparison, now }: Props) {
  const { language } = usePage();
  const shared = useShared();
  const texts = MONTH_END_TEXTS[language];
  const { at, run, start, stop, goOn } = comparing;
  const restart = () => start(false);
  switch (at.kind) {
    case 'idle':
      return (
        <div class="buttons">
          <button type="button" class="button button-primary" onClick={restart}>
            {texts.compare}
          </button>
        </div>
      );
    case 'reads':
    case 'waits':
      return (
        <div class="month-standing">
          {at.kind === 'reads' ? (
            <p class="with-icon muted" aria-busy="true">
              <IconSpinner />
              {run !== null && <Reading run={run} />}
            </p>
          ) : (
            <p class="muted">{texts.waiting(time(at.until, now()))}</p>
          )}
          {run !== null && run.step.kind === 'look' && <Bar run={run} />}
          <Small onClick={stop}>{texts.stop}</Small>
        </div>
      );
    case 'stopped':
      return (
        <div class="month-standing">
          <p role="status">{texts.stopped}</p>
          <Small onClick={goOn}>{texts.goOn}</Small>
          <Small onClick={restart}>{texts.again}</Small>
        </div>
      );
    case 'problem':
      return (
        <div class="month-standing">
          <Problem alert>{texts.problem(reasonText(language, at.reason, null, now()))}</Problem>
          <Small onClick={goOn}>{shared.retry}</Small>
        </div>
      );
    case 'done':
      return (
        <div class="month-standing">
          <p role="status">
            {comparison !== null && texts.done(comparison.rows.length, comparison.rows.length - comparison.counts.same)}
          </p>
          <Small onClick={restart}>{texts.again}</Small>
          <Small onClick={() => start(true)}>{texts.fresh}</Small>
        </div>
      );
    default:
      return at satisfies never;
  }
}

function Reading({ run }: { readonly run: Run }) {
  const texts = MONTH_END_TEXTS[usePage().language];
  switch (run.step.kind) {
    case 'again':
    case 'panel':
      return <span>{texts.readingPanel(run.looked)}</span>;
    case 'ifirma':
      return <span>{texts.readingIfirma(run.collected.invoices.length)}</span>;
    case 'ledger':
      return <span>{texts.readingLedger}</span>;
    case 'look':
    case 'done': {
      const { read, all } = looked(run);
      return <span>{texts.looking(read, all)}</span>;
    }
    default:
      return run.step satisfies never;
  }
}

function Bar({ run }: { readonly run: Run }) {
  const texts = MONTH_END_TEXTS[usePage().language];
  const { read, all } = looked(run);
  return isComparable(run) && all > 0 ? <progress aria-label={texts.progress} value={read} max={all} /> : null;
}

const looked = ({ collected }: Run): { readonly read: number; readonly all: number } => {
  const left = leftToRead(collected);
  const read = collected.readInvoices.length + collected.readDocuments.length;
  return { read, all: read + left.invoices.length + left.documents.length };
};

function Small({ onClick, children }: { readonly onClick: () => void; readonly children: string }) {
  return (
    <button type="button" class="button button-small" onClick={onClick}>
      {children}
    </button>
  );
}
