/** One line to the background for all who watch the same: opening one costs a millisecond, and the bar and the rows hear of the same changes. */
import type { WatchOrder } from '../../components/ask';

/** Of any order only; whoever names one gets a line of its own. */
export function oneLine(watch: WatchOrder): WatchOrder {
  const hearers = new Set<() => void>();
  let close: (() => void) | null = null;
  return (orderId, onChange) => {
    if (orderId !== null) return watch(orderId, onChange);
    // A function of its own for each, so that nobody who watches twice is heard once.
    const hear = (): void => onChange();
    hearers.add(hear);
    close ??= watch(null, () => {
      for (const each of hearers) each();
    });
    return () => {
      hearers.delete(hear);
      if (hearers.size > 0) return;
      close?.();
      close = null;
    };
  };
}
