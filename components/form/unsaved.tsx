/** Nothing that was typed is lost by a click: leaving a form with unsaved changes asks first. */
import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useId, useMemo, useState } from 'preact/hooks';
import { useShared } from './page';
import { Question } from './question';

export interface Leaving {
  /** A form says whether it holds unsaved changes. */
  readonly report: (form: string, unsaved: boolean) => void;
  readonly unsaved: () => boolean;
  /** Does it at once, or after the person agreed to discard the changes. */
  readonly leave: (then: () => void) => void;
}

const LeavingContext = createContext<Leaving>({
  report: () => undefined,
  unsaved: () => false,
  leave: (then) => then(),
});

export const useLeaving = (): Leaving => useContext(LeavingContext);

export const useUnsaved = (unsaved: boolean): void => {
  const { report } = useLeaving();
  const form = useId();
  useEffect(() => {
    report(form, unsaved);
    return () => report(form, false);
  }, [report, form, unsaved]);
};

export function UnsavedGuard({ children }: { readonly children: ComponentChildren }) {
  const texts = useShared();
  const [forms] = useState(() => new Set<string>());
  const [waiting, setWaiting] = useState<{ readonly then: () => void } | null>(null);

  const report = useCallback(
    (form: string, unsaved: boolean) => {
      if (unsaved) forms.add(form);
      else forms.delete(form);
    },
    [forms],
  );
  const unsaved = useCallback(() => forms.size > 0, [forms]);
  const leave = useCallback(
    (then: () => void) => {
      if (unsaved()) setWaiting({ then });
      else then();
    },
    [unsaved],
  );
  const leaving = useMemo<Leaving>(() => ({ report, unsaved, leave }), [report, unsaved, leave]);

  useEffect(() => {
    const onBeforeUnload = (event: Event): void => {
      if (unsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, [unsaved]);

  return (
    <LeavingContext.Provider value={leaving}>
      {children}
      {waiting !== null && (
        <Question
          title={texts.leaveTitle}
          yes={texts.leaveYes}
          no={texts.leaveNo}
          danger
          onYes={() => {
            forms.clear();
            setWaiting(null);
            waiting.then();
          }}
          onNo={() => setWaiting(null)}
        >
          <p>{texts.leaveText}</p>
        </Question>
      )}
    </LeavingContext.Provider>
  );
}
