/** The limits of one login, or of one panel: in figures with a meter each, and in words when one is near its end. */
import type { QuotaView } from '../../utils/messages';
import { time } from '../format';
import { IconWarning } from '../icons';
import { isNearLimit, partsOf, type QuotaPart } from './quota-parts';
import { useTexts } from './texts';

interface Props {
  readonly view: QuotaView;
  /** Epoch milliseconds. */
  readonly now: number;
}

export function Quota({ view, now }: Props) {
  const texts = useTexts();
  const owner = `${view.service} · ${view.name}`;
  const parts = partsOf(view, texts, now);
  const near = parts.filter(({ of }) => isNearLimit(of));
  const isUsedUp = ({ of }: QuotaPart): boolean => of.used >= of.limit;
  const named = (some: readonly QuotaPart[]): string => some.map(({ what }) => what).join(', ');
  const usedUp = near.filter(isUsedUp);
  const almost = near.filter((part) => !isUsedUp(part));
  const warnings = [
    ...(view.closedUntil === null ? [] : [texts.restUntil(view.service, time(view.closedUntil, now))]),
    ...(usedUp.length === 0 ? [] : [texts.usedUp(named(usedUp))]),
    ...(almost.length === 0 ? [] : [texts.nearLimit(named(almost))]),
  ];
  return (
    <>
      <p>{owner} </p>
      <p class="quota-figures">
        {parts.map(({ of, text, what }) => (
          <span key={what} class="quota-part">
            <span>{text} </span>
            <meter max={of.limit} high={of.limit * 0.8} optimum={0} value={of.used} aria-label={`${owner}: ${what}`} />
          </span>
        ))}
      </p>
      {warnings.map((warning) => (
        <p key={warning} class="warn">
          <IconWarning />
          <span>{warning} </span>
        </p>
      ))}
    </>
  );
}
