/** A document that waits for a person: what is wrong, and the ways on. */
import { useMemo, useState } from 'preact/hooks';
import type { Finding } from '../../utils/invoice/finding';
import type { DocumentView, RepairForm } from '../../utils/messages';
import { ACTION_TEXTS, reasonText, type ViewReason } from '../../utils/texts';
import type { Answer } from '../ask';
import { usePage } from '../form/page';
import { Problem } from '../form/problem';
import { awaitsOverruling, evidenceOf } from '../order/overrule';
import { mayBeTyped } from '../repair/needs';
import { RowRepair, readRowForm } from '../repair/row-repair';
import { askOfPanel } from './ask-of-panel';
import { KsefRow } from './ksef-row';
import { orderCardUrl } from './order-link';
import { RowHead, useRowName } from './row-head';
import type { DeskProps } from './row-list';
import { sentencesOf } from './sentences';
import { useTexts } from './texts';

/** What has to be answered before a row is acted on. Asked outside the list, so that a row holds only its own buttons. */
export type RowQuestion =
  | { readonly kind: 'booked'; readonly signs: readonly Finding[]; readonly onYes: () => void }
  | { readonly kind: 'skip'; readonly name: string; readonly many?: boolean; readonly onYes: (why: string) => void };

interface Props extends DeskProps {
  readonly row: DocumentView;
  /** What its group has said already. */
  readonly said?: string | null;
  readonly onDone: () => void;
  readonly onAsk: (question: RowQuestion) => void;
}

export function ErrorItem({ row, said = null, openTab, now, showPanel, onDone, onAsk }: Props) {
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

  const ofPanel = useMemo(() => askOfPanel(ask, panel), [ask, panel]);
  const [form, setForm] = useState<RepairForm | null>(null);
  const isFormOpen = form !== null && mayBeTyped(row);
  const mend = async (): Promise<void> => {
    setForm(null);
    if (isFormOpen) return;
    const read = await readRowForm(ofPanel, row);
    if (read !== null) setForm(read);
    else if (orderId !== null) openTab(orderCardUrl(panel, orderId));
  };
  const sendOrAsk = (): void => {
    if (isBusy) return;
    if (awaitsOverruling(row)) onAsk({ kind: 'booked', signs: row.findings, onYes: overrule });
    else void send([]);
  };
  const sendToKsef = async (): Promise<Answer<null>> => {
    const answer = await ask('of.panel', { panel, message: { type: 'ksef', orderId, key, confirm: [] } });
    return answer.ok ? { ok: true, value: null } : answer;
  };

  const overrule = (): void => void send(evidenceOf(row.findings));

  return (
    <>
      <RowHead row={row} now={now()} showPanel={showPanel} />
      <p class="row-name">
        <strong>{name}</strong>
        {row.number !== null && orderId !== null && <span class="muted"> · {texts.order(orderId)}</span>}
        {row.ifirmaNumber !== null && <span class="muted"> · {texts.inIfirma(row.ifirmaNumber)}</span>}
      </p>
      {sentencesOf(language, row, now()).map(
        ({ isFinding, text }) =>
          text !== said && (
            <p key={text} class={isFinding ? 'finding' : undefined}>
              {text}
            </p>
          ),
      )}
      <KsefRow row={row} />
      {problem !== null && <Problem alert>{texts.actionProblem(reasonText(language, problem))}</Problem>}
      {isFormOpen && (
        <RowRepair row={row} ask={ofPanel} language={language} form={form} onSend={sendOrAsk} onChanged={onDone} />
      )}
      <div class="buttons">
        {(orderId !== null || mayBeTyped(row)) && (
          <button
            type="button"
            class="button button-small"
            aria-expanded={mayBeTyped(row) ? isFormOpen : undefined}
            onClick={() => void mend()}
          >
            {texts.fix}
          </button>
        )}
        {canSend && !isFormOpen && (
          <button
            type="button"
            class="button button-small"
            aria-disabled={isBusy ? 'true' : undefined}
            onClick={sendOrAsk}
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
