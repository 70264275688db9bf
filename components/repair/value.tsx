/**
 * What is typed or chosen. The panel's page can reach these elements (an open shadow root): it can set what stands in them, dispatch events,
 * and have the browser insert text into whatever has the focus, which makes a trusted `input` but no `beforeinput`. Only what a person does
 * counts, and whatever else stands there is put back.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RepairField } from '../../utils/messages';
import { trusted } from '../trusted';

interface Props {
  readonly id: string;
  readonly text: string;
  /** What was typed last: it may not be drawn yet when the next key comes. */
  readonly textNow: () => string;
  readonly busy: boolean;
  readonly isWrong: boolean;
  readonly describedBy: string;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
}

export const TypedValue = ({
  field,
  text,
  textNow,
  busy,
  isWrong,
  describedBy,
  onType,
  onLeave,
  onEnter,
  id,
}: Props & { readonly field: RepairField; readonly onEnter: () => void }) => {
  const place = useRef<HTMLInputElement>(null);
  const isTyping = useRef(false);
  const isDate = field === 'saleDate' || field === 'issueDate';
  const putBack = (element: HTMLInputElement): void => {
    const own = textNow();
    if (element.value !== own) element.value = own;
  };
  const putBackNow = useRef(putBack);
  putBackNow.current = putBack;
  // Not as an attribute: which browsers know `onbeforeinput` differs.
  useLayoutEffect(() => {
    const input = place.current;
    const begin = trusted(() => {
      if (input !== null) putBackNow.current(input);
      isTyping.current = true;
    });
    input?.addEventListener('beforeinput', begin);
    return () => input?.removeEventListener('beforeinput', begin);
  }, []);
  return (
    <input
      ref={place}
      id={id}
      {...(isDate ? { type: 'date' as const } : { type: 'text' as const })}
      class={field === 'paid' ? 'repair-amount' : undefined}
      inputMode={field === 'paid' ? 'decimal' : field === 'buyer.email' ? 'email' : undefined}
      autocomplete="off"
      spellcheck={false}
      readOnly={busy}
      aria-invalid={isWrong ? 'true' : undefined}
      aria-describedby={describedBy === '' ? undefined : describedBy}
      value={text}
      onFocus={(event) => putBack(event.currentTarget)}
      onInput={(event) => {
        const isMeant = event.isTrusted && !busy && (isDate || isTyping.current);
        isTyping.current = false;
        if (isMeant) onType(event.currentTarget.value);
        else putBack(event.currentTarget);
      }}
      onBlur={(event) => {
        putBack(event.currentTarget);
        onLeave();
      }}
      onKeyDown={trusted((event) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        onEnter();
      })}
    />
  );
};

export const ChosenValue = ({
  first,
  choices,
  text,
  textNow,
  busy,
  isWrong,
  describedBy,
  onType,
  onLeave,
  id,
}: Props & {
  readonly first: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}) => {
  const chosen = choices.some(({ value }) => value === text) ? text : '';
  return (
    <select
      id={id}
      aria-invalid={isWrong ? 'true' : undefined}
      aria-describedby={describedBy === '' ? undefined : describedBy}
      aria-disabled={busy ? 'true' : undefined}
      value={chosen}
      onChange={(event) => {
        if (event.isTrusted && !busy) onType(event.currentTarget.value);
        else event.currentTarget.value = textNow();
      }}
      onBlur={onLeave}
    >
      <option value="">{first}</option>
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
};
