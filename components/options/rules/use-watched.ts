/** Asks again some time after the background told of a change: a send of many tells of hundreds within a minute. */
import { useEffect } from 'preact/hooks';
import { usePage } from '../../form/page';

const REST_MS = 300;

export function useWatched(again: () => void): void {
  const { watch } = usePage();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unwatch = watch(null, () => {
      clearTimeout(timer);
      timer = setTimeout(again, REST_MS);
    });
    return () => {
      clearTimeout(timer);
      unwatch();
    };
  }, [watch, again]);
}
