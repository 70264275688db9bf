/** `Serie dokumentów`: which of the panel's series go to this account. A series belongs to at most one account. */
import { useId } from 'preact/hooks';
import { EMPTY_SERIES } from '../../utils/invoice/series';
import type { AccountView, DictionaryRow } from '../../utils/messages';
import { reasonText } from '../../utils/texts/reasons';
import { CheckField } from '../form/check-field';
import { usePage, useShared } from '../form/page';
import { Problem } from '../form/problem';
import { same } from '../form/same';
import type { Series } from './series';
import { entryOf } from './series-names';
import { useTexts } from './texts';

interface Props {
  readonly series: Series;
  readonly chosen: readonly string[];
  /** As it is stored; null: there is no account yet. */
  readonly account: AccountView | null;
  /** The other accounts of the same panel. */
  readonly others: readonly AccountView[];
  readonly problem?: string | undefined;
  readonly onChange: (ids: readonly string[]) => void;
}

export function SeriesGroup({ problem, ...props }: Props) {
  const { accounts } = useTexts();
  const id = useId();
  return (
    <fieldset
      class="series"
      // Not one of its boxes is wrong but their choice, so the group takes the focus.
      tabIndex={problem ? -1 : undefined}
      data-problem={problem ? '' : undefined}
      aria-describedby={problem ? `${id}-problem` : undefined}
    >
      <legend>{accounts.series.legend}</legend>
      {problem && <Problem id={`${id}-problem`}>{problem}</Problem>}
      <div aria-live="polite">
        <Body {...props} />
      </div>
    </fieldset>
  );
}

function Body({ series, chosen, account, others, onChange }: Omit<Props, 'problem'>) {
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
      return <Boxes rows={now.rows} chosen={chosen} account={account} others={others} onChange={onChange} />;
  }
}

/** Stock documents are never booked as sales (design: one sale, one invoice), so their series cannot be chosen. */
const isForSale = (row: DictionaryRow): boolean => row.type !== 'stock';

/** A save that leaves the series out drops what was set for it. */
const hasSettings = (account: AccountView | null, id: string): boolean => {
  const settings = account === null ? undefined : entryOf(account.series, id);
  return settings !== undefined && !same(settings, EMPTY_SERIES);
};

function Boxes({
  rows,
  chosen,
  account,
  others,
  onChange,
}: Omit<Props, 'series' | 'problem'> & { readonly rows: readonly DictionaryRow[] }) {
  const { accounts } = useTexts();
  const texts = accounts.series;
  const offered = rows.filter((row) => isForSale(row) || chosen.includes(row.id));
  const gone = chosen.filter((id) => !rows.some((row) => row.id === id));
  const owners = new Map(others.flatMap(({ name, seriesIds }) => seriesIds.map((id) => [id, name] as const)));
  if (offered.length === 0 && gone.length === 0) return <p class="muted">{texts.none}</p>;

  const toggle = (id: string, isChosen: boolean): void =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id));
  const hintOf = ({ id, type }: DictionaryRow, owner: string | undefined, isChosen: boolean): string | undefined => {
    if (owner !== undefined) return texts.taken(owner);
    if (!isChosen && hasSettings(account, id)) return texts.givenUp;
    return type === 'receipt' ? texts.receipt : undefined;
  };
  return (
    <>
      <p class="field-hint">{texts.hint}</p>
      <div class="checks">
        {offered.map((row) => {
          const owner = owners.get(row.id);
          const isChosen = chosen.includes(row.id);
          return (
            <CheckField
              key={row.id}
              label={row.name}
              checked={isChosen}
              // What is chosen can always be given up, whoever else claims it.
              disabled={owner !== undefined && !isChosen}
              hint={hintOf(row, owner, isChosen)}
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
