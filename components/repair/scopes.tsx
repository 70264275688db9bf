import { useId } from 'preact/hooks';
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
 * Where what was typed is kept. It goes by the click: a page's `click()` on a radio is no trusted one, but the `change` that the browser makes
 * of it is (tried on Chromium).
 */
export const Scopes = ({ legend, choices, chosen, busy, onChoose, onEnter }: Props) => {
  const name = useId();
  return (
    <fieldset class="repair-scopes">
      <legend>{legend}</legend>
      {choices.map(({ scope, label }) => (
        <label key={scope}>
          <input
            type="radio"
            name={name}
            checked={chosen === scope}
            onClick={(event) => {
              if (event.isTrusted && !busy) onChoose(scope);
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
