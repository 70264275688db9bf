import { useSignal } from '@preact/signals';
import { reasonText } from '../../utils/texts';
import { Button } from '../region/button';
import { Findings } from '../region/findings';
import { useOrder } from './context';
import { Dialog } from './dialog';
import type { OpenDialog } from './model';
import { Progress } from './progress';
import { TypedText } from './typed-text';

/** iFirma's numbers are far shorter; this bounds what is sent. */
const MOST = 60;

/** The way out when only the person knows which invoice it is: its number in iFirma. */
export const LinkDialog = ({ dialog }: { dialog: Extract<OpenDialog, { kind: 'link' | 'skip' }> }) => {
  const { model, clock, language, texts } = useOrder();
  const number = useSignal('');
  const running = model.running(dialog.key, 'transfer');
  const isReady = number.value.trim() !== '' && running === null;
  const link = (): void => {
    if (isReady) void model.link(number.value.trim());
  };
  return (
    <Dialog title={texts.link.title} onClose={model.closeDialog}>
      <p>{texts.link.text}</p>
      <TypedText label={texts.link.number} hint={texts.link.example} value={number} most={MOST} onEnter={link} />
      {running !== null && <Progress since={running.since}>{texts.linking}</Progress>}
      {dialog.trouble !== null && (
        <Findings bad title={null} sentences={[reasonText(language, dialog.trouble, null, clock.now())]} />
      )}
      <div class="buttons end">
        <Button onPress={model.closeDialog}>{texts.link.cancel}</Button>
        <Button primary disabled={!isReady} busy={running !== null} onPress={link}>
          {texts.link.confirm}
        </Button>
      </div>
    </Dialog>
  );
};
