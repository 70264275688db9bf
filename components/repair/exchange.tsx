import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Language } from '../../utils/messages';
import { reasonText, type ViewReason } from '../../utils/texts';
import { REPAIR_TEXTS } from '../../utils/texts/repair';
import type { Answer } from '../ask';
import { Button } from '../region/button';

interface Props {
  readonly language: Language;
  /** What was sent and answered; null: nothing is kept of it. */
  readonly read: () => Promise<Answer<{ readonly text: string } | null>>;
}

type Outcome =
  | { readonly kind: 'copied' | 'gone' }
  | { readonly kind: 'by-hand'; readonly text: string }
  | { readonly kind: 'problem'; readonly reason: ViewReason };

/** For a refusal that nobody knows how to mend: what was sent and answered, to be pasted where somebody does. */
export const Exchange = ({ language, read }: Props) => {
  const whyId = useId();
  const outcome = useSignal<Outcome | null>(null);
  const isBusy = useSignal(false);
  const texts = REPAIR_TEXTS[language].exchange;

  const copy = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    const answer = await read();
    outcome.value = await outcomeOf(answer);
    isBusy.value = false;
  };
  const now = outcome.value;
  return (
    <div class="repair-exchange">
      <div class="buttons">
        <Button busy={isBusy.value} disabled={isBusy.value} describedBy={whyId} onPress={() => void copy()}>
          {texts.copy}
        </Button>
      </div>
      <p class="hint" id={whyId}>
        {texts.why}
      </p>
      {(isBusy.value || now !== null) && (
        <p role="status" class="repair-copied">
          {now === null ? '' : saidOf(now, language)}
        </p>
      )}
      {now?.kind === 'by-hand' && <ToCopy label={texts.text} text={now.text} />}
    </div>
  );
};

/** A page of the panel may forbid its clipboard, and the time that a press opens it for may be over. */
const outcomeOf = async (answer: Awaited<ReturnType<Props['read']>>): Promise<Outcome> => {
  if (!answer.ok) return { kind: 'problem', reason: answer.reason };
  if (answer.value === null) return { kind: 'gone' };
  const { text } = answer.value;
  try {
    await navigator.clipboard.writeText(text);
    return { kind: 'copied' };
  } catch {
    return { kind: 'by-hand', text };
  }
};

const saidOf = (outcome: Outcome, language: Language): string => {
  const texts = REPAIR_TEXTS[language].exchange;
  switch (outcome.kind) {
    case 'copied':
      return texts.copied;
    case 'gone':
      return texts.gone;
    case 'by-hand':
      return texts.byHand;
    case 'problem':
      return reasonText(language, outcome.reason);
    default:
      return outcome satisfies never;
  }
};

const ToCopy = ({ label, text }: { label: string; text: string }) => {
  const place = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    place.current?.focus();
    place.current?.select();
  }, []);
  return <textarea ref={place} class="repair-text" readOnly rows={8} aria-label={label} value={text} />;
};
