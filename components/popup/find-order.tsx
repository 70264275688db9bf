/**
 * `Numer zamówienia` and `Znajdź`: an order by its number, for whoever has no page of the panel with a place for the controls: the same region
 * `iFirma`. The number of an invoice, Sellasist's or iFirma's, finds what Mostek knows of it.
 */
import { useId, useRef, useState } from 'preact/hooks';
import type { SearchFound } from '../../utils/messages';
import { reasonText } from '../../utils/texts';
import type { Answer } from '../ask';
import { usePage } from '../form/page';
import { Problem } from '../form/problem';
import { FoundOrder } from './found-order';
import { FoundRows } from './found-rows';
import type { OrderAsked } from './order-asked';
import type { DeskProps } from './row-list';
import { useTexts } from './texts';

/** As the API writes an id (`panel/page.ts`). */
const ORDER_ID = /^[1-9]\d{0,17}$/;
const LONGEST = 100;

interface Looked {
  readonly text: string;
  readonly answer: Answer<SearchFound>;
}

interface Props extends DeskProps {
  /** Of the accounts; one at least. */
  readonly panels: readonly string[];
  /** The chosen one; null: any of them. */
  readonly panel: string | null;
}

export function FindOrder({ panels, panel, ...desk }: Props) {
  const { ask, language } = usePage();
  const texts = useTexts();
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [order, setOrder] = useState<OrderAsked | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const numberId = useId();
  const problemId = useId();

  const find = async (): Promise<void> => {
    const text = typed.trim().replace(/^#\s*/, '');
    setOrder(null);
    setLooked(null);
    setIsWrong(!/\d/.test(text));
    if (!/\d/.test(text)) return;
    const only = panel ?? (panels.length === 1 ? panels[0] : undefined);
    // The order itself waits for nobody.
    if (ORDER_ID.test(text) && only !== undefined) setOrder({ panel: only, orderId: text });
    const answer = await ask('search', { panel, text });
    setLooked({ text, answer });
    if (!ORDER_ID.test(text) || only !== undefined || !answer.ok) return;
    const known = new Set(answer.value.rows.flatMap((row) => (row.orderId === text ? [row.panel] : [])));
    const [first] = known;
    if (first !== undefined && known.size === 1) setOrder({ panel: first, orderId: text });
  };

  const isOrder = looked !== null && ORDER_ID.test(looked.text);
  return (
    <div class="find">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <div class="find-field">
          <label for={numberId}>{texts.orderNumber}</label>
          <input
            ref={field}
            id={numberId}
            class="input"
            type="text"
            autocomplete="off"
            spellcheck={false}
            maxLength={LONGEST}
            placeholder={texts.orderNumberHint}
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
      {isOrder && order === null && looked.answer.ok && (
        <fieldset class="find-which">
          <legend>{texts.whichPanel(looked.text)}</legend>
          <div class="buttons">
            {panels.map((name) => (
              <button
                key={name}
                type="button"
                class="button button-small"
                onClick={() => setOrder({ panel: name, orderId: looked.text })}
              >
                {name}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      {order !== null && <FoundOrder key={`${order.panel} ${order.orderId}`} {...order} />}
      {looked !== null && !looked.answer.ok && (
        <Problem alert>{texts.problem(reasonText(language, looked.answer.reason))}</Problem>
      )}
      {looked?.answer.ok && (
        <FoundRows
          text={looked.text}
          found={looked.answer.value}
          order={isOrder ? (order ?? { panel: '', orderId: looked.text }) : null}
          {...desk}
        />
      )}
      {looked !== null && (
        <button
          type="button"
          class="button button-small find-close"
          onClick={() => {
            setOrder(null);
            setLooked(null);
            field.current?.focus();
          }}
        >
          {texts.closeFound}
        </button>
      )}
    </div>
  );
}
