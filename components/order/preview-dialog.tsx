import type { PreviewView } from '../../utils/messages';
import { findingText, reasonText, remarkText } from '../../utils/texts';
import { plain } from '../format';
import { Button } from '../region/button';
import { Findings } from '../region/findings';
import { useOrder } from './context';
import { Dialog } from './dialog';
import type { OpenDialog } from './model';
import { PreviewFacts } from './preview-facts';
import { PreviewLines } from './preview-lines';
import { PreviewRest } from './preview-rest';
import { PreviewSums } from './preview-sums';
import { Progress } from './progress';

/** What iFirma would get, beside what the order says; nothing is sent. */
export const PreviewDialog = ({ dialog: { key, answer } }: { dialog: Extract<OpenDialog, { kind: 'preview' }> }) => {
  const { model, clock, language, texts } = useOrder();
  return (
    <Dialog wide title={texts.preview.title} onClose={model.closeDialog}>
      {answer === null && (
        <Progress since={model.running(key, 'preview')?.since ?? clock.now()}>{texts.preview.working}</Progress>
      )}
      {answer?.ok === false && (
        <Findings bad title={null} sentences={[reasonText(language, answer.reason, null, clock.now())]} />
      )}
      {answer?.ok === true && <Preview preview={answer.value} />}
      <div class="buttons end sticky">
        <Button first onPress={model.closeDialog}>
          {texts.preview.close}
        </Button>
      </div>
    </Dialog>
  );
};

const Preview = ({ preview }: { preview: PreviewView }) => {
  const { language, texts } = useOrder();
  const { findings, remarks, notes } = preview;
  return (
    <div class="preview">
      <p class="note">{texts.preview.nothingSent}</p>
      <Findings
        title={findings.length > 1 ? texts.toMend(findings.length) : null}
        sentences={findings.map((finding) => findingText(language, finding))}
      />
      <PreviewFacts preview={preview} />
      <PreviewLines lines={preview.lines} />
      <PreviewSums ifirma={preview.sumIfirma} order={preview.sumOrder} />
      <PreviewRest preview={preview} />
      {remarks.length > 0 && (
        <section class="part">
          <h3>{texts.preview.remarks}</h3>
          <ul class="remarks">
            {remarks.map((remark) => {
              const sentence = remarkText(language, remark);
              return <li key={sentence}>{sentence}</li>;
            })}
          </ul>
        </section>
      )}
      {notes !== '' && (
        <section class="part">
          <h3>{texts.preview.notes}</h3>
          <p class="notes">{plain(notes)}</p>
        </section>
      )}
    </div>
  );
};
