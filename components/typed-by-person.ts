/**
 * Whether text was typed, and not inserted: a page can give an input in an open shadow root the focus and have the browser insert text into
 * it, which makes a trusted `input` but no `beforeinput` (tried on Chromium).
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { trusted } from './trusted';

/** @returns asked in the `input` event: did a person type what led to it? The answer holds for that one event. */
export const useTypedByPerson = (place: RefObject<HTMLInputElement | null>): (() => boolean) => {
  const isTyping = useRef(false);
  // Not as an attribute: which browsers know `onbeforeinput` differs.
  useLayoutEffect(() => {
    const input = place.current;
    const begin = trusted(() => {
      isTyping.current = true;
    });
    input?.addEventListener('beforeinput', begin);
    return () => input?.removeEventListener('beforeinput', begin);
  }, [place]);
  return () => {
    const was = isTyping.current;
    isTyping.current = false;
    return was;
  };
};
