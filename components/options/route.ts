/** Which room of the options page is shown: the hash of its address, so that a link and the back button work. */
import { useEffect, useState } from 'preact/hooks';
import { useLeaving } from '../form/unsaved';

export const ROOMS = [
  'start',
  'accounts',
  'payments',
  'settings',
  'series',
  'rules',
  'unsent',
  'month-end',
  'layout',
  'log',
  'security',
  'diagnostics',
] as const;
export type Room = (typeof ROOMS)[number];

const roomOf = (hash: string): Room | null => ROOMS.find((room) => `#${room}` === hash) ?? null;

/**
 * With the path in front: a bare `#room` at the top of a page is taken for a link that skips to a place further down it, by people's
 * tools and by axe.
 */
export const addressOf = (room: Room): string => `${location.pathname}#${room}`;

/**
 * Follows the address; with unsaved changes the address goes back until the person agreed to discard them. `first` is the room of
 * an address that names none, null while that is not known yet; once known it stays, whatever becomes of the reason for it.
 */
export function useRoom(first: Room | null): Room | null {
  const { leave, unsaved } = useLeaving();
  const [named, setNamed] = useState(() => roomOf(location.hash));
  const [fallback, setFallback] = useState(first);
  const shown = named ?? fallback ?? first;

  useEffect(() => {
    if (fallback === null && first !== null) setFallback(first);
  }, [fallback, first]);

  useEffect(() => {
    const follow = (): void => {
      const wanted = roomOf(location.hash) ?? fallback ?? first;
      if (wanted === shown || wanted === null) return;
      if (!unsaved()) {
        setNamed(wanted);
        return;
      }
      history.replaceState(null, '', `#${shown}`);
      leave(() => {
        location.hash = wanted;
      });
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [shown, fallback, first, leave, unsaved]);

  return shown;
}
