/** The newest document as the panel has it, beside what iFirma would get of it, and what keeps it from being sent. */
import type { Finding } from '../../../utils/invoice/finding';
import type { FirstDocument } from '../../../utils/messages';
import { findingText } from '../../../utils/texts/findings';
import { remarkText } from '../../../utils/texts/remarks';
import { usePage } from '../../form/page';
import { IconDone, IconWarning } from '../../icons';
import { orderCardUrl } from '../../popup/order-link';
import { useTexts } from '../texts';
import { IfirmaSide, SellasistSide } from './document-sides';
import { roomOfFinding } from './mend-where';
import { useStepsTexts } from './texts';

interface Props {
  readonly first: FirstDocument;
  readonly canSend: boolean;
}

export function FirstDocumentView({ first, canSend }: Props) {
  const { language } = usePage();
  const { preview: words } = useStepsTexts();
  const { preview, panel, orderId } = first;
  return (
    <>
      <Findings findings={preview.findings} canSend={canSend} />
      <div class="sides">
        <SellasistSide first={first} />
        <IfirmaSide preview={preview} />
      </div>
      <Sums preview={preview} />
      {preview.remarks.length > 0 && (
        <div class="first-remarks">
          <h3>{words.remarks}</h3>
          <ul>
            {preview.remarks.map((remark) => {
              const text = remarkText(language, remark);
              return <li key={text}>{text}</li>;
            })}
          </ul>
        </div>
      )}
      {orderId !== null && (
        <div class="first-order">
          <a class="button button-primary" href={orderCardUrl(panel, orderId)} target="_blank" rel="noreferrer">
            {words.openOrder(orderId)}
          </a>
          {canSend && <p class="muted">{words.sendThere}</p>}
        </div>
      )}
    </>
  );
}

function Findings({ findings, canSend }: { readonly findings: readonly Finding[]; readonly canSend: boolean }) {
  const { language } = usePage();
  const { rooms } = useTexts();
  const { preview: words } = useStepsTexts();
  if (findings.length === 0) {
    if (!canSend) return null;
    return (
      <p class="good">
        <IconDone />
        <span>{words.ready}</span>
      </p>
    );
  }
  return (
    <div class="first-findings">
      <h3 class="warn">
        <IconWarning />
        <span>{words.toMend}</span>
      </h3>
      <ul>
        {findings.map((finding) => {
          const room = roomOfFinding(finding.code);
          return (
            <li key={`${finding.code} ${finding.path}`}>
              {findingText(language, finding)} {room !== null && <a href={`#${room}`}>{words.mendIn(rooms[room])}</a>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Sums({ preview: { sumIfirma, sumOrder } }: Pick<FirstDocument, 'preview'>) {
  const { preview: words } = useStepsTexts();
  if (sumIfirma === null || sumOrder === null) return null;
  return sumIfirma === sumOrder ? (
    <p class="good">
      <IconDone />
      <span>{words.equal}</span>
    </p>
  ) : (
    <p class="warn">
      <IconWarning />
      <span>{words.different}</span>
    </p>
  );
}
