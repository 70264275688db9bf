/** `Panel`: which of several panels the lists are of. Remembered while the popup is open. */
import { useId } from 'preact/hooks';
import { useTexts } from './texts';

interface Props {
  readonly panels: readonly string[];
  /** null: all of them. */
  readonly panel: string | null;
  readonly onChoose: (panel: string | null) => void;
}

export function PanelFilter({ panels, panel, onChoose }: Props) {
  const texts = useTexts();
  const id = useId();
  return (
    <div class="find find-field">
      <label for={id}>{texts.panel}</label>
      <select
        id={id}
        class="input"
        value={panel ?? ''}
        onChange={({ currentTarget }) => onChoose(currentTarget.value === '' ? null : currentTarget.value)}
      >
        <option value="">{texts.allPanels}</option>
        {panels.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
