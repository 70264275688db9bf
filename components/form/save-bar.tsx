/** The end of every form: `Zapisz`, and what came of it. */
import type { ComponentChildren } from 'preact';
import { reasonText } from '../../utils/texts/reasons';
import { IconDone } from '../icons';
import type { Outcome } from './draft';
import { usePage, useShared } from './page';
import { Problem } from './problem';

interface Props {
  readonly outcome: Outcome;
  readonly dirty: boolean;
  /** Further buttons of the form, drawn at the far end. */
  readonly children?: ComponentChildren;
}

export function SaveBar({ outcome, dirty, children }: Props) {
  const { language } = usePage();
  const texts = useShared();
  const saving = outcome === 'saving';
  return (
    <div class="save-bar">
      {typeof outcome === 'object' && <Problem alert>{texts.notSaved(reasonText(language, outcome))}</Problem>}
      {outcome === 'mend' && <Problem alert>{texts.mendFields}</Problem>}
      <div class="buttons">
        {/* aria-disabled keeps the focus on the button while the save is under way. */}
        <button type="submit" class="button button-primary" aria-disabled={saving ? 'true' : undefined}>
          {texts.save}
        </button>
        <span role="status" class="save-status">
          {saving && <span class="late">{texts.saving}</span>}
          {outcome === 'saved' && (
            <span class="good">
              <IconDone />
              {texts.saved}
            </span>
          )}
        </span>
        {outcome === 'none' && dirty && <span class="muted">{texts.unsaved}</span>}
        {children && <div class="save-more">{children}</div>}
      </div>
    </div>
  );
}
