/** Draws the box into its shadow root. */
import { render } from 'preact';
import { placeIn } from '../region/place';
import tokens from '../tokens.css?inline';
import type { TeachSituation } from './situation';
import styles from './teach.css?inline';
import { TeachBox } from './teach-box';

export interface DrawnBox {
  /** Shows what the person is about to point at; null: nothing. Window coordinates in pixels. */
  outline(box: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'> | null): void;
  remove(): void;
}

export function renderTeach(root: ShadowRoot, situation: TeachSituation): DrawnBox {
  const { element, remove } = placeIn(root, [tokens, styles]);
  const document = root.ownerDocument;
  const place = document.createElement('div');
  const outline = Object.assign(document.createElement('div'), { className: 'outline', hidden: true });
  element.append(place, outline);
  render(<TeachBox {...situation} />, place);
  return {
    outline(box) {
      outline.hidden = box === null;
      if (box === null) return;
      for (const side of ['left', 'top', 'width', 'height'] as const) outline.style.setProperty(side, `${box[side]}px`);
    },
    remove() {
      render(null, place);
      remove();
    },
  };
}
