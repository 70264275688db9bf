import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { DocumentView } from '../../utils/messages';
import type { OrderTexts } from '../../utils/texts/order';
import { IconFile } from '../icons';
import { Button } from '../region/button';
import { Findings } from '../region/findings';
import { Text } from '../region/text';
import type { Draft } from '../repair/draft';
import { Exchange } from '../repair/exchange';
import { isUnexplained, roomFor, stoppedBy } from '../repair/needs';
import { RepairForm } from '../repair/repair-form';
import { useDraft } from '../repair/use-draft';
import { Actions, isHeldBack } from './actions';
import { useOrder } from './context';
import { KsefPart } from './ksef-part';
import { awaitsOverruling } from './overrule';
import { Progress } from './progress';
import { isMendedInSettings, sentencesOf, workOf } from './sentences';
import { Differs, Status } from './status';

interface Props {
  readonly document: DocumentView;
  readonly alone: boolean;
  /** The primary button of the region is among its own. */
  readonly leads: boolean;
}

/** One document: where it stands, why, and what can be done. A `group` of its own name when there are several (design 6). */
export const DocumentGroup = ({ document, alone, leads }: Props) => {
  const { model, clock, language, texts } = useOrder();
  const titleId = useId();
  const { group, status } = useFocusKeeper();
  const { key, state, reason, actions } = document;

  const unread = model.trouble.value;
  const refused = model.troubleOf(key);
  // What keeps the order from being read as well is said once, of the whole.
  const trouble = refused?.code === unread?.code ? null : refused;
  const command = model.running(key, 'transfer') ?? model.running(key, 'pdf');
  const work = workOf(document, command, language, texts);
  const { alarming, bad, calm } = sentencesOf(document, trouble, unread === null, language, clock.now(), texts);
  const waits = state === 'queued' && reason === null && work === null;
  const draft = useDraft(document, () => model.repairForm(key));
  const isFormOpen = draft !== null && model.contradiction.value === null;
  const resend = useResend(document, draft);

  return (
    <div
      class="document"
      ref={group}
      {...(alone ? {} : { role: 'group' as const, 'aria-labelledby': titleId })}
      aria-busy={work === null ? undefined : 'true'}
    >
      <div class="head">
        <h3 id={titleId}>
          <Text most={60}>{nameOf(document, texts)}</Text>
        </h3>
        <div class="standing">
          <Status document={document} language={language} place={status} />
          {document.differs && <Differs language={language} />}
        </div>
      </div>
      {work !== null && <Progress since={model.workingSince(key) ?? command?.since ?? clock.now()}>{work}</Progress>}
      <Findings
        sentences={alarming}
        bad={bad}
        title={document.findings.length > 1 ? texts.toMend(document.findings.length) : null}
        after={whatNext(document, texts)}
      />
      {isFormOpen && (
        <RepairForm
          draft={draft}
          language={language}
          busy={command !== null}
          onSend={resend}
          onMove={(move) => model.sendInMonth(key, move)}
          onRetry={() => void draft.read(stoppedBy(document))}
        />
      )}
      {calm.map((sentence) => (
        <p class="note" key={sentence}>
          {sentence}
        </p>
      ))}
      <KsefPart document={document} />
      {waits && <p class="note">{texts.waiting}</p>}
      <Attachment document={document} />
      {(actions.length > 0 || isMendedInSettings(document, trouble)) && (
        <div class="buttons">
          <Actions document={document} leads={leads} onResend={isFormOpen ? resend : null} />
          {isMendedInSettings(document, trouble) && (
            <Button
              primary={leads && isHeldBack(document)}
              onPress={() => model.openSettings(roomFor(document, trouble))}
            >
              {texts.settings}
            </Button>
          )}
        </div>
      )}
      {isStopped(document) && isUnexplained(document) && (
        <Exchange language={language} read={() => model.exchange(key)} />
      )}
    </div>
  );
};

const isStopped = ({ state }: DocumentView): boolean => state === 'incomplete' || state === 'failed';

/** `Wyślij ponownie` and Enter in the form: what was typed is kept first, and nothing is sent while something is wrong with it. */
const useResend = ({ key }: DocumentView, draft: Draft | null): (() => void) => {
  const { model } = useOrder();
  const isUnderWay = useRef(false);
  const resend = async (): Promise<void> => {
    const collected = draft === null ? { ok: true as const, edits: [] } : await draft.collect();
    if (!collected.ok) return;
    if (collected.edits.length === 0) model.act('resend', key);
    else {
      const wrong = await model.repair(key, collected.edits);
      if (wrong !== null) draft?.refuse(wrong);
    }
  };
  return () => {
    if (isUnderWay.current || model.running(key, 'transfer') !== null) return;
    isUnderWay.current = true;
    void resend().finally(() => {
      isUnderWay.current = false;
    });
  };
};

const nameOf = ({ number, kind, corrects, orderId, key }: DocumentView, texts: OrderTexts): string => {
  if (number !== null) return number;
  if (kind !== 'correction') return texts.order(orderId ?? key);
  return key.startsWith('r') ? texts.correctionOfReturn(corrects, key.slice(1)) : texts.correction(corrects);
};

const whatNext = (document: DocumentView, texts: OrderTexts): string | null => {
  if (document.state !== 'incomplete' || !document.actions.includes('resend')) return null;
  return awaitsOverruling(document) ? texts.whenSure : texts.whenMended;
};

/** Whether the PDF is in the order, and how to see it: the panel's page shows a new file only after loading anew. */
const Attachment = ({ document }: { document: DocumentView }) => {
  const { model, reload, texts } = useOrder();
  const losesId = useId();
  // `unverified` comes with a reason that says more.
  if (document.attached === 'no' || (document.attached === 'unverified' && document.reason !== null)) return null;
  return (
    <div class="attachment">
      <p class="note with-icon">
        <IconFile />
        <span>{texts.attached[document.attached]}</span>
      </p>
      {model.savedMeanwhile(document) && (
        <p class="reload">
          <Button onPress={reload} describedBy={losesId}>
            {texts.reloadForFile}
          </Button>{' '}
          <span id={losesId}>{texts.reloadLoses}</span>
        </p>
      )}
    </div>
  );
};

/**
 * When the button that was pressed goes away with the old state, the focus goes to the new one instead of to the page. What
 * has the focus is read while rendering, for it is lost once the button is taken out.
 */
const useFocusKeeper = () => {
  const group = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLDivElement>(null);
  const hadFocus = hasFocus(group.current);
  useLayoutEffect(() => {
    if (hadFocus && !hasFocus(group.current)) status.current?.focus();
  });
  return { group, status };
};

const hasFocus = (element: Element | null): boolean => {
  const root = element?.getRootNode();
  return root instanceof ShadowRoot && element?.contains(root.activeElement) === true;
};
