import { findingText } from '../../utils/texts';
import { Button } from '../region/button';
import { Findings } from '../region/findings';
import { ConfirmCorrection } from './confirm-correction';
import { useOrder } from './context';
import { Dialog } from './dialog';
import type { OpenDialog } from './model';
import { evidenceOf, isOfCorrection } from './overrule';

type Asking = Extract<OpenDialog, { kind: 'booked' }>;

/** What only a person's word goes on past. */
export const BookedDialog = ({ dialog }: { dialog: Asking }) =>
  isOfCorrection(dialog.findings) ? <ConfirmCorrection dialog={dialog} /> : <MaybeBooked dialog={dialog} />;

/** What speaks for the sale having been booked already. The safe answer has the focus. */
const MaybeBooked = ({ dialog: { findings } }: { dialog: Asking }) => {
  const { model, language, texts } = useOrder();
  return (
    <Dialog role="alertdialog" title={texts.booked.title} onClose={model.closeDialog}>
      <Findings title={null} sentences={findings.map((finding) => findingText(language, finding))} />
      <p>{texts.booked.text}</p>
      <div class="buttons end">
        <Button primary first onPress={model.closeDialog}>
          {texts.booked.cancel}
        </Button>
        <Button onPress={() => model.overrule(evidenceOf(findings))}>{texts.booked.confirm}</Button>
      </div>
    </Dialog>
  );
};
