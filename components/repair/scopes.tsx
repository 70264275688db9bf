import { useId, useRef } from 'preact/hooks';
import type { RepairScope } from '../../utils/messages';
import { trusted } from '../trusted';

interface Props {
  readonly legend: string;
  readonly choices: readonly { readonly scope: RepairScope; readonly label: string }[];
  readonly chosen: RepairScope;
  readonly busy: boolean;
  readonly onChoose: (scope: RepairScope) => void;
  readonly onEnter: () => void;
}

/**
 * Where what was typed is kept. A page's `click()` on a radio, or on a label of its own around it, ends in events that the browser calls
 * trusted; so a choice counts only when a hand or a key was there before it.
 */
export const Scopes = ({ legend, choices, chosen, busy, onChoose, onEnter }: Props) => {
  const name = useId();
  const isMeant = useRef(false);
  const begin = trusted(() => {
    isMeant.current = true;
  });
  return (
    <fieldset class="repair-scopes" onPointerDown={begin} onKeyDown={begin}>
      <legend>{legend}</legend>
      {choices.map(({ scope, label }) => (
        <label key={scope}>
          <input
            type="radio"
            name={name}
            checked={chosen === scope}
            onClick={(event) => {
              const counts = event.isTrusted && isMeant.current && !busy;
              isMeant.current = false;
              if (counts) onChoose(scope);
              else if (chosen !== scope) event.preventDefault();
            }}
            onKeyDown={trusted((event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              onEnter();
            })}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
};
