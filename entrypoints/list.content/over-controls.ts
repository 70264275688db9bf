/**
 * A table without room between its cells has the icon of a row lie over what is to be clicked beside it, such as its check box. There the
 * icon lets clicks through; elsewhere it takes the pointer, and shows in words what it means.
 */

/** Calls `then` once the next frame tells where they are, if the icon lies over a control of its row. To ask the browser itself would cost a layout. */
export function whenOverControl(icon: Element, row: Element, then: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    observer.disconnect();
    const boxes = new Map(entries.map(({ target, boundingClientRect }) => [target, boundingClientRect]));
    const own = boxes.get(icon);
    boxes.delete(icon);
    if (own !== undefined && [...boxes.values()].some((box) => overlap(own, box))) then();
  });
  for (const each of [icon, ...row.querySelectorAll('a, button, input, select, label')]) observer.observe(each);
}

type Box = Pick<DOMRectReadOnly, 'left' | 'right' | 'top' | 'bottom'>;

function overlap(one: Box, other: Box): boolean {
  return other.left < one.right && one.left < other.right && other.top < one.bottom && one.top < other.bottom;
}
