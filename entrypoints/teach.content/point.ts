/** The person points at a place on the page. What they press meanwhile does nothing there. */

/** Escape, or the signal: null. Events that a script made count for nothing. */
export function pointAt(
  window: Window,
  host: Element,
  outline: (box: DOMRect | null) => void,
  signal: AbortSignal,
): Promise<Element | null> {
  return new Promise((resolve) => {
    const pointing = new AbortController();
    const settle = (found: Element | null): void => {
      pointing.abort();
      outline(null);
      resolve(found);
    };
    const targetOf = (event: Event): Element | null => {
      const { target } = event;
      return target !== null && 'closest' in target && target !== host ? (target as Element) : null;
    };
    const options = { capture: true, signal: pointing.signal };

    window.addEventListener(
      'pointermove',
      (event) => event.isTrusted && outline(targetOf(event)?.getBoundingClientRect() ?? null),
      options,
    );
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'dblclick', 'auxclick', 'click']) {
      window.addEventListener(
        type,
        (event) => {
          const target = targetOf(event);
          if (target === null) return;
          event.preventDefault();
          event.stopImmediatePropagation();
          if (type === 'click' && event.isTrusted) settle(target);
        },
        options,
      );
    }
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !event.isTrusted) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        settle(null);
      },
      options,
    );
    signal.addEventListener('abort', () => settle(null), { signal: pointing.signal });
  });
}
