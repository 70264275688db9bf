import { useId } from 'preact/hooks';
import type { BatchView } from '../../utils/messages';
import { reasonText } from '../../utils/texts';
import type { ListTexts } from '../../utils/texts/list';
import { IconInfo } from '../icons';
import { Button } from '../region/button';
import { useList } from './context';
import { DocumentRows } from './document-rows';
import type { Decision } from './model';

/** How far the batch is, and once it is over what has become of it. */
export const BatchPart = ({ batch }: { batch: BatchView }) => {
  const { texts } = useList();
  return batch.endedAt === null ? <Going batch={batch} /> : <Summary batch={batch} title={texts.summaryName} />;
};

const Going = ({ batch }: { batch: BatchView }) => {
  const { language, texts, now } = useList();
  const { total, placed, waiting, underWay, paused, cancelled, waitsFor } = batch;
  const isPlacing = placed < total && !paused && !cancelled;
  const done = total - waiting - underWay;
  const said = [texts.progressOf(done, total), batch.timeLeft === null ? null : texts.timeLeft(batch.timeLeft)];
  const text = said.filter((part) => part !== null).join(', ');
  return (
    <div class="list-part">
      <div
        class="list-bar"
        role="progressbar"
        aria-label={texts.progress}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={text}
      >
        <span style={{ inlineSize: `${total === 0 ? 0 : (100 * done) / total}%` }} />
      </div>
      <p class="list-said" aria-hidden="true">
        {text}
      </p>
      <p class="note">
        <span role="status">{wordOf(batch, texts)}</span>
        {isPlacing && (
          <span class="list-said" aria-hidden="true">
            {' '}
            {texts.progressOf(placed, total)}
          </span>
        )}
      </p>
      {waitsFor !== null && (
        <p class="with-icon">
          <IconInfo />
          <span>{reasonText(language, waitsFor, null, now())}</span>
        </p>
      )}
      {!cancelled && (
        <div class="buttons">
          {paused ? (
            <Decide primary decision="batch.resume" name={texts.resume} />
          ) : (
            <Decide decision="batch.pause" name={texts.pause} />
          )}
          <Decide decision="batch.cancel" name={texts.cancel} />
        </div>
      )}
      <NeedPerson batch={batch} />
    </div>
  );
};

/** What else there is to know now; changes seldom, so it may be read aloud. */
const wordOf = ({ total, placed, paused, cancelled, underWay }: BatchView, texts: ListTexts): string => {
  if (cancelled) return texts.cancelling;
  if (paused) return underWay > 0 ? texts.pausing : texts.paused;
  return placed < total ? texts.placing : texts.goesOn;
};

const Summary = ({ batch, title }: { batch: BatchView; title: string }) => {
  const { texts } = useList();
  return (
    <fieldset class="list-part" aria-label={title}>
      <p role="status" class="list-plan">
        {texts.summary({ ...batch, attention: batch.attention.length })}
      </p>
      <NeedPerson batch={batch} />
      <div class="buttons">
        <Decide decision="batch.close" name={texts.close} />
      </div>
    </fieldset>
  );
};

const NeedPerson = ({ batch: { attention } }: { batch: BatchView }) => {
  const { language, texts, now } = useList();
  const id = useId();
  if (attention.length === 0) return null;
  return (
    <div class="list-left">
      <p id={id}>{texts.needPerson}</p>
      <DocumentRows rows={attention} language={language} now={now()} labelledBy={id} />
    </div>
  );
};

const Decide = ({ decision, name, primary = false }: { decision: Decision; name: string; primary?: boolean }) => {
  const { model } = useList();
  const busy = model.busy.value;
  return (
    <Button primary={primary} disabled={busy !== null} busy={busy === decision} onPress={() => model.decide(decision)}>
      {name}
    </Button>
  );
};
