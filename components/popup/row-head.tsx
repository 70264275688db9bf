/** The head of a row: its state as an icon and a word, when it last changed, and which document it is. */
import type { DocumentView } from '../../utils/messages';
import { STATE_TEXTS } from '../../utils/texts';
import { usePage } from '../form/page';
import { time } from '../format';
import { IconState } from '../icons';
import { useTexts } from './texts';

interface Props {
  readonly row: DocumentView;
  readonly now: number;
  readonly showPanel?: boolean | undefined;
}

export function RowHead({ row, now, showPanel = false }: Props) {
  const { language } = usePage();
  return (
    <div class="row-head">
      <span class={`state state-${row.state}`}>
        <IconState state={row.state} />
        {STATE_TEXTS[language][row.state]}
      </span>
      <span class="row-time muted">
        {[...(showPanel ? [row.panel] : []), ...(row.updatedAt > 0 ? [time(row.updatedAt, now)] : [])].join(' · ')}
      </span>
    </div>
  );
}

/** The panel's number of the document; an order without a document is called by the order. */
export const useRowName = (row: DocumentView): string => {
  const texts = useTexts();
  if (row.number !== null) return row.number;
  if (row.kind === 'correction') return texts.correction(row.corrects);
  return row.orderId === null ? texts.withoutNumber : texts.openOrder(row.orderId);
};
