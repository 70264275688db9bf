/** A transfer as it stands: its state, iFirma's number, and the way to its order. */
import type { DocumentView } from '../../utils/messages';
import { bookedOf, reasonText } from '../../utils/texts';
import { DIFFERS_TEXTS } from '../../utils/texts/states';
import { usePage } from '../form/page';
import { IconWarning } from '../icons';
import { KsefRow } from './ksef-row';
import { orderCardUrl } from './order-link';
import { RowHead, useRowName } from './row-head';
import type { DeskProps } from './row-list';
import { useTexts } from './texts';

interface Props extends DeskProps {
  readonly row: DocumentView;
}

export function RecentItem({ row, openTab, now }: Props) {
  const { language } = usePage();
  const texts = useTexts();
  const name = useRowName(row);
  const url = row.orderId === null ? null : orderCardUrl(row.panel, row.orderId);
  return (
    <>
      <RowHead row={row} now={now()} />
      <p class="row-name">
        {row.number !== null && <strong>{name}</strong>}
        {row.number !== null && url !== null && <span class="muted"> · </span>}
        {url !== null && row.orderId !== null && (
          <a
            href={url}
            onClick={(event) => {
              event.preventDefault();
              openTab(url);
            }}
          >
            {texts.openOrder(row.orderId)}
          </a>
        )}
        {url === null && row.number === null && <strong>{name}</strong>}
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
    </>
  );
}
