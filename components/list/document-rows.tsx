/** Documents that need a person, each with why, and the way to its order. */
import { useState } from 'preact/hooks';
import type { DocumentView, Language } from '../../utils/messages';
import { bookedOf, findingText, reasonText, STATE_TEXTS } from '../../utils/texts';
import { LIST_TEXTS } from '../../utils/texts/list';
import { IconState } from '../icons';
import { orderCardUrl } from '../popup/order-link';
import { Button } from '../region/button';
import { Text } from '../region/text';

/** Why it is not in iFirma, in whole sentences; its state where nothing more is known. */
export const whyOf = (document: DocumentView, language: Language, now: number): readonly string[] => {
  const { findings, reason } = document;
  const reasons = reason === null ? [] : [reasonText(language, reason, bookedOf(document), now)];
  return [...new Set([...findings.map((finding) => findingText(language, finding)), ...reasons])];
};

interface Props {
  readonly rows: readonly DocumentView[];
  readonly language: Language;
  readonly now: number;
  /** Names the list. */
  readonly labelledBy: string;
}

/** More than that is opened only by whoever wants it: the list of the page is below. */
const FIRST = 10;

export const DocumentRows = ({ rows, language, now, labelledBy }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? rows : rows.slice(0, FIRST);
  return (
    <>
      <ul class="list-rows" aria-labelledby={labelledBy}>
        {shown.map((row) => (
          <li key={row.key}>
            <div class="list-row-head">
              <Name row={row} language={language} />
              {row.state !== 'unsent' && (
                <span class={`status ${row.state}`}>
                  <IconState state={row.state} />
                  <span class="state">{STATE_TEXTS[language][row.state]}</span>
                </span>
              )}
            </div>
            {whyOf(row, language, now).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <div class="buttons">
          <Button onPress={() => setOpen(true)}>{LIST_TEXTS[language].more(rows.length - shown.length)}</Button>
        </div>
      )}
    </>
  );
};

const Name = ({ row: { panel, orderId, number, key }, language }: { row: DocumentView; language: Language }) => {
  const texts = LIST_TEXTS[language];
  const order = orderId === null ? null : texts.order(orderId);
  const name = number ?? order ?? texts.document(key.slice(1));
  return (
    <span class="list-row-name">
      {number !== null && <Text most={60}>{name}</Text>}
      {number === null && order === null && name}
      {orderId !== null && order !== null && <a href={orderCardUrl(panel, orderId)}>{order}</a>}
    </span>
  );
};
