import { useSignal } from '@preact/signals';
import { reasonText } from '../../utils/texts';
import { Button } from '../region/button';
import { Findings } from '../region/findings';
import { useOrder } from './context';
import { Dialog } from './dialog';
import type { OpenDialog } from './model';
import { Progress } from './progress';
import { TypedText } from './typed-text';

const MOST = 200;

/** A document is put aside with a reason, so that whoever finds it later knows why. */
export const SkipDialog = ({ dialog }: { dialog: Extract<OpenDialog, { kind: 'link' | 'skip' }> }) => {
  const { model, clock, language, texts } = useOrder();
  const why = useSignal('');
  const running = model.running(dialog.key, 'transfer');
  const isReady = why.value.trim() !== '' && running === null;
  const skip = (): void => {
    if (isReady) void model.skip(why.value.trim());
  };
  return (
    <Dialog title={texts.skip.title} onClose={model.closeDialog}>
      <p>{texts.skip.text}</p>
      <TypedText label={texts.skip.why} value={why} most={MOST} onEnter={skip} />
      <div class="buttons suggestions">
        {texts.skip.reasons.map((reason) => (
          <Button
            key={reason}
            onPress={() => {
              why.value = reason;
            }}
          >
            {reason}
          </Button>
        ))}
      </div>
      {running !== null && <Progress since={running.since}>{texts.skipping}</Progress>}
      {dialog.trouble !== null && (
        <Findings bad title={null} sentences={[reasonText(language, dialog.trouble, null, clock.now())]} />
      )}
      <div class="buttons end">
        <Button onPress={model.closeDialog}>{texts.skip.cancel}</Button>
        <Button primary disabled={!isReady} busy={running !== null} onPress={skip}>
          {texts.skip.confirm}
        </Button>
      </div>
    </Dialog>
  );
};
