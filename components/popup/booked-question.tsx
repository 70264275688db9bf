/** Asked before a document is sent although something speaks for its being booked already. */
import type { Finding } from '../../utils/invoice/finding';
import { findingText } from '../../utils/texts';
import { ORDER_TEXTS } from '../../utils/texts/order';
import { usePage } from '../form/page';
import { Question } from '../form/question';

interface Props {
  readonly signs: readonly Finding[];
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function BookedQuestion({ signs, onYes, onNo }: Props) {
  const { language } = usePage();
  const texts = ORDER_TEXTS[language].booked;
  return (
    <Question title={texts.title} yes={texts.confirm} no={texts.cancel} danger onYes={onYes} onNo={onNo}>
      <ul>
        {signs.map((sign) => (
          <li key={`${sign.code} ${sign.path}`}>{findingText(language, sign)}</li>
        ))}
      </ul>
      <p>{texts.text}</p>
    </Question>
  );
}
