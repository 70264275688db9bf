/** A page whose language can change while it is open, here or in another tab. What was typed stays. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Page, PageContext } from './page';

type Props = Omit<Page, 'speak'> & { readonly children: ComponentChildren };

export function SpeakingPage({ ask, watch, language: first, children }: Props) {
  const [language, speak] = useState(first);

  useEffect(
    () =>
      watch(null, () => {
        void ask('language', {}).then((answer) => {
          if (answer.ok) speak(answer.value);
        });
      }),
    [ask, watch],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const page = useMemo<Page>(() => ({ ask, watch, language, speak }), [ask, watch, language]);
  return <PageContext.Provider value={page}>{children}</PageContext.Provider>;
}
