/** Asks for what is stored again, for a form whose save was refused because somebody else had saved meanwhile. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export const ReloadContext = createContext<() => void>(() => undefined);

export const useReload = (): (() => void) => useContext(ReloadContext);
