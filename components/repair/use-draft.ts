/** The draft of one document, for as long as the document is drawn. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentView, RepairForm } from '../../utils/messages';
import type { Answer } from '../ask';
import { createDraft, type Draft } from './draft';
import { mayBeTyped, stoppedBy } from './needs';

/** null: nothing of the document can be typed. The form is read again whenever what stops the document has changed. */
export const useDraft = (document: DocumentView, readForm: () => Promise<Answer<RepairForm>>): Draft | null => {
  const [draft] = useState(() =>
    createDraft({
      readForm,
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    }),
  );
  const isOpen = mayBeTyped(document);
  const { findings, reason } = document;
  const cause = isOpen ? JSON.stringify([findings, reason]) : null;
  useEffect(() => {
    if (cause !== null) void draft.read(stoppedBy(document));
  }, [draft, cause]);
  useEffect(() => () => draft.stop(), [draft]);
  return isOpen ? draft : null;
};
