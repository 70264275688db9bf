import type { Language, OrderView } from '../../utils/messages';
import { LOCKED_TEXTS } from '../../utils/texts/locked';
import { ORDER_TEXTS } from '../../utils/texts/order';
import { IconInfo, IconLock } from '../icons';
import { Button } from './button';
import { modeSentence } from './mode-sentence';

interface Props {
  readonly mode: OrderView['mode'];
  readonly language: Language;
  /** Nothing else can be done here. */
  readonly primary: boolean;
  readonly openSettings: () => void;
}

/** Why nothing can be sent from here yet, and where that is changed; nothing where it can. */
export const Notice = ({ mode, language, primary, openSettings }: Props) => {
  const sentence = modeSentence(language, mode);
  if (sentence === null) return null;
  return (
    <div class="notice">
      <p class="with-icon">
        {mode === 'locked' ? <IconLock /> : <IconInfo />}
        <span>{sentence}</span>
      </p>
      <div class="buttons">
        <Button primary={primary} onPress={openSettings}>
          {mode === 'locked' ? LOCKED_TEXTS[language].unlock : ORDER_TEXTS[language].settings}
        </Button>
      </div>
    </div>
  );
};
