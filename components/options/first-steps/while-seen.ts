import { useEffect, useState } from 'preact/hooks';

/**
 * The value as it was when somebody last looked at the page. A tab in the background is told of each change, too; what it would ask
 * the panel for then nobody reads, and the panel allows few requests a minute.
 */
export function useWhileSeen<T>(value: T): T {
  const [seen, setSeen] = useState(value);
  const [isVisible, setVisible] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const look = (): void => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  useEffect(() => {
    if (isVisible) setSeen(() => value);
  }, [isVisible, value]);
  return isVisible ? value : seen;
}
