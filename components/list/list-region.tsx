import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { MOST_AT_ONCE } from '../../utils/messages';
import { IconBridge, IconSpinner } from '../icons';
import { Button } from '../region/button';
import { Notice } from '../region/notice';
import { Trouble } from '../region/trouble';
import { BatchPart } from './batch-part';
import { useList } from './context';
import { PlanPart } from './plan-part';

/** The region `iFirma – zaznaczone` of a list (design 6). */
export const ListRegion = ({ children }: { readonly children?: ComponentChildren }) => {
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
        <Hindrance />
        <ListBody />
        {children}
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
      <Unread />
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

const Hindrance = () => {
  const { model, language } = useList();
  const mode = model.state.value?.mode ?? 'ready';
  return <Notice primary mode={mode} language={language} openSettings={model.openSettings} />;
};

const Unread = () => {
  const { model, language, now, reload } = useList();
  const reason = model.trouble.value;
  if (reason === null) return null;
  return <Trouble reason={reason} language={language} now={now()} retry={() => void model.read()} reload={reload} />;
};
