/** What a view asked the background for: on its way, here, or refused with a reason. */
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ViewReason } from '../../utils/texts/reasons';
import type { Answer } from '../ask';

export type Asked<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'problem'; readonly reason: ViewReason };

export interface Asking<T> {
  readonly asked: Asked<T>;
  /** An answer is on its way. */
  readonly busy: boolean;
  /** Asks again; what is shown stays until the new answer is here. */
  readonly again: () => void;
  /** Puts in what a save answered with. */
  readonly put: (value: T) => void;
}

/** `about` names what is asked for: when it changes, what was shown is gone at once and an older answer no longer counts. */
export function useAsked<T>(about: string, load: () => Promise<Answer<T>>): Asking<T> {
  const [shown, setShown] = useState<{ readonly about: string; readonly asked: Asked<T> } | null>(null);
  const [busy, setBusy] = useState(true);
  const turn = useRef(0);
  const latest = useRef(load);
  latest.current = load;

  const again = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    setBusy(true);
    void latest.current().then((answer) => {
      if (mine !== turn.current) return;
      setBusy(false);
      setShown({
        about,
        asked: answer.ok ? { state: 'ready', value: answer.value } : { state: 'problem', reason: answer.reason },
      });
    });
  }, [about]);

  const put = useCallback(
    (value: T) => {
      turn.current += 1;
      setBusy(false);
      setShown({ about, asked: { state: 'ready', value } });
    },
    [about],
  );

  // Not after the page was painted: what is asked for is what it is to show.
  useLayoutEffect(() => {
    again();
    return () => {
      turn.current += 1;
    };
  }, [again]);

  return { asked: shown?.about === about ? shown.asked : { state: 'loading' }, busy, again, put };
}
