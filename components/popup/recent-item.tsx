/** A transfer as it stands: its state, iFirma's number, its PDF, and the ways to its order and its document. */
import type { DocumentView } from '../../utils/messages';
import { bookedOf, reasonText } from '../../utils/texts';
import { DIFFERS_TEXTS } from '../../utils/texts/states';
import { usePage } from '../form/page';
import { IconWarning } from '../icons';
import { KsefRow } from './ksef-row';
import { orderCardUrl } from './order-link';
import { PdfButton } from './pdf-button';
import { RowHead, useRowName } from './row-head';
import type { DeskProps } from './row-list';
import { useTexts } from './texts';

interface Props extends DeskProps {
  readonly row: DocumentView;
  /** Of the document's card; null: not known. */
  readonly documentUrl: string | null;
}

export function RecentItem({ row, documentUrl, openTab, saveFile, now, showPanel }: Props) {
  const { language } = usePage();
  const texts = useTexts();
  const name = useRowName(row);
  const { orderId } = row;
  const orderUrl = orderId === null ? null : orderCardUrl(row.panel, orderId);
  const link = (url: string, text: string) => (
    <a
      href={url}
      onClick={(event) => {
        event.preventDefault();
        openTab(url);
      }}
    >
      {text}
    </a>
  );
  return (
    <>
      <RowHead row={row} now={now()} showPanel={showPanel} />
      <p class="row-name">
        {row.number !== null && <strong>{documentUrl === null ? name : link(documentUrl, name)}</strong>}
        {row.number !== null && orderUrl !== null && <span class="muted"> · </span>}
        {orderUrl !== null && orderId !== null && link(orderUrl, texts.openOrder(orderId))}
        {orderUrl === null && row.number === null && <strong>{name}</strong>}
        {documentUrl !== null && row.number === null && <> · {link(documentUrl, texts.openDocument)}</>}
      </p>
      {row.ifirmaNumber !== null && <p class="row-booked">{texts.inIfirma(row.ifirmaNumber)}</p>}
      <KsefRow row={row} />
      {row.differs && (
        <p class="state state-differs">
          <IconWarning />
          {DIFFERS_TEXTS[language]}
        </p>
      )}
      {row.reason !== null && <p class="muted">{reasonText(language, row.reason, bookedOf(row), now())}</p>}
      {row.actions.includes('pdf') && <PdfButton row={row} saveFile={saveFile} />}
    </>
  );
}
