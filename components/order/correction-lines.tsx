import { useId, useRef } from 'preact/hooks';
import type { Thousandths } from '../../utils/invoice/document';
import type { CorrectionLineView, CorrectionSide, CorrectionView } from '../../utils/messages';
import { CORRECTION_TEXTS } from '../../utils/texts/correction';
import { plain, quantity, vat, zloty } from '../format';
import { Text } from '../region/text';
import { trusted } from '../trusted';
import { useTypedByPerson } from '../typed-by-person';
import { useOrder } from './context';

/** What goes back of a line, as it was typed. */
export interface Back {
  readonly text: string;
  readonly quantity: Thousandths;
  readonly problem: 'unreadable' | 'too-much' | null;
}

interface Props {
  readonly view: CorrectionView;
  /** null: the panel's document says it, and nobody types. */
  readonly back: ((line: number) => Back) | null;
  readonly onType: (line: number, text: string) => void;
}

/** The lines before and after; between them, where a person chooses, what goes back. */
export const CorrectionLines = ({ view, back, onType }: Props) => {
  const { language } = useOrder();
  const texts = CORRECTION_TEXTS[language];
  return (
    <table class="lines correction">
      <caption>
        {texts.lines}
        {view.counted === 'net' && <span class="note"> · {texts.net}</span>}
      </caption>
      <thead>
        <tr>
          <th scope="col">{texts.name}</th>
          <th scope="col" class="figure">
            {texts.before}
          </th>
          {back !== null && (
            <th scope="col" class="figure">
              {texts.back}
            </th>
          )}
          <th scope="col" class="figure">
            {texts.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.lines.map((line, at) => (
          <tr key={at}>
            <td class="name">
              <Text most={300}>{line.name}</Text>
              {line.before === null && <span class="codes"> {texts.isNew}</span>}
            </td>
            <td class="figure">{line.before === null ? texts.none : <Side line={line} side={line.before} />}</td>
            {back !== null && (
              <td class="figure">
                <TypedBack line={line} back={back(at)} onType={(text) => onType(at, text)} />
              </td>
            )}
            <td class="figure">
              <Side line={line} side={line.after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Side = ({ line, side }: { line: CorrectionLineView; side: CorrectionSide }) => {
  const { language } = useOrder();
  return (
    <>
      {quantity(side.quantity)} {plain(line.unit)}
      {side.quantity > 0 && (
        <span class="codes">
          {' '}
          × {zloty(side.unitPrice)}, {vat(language, side.vat)}
        </span>
      )}
    </>
  );
};

const TypedBack = ({
  line,
  back,
  onType,
}: {
  line: CorrectionLineView;
  back: Back;
  onType: (text: string) => void;
}) => {
  const { language } = useOrder();
  const texts = CORRECTION_TEXTS[language];
  const hintId = useId();
  const place = useRef<HTMLInputElement>(null);
  const isTyped = useTypedByPerson(place);
  const most = line.before?.quantity ?? 0;
  const hint = {
    unreadable: texts.wrongQuantity,
    'too-much': texts.tooMuch(`${quantity(most)} ${plain(line.unit)}`),
    none: texts.atMost(quantity(most)),
  }[back.problem ?? 'none'];
  return (
    <span class="typed back">
      <input
        ref={place}
        type="text"
        inputMode="decimal"
        maxLength={14}
        autocomplete="off"
        aria-label={texts.backOf(line.name)}
        aria-describedby={hintId}
        aria-invalid={back.problem === null ? undefined : 'true'}
        disabled={most === 0}
        placeholder="0"
        value={back.text}
        onInput={trusted((event) => {
          if (isTyped()) onType(event.currentTarget.value);
          else event.currentTarget.value = back.text;
        })}
      />
      <span class={back.problem === null ? 'codes' : 'codes wrong'} id={hintId}>
        {hint}
      </span>
    </span>
  );
};
