import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { findingText } from '../../utils/texts';
import { CORRECTION_TEXTS } from '../../utils/texts/correction';
import { Button } from '../region/button';
import { Findings } from '../region/findings';
import { useOrder } from './context';
import { Dialog } from './dialog';
import type { OpenDialog } from './model';
import { evidenceOf } from './overrule';

/** What a correction of the panel leaves open: how its lines are meant, whether one more is meant, whether its invoice goes first. */
export const ConfirmCorrection = ({ dialog: { findings } }: { dialog: Extract<OpenDialog, { kind: 'booked' }> }) => {
  const { model, language } = useOrder();
  const texts = CORRECTION_TEXTS[language];
  const group = useId();
  const readings = findings.filter(({ code }) => code === 'correction-ambiguous');
  const others = findings.filter(({ code }) => code !== 'correction-ambiguous');
  const chosen = useSignal<string | null>(null);
  const sendsBoth = others.some(({ code }) => code === 'correction-original-unsent');
  const isReady = readings.length === 0 || chosen.value !== null;
  return (
    <Dialog role="alertdialog" title={texts.confirmTitle} onClose={model.closeDialog}>
      <Findings title={null} sentences={others.map((finding) => findingText(language, finding))} />
      {readings.length > 0 && (
        <fieldset class="readings">
          <legend>{texts.chooseReading}</legend>
          {readings.map((finding) => (
            <label key={finding.evidence}>
              <input
                type="radio"
                name={group}
                checked={chosen.value === finding.evidence}
                onClick={(event) => {
                  // A page's `click()` is no trusted one, but the `change` that follows it is.
                  if (event.isTrusted) chosen.value = finding.evidence ?? null;
                  else event.preventDefault();
                }}
              />
              <span>
                <span class="reading">{texts.readings[finding.params.reading ?? ''] ?? finding.params.reading}</span>
                <span class="hint">
                  {texts.readingSums(finding.params.after ?? '', finding.params.difference ?? '')}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <div class="buttons end">
        <Button first onPress={model.closeDialog}>
          {texts.cancel}
        </Button>
        <Button
          primary
          disabled={!isReady}
          onPress={() => {
            if (isReady) model.overrule([...evidenceOf(others), ...(chosen.value === null ? [] : [chosen.value])]);
          }}
        >
          {sendsBoth ? texts.confirmBoth : texts.confirmSend}
        </Button>
      </div>
    </Dialog>
  );
};
