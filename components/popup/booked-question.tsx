/** Asked before a document is sent although something speaks for its being booked already. */
import type { Finding } from '../../utils/invoice/finding';
import { findingText } from '../../utils/texts';
import { KSEF_TEXTS } from '../../utils/texts/ksef';
import { ORDER_TEXTS } from '../../utils/texts/order';
import { usePage } from '../form/page';
import { Question } from '../form/question';
import { isOfKsefDate } from '../order/overrule';

interface Props {
  readonly signs: readonly Finding[];
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function BookedQuestion({ signs, onYes, onNo }: Props) {
  const { language } = usePage();
  const texts = ORDER_TEXTS[language].booked;
  const words = isOfKsefDate(signs) ? KSEF_TEXTS[language].offline : texts;
  return (
    <Question title={words.title} yes={texts.confirm} no={texts.cancel} danger onYes={onYes} onNo={onNo}>
      <ul>
        {signs.map((sign) => (
          <li key={`${sign.code} ${sign.path}`}>{findingText(language, sign)}</li>
        ))}
      </ul>
      <p>{words.text}</p>
    </Question>
  );
}
