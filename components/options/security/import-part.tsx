/** Settings out of a file: first what would change, then, when it is wanted, the change. */
import { useId, useRef, useState } from 'preact/hooks';
import { type FileProblem, type ImportPreview, SETTINGS_FILE_MOST } from '../../../utils/messages';
import { reasonText, type ViewReason } from '../../../utils/texts/reasons';
import { Field } from '../../form/field';
import { usePage } from '../../form/page';
import { Problem } from '../../form/problem';
import { cut, plain } from '../../format';
import { IconDone } from '../../icons';
import { ImportPreviewView } from './import-preview';
import { Part } from './part';
import { useSecurityTexts } from './texts';

type State =
  | { readonly kind: 'idle' | 'reading' | 'unchosen' | 'unreadable' | 'done' }
  | { readonly kind: 'file-problem'; readonly problem: FileProblem; readonly path: string }
  | { readonly kind: 'problem'; readonly reason: ViewReason }
  | { readonly kind: 'preview'; readonly text: string; readonly preview: ImportPreview };

export function ImportPart({ onImported }: { readonly onImported: () => void }) {
  const { ask } = usePage();
  const { import: texts } = useSecurityTexts();
  const input = useRef<HTMLInputElement>(null);
  const chosenId = useId();
  const [file, setFile] = useState<File | null>(null);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const turn = useRef(0);

  const read = async (): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const show = (next: State): void => {
      if (mine === turn.current) setState(next);
    };
    if (file === null) {
      input.current?.focus();
      show({ kind: 'unchosen' });
      return;
    }
    // Judged before it is read: a file of that size would only hold up the page.
    if (file.size > SETTINGS_FILE_MOST) {
      show({ kind: 'file-problem', problem: 'too-large', path: '' });
      return;
    }
    show({ kind: 'reading' });
    const text = await file.text().catch(() => null);
    if (text === null) {
      show({ kind: 'unreadable' });
      return;
    }
    const answer = await ask('file.preview', { text });
    if (!answer.ok) show({ kind: 'problem', reason: answer.reason });
    else if (answer.value.ok) show({ kind: 'preview', text, preview: answer.value.value });
    else show({ kind: 'file-problem', problem: answer.value.problem, path: answer.value.path });
  };

  const forget = (next: State): void => {
    setState(next);
    setFile(null);
    if (input.current !== null) input.current.value = '';
  };

  return (
    <Part title={texts.title} lead={texts.lead}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void read();
        }}
      >
        <Field label={texts.file} problem={state.kind === 'unchosen' ? texts.choose : undefined}>
          {(control) => (
            // The browser's own button and its word for the file follow the language of the browser, so the input lies unseen over ours.
            <div class="file-choice">
              <span class="file-button">
                <input
                  {...control}
                  aria-describedby={[control['aria-describedby'], chosenId].filter(Boolean).join(' ')}
                  ref={input}
                  type="file"
                  title={texts.pick}
                  accept=".json,application/json"
                  onChange={(event) => {
                    turn.current += 1;
                    setFile(event.currentTarget.files?.[0] ?? null);
                    setState({ kind: 'idle' });
                  }}
                />
                <span class="button" aria-hidden="true">
                  {texts.pick}
                </span>
              </span>
              <span id={chosenId} class="file-name">
                {file === null ? texts.nonePicked : texts.picked(cut(plain(file.name), 100))}
              </span>
            </div>
          )}
        </Field>
        <div class="buttons">
          <button type="submit" class="button">
            {texts.run}
          </button>
          <span role="status">
            {state.kind === 'reading' && <span class="late muted">{texts.running}</span>}
            {state.kind === 'done' && (
              <span class="good">
                <IconDone />
                {texts.done}
              </span>
            )}
          </span>
        </div>
      </form>
      <Trouble state={state} />
      {state.kind === 'preview' && (
        <ImportPreviewView
          key={state.preview.token}
          text={state.text}
          preview={state.preview}
          onCancel={() => {
            forget({ kind: 'idle' });
            input.current?.focus();
          }}
          onDone={() => {
            forget({ kind: 'done' });
            onImported();
          }}
        />
      )}
    </Part>
  );
}

function Trouble({ state }: { readonly state: State }) {
  const { language } = usePage();
  const texts = useSecurityTexts();
  switch (state.kind) {
    case 'unreadable':
      return <Problem alert>{texts.import.unreadable}</Problem>;
    case 'file-problem':
      return (
        <Problem alert>
          {texts.fileProblems[state.problem](state.path)} {texts.nothingChanged}
        </Problem>
      );
    case 'problem':
      return <Problem alert>{reasonText(language, state.reason)}</Problem>;
    default:
      return null;
  }
}
