import { reasonText, type ViewReason } from '../../utils/texts';
import { Button } from './button';
import { useOrder } from './context';
import { Findings } from './findings';

/** The order could not be read. After an update of the extension only loading the page anew helps. */
export const Trouble = ({ reason }: { reason: ViewReason }) => {
  const { model, clock, reload, language, texts } = useOrder();
  const needsReload = reason.code === 'extension-gone';
  const reading = model.reading.value;
  return (
    <div class="trouble">
      <Findings bad title={null} sentences={[reasonText(language, reason, null, clock.now())]} />
      <div class="buttons">
        {needsReload ? (
          <Button primary onPress={reload}>
            {texts.reload}
          </Button>
        ) : (
          <Button disabled={reading} busy={reading} onPress={() => void model.read(true)}>
            {texts.retry}
          </Button>
        )}
      </div>
    </div>
  );
};
