/** What is not in iFirma, each with its date, its order and why; ticked to be sent. */
import type { DocumentView, UnsentRow } from '../../../utils/messages';
import { STATE_TEXTS } from '../../../utils/texts';
import { UNSENT_TEXTS } from '../../../utils/texts/options/unsent';
import { CheckField } from '../../form/check-field';
import { usePage } from '../../form/page';
import { date } from '../../format';
import { IconState } from '../../icons';
import { whyOf } from '../../list/document-rows';
import { orderCardUrl } from '../../popup/order-link';

interface Props {
  readonly rows: readonly UnsentRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What is on its way is sent without anybody's doing. */
const canBeChosen = ({ document: { state } }: UnsentRow): boolean => state !== 'queued' && state !== 'sending';

export function UnsentList({ rows, chosen, onChoose, now }: Props) {
  const { language } = usePage();
  const texts = UNSENT_TEXTS[language];
  const open = rows.filter(canBeChosen);
  const choose = (key: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(key);
    else next.delete(key);
    onChoose(next);
  };
  return (
    <>
      {open.length > 1 && (
        <CheckField
          label={texts.all}
          checked={open.every(({ document }) => chosen.has(document.key))}
          onChange={(all) => onChoose(new Set(all ? open.map(({ document }) => document.key) : []))}
        />
      )}
      <ul class="unsent-rows" aria-label={texts.list}>
        {rows.map((row) => (
          <li key={row.document.key}>
            <div class="unsent-head">
              <CheckField
                label={nameOf(row.document, texts)}
                checked={chosen.has(row.document.key)}
                disabled={!canBeChosen(row)}
                onChange={(isChosen) => choose(row.document.key, isChosen)}
              />
              <span class="muted">{date(row.date)}</span>
              <Order document={row.document} />
              <span class={`state state-${row.document.state}`}>
                <IconState state={row.document.state} />
                {STATE_TEXTS[language][row.document.state]}
              </span>
            </div>
            {sentencesOf(row.document).map((sentence) => (
              <p key={sentence} class="unsent-why">
                {sentence}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );

  function sentencesOf(document: DocumentView): readonly string[] {
    const why = whyOf(document, language, now);
    return why.length === 0 && document.state === 'unsent' ? [texts.never] : why;
  }
}

const nameOf = ({ number, orderId, key }: DocumentView, texts: (typeof UNSENT_TEXTS)['pl']): string =>
  number ?? (key.startsWith('o') && orderId !== null ? texts.order(orderId) : texts.withoutNumber(key.slice(1)));

function Order({ document: { panel, orderId } }: { readonly document: DocumentView }) {
  const texts = UNSENT_TEXTS[usePage().language];
  if (orderId === null) return <span class="muted">{texts.withoutOrder}</span>;
  return (
    <a href={orderCardUrl(panel, orderId)} target="_blank" rel="noreferrer">
      {texts.order(orderId)}
    </a>
  );
}
