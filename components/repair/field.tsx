import { useEffect, useId, useRef } from 'preact/hooks';
import { MOST_CHARACTERS } from '../../utils/invoice/repair/judge';
import { plainText } from '../../utils/invoice/text';
import type { Language, RepairInput } from '../../utils/messages';
import { REPAIR_TEXTS, type RepairTexts } from '../../utils/texts/repair';
import { PAYMENT_TEXTS } from '../../utils/texts/states';
import { IconWarning } from '../icons';
import { countries } from './countries';
import { type Draft, placeOf } from './draft';
import { ChosenValue, TypedValue } from './value';

interface Props {
  readonly draft: Draft;
  readonly input: RepairInput;
  readonly label: string;
  readonly language: Language;
  /** What was typed is being kept: it can be read, and not be changed. */
  readonly busy: boolean;
  readonly onEnter: () => void;
}

/** From here on it is worth counting. */
const NEARLY = 0.8;

/** One thing to type: its label, what stands there, and what is wrong with it. */
export const RepairField = ({ draft, input, label, language, busy, onEnter }: Props) => {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const texts = REPAIR_TEXTS[language];
  const { field } = input;
  const text = draft.textOf(input);
  const shown = draft.shownOf(input);
  const hint = texts.hints[field];
  const choices = choicesOf(input, language, texts);
  const most = MOST_CHARACTERS[field];
  const length = plainText(text).length;
  const isCounted = choices === null && most !== undefined && length > most * NEARLY;

  const wanted = draft.wanted.value;
  useEffect(() => {
    if (wanted?.place === placeOf(input)) place.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, [wanted]);

  const shared = {
    id,
    text,
    textNow: () => draft.textOf(input),
    busy,
    isWrong: shown !== null,
    describedBy: [
      hint === undefined ? null : `${id}-hint`,
      isCounted ? `${id}-count` : null,
      shown === null ? null : `${id}-problem`,
    ]
      .filter((each) => each !== null)
      .join(' '),
    onType: (next: string) => draft.type(input, next),
    onLeave: () => draft.leave(input),
  };
  return (
    <div class={shown === null ? 'repair-field' : 'repair-field wrong'} ref={place}>
      <label for={id}>
        <bdi>{label}</bdi>
      </label>
      {choices === null ? (
        <TypedValue {...shared} field={field} onEnter={onEnter} />
      ) : (
        <ChosenValue {...shared} first={texts.choose} choices={choices} />
      )}
      <div class="repair-problem" id={`${id}-problem`} aria-live="polite">
        {shown !== null && (
          <p class="with-icon">
            <IconWarning />
            <span>{texts.problem(shown.problem, field, shown.most ?? most)}</span>
          </p>
        )}
      </div>
      {isCounted && (
        <p class="hint" id={`${id}-count`}>
          {texts.length(length, most)}
        </p>
      )}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
};

const choicesOf = (
  { field, choices }: RepairInput,
  language: Language,
  texts: RepairTexts,
): readonly { readonly value: string; readonly label: string }[] | null => {
  if (field === 'buyer.country') return countries(language);
  if (choices === null) return null;
  const names: Readonly<Record<string, string>> = field === 'payment' ? PAYMENT_TEXTS[language] : texts.rates;
  return choices.map((value) => ({ value, label: names[value] ?? value }));
};
