import { findingText } from '../../utils/texts';
import { KSEF_TEXTS } from '../../utils/texts/ksef';
import { Button } from '../region/button';
import { Findings } from '../region/findings';
import { ConfirmCorrection } from './confirm-correction';
import { useOrder } from './context';
import { Dialog } from './dialog';
import type { OpenDialog } from './model';
import { evidenceOf, isOfCorrection, isOfKsefDate } from './overrule';

type Asking = Extract<OpenDialog, { kind: 'booked' }>;

/** What only a person's word goes on past. */
export const BookedDialog = ({ dialog }: { dialog: Asking }) =>
  isOfCorrection(dialog.findings) ? <ConfirmCorrection dialog={dialog} /> : <MaybeBooked dialog={dialog} />;

/** What speaks for the sale having been booked already. The safe answer has the focus. */
const MaybeBooked = ({ dialog: { findings } }: { dialog: Asking }) => {
  const { model, language, texts } = useOrder();
  const words = isOfKsefDate(findings) ? KSEF_TEXTS[language].offline : texts.booked;
  return (
    <Dialog role="alertdialog" title={words.title} onClose={model.closeDialog}>
      <Findings title={null} sentences={findings.map((finding) => findingText(language, finding))} />
      <p>{words.text}</p>
      <div class="buttons end">
        <Button primary first onPress={model.closeDialog}>
          {texts.booked.cancel}
        </Button>
        <Button onPress={() => model.overrule(evidenceOf(findings))}>{texts.booked.confirm}</Button>
      </div>
    </Dialog>
  );
};
