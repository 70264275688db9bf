/**
 * A table without room between its cells has the icon of a row lie over what is to be clicked beside it, such as its check box. There the
 * icon lets clicks through; elsewhere it takes the pointer, and shows in words what it means.
 */
/** Looked at once the page is painted: then to be asked where things are costs no layout. */
export function whenPainted(window: Window, then: () => void): void {
  window.requestAnimationFrame(() => window.setTimeout(then));
}

export function liesOverControl(icon: Element, row: Element): boolean {
  const { left, right, top, bottom } = icon.getBoundingClientRect();
  return [...row.querySelectorAll('a, button, input, select, label')].some((control) => {
    const box = control.getBoundingClientRect();
    return box.left < right && left < box.right && box.top < bottom && top < box.bottom;
  });
}
