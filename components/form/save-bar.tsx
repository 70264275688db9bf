/** The end of every form: `Zapisz`, and what came of it. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { reasonText } from '../../utils/texts/reasons';
import { IconDone } from '../icons';
import type { Outcome } from './draft';
import { usePage, useShared } from './page';
import { Problem } from './problem';
import { useReload } from './reload';

interface Props {
  readonly outcome: Outcome;
  readonly dirty: boolean;
  /** What the edits were made on is no longer what is stored. */
  readonly stale?: boolean;
  /** Takes the edits back; goes with `stale`. */
  readonly onDrop?: () => void;
  /** Further buttons of the form, drawn at the far end. */
  readonly children?: ComponentChildren;
}

export function SaveBar({ outcome, dirty, stale = false, onDrop, children }: Props) {
  const { language } = usePage();
  const texts = useShared();
  const reload = useReload();
  const submit = useRef<HTMLButtonElement>(null);
  const saving = outcome === 'saving';
  return (
    <div class="save-bar">
      {stale && (
        <div class="save-stale">
          <Problem alert>{typeof outcome === 'object' ? texts.notSaved(texts.stale) : texts.stale}</Problem>
          <button
            type="button"
            class="button button-small"
            onClick={() => {
              onDrop?.();
              reload();
              submit.current?.focus();
            }}
          >
            {texts.reload}
          </button>
        </div>
      )}
      {!stale && typeof outcome === 'object' && (
        <Problem alert>{texts.notSaved(reasonText(language, outcome))}</Problem>
      )}
      {outcome === 'mend' && <Problem alert>{texts.mendFields}</Problem>}
      <div class="buttons">
        {/* aria-disabled keeps the focus on the button while the save is under way. */}
        <button ref={submit} type="submit" class="button button-primary" aria-disabled={saving ? 'true' : undefined}>
          {texts.save}
        </button>
        <span role="status" class="save-status">
          {saving && <span class="late">{texts.saving}</span>}
          {outcome === 'saved' && !dirty && (
            <span class="good">
              <IconDone />
              {texts.saved}
            </span>
          )}
        </span>
        {(outcome === 'none' || outcome === 'saved') && dirty && <span class="muted">{texts.unsaved}</span>}
        {children && <div class="save-more">{children}</div>}
      </div>
    </div>
  );
}
