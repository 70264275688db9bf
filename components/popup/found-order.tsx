/** The region `iFirma` of an order in the popup, in a shadow root of its own as on the card. Its code is loaded when it is asked for. */
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../form/page';
import { askOfPanel } from './ask-of-panel';
import type { OrderAsked } from './order-asked';

export function FoundOrder({ panel, orderId }: OrderAsked) {
  const { ask, watch } = usePage();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = place.current;
    if (host === null) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    let takeAway: (() => void) | null = null;
    let isGone = false;
    void import('./order-card').then(({ renderOrder, saveFileFrom }) => {
      if (isGone) return;
      takeAway = renderOrder(root, {
        orderId,
        ask: askOfPanel(ask, panel),
        watch,
        headingId: null,
        floating: false,
        saveFile: saveFileFrom(root),
        // The panel's form is on another page, if anywhere.
        unsavedAddress: () => false,
      });
    });
    return () => {
      isGone = true;
      takeAway?.();
    };
  }, [ask, watch, panel, orderId]);
  return <div class="found" ref={place} />;
}
