/** One kind of page: how Mostek knows it, what it last looked like, and what can be done about it. */
import { useId } from 'preact/hooks';
import type { PageKnown } from '../../../utils/messages';
import { GUESSED, LAYOUT_TEXTS } from '../../../utils/texts/options/layout';
import { TEACH_TEXTS } from '../../../utils/texts/teach';
import { usePage } from '../../form/page';
import { time } from '../../format';
import { IconWarning } from '../../icons';

interface Props {
  readonly page: PageKnown;
  readonly isArmed: boolean;
  readonly onTeach: () => void;
  readonly onForget: () => void;
}

export function PageItem({ page, isArmed, onTeach, onForget }: Props) {
  const { language } = usePage();
  const texts = LAYOUT_TEXTS[language];
  const teach = TEACH_TEXTS[language];
  const id = useId();
  const { kind, taught, test, seen } = page;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a legend, and the room is walked through by its headings.
    <div class="layout-page" role="group" aria-labelledby={id}>
      <div>
        <h3 id={id}>{teach.kinds[kind]}</h3>
        <ul class="layout-facts">
          {taught === null ? (
            <li>{GUESSED.includes(kind) ? texts.guessed : texts.known}</li>
          ) : (
            <>
              <li>{texts.taught(taught.path)}</li>
              {taught.place !== null && (
                <li>
                  {texts.taughtPlace(taught.place.selector)} ({teach.positions[taught.place.position]})
                </li>
              )}
            </>
          )}
          {test !== null && <li>{texts.tested(teach.fits(kind, test))}</li>}
          <li class="muted">{seen === null ? texts.never : texts.seen(time(seen.at, Date.now()))}</li>
          {seen?.rows != null && <li class="muted">{texts.rows(seen.rows, seen.left)}</li>}
        </ul>
      </div>
      <div class="buttons">
        <button type="button" class="button" onClick={onTeach}>
          {texts.teach}
        </button>
        {taught !== null && (
          <button type="button" class="button" onClick={onForget}>
            {texts.forget}
          </button>
        )}
      </div>
      {seen !== null && seen.misses > 0 && (
        <div class="layout-changed" role="alert">
          <IconWarning />
          <p>
            <strong>{texts.changed}</strong> {texts.misses(seen.misses)}
          </p>
        </div>
      )}
      <p role="status">{isArmed && texts.waiting(teach.kinds[kind])}</p>
    </div>
  );
}
