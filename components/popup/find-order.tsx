/** An order by its number, for whoever has no page of the panel with a place for the controls: the same region `iFirma`. */
import { useId, useState } from 'preact/hooks';
import { useAsked } from '../form/asked';
import { usePage } from '../form/page';
import { Problem } from '../form/problem';
import { FoundOrder } from './found-order';
import { useTexts } from './texts';

/** As the API writes an id (`panel/page.ts`). */
const ORDER_ID = /^[1-9]\d{0,17}$/;

export interface OrderAsked {
  readonly panel: string;
  readonly orderId: string;
}

export function FindOrder() {
  const { ask } = usePage();
  const texts = useTexts();
  const { asked } = useAsked('panels', () => ask('account.list', {}));
  const panels = asked.state === 'ready' ? [...new Set(asked.value.map(({ panel }) => panel))] : [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [found, setFound] = useState<OrderAsked | null>(null);
  const numberId = useId();
  const panelId = useId();
  const problemId = useId();
  const panel = chosen ?? panels[0];
  if (panel === undefined) return null;

  const find = (): void => {
    const orderId = typed.trim().replace(/^#/, '');
    const isId = ORDER_ID.test(orderId);
    setIsWrong(!isId);
    if (isId) setFound({ panel, orderId });
  };
  return (
    <div class="find">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        {panels.length > 1 && (
          <div class="find-field">
            <label for={panelId}>{texts.panel}</label>
            <select id={panelId} class="input" value={panel} onChange={(event) => setChosen(event.currentTarget.value)}>
              {panels.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <div class="find-field">
          <label for={numberId}>{texts.orderNumber}</label>
          <input
            id={numberId}
            class="input"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            maxLength={20}
            aria-invalid={isWrong ? 'true' : undefined}
            aria-describedby={isWrong ? problemId : undefined}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="button button-small">
          {texts.find}
        </button>
      </form>
      {isWrong && (
        <div id={problemId}>
          <Problem alert>{texts.orderNumberWrong}</Problem>
        </div>
      )}
      {found !== null && <FoundOrder key={`${found.panel} ${found.orderId}`} {...found} />}
    </div>
  );
}
