/** Which room of the options page is shown: the hash of its address, so that a link and the back button work. */
import { useEffect, useState } from 'preact/hooks';
import { useLeaving } from '../form/unsaved';

export const ROOMS = ['accounts', 'payments', 'settings'] as const;
export type Room = (typeof ROOMS)[number];

const roomOf = (hash: string): Room => ROOMS.find((room) => `#${room}` === hash) ?? 'accounts';

/** Follows the address; with unsaved changes the address goes back until the person agreed to discard them. */
export function useRoom(): Room {
  const { leave, unsaved } = useLeaving();
  const [room, setRoom] = useState(() => roomOf(location.hash));

  useEffect(() => {
    const follow = (): void => {
      const wanted = roomOf(location.hash);
      if (wanted === room) return;
      if (!unsaved()) {
        setRoom(wanted);
        return;
      }
      history.replaceState(null, '', `#${room}`);
      leave(() => {
        location.hash = wanted;
      });
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [room, leave, unsaved]);

  return room;
}
