/** How much of the services' limits is used: one quiet line, which opens when something is near its end. */
import { useEffect, useRef } from 'preact/hooks';
import type { QuotaView } from '../../utils/messages';
import { type Asked, useAsked } from '../form/asked';
import { usePage } from '../form/page';
import { Quota } from './quota';
import { isWorthSaying } from './quota-parts';
import type { DeskProps } from './row-list';
import { useTexts } from './texts';

/** Bulk work tells of many changes a second; the figures follow at this pace. */
const PACE_MS = 1_000;
const MINUTE_MS = 60_000;

export function QuotaMeter({ now }: Pick<DeskProps, 'now'>) {
  const texts = useTexts();
  const asked = useQuota();
  const wasNear = useRef(false);
  if (asked.state !== 'ready' || asked.value.length === 0) return null;
  // It opens by itself once, and closes for a person only: somebody may be reading it. What a person chose stays, for nothing is
  // written into the page that is not new.
  wasNear.current ||= asked.value.some(isWorthSaying);
  return (
    <details class="quota" open={wasNear.current}>
      <summary>{texts.limits}</summary>
      <ul aria-label={texts.limits}>
        {asked.value.map((view) => (
          <li key={`${view.service} ${view.name}`}>
            <Quota view={view} now={now()} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function useQuota(): Asked<readonly QuotaView[]> {
  const { ask, watch } = usePage();
  const { asked, again } = useAsked('quota', () => ask('quota', {}));

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = watch(null, () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        again();
      }, PACE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [watch, again]);

  // What a minute holds, and a rest, pass without anybody telling.
  useEffect(() => {
    const isPassing = ({ minute, closedUntil }: QuotaView): boolean => minute.used > 0 || closedUntil !== null;
    if (asked.state !== 'ready' || !asked.value.some(isPassing)) return;
    const timer = setTimeout(again, MINUTE_MS);
    return () => clearTimeout(timer);
  }, [asked, again]);

  return asked;
}
