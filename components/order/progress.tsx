import { useEffect, useState } from 'preact/hooks';
import { duration } from '../format';
import { IconSpinner } from '../icons';
import { useOrder } from './context';

/** Beyond this a person wants to know how long it has been (design: look). The first 200 ms are hidden by the style sheet. */
const LONG_MS = 10_000;

/** What runs, in words, and how long it has. The seconds are not read aloud: the status beside says what changes. */
export const Progress = ({ children, since }: { children: string; since: number }) => {
  const { clock, texts } = useOrder();
  const [now, setNow] = useState(clock.now());
  useEffect(() => clock.every(1000, () => setNow(clock.now())), [clock]);
  const lasting = now - since;
  return (
    <p class="progress late">
      <IconSpinner />
      <span>
        {children}
        {lasting >= LONG_MS && (
          <span class="lasting" aria-hidden="true">
            {' '}
            {texts.lasting(duration(lasting))}
          </span>
        )}
      </span>
    </p>
  );
};
