/** While iFirma's accounting month is moved for a document: which month it is, why it is not home yet, and what a person may do. */
import { useEffect, useState } from 'preact/hooks';
import type { MonthView } from '../../utils/messages';
import { reasonText, type ViewReason } from '../../utils/texts';
import { MONTH_TEXTS, type MonthTexts } from '../../utils/texts/month';
import { useAsked } from '../form/asked';
import { usePage } from '../form/page';
import { Problem } from '../form/problem';
import { IconInfo, IconWarning } from '../icons';

export function MonthNote() {
  const { ask, watch, language } = usePage();
  const texts = MONTH_TEXTS[language];
  const { asked, again, put } = useAsked('month', () => ask('month.state', {}));
  const [problem, setProblem] = useState<ViewReason | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  useEffect(() => watch(null, again), [watch, again]);

  if (asked.state !== 'ready' || asked.value.length === 0) return null;

  const say = async (command: 'month.retry' | 'month.leave', login: string): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    const answer = await ask(command, { login });
    setIsBusy(false);
    setProblem(answer.ok ? null : answer.reason);
    if (answer.ok) put(answer.value);
  };

  return (
    <section class="popup-tip warn" aria-label={texts.title}>
      {asked.value.map((view) => (
        <div key={view.login}>
          <p class="with-icon">
            {view.reason === null ? <IconInfo /> : <IconWarning />}
            <span>{sentence(texts, view)}</span>
          </p>
          {view.reason !== null && <p>{reasonText(language, view.reason)}</p>}
          {view.stage !== 'ended' && view.reason !== null && <p class="muted">{texts.leaveHint(view.home)}</p>}
          <div class="buttons">
            {view.stage === 'back' && view.reason !== null && (
              <Word busy={isBusy} label={texts.retry} onSay={() => void say('month.retry', view.login)} />
            )}
            {view.reason !== null && (
              <Word
                busy={isBusy}
                label={view.stage === 'ended' ? texts.understood : texts.leave}
                onSay={() => void say('month.leave', view.login)}
              />
            )}
          </div>
        </div>
      ))}
      {problem !== null && <Problem alert>{texts.problem(reasonText(language, problem))}</Problem>}
    </section>
  );
}

interface WordProps {
  readonly busy: boolean;
  readonly label: string;
  readonly onSay: () => void;
}

function Word({ busy, label, onSay }: WordProps) {
  return (
    <button type="button" class="button button-small" aria-disabled={busy ? 'true' : undefined} onClick={onSay}>
      {label}
    </button>
  );
}

function sentence(texts: MonthTexts, { login, home, away, stage, orderId, number }: MonthView): string {
  const ofOrder = orderId === null ? texts.someDocument : texts.order(orderId);
  const what = number === null ? ofOrder : texts.document(number);
  return stage === 'ended' ? texts.ended(login, what) : texts.moved(login, home, away, what);
}
