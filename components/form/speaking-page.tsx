/** A page whose language can change while it is open, here or in another tab. What was typed stays. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../utils/messages';
import { bring } from '../../utils/texts/bring-english';
import { type Page, PageContext } from './page';

type Props = Omit<Page, 'speak'> & { readonly children: ComponentChildren };

export function SpeakingPage({ ask, watch, language: first, children }: Props) {
  const [language, setLanguage] = useState(first);
  const speak = useCallback((next: Language) => void bring(next).then(setLanguage), []);

  useEffect(
    () =>
      watch(null, () => {
        void ask('language', {}).then((answer) => {
          if (answer.ok) speak(answer.value);
        });
      }),
    [ask, watch, speak],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const page = useMemo<Page>(() => ({ ask, watch, language, speak }), [ask, watch, language, speak]);
  return <PageContext.Provider value={page}>{children}</PageContext.Provider>;
}
