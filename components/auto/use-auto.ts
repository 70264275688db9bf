/** How it stands with sending by itself, kept up to date; empty while nobody knows. */
import { useEffect } from 'preact/hooks';
import type { AutoView } from '../../utils/messages';
import { useAsked } from '../form/asked';
import { usePage } from '../form/page';

export interface AutoAsked {
  readonly views: readonly AutoView[];
  readonly put: (views: readonly AutoView[]) => void;
}

const AGAIN_MS = 30_000;

export function useAuto(): AutoAsked {
  const { ask, watch } = usePage();
  const { asked, again, put } = useAsked('auto', () => ask('auto.state', {}));
  useEffect(() => watch(null, again), [watch, again]);
  // A look that finds nothing tells nobody.
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) again();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [again]);
  return { views: asked.state === 'ready' ? asked.value : [], put };
}
