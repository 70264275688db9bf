/** The entries, newest first: when, which document, what was done, and what came of it. */
import type { LogRow } from '../../../utils/messages';
import { STATE_TEXTS } from '../../../utils/texts';
import { LOG_TEXTS } from '../../../utils/texts/options/log';
import { usePage } from '../../form/page';
import { IconState } from '../../icons';
import { orderCardUrl } from '../../popup/order-link';
import { moment, took } from './moment';
import { decidedOf, nameOf, whatOf, whyOf } from './words';

interface Props {
  readonly rows: readonly LogRow[];
  readonly nameOfAccount: (accountId: string) => string;
  readonly onStory: (row: LogRow) => void;
}

export function LogTable({ rows, nameOfAccount, onStory }: Props) {
  const { language } = usePage();
  const texts = LOG_TEXTS[language];
  const { columns } = texts;
  return (
    <table class="log-table" aria-label={texts.title}>
      <thead>
        <tr>
          {[columns.at, columns.document, columns.what, columns.state, columns.number, columns.why].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td class="log-at">
              <time dateTime={new Date(row.at).toISOString()}>{moment(row.at)}</time>
            </td>
            <td class="log-document">
              <Document row={row} onStory={onStory} />
              <span class="log-more">{nameOfAccount(row.accountId)}</span>
            </td>
            <td class="log-what">
              {whatOf(texts, row)}
              {row.ms > 0 && <span class="log-more">{took(row.ms)}</span>}
            </td>
            <td class="log-is">
              <State state={row.state} />
            </td>
            <td class="log-number" data-name={columns.number}>
              {row.number ?? <span class="muted">–</span>}
            </td>
            <td class="log-why">
              <Why row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Why({ row }: { readonly row: LogRow }) {
  const { language } = usePage();
  const why = whyOf(language, row);
  if (why.length === 0) return <span class="muted">{decidedOf(language, row)}</span>;
  return (
    <>
      {why.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

function Document({ row, onStory }: { readonly row: LogRow; readonly onStory: (row: LogRow) => void }) {
  const { language } = usePage();
  const texts = LOG_TEXTS[language];
  const name = nameOf(texts, row);
  const order = row.orderId === null ? null : texts.order(row.orderId);
  return (
    <>
      <button type="button" class="log-open" aria-haspopup="dialog" onClick={() => onStory(row)}>
        {name}
      </button>
      {row.orderId !== null && order !== name && (
        <a class="log-more" href={orderCardUrl(row.panel, row.orderId)} target="_blank" rel="noreferrer">
          {order}
        </a>
      )}
    </>
  );
}

export function State({ state }: { readonly state: LogRow['state'] }) {
  const { language } = usePage();
  return (
    <span class={`log-state state-${state}`}>
      <IconState state={state} />
      {STATE_TEXTS[language][state]}
    </span>
  );
}
