/** The icon of a state, drawn without a framework: a list has hundreds. The shapes are those of `components/icons`. */
import type { RowState } from '../../utils/messages';

const SVG = 'http://www.w3.org/2000/svg';

const RING = 'M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0';

const SHAPES: Readonly<Record<RowState['state'], readonly string[]>> = {
  unsent: [RING],
  queued: [RING, 'M8 4.6V8l2.3 1.6'],
  sending: ['M2 8h11M9 4l4 4-4 4'],
  incomplete: ['M10.8 2.4 13.6 5.2 5.6 13.2l-3.4.6.6-3.4z'],
  uncertain: [RING, 'M6.3 6.3a1.8 1.8 0 1 1 2.5 1.7c-.6.3-.8.6-.8 1.2M8 11.4v.1'],
  issued: [RING, 'm5.3 8.2 1.9 1.9 3.6-3.9'],
  done: ['m1.2 8.6 3 3L10.4 5M7.4 10.8l.8.8L14.8 5'],
  failed: ['M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z', 'm6 6 4 4M10 6l-4 4'],
  skipped: [RING, 'M5.2 8h5.6'],
};

export interface StateIcon {
  readonly state: RowState['state'];
  readonly differs: boolean;
  /** What it is called. */
  readonly label: string;
  /** What is shown to whoever points at it. */
  readonly title: string;
}

export function stateIcon(document: Document, { state, differs, label, title }: StateIcon): SVGElement {
  const svg = element(document, 'svg', {
    viewBox: '0 0 16 16',
    role: 'img',
    'aria-label': label,
    class: state,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.6',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  const words = element(document, 'title', {});
  words.textContent = title;
  // Over whatever lies beneath it the shape can still be told.
  svg.append(words, element(document, 'circle', { class: 'ground', cx: '8', cy: '8', r: '8' }));
  for (const d of SHAPES[state]) {
    const dashes = state === 'unsent' ? { 'stroke-dasharray': '2.2 2.67' } : {};
    svg.append(element(document, 'path', { d, ...dashes }));
  }
  if (differs) svg.append(element(document, 'circle', { class: 'differs-dot', cx: '13.5', cy: '2.5', r: '3' }));
  return svg;
}

function element(document: Document, name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
