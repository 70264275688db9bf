/** `Błędy synchronizacji`: by cause, with what was done to all of one, and the question that one of the rows has to have answered. */
import { useState } from 'preact/hooks';
import type { ErrorGroup, GroupAction } from '../../utils/messages';
import { usePage } from '../form/page';
import { BookedQuestion } from './booked-question';
import { CauseGroup, type ErrorDesk } from './cause-group';
import { ErrorItem, type RowQuestion } from './error-item';
import type { GroupsAsking } from './groups';
import { ListFrame } from './list-frame';
import { manyText } from './many-text';
import type { DeskProps } from './row-list';
import { SkipQuestion } from './skip-question';
import { useTexts } from './texts';

/**
 * A list that may hold groups beside its items: in a `ul` each group would be an item itself, and each of its documents in two. JSX wants a role
 * written at every `menu`, which has that of a list by itself.
 */
const Menu = 'menu' as string as 'ul';

interface Props extends DeskProps {
  readonly list: GroupsAsking;
  readonly panel: string | null;
}

export function ErrorList({ list, panel, ...tools }: Props) {
  const { ask, language } = usePage();
  const texts = useTexts();
  const [question, setQuestion] = useState<RowQuestion | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  /** What came of the last press on a button for all: its group may be gone by then. */
  const [said, setSaid] = useState('');

  const all = async (action: GroupAction, cause: string, why: string): Promise<void> => {
    setBusy(cause);
    setSaid('');
    const answer =
      action === 'resend'
        ? await ask('resend.cause', { panel, cause })
        : await ask('skip.cause', { panel, cause, why });
    setBusy(null);
    setSaid(manyText(language, texts, action, answer));
    list.again();
  };
  const desk: ErrorDesk = {
    ...tools,
    panel,
    busy,
    onDone: list.again,
    onAsk: setQuestion,
    onAll: (action, cause, why) => void all(action, cause, why),
  };

  return (
    <>
      <p role="status" class={said === '' ? undefined : 'popup-said'}>
        {said}
      </p>
      <ListFrame
        asked={list.asked}
        again={list.again}
        isEmpty={({ groups }) => groups.length === 0}
        emptyTitle={texts.errorsEmptyTitle}
        empty={texts.errorsEmpty}
      >
        {({ groups, moreCauses }) => (
          <>
            <Menu class="rows" aria-label={texts.errorsList}>
              {groups.map((group) => (
                <OneCause key={group.cause} group={group} {...desk} />
              ))}
            </Menu>
            {moreCauses > 0 && <p class="muted popup-note">{texts.otherCauses(moreCauses)}</p>}
          </>
        )}
      </ListFrame>
      {question !== null && <Asked question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}

function OneCause({ group, ...desk }: ErrorDesk & { readonly group: ErrorGroup }) {
  const [only] = group.rows;
  if (group.count > 1 || only === undefined) return <CauseGroup group={group} {...desk} />;
  return (
    <li key={`${only.panel} ${only.key}`} class="row">
      <ErrorItem row={only} {...desk} />
    </li>
  );
}

function Asked({ question, onClose }: { readonly question: RowQuestion; readonly onClose: () => void }) {
  switch (question.kind) {
    case 'booked':
      return (
        <BookedQuestion
          signs={question.signs}
          onNo={onClose}
          onYes={() => {
            onClose();
            question.onYes();
          }}
        />
      );
    case 'skip':
      return (
        <SkipQuestion
          name={question.name}
          many={question.many ?? false}
          onNo={onClose}
          onYes={(why) => {
            onClose();
            question.onYes(why);
          }}
        />
      );
    default:
      return question satisfies never;
  }
}
