/**
 * A press that the page cannot lose. The panel's pages go on building for a second after they are shown (the button `Zmień status` comes
 * late), and what comes above the region moves it. When that happens between mouse down and mouse up, the browser sees two
 * elements, and the click belongs to neither: the person has pressed, and nothing happens. So the button keeps the pointer from
 * the press on. What that would take from the person, to change their mind by letting go elsewhere, is given back here. A page
 * can lead the pointer of a press on something of its own to our button in the same way; such a click is let go elsewhere, too.
 */
import { useRef } from 'preact/hooks';

interface Pressed {
  readonly x: number;
  readonly y: number;
}

type PointerPressed = Pick<PointerEvent, 'button' | 'clientX' | 'clientY' | 'pointerId'> & {
  readonly currentTarget: Pick<Element, 'setPointerCapture'>;
};

type Click = Pick<MouseEvent, 'clientX' | 'clientY' | 'detail'> & {
  readonly currentTarget: Pick<Element, 'getBoundingClientRect'>;
};

export interface Press {
  begin(event: PointerPressed): void;
  /** Whether the person meant it: the pointer was let go on the button, or where the button was when it was pressed. */
  ends(event: Click): boolean;
}

/** A hand that presses shakes so much. */
const SHAKE_PX = 6;

export function usePress(): Press {
  const pressed = useRef<Pressed | null>(null);
  return {
    begin({ button, clientX, clientY, pointerId, currentTarget }) {
      if (button !== 0) return;
      pressed.current = { x: clientX, y: clientY };
      currentTarget.setPointerCapture(pointerId);
    },
    ends(event) {
      const from = pressed.current;
      pressed.current = null;
      return isOfKeyboard(event) || isInside(event) || (from !== null && isNear(event, from));
    },
  };
}

function isOfKeyboard({ detail }: Click): boolean {
  return detail === 0;
}

function isNear({ clientX, clientY }: Click, { x, y }: Pressed): boolean {
  return Math.hypot(clientX - x, clientY - y) <= SHAKE_PX;
}

function isInside({ clientX, clientY, currentTarget }: Click): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
