import { useId } from 'preact/hooks';
import { MOST_AT_ONCE } from '../../utils/messages';
import { reasonText } from '../../utils/texts';
import { LOCKED_TEXTS } from '../../utils/texts/locked';
import { ORDER_TEXTS } from '../../utils/texts/order';
import { IconBridge, IconInfo, IconLock, IconSpinner } from '../icons';
import { Button } from '../order/button';
import { Findings } from '../order/findings';
import { BatchPart } from './batch-part';
import { useList } from './context';
import { modeSentence } from './mode-sentence';
import { PlanPart } from './plan-part';

/** The region `iFirma – zaznaczone` of a list (design 6). */
export const ListRegion = () => {
  const { model, texts } = useList();
  const isFirstReading = model.state.value === null && model.trouble.value === null;
  return (
    <section
      class="region"
      aria-label={texts.region}
      aria-busy={isFirstReading ? 'true' : undefined}
      tabIndex={-1}
      data-last-resort=""
    >
      <header class="bar">
        <IconBridge />
        <h2>{texts.region}</h2>
      </header>
      <div class="body">
        <Notice />
        <ListBody />
      </div>
    </section>
  );
};

/** What the bar holds; the room `Nie wysłane` has the same. */
export const ListBody = () => {
  const { model } = useList();
  const batch = model.state.value?.batch ?? null;
  const plan = model.plan.value;
  return (
    <>
      <Trouble />
      {plan === null ? <Selected /> : <PlanPart plan={plan} />}
      {batch !== null && <BatchPart batch={batch} />}
    </>
  );
};

/** What is selected, and the button that sends it. */
const Selected = () => {
  const { model, kind, texts } = useList();
  const id = useId();
  const count = model.picked.value.length;
  const busy = model.busy.value;
  const cannot = count === 0 || model.isTooMuch.value || model.state.value?.mode !== 'ready';
  const isFirst = model.state.value?.batch == null;
  return (
    <div class="list-part">
      <div class="list-selected">
        <Button
          primary={isFirst && !cannot}
          disabled={cannot || busy !== null}
          busy={busy === 'plan'}
          describedBy={id}
          onPress={model.prepare}
        >
          {texts.send}
        </Button>
        <span id={id} class="note">
          {model.isTooMuch.value ? texts.tooMany(MOST_AT_ONCE) : texts.picked[kind](count)}
        </span>
      </div>
      {busy === 'plan' && (
        <p class="progress late" role="status">
          <IconSpinner />
          <span>{texts.planning}</span>
        </p>
      )}
    </div>
  );
};

/** Why nothing can be sent from here yet, and where that is changed. */
const Notice = () => {
  const { model, language } = useList();
  const texts = ORDER_TEXTS[language];
  const locked = LOCKED_TEXTS[language];
  const mode = model.state.value?.mode ?? 'ready';
  const sentence = modeSentence(language, mode);
  if (sentence === null) return null;
  return (
    <div class="notice">
      <p class="with-icon">
        {mode === 'locked' ? <IconLock /> : <IconInfo />}
        <span>{sentence}</span>
      </p>
      <div class="buttons">
        <Button primary onPress={model.openSettings}>
          {mode === 'locked' ? locked.unlock : texts.settings}
        </Button>
      </div>
    </div>
  );
};

/** After an update of the extension only loading the page anew helps. */
const Trouble = () => {
  const { model, language, now, reload } = useList();
  const reason = model.trouble.value;
  if (reason === null) return null;
  const texts = ORDER_TEXTS[language];
  const needsReload = reason.code === 'extension-gone';
  return (
    <div class="trouble">
      <Findings bad title={null} sentences={[reasonText(language, reason, null, now())]} />
      <div class="buttons">
        <Button primary={needsReload} onPress={needsReload ? reload : () => void model.read()}>
          {needsReload ? texts.reload : texts.retry}
        </Button>
      </div>
    </div>
  );
};
