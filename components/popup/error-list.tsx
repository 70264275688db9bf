/** `Błędy synchronizacji`, and the question that one of its rows has to have answered. */
import { useState } from 'preact/hooks';
import { BookedQuestion } from './booked-question';
import { ErrorItem, type RowQuestion } from './error-item';
import { type DeskProps, RowList } from './row-list';
import type { RowsAsking } from './rows';
import { SkipQuestion } from './skip-question';
import { useTexts } from './texts';

interface Props extends DeskProps {
  readonly list: RowsAsking;
}

export function ErrorList({ list, ...desk }: Props) {
  const texts = useTexts();
  const [question, setQuestion] = useState<RowQuestion | null>(null);
  return (
    <>
      <RowList
        list={list}
        label={texts.errorsList}
        emptyTitle={texts.errorsEmptyTitle}
        empty={texts.errorsEmpty}
        draw={(row) => <ErrorItem row={row} {...desk} onDone={list.again} onAsk={setQuestion} />}
      />
      {question !== null && <Asked question={question} onClose={() => setQuestion(null)} />}
    </>
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
          onNo={onClose}
          onYes={(why) => {
            onClose();
            question.onYes(why);
          }}
        />
      );
  }
}
