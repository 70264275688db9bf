/** Sends what is ticked, with the same bar as on the lists of the panel. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { DocumentKey } from '../../../utils/invoice/document';
import type { DocumentView } from '../../../utils/messages';
import { usePage } from '../../form/page';
import { ListContext, type ListSurroundings } from '../../list/context';
import { ListBody } from '../../list/list-region';
import { createListModel } from '../../list/model';
import type { Picked } from '../../list/situation';
import { modeSentence } from '../../region/mode-sentence';

interface Props {
  readonly panel: string;
  readonly documents: readonly DocumentView[];
  readonly now: () => number;
  /** A batch of the panel has come to its end. */
  readonly onEnded: () => void;
}

const pickedOf = ({ key, orderId }: { readonly key: DocumentKey; readonly orderId: string | null }): Picked =>
  key.startsWith('d') ? { orderId, documentId: key.slice(1) } : { orderId, documentId: null };

export function SendChosen({ panel, documents, now, onEnded }: Props) {
  const { ask, watch, language } = usePage();
  const picked = useSignal<readonly Picked[]>([]);
  const keys = documents.map(({ key }) => key).join(' ');
  const ended = useRef(onEnded);
  ended.current = onEnded;

  const surroundings = useMemo<ListSurroundings>(() => {
    const later = (ms: number, run: () => void): (() => void) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    };
    const model = createListModel({ panel, picked, ask, watch, later });
    return { model, kind: 'documents', now, reload: () => location.reload() };
  }, [panel, picked, ask, watch, now]);

  useEffect(() => surroundings.model.stop, [surroundings]);
  useEffect(() => {
    picked.value = documents.map(pickedOf);
  }, [keys, picked]);
  useEffect(() => {
    // One that had ended before the room was opened ends nothing here.
    let before: number | null | undefined;
    return surroundings.model.state.subscribe((state) => {
      if (state === null) return;
      const after = state.batch?.endedAt ?? null;
      if (before === null && after !== null) ended.current();
      before = after;
    });
  }, [surroundings]);

  const hindrance = modeSentence(language, surroundings.model.state.value?.mode ?? 'ready');
  return (
    <ListContext.Provider value={surroundings}>
      {hindrance !== null && <p class="warn">{hindrance}</p>}
      <ListBody />
    </ListContext.Provider>
  );
}
