import { findingText } from '../../utils/texts';
import { Button } from './button';
import { useOrder } from './context';
import { Dialog } from './dialog';
import { Findings } from './findings';
import type { OpenDialog } from './model';

/** What speaks for the sale having been booked already; only a person's word goes on past it. The safe answer has the focus. */
export const BookedDialog = ({ dialog }: { dialog: Extract<OpenDialog, { kind: 'booked' }> }) => {
  const { model, language, texts } = useOrder();
  return (
    <Dialog role="alertdialog" title={texts.booked.title} onClose={model.closeDialog}>
      <Findings title={null} sentences={dialog.findings.map((finding) => findingText(language, finding))} />
      <p>{texts.booked.text}</p>
      <div class="buttons end">
        <Button primary first onPress={model.closeDialog}>
          {texts.booked.cancel}
        </Button>
        <Button onPress={model.overrule}>{texts.booked.confirm}</Button>
      </div>
    </Dialog>
  );
};
