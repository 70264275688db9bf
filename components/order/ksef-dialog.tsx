import { bookedOf, reasonText } from '../../utils/texts';
import { KSEF_TEXTS } from '../../utils/texts/ksef';
import { Button } from '../region/button';
import { Findings } from '../region/findings';
import { useOrder } from './context';
import { Dialog } from './dialog';
import type { OpenDialog } from './model';

/** What speaks against sending it to KSeF, where nothing can be taken back. The safe answer has the focus. */
export const KsefDialog = ({ dialog: { key, ksef } }: { dialog: Extract<OpenDialog, { kind: 'ksef' }> }) => {
  const { model, clock, language } = useOrder();
  const texts = KSEF_TEXTS[language].confirm;
  const document = model.view.value?.documents.find((each) => each.key === key);
  const booked = document === undefined ? null : bookedOf(document);
  return (
    <Dialog role="alertdialog" title={texts.title} onClose={model.closeDialog}>
      {ksef.reason !== null && (
        <Findings title={null} sentences={[reasonText(language, ksef.reason, booked, clock.now())]} />
      )}
      <p>{texts.text}</p>
      <div class="buttons end">
        <Button primary first onPress={model.closeDialog}>
          {texts.no}
        </Button>
        <Button onPress={() => model.sendToKsef(key, ksef.asks)}>{texts.yes}</Button>
      </div>
    </Dialog>
  );
};
