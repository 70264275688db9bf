/** The profile as text, to be given to somebody with the same panel, and the diagnostics for whoever mends Mostek. */
import { useState } from 'preact/hooks';
import { PANEL_PROFILE_MOST, type PanelLayoutView, type PanelProfile } from '../../../utils/messages';
import { LAYOUT_TEXTS } from '../../../utils/texts/options/layout';
import { reasonText } from '../../../utils/texts/reasons';
import { usePage } from '../../form/page';
import { TextAreaField } from '../../form/text-area-field';
import { IconDone } from '../../icons';
import { diagnosticsOf } from './diagnostics';

interface Props {
  readonly view: PanelLayoutView;
  readonly onImported: (panels: readonly PanelLayoutView[]) => void;
}

export function ProfileForm({ view, onImported }: Props) {
  const { ask, language } = usePage();
  const texts = LAYOUT_TEXTS[language];
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [said, setSaid] = useState<string | null>(null);
  const [uncopied, setUncopied] = useState<string | null>(null);

  const importIt = async (): Promise<void> => {
    setSaid(null);
    const answer = await ask('layout.import', { panel: view.panel, text });
    if (!answer.ok) setProblem(reasonText(language, answer.reason));
    else if (!answer.value.ok) setProblem(answer.value.why === 'not-json' ? texts.notJson : texts.notProfile);
    else {
      setProblem(undefined);
      setSaid(texts.imported);
      onImported(answer.value.panels);
    }
  };

  const copy = async (): Promise<void> => {
    const diagnostics = diagnosticsOf(view);
    try {
      await navigator.clipboard.writeText(diagnostics);
      setUncopied(null);
      setSaid(texts.copied);
    } catch {
      setUncopied(diagnostics);
    }
  };

  return (
    <>
      <TextAreaField
        label={texts.profile}
        hint={texts.profileHint}
        value={text}
        most={PANEL_PROFILE_MOST}
        problem={problem}
        onInput={(typed) => {
          setText(typed);
          setProblem(undefined);
        }}
      />
      <div class="buttons">
        <button type="button" class="button" onClick={() => setText(profileOf(view))}>
          {texts.export}
        </button>
        <button type="button" class="button" onClick={() => void importIt()}>
          {texts.import}
        </button>
        <button type="button" class="button" onClick={() => void copy()}>
          {texts.diagnostics}
        </button>
        <span role="status">
          {said !== null && (
            <span class="good">
              <IconDone />
              {said}
            </span>
          )}
        </span>
      </div>
      <p class="muted">{texts.diagnosticsHint}</p>
      {uncopied !== null && (
        <>
          <p role="alert">{texts.notCopied}</p>
          <textarea class="input" rows={4} readOnly aria-label={texts.diagnosticsText} value={uncopied} />
        </>
      )}
    </>
  );
}

function profileOf({ pages }: PanelLayoutView): string {
  const profile: PanelProfile = {
    mostek: 'panel-profile',
    version: 1,
    pages: pages.flatMap(({ taught }) => (taught === null ? [] : [taught])),
  };
  return JSON.stringify(profile, null, 1);
}
