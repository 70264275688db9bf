/** `Pobierz PDF` of what is booked. */
import { useState } from 'preact/hooks';
import type { DocumentView, PdfFile } from '../../utils/messages';
import { ACTION_TEXTS, reasonText, type ViewReason } from '../../utils/texts';
import { usePage } from '../form/page';
import { Problem } from '../form/problem';
import { askOfPanel } from './ask-of-panel';
import type { DeskProps } from './row-list';
import { useTexts } from './texts';

interface Props extends Pick<DeskProps, 'saveFile'> {
  readonly row: DocumentView;
}

export function PdfButton({ row, saveFile }: Props) {
  const { ask, language } = usePage();
  const texts = useTexts();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<ViewReason | null>(null);
  const { panel, orderId, key } = row;

  const save = async (): Promise<void> => {
    setIsBusy(true);
    const answer = await askOfPanel(ask, panel)('pdf', { orderId, key });
    setIsBusy(false);
    setProblem(answer.ok ? null : answer.reason);
    if (answer.ok) saveFile(answer.value.name, bytesOf(answer.value));
  };
  return (
    <>
      {problem !== null && <Problem alert>{texts.actionProblem(reasonText(language, problem))}</Problem>}
      <div class="buttons">
        <button
          type="button"
          class="button button-small"
          aria-disabled={isBusy ? 'true' : undefined}
          onClick={() => {
            if (!isBusy) void save();
          }}
        >
          {ACTION_TEXTS[language].pdf}
        </button>
      </div>
    </>
  );
}

function bytesOf({ base64 }: PdfFile): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
