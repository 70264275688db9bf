import type { OrderView } from '../../utils/messages';
import { IconInfo } from '../icons';
import { Button } from './button';
import { useOrder } from './context';

/** Why nothing can be sent from here yet, and where that is changed. */
export const Notice = ({ mode, primary }: { mode: Exclude<OrderView['mode'], 'ready'>; primary: boolean }) => {
  const { model, texts } = useOrder();
  const sentence = { setup: texts.setup, erplink: texts.erplink, 'read-only': texts.readOnly }[mode];
  return (
    <div class="notice">
      <p class="with-icon">
        <IconInfo />
        <span>{sentence}</span>
      </p>
      <div class="buttons">
        <Button primary={primary} onPress={model.openSettings}>
          {texts.settings}
        </Button>
      </div>
    </div>
  );
};
