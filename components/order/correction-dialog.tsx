import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CorrectionReason } from '../../utils/invoice/correction/reasons';
import type { CorrectionChoice, CorrectionView } from '../../utils/messages';
import { findingText, reasonText } from '../../utils/texts';
import { CORRECTION_TEXTS } from '../../utils/texts/correction';
import { date, plain } from '../format';
import { Button } from '../region/button';
import { Findings } from '../region/findings';
import { useOrder } from './context';
import { type Back, CorrectionLines } from './correction-lines';
import { CorrectionSums } from './correction-sums';
import { ChosenTerms, Terms } from './correction-terms';
import { Dialog } from './dialog';
import type { OpenDialog } from './model';
import { evidenceOf } from './overrule';
import { Progress } from './progress';
import { typedQuantity } from './typed-quantity';

type Correcting = Extract<OpenDialog, { kind: 'correct' }>;

/** While somebody types, what comes of it is worked out at this pace. */
const PACE_MS = 250;

/** What went back of a sent invoice, line by line, and what comes of it; or what a correction of the panel would come to. */
export const CorrectionDialog = ({ dialog }: { dialog: Correcting }) => {
  const { model, clock, language } = useOrder();
  const texts = CORRECTION_TEXTS[language];
  const typed = useSignal<ReadonlyMap<number, string>>(new Map());
  const reason = useSignal<CorrectionReason | null>(null);
  const conditionsMet = useSignal(true);
  const isSure = useSignal(false);
  const { answer, isChosen } = dialog;
  const view = answer?.ok === true ? answer.value : null;
  const running = model.running(dialog.key, 'transfer');
  const document = model.view.value?.documents.find(({ key }) => key === dialog.key);
  // A correction of the panel that nobody has sent yet: what is said of it here goes along.
  const isUnsent = !isChosen && document?.state === 'unsent' && document.actions.includes('send');

  const back = (line: number): Back => backOf(view, line, typed.value.get(line) ?? '');
  const choice = (): CorrectionChoice => ({
    lines: isChosen ? leftOf(view, back) : null,
    reason: reason.value,
    conditionsMet: conditionsMet.value,
  });
  // Before anything was typed there is nothing to say against it, and nothing that the reason could follow from.
  const isBlank = isChosen && [...typed.value.values()].every((text) => text.trim() === '');
  const areReadable = view?.lines.every((_, line) => back(line).problem === null) ?? false;
  // What is only asked about is answered here; what is to be mended keeps it from being sent.
  const asked = view?.findings.filter(({ evidence }) => evidence !== undefined) ?? [];
  const isAnswered = view !== null && view.findings.length === asked.length && (asked.length === 0 || isSure.value);
  // How its lines are meant, and whether its invoice goes first, is asked once it is sent from the card.
  const isSentHere = isChosen || (isUnsent && asked.length === 0);
  const isReady = isSentHere && areReadable && view?.difference !== null && isAnswered && running === null;

  const said = JSON.stringify([...typed.value]) + (reason.value ?? '') + String(conditionsMet.value);
  useEffect(() => {
    if (view === null || !isSentHere || !areReadable) return;
    const timer = setTimeout(() => void model.previewCorrection(choice()), PACE_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const type = (line: number, text: string): void => {
    typed.value = new Map(typed.peek()).set(line, text);
  };
  return (
    <Dialog wide title={texts.title(view?.number ?? '')} onClose={model.closeDialog}>
      {answer === null && (
        <Progress since={model.running(dialog.key, 'preview')?.since ?? clock.now()}>{texts.reading}</Progress>
      )}
      {answer?.ok === false && (
        <Findings bad title={null} sentences={[reasonText(language, answer.reason, null, clock.now())]} />
      )}
      {view !== null && (
        <div class="preview">
          <p class="note">{isChosen ? texts.nothingSent : isSentHere ? texts.unsentFromPanel : texts.fromPanel}</p>
          <Dates view={view} />
          <CorrectionLines view={view} back={isChosen ? back : null} onType={type} />
          {isChosen && (
            <div class="buttons suggestions">
              <Button
                onPress={() => {
                  typed.value = new Map(view.lines.map(({ before }, line) => [line, wholeOf(before?.quantity ?? 0)]));
                }}
              >
                {texts.all}
              </Button>
              <Button
                onPress={() => {
                  typed.value = new Map();
                }}
              >
                {texts.nothing}
              </Button>
            </div>
          )}
          <CorrectionSums view={view} />
          <Findings title={null} sentences={saidOf(view, isBlank).map((finding) => findingText(language, finding))} />
          {isChosen && asked.length > 0 && (
            <label class="sure">
              <input
                type="checkbox"
                checked={isSure.value}
                onClick={(event) => {
                  // A page's `click()` is no trusted one, but the `change` that follows it is.
                  if (event.isTrusted) isSure.value = event.currentTarget.checked;
                  else event.preventDefault();
                }}
              />{' '}
              {texts.sure}
            </label>
          )}
          {isSentHere ? (
            <ChosenTerms
              follows={isBlank ? null : view.reason}
              reason={reason.value}
              conditionsMet={conditionsMet.value}
              onReason={(code) => {
                reason.value = code;
              }}
              onConditions={(met) => {
                conditionsMet.value = met;
              }}
            />
          ) : (
            <Terms view={view} />
          )}
          {view.notes !== '' && (
            <section class="part">
              <h3>{texts.notes}</h3>
              <p class="notes">{plain(view.notes)}</p>
            </section>
          )}
        </div>
      )}
      {running !== null && <Progress since={running.since}>{texts.issuing}</Progress>}
      {dialog.trouble !== null && (
        <Findings bad title={null} sentences={[reasonText(language, dialog.trouble, null, clock.now())]} />
      )}
      <div class="buttons end sticky">
        <Button first={!isChosen} onPress={model.closeDialog}>
          {isChosen ? texts.cancel : texts.close}
        </Button>
        {isSentHere && (
          <Button
            primary
            disabled={!isReady}
            busy={running !== null}
            onPress={() => {
              if (isReady) void model.correct(choice(), evidenceOf(asked));
            }}
          >
            {isChosen ? texts.confirm : texts.confirmSend}
          </Button>
        )}
      </div>
    </Dialog>
  );
};

const Dates = ({ view }: { view: CorrectionView }) => {
  const { language } = useOrder();
  const texts = CORRECTION_TEXTS[language];
  return (
    <p class="note">
      {view.invoiceDate !== null && texts.dates(date(view.invoiceDate), date(view.issueDate))}
      {view.earlier.length > 0 && ` ${texts.earlier(view.earlier.map(plain).join(', '))}`}
    </p>
  );
};

function backOf(view: CorrectionView | null, line: number, text: string): Back {
  const quantity = typedQuantity(text);
  const most = view?.lines[line]?.before?.quantity ?? 0;
  if (quantity === null) return { text, quantity: 0, problem: 'unreadable' };
  return quantity > most ? { text, quantity: 0, problem: 'too-much' } : { text, quantity, problem: null };
}

/** What is left of each line from which something goes back. */
function leftOf(view: CorrectionView | null, back: (line: number) => Back): CorrectionChoice['lines'] {
  return (view?.lines ?? []).flatMap(({ before }, line) => {
    const { quantity } = back(line);
    return before === null || quantity === 0 ? [] : [{ line, quantity: before.quantity - quantity }];
  });
}

const wholeOf = (thousandths: number): string => String(thousandths / 1000).replace('.', ',');

function saidOf({ findings }: CorrectionView, isBlank: boolean): CorrectionView['findings'] {
  return isBlank ? findings.filter(({ code }) => code !== 'correction-nothing-changes') : findings;
}
