/** A document that waits for a person: what is wrong, and the ways on. */
import { useState } from 'preact/hooks';
import type { Finding } from '../../utils/invoice/finding';
import type { DocumentView } from '../../utils/messages';
import { ACTION_TEXTS, bookedOf, findingText, reasonText, type ViewReason } from '../../utils/texts';
import type { Answer } from '../ask';
import { usePage } from '../form/page';
import { Problem } from '../form/problem';
import { awaitsOverruling, evidenceOf } from '../order/overrule';
import { KsefRow } from './ksef-row';
import { orderCardUrl } from './order-link';
import { RowHead, useRowName } from './row-head';
import type { DeskProps } from './row-list';
import { useTexts } from './texts';

/** What has to be answered before a row is acted on. Asked outside the list, so that a row holds only its own buttons. */
export type RowQuestion =
  | { readonly kind: 'booked'; readonly signs: readonly Finding[]; readonly onYes: () => void }
  | { readonly kind: 'skip'; readonly name: string; readonly onYes: (why: string) => void };

interface Props extends DeskProps {
  readonly row: DocumentView;
  readonly onDone: () => void;
  readonly onAsk: (question: RowQuestion) => void;
}

export function ErrorItem({ row, openTab, now, onDone, onAsk }: Props) {
  const { ask, language } = usePage();
  const texts = useTexts();
  const words = ACTION_TEXTS[language];
  const name = useRowName(row);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<ViewReason | null>(null);

  const { orderId } = row;
  const { panel, key } = row;
  // Within a sentence the order is no proper name.
  const inSentence = row.number ?? (orderId === null ? name : texts.order(orderId));
  const canSend = row.actions.some((action) => action === 'resend' || action === 'send' || action === 'issue');

  const run = async (act: () => Promise<Answer<null>>): Promise<void> => {
    setIsBusy(true);
    const answer = await act();
    setIsBusy(false);
    setProblem(answer.ok ? null : answer.reason);
    onDone();
  };
  const send = (confirm: readonly string[]) => run(() => ask('send.row', { panel, key, confirm }));

  const sendToKsef = async (): Promise<Answer<null>> => {
    const answer = await ask('of.panel', { panel, message: { type: 'ksef', orderId, key, confirm: [] } });
    return answer.ok ? { ok: true, value: null } : answer;
  };

  const overrule = (): void => void send(evidenceOf(row.findings));

  return (
    <>
      <RowHead row={row} now={now()} />
      <p class="row-name">
        <strong>{name}</strong>
        {row.number !== null && orderId !== null && <span class="muted"> · {texts.order(orderId)}</span>}
        {row.ifirmaNumber !== null && <span class="muted"> · {texts.inIfirma(row.ifirmaNumber)}</span>}
      </p>
      {row.reason !== null && <p>{reasonText(language, row.reason, bookedOf(row), now())}</p>}
      <KsefRow row={row} />
      {row.ksef?.reason && <p>{reasonText(language, row.ksef.reason, bookedOf(row), now())}</p>}
      {row.findings.map((finding) => (
        <p key={`${finding.code} ${finding.path}`} class="finding">
          {findingText(language, finding)}
        </p>
      ))}
      {problem !== null && <Problem alert>{texts.actionProblem(reasonText(language, problem))}</Problem>}
      <div class="buttons">
        {orderId !== null && (
          <button type="button" class="button button-small" onClick={() => openTab(orderCardUrl(panel, orderId))}>
            {texts.fix}
          </button>
        )}
        {canSend && (
          <button
            type="button"
            class="button button-small"
            aria-disabled={isBusy ? 'true' : undefined}
            onClick={() => {
              if (isBusy) return;
              if (awaitsOverruling(row)) onAsk({ kind: 'booked', signs: row.findings, onYes: overrule });
              else void send([]);
            }}
          >
            {words.resend}
          </button>
        )}
        {row.actions.includes('ksef') && row.ksef?.asks.length === 0 && (
          <button
            type="button"
            class="button button-small"
            aria-disabled={isBusy ? 'true' : undefined}
            onClick={() => {
              if (!isBusy) void run(sendToKsef);
            }}
          >
            {words.ksef}
          </button>
        )}
        {row.actions.includes('skip') && (
          <button
            type="button"
            class="button button-small"
            onClick={() =>
              onAsk({
                kind: 'skip',
                name: inSentence,
                onYes: (why) => void run(() => ask('skip.row', { panel, key, why })),
              })
            }
          >
            {words.skip}
          </button>
        )}
      </div>
    </>
  );
}
