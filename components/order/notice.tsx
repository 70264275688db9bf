import type { OrderView } from '../../utils/messages';
import { LOCKED_TEXTS } from '../../utils/texts/locked';
import { IconInfo, IconLock } from '../icons';
import { Button } from './button';
import { useOrder } from './context';

/** Why nothing can be sent from here yet, and where that is changed. */
export const Notice = ({ mode, primary }: { mode: Exclude<OrderView['mode'], 'ready'>; primary: boolean }) => {
  const { model, language, texts } = useOrder();
  const locked = LOCKED_TEXTS[language];
  const sentence = { setup: texts.setup, erplink: texts.erplink, 'read-only': texts.readOnly, locked: locked.text }[
    mode
  ];
  return (
    <div class="notice">
      <p class="with-icon">
        {mode === 'locked' ? <IconLock /> : <IconInfo />}
        <span>{sentence}</span>
      </p>
      <div class="buttons">
        <Button primary={primary} onPress={model.openSettings}>
          {mode === 'locked' ? locked.unlock : texts.settings}
        </Button>
      </div>
    </div>
  );
};
