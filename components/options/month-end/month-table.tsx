/** The documents of the month, each with both sides and the verdict on them. */
import { useState } from 'preact/hooks';
import type { MonthRow, Verdict } from '../../../utils/invoice/month-end/types';
import { MONTH_END_TEXTS } from '../../../utils/texts/options/month-end';
import { usePage } from '../../form/page';
import { amountOf, date } from '../../format';
import { IconDone, IconInfo, IconLater, IconState, IconWarning } from '../../icons';
import { orderCardUrl } from '../../popup/order-link';
import { sentenceOf } from './sentence';

interface Props {
  readonly panel: string;
  readonly rows: readonly MonthRow[];
}

/** A month of a large shop has thousands: they are drawn as they are asked for. */
const AT_ONCE = 100;

export function MonthTable({ panel, rows }: Props) {
  const texts = MONTH_END_TEXTS[usePage().language];
  const [shown, setShown] = useState(AT_ONCE);
  const { columns } = texts;
  const left = Math.min(AT_ONCE, rows.length - shown);
  return (
    <>
      <table class="month-table" aria-label={texts.table}>
        <thead>
          <tr>
            <th scope="col">{columns.document}</th>
            <th scope="col" class="month-sum">
              {columns.panel}
            </th>
            <th scope="col">{columns.number}</th>
            <th scope="col" class="month-sum">
              {columns.ifirma}
            </th>
            <th scope="col">{columns.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <Row key={row.key} row={row} panel={panel} />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <div class="buttons">
          <button type="button" class="button button-small" onClick={() => setShown(shown + AT_ONCE)}>
            {texts.more(left)}
          </button>
        </div>
      )}
    </>
  );
}

function Row({ row, panel }: { readonly row: MonthRow; readonly panel: string }) {
  const texts = MONTH_END_TEXTS[usePage().language];
  const { columns } = texts;
  const { ifirma, verdict } = row;
  const sentence = sentenceOf(row, texts);
  const facts = [texts.kinds[row.kind], row.issueDate === null ? null : date(row.issueDate)];
  return (
    <tr>
      <th scope="row">
        <span class="month-number">{row.number ?? texts.withoutDocument}</span>
        <span class="muted">{facts.filter((fact) => fact !== null).join(' · ')}</span>
        {row.orderId !== null && (
          <a href={orderCardUrl(panel, row.orderId)} target="_blank" rel="noreferrer">
            {texts.openOrder(row.orderId)}
          </a>
        )}
      </th>
      <td class="month-sum" data-column={columns.panel}>
        {row.gross === null ? texts.noSum : amountOf(row.gross, row.currency)}
      </td>
      <td data-column={columns.number}>
        {ifirma === null ? (
          texts.noSum
        ) : (
          <>
            <span>{ifirma.number || texts.withoutNumber}</span>
            {ifirma.issueDate !== null && <span class="muted">{date(ifirma.issueDate)}</span>}
            {!ifirma.isSeen && <span class="muted">{texts.fromLedger}</span>}
            {row.doubles.length > 0 && <span>{texts.doubles(row.doubles.join(', '))}</span>}
            {row.ksefNumber !== null && <span class="muted month-ksef">{texts.ksef(row.ksefNumber)}</span>}
          </>
        )}
      </td>
      <td class="month-sum" data-column={columns.ifirma}>
        {ifirma?.gross == null ? texts.noSum : amountOf(ifirma.gross, ifirma.currency)}
      </td>
      <td>
        <span class={`month-verdict month-${verdict}`}>
          <VerdictIcon verdict={verdict} />
          {texts.verdicts[verdict]}
        </span>
        {sentence !== null && <span class="month-why">{sentence}</span>}
      </td>
    </tr>
  );
}

function VerdictIcon({ verdict }: { readonly verdict: Verdict }) {
  switch (verdict) {
    case 'check':
      return <IconState state="uncertain" />;
    case 'missing':
      return <IconState state="failed" />;
    case 'gone':
      return <IconState state="skipped" />;
    case 'amount':
      return <IconWarning />;
    case 'date':
      return <IconInfo />;
    case 'no-ksef':
      return <IconLater />;
    case 'same':
      return <IconDone />;
    default:
      return verdict satisfies never;
  }
}
