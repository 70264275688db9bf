/** Who sends in the place of this computer, and the button that takes it over. */
import './auto.css';
import { useState } from 'preact/hooks';
import type { AutoView } from '../../utils/messages';
import { reasonText } from '../../utils/texts';
import { AUTO_TEXTS } from '../../utils/texts/auto';
import { usePage } from '../form/page';
import { Problem } from '../form/problem';

interface Props {
  readonly view: AutoView;
  readonly onTaken: (views: readonly AutoView[]) => void;
}

export function TakeOver({ view, onTaken }: Props) {
  const { ask, language } = usePage();
  const texts = AUTO_TEXTS[language];
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    const answer = await ask('auto.take', { accountId: view.accountId });
    setBusy(false);
    setProblem(answer.ok ? null : texts.takeProblem(reasonText(language, answer.reason)));
    if (answer.ok) onTaken(answer.value);
  };
  return (
    <>
      <button type="button" class="button" disabled={busy} onClick={() => void take()}>
        {texts.take}
      </button>
      {problem !== null && <Problem alert>{problem}</Problem>}
    </>
  );
}
