/** `Serie dokumentów`: which of the panel's series go to this account. A series belongs to at most one account. */
import type { AccountView, DictionaryRow } from '../../utils/messages';
import { reasonText } from '../../utils/texts/reasons';
import { CheckField } from '../form/check-field';
import { usePage, useShared } from '../form/page';
import { Problem } from '../form/problem';
import type { Series } from './series';
import { useTexts } from './texts';

interface Props {
  readonly series: Series;
  readonly chosen: readonly string[];
  /** The other accounts of the same panel. */
  readonly others: readonly AccountView[];
  readonly onChange: (ids: readonly string[]) => void;
}

export function SeriesGroup(props: Props) {
  const { accounts } = useTexts();
  return (
    <fieldset class="series">
      <legend>{accounts.series.legend}</legend>
      <div aria-live="polite">
        <Body {...props} />
      </div>
    </fieldset>
  );
}

function Body({ series, chosen, others, onChange }: Props) {
  const { language } = usePage();
  const { accounts } = useTexts();
  const texts = accounts.series;
  const shared = useShared();
  const { now } = series;
  switch (now.state) {
    case 'need-key':
      return <p class="muted">{texts.needKey}</p>;
    case 'need-new-key':
      return <p class="muted">{texts.needNewKey}</p>;
    case 'loading':
      return <p class="late muted">{texts.loading}</p>;
    case 'problem':
      return (
        <>
          <Problem>{reasonText(language, now.reason)}</Problem>
          <button type="button" class="button button-small" onClick={series.again}>
            {shared.retry}
          </button>
        </>
      );
    case 'ready':
      return <Boxes rows={now.rows} chosen={chosen} others={others} onChange={onChange} />;
  }
}

/** Stock documents are never booked as sales (design: one sale, one invoice), so their series cannot be chosen. */
const isForSale = (row: DictionaryRow): boolean => row.type !== 'stock';

function Boxes({
  rows,
  chosen,
  others,
  onChange,
}: Omit<Props, 'series'> & { readonly rows: readonly DictionaryRow[] }) {
  const { accounts } = useTexts();
  const texts = accounts.series;
  const offered = rows.filter((row) => isForSale(row) || chosen.includes(row.id));
  const gone = chosen.filter((id) => !rows.some((row) => row.id === id));
  if (offered.length === 0 && gone.length === 0) return <p class="muted">{texts.none}</p>;

  const toggle = (id: string, isChosen: boolean): void =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <>
      <p class="field-hint">{texts.hint}</p>
      <div class="checks">
        {offered.map((row) => {
          const owner = others.find((other) => other.seriesIds.includes(row.id));
          const isChosen = chosen.includes(row.id);
          return (
            <CheckField
              key={row.id}
              label={row.name}
              checked={isChosen}
              // What is chosen can always be given up, whoever else claims it.
              disabled={owner !== undefined && !isChosen}
              hint={owner ? texts.taken(owner.name) : row.type === 'receipt' ? texts.receipt : undefined}
              onChange={(checked) => toggle(row.id, checked)}
            />
          );
        })}
        {gone.map((id) => (
          <CheckField
            key={id}
            label={texts.gone(id)}
            checked
            hint={texts.goneHint}
            onChange={(checked) => toggle(id, checked)}
          />
        ))}
      </div>
    </>
  );
}
