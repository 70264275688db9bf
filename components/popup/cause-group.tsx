/** Documents that wait for the same cause: the sentence once, what may be done to all of them, and each of them. */
import { useId, useState } from 'preact/hooks';
import type { DocumentView, ErrorGroup, GroupAction } from '../../utils/messages';
import { causeText, groupName } from '../../utils/texts/causes';
import { usePage } from '../form/page';
import { ErrorItem, type RowQuestion } from './error-item';
import type { DeskProps } from './row-list';
import { useRows } from './rows';
import { commonSentence } from './sentences';
import { useTexts } from './texts';

export interface ErrorDesk extends DeskProps {
  /** null: every panel. */
  readonly panel: string | null;
  /** What is being done to all of a cause. */
  readonly busy: string | null;
  readonly onDone: () => void;
  readonly onAsk: (question: RowQuestion) => void;
  /** Does it to all of a cause; `why`: of skipping. */
  readonly onAll: (action: GroupAction, cause: string, why: string) => void;
}

export function CauseGroup({ group, ...desk }: ErrorDesk & { readonly group: ErrorGroup }) {
  const { language } = usePage();
  const texts = useTexts();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { cause, count, rows, actions } = group;
  const said = commonSentence(language, cause, rows, desk.now());
  const what = causeText(language, cause);
  const isBusy = desk.busy === cause;

  const button = (label: string, press: () => void) => (
    <button
      type="button"
      class="button button-small"
      aria-label={texts.ofCause(label, what)}
      aria-disabled={isBusy ? 'true' : undefined}
      onClick={() => {
        if (!isBusy) press();
      }}
    >
      {label}
    </button>
  );
  const askWhy = (): void =>
    desk.onAsk({
      kind: 'skip',
      name: texts.documentCount(count),
      many: true,
      onYes: (why) => desk.onAll('skip', cause, why),
    });

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in.
    <div role="group" aria-labelledby={id} class="cause">
      <div class="cause-head">
        <h2 id={id}>{groupName(language, count, cause)}</h2>
        {said !== null && <p>{said}</p>}
        {actions.length > 0 && (
          <div class="buttons">
            {actions.includes('resend') && button(texts.resendAll(count), () => desk.onAll('resend', cause, ''))}
            {actions.includes('skip') && button(texts.skipAll(count), askWhy)}
          </div>
        )}
      </div>
      {isOpen ? <AllRows group={group} said={said} {...desk} /> : <Rows rows={rows} said={said} {...desk} />}
      {!isOpen && rows.length < count && (
        <button
          type="button"
          class="button button-small more"
          aria-label={texts.ofCause(texts.showAll(count), what)}
          onClick={() => setIsOpen(true)}
        >
          {texts.showAll(count)}
        </button>
      )}
    </div>
  );
}

interface RowsProps extends ErrorDesk {
  readonly said: string | null;
}

function Rows({ rows, ...props }: RowsProps & { readonly rows: readonly DocumentView[] }) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={`${row.panel} ${row.key}`} class="row">
          <ErrorItem row={row} {...props} />
        </li>
      ))}
    </ul>
  );
}

/** Until the first page is here, what was shown before stays. */
function AllRows({ group, ...props }: RowsProps & { readonly group: ErrorGroup }) {
  const texts = useTexts();
  const { asked, more } = useRows('errors', { panel: props.panel, cause: group.cause });
  if (asked.state !== 'ready') return <Rows rows={group.rows} {...props} />;
  return (
    <>
      <Rows rows={asked.value.rows} {...props} />
      {asked.value.hasMore && (
        <button type="button" class="button button-small more" onClick={more}>
          {texts.more}
        </button>
      )}
    </>
  );
}
