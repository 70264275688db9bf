/** A list of documents outside of the panel's pages: whatever a room has chosen is what its bar sends. */
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { DocumentKey } from '../../utils/invoice/document';
import { usePage } from '../form/page';
import type { ListSurroundings } from './context';
import { createListModel } from './model';
import type { Picked } from './situation';

export interface ChosenDocuments {
  readonly panel: string;
  readonly documents: readonly { readonly key: DocumentKey; readonly orderId: string | null }[];
  readonly now: () => number;
  /** A batch of the panel has come to its end. */
  readonly onEnded: () => void;
}

export function useSurroundings({ panel, documents, now, onEnded }: ChosenDocuments): ListSurroundings {
  const { ask, watch } = usePage();
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
  // Before the button is on the screen: what is pressed is what is counted.
  useLayoutEffect(() => {
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
  return surroundings;
}

function pickedOf({ key, orderId }: ChosenDocuments['documents'][number]): Picked {
  return { orderId, documentId: key.startsWith('d') ? key.slice(1) : null };
}
