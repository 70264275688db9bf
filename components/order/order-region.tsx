import { findingText } from '../../utils/texts';
import { IconBridge } from '../icons';
import { BookedDialog } from './booked-dialog';
import { useOrder } from './context';
import { DocumentGroup } from './document-group';
import { Findings } from './findings';
import { LinkDialog } from './link-dialog';
import { Notice } from './notice';
import { PreviewDialog } from './preview-dialog';
import { Progress } from './progress';
import { SkipDialog } from './skip-dialog';
import { Trouble } from './trouble';

/** The region `iFirma`: one more section of the order card (design 6, 10). */
export const OrderRegion = () => {
  const { model, texts } = useOrder();
  const isFirstReading = model.view.value === null && model.reading.value;
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
        <Contradiction />
        <Body />
      </div>
      <Dialogs />
    </section>
  );
};

const Body = () => {
  const { model, clock, texts } = useOrder();
  const view = model.view.value;
  const trouble = model.trouble.value ?? view?.problem ?? null;
  if (view === null) {
    return trouble === null ? <Progress since={clock.now()}>{texts.reading}</Progress> : <Trouble reason={trouble} />;
  }
  const { documents, mode } = view;
  const isEmpty = documents.length === 0 && trouble === null && mode === 'ready';
  return (
    <>
      {mode !== 'ready' && <Notice mode={mode} primary={documents.every(({ actions }) => actions.length === 0)} />}
      {trouble !== null && <Trouble reason={trouble} />}
      {isEmpty && <p class="note">{texts.empty}</p>}
      {documents.map((document) => (
        <DocumentGroup key={document.key} document={document} alone={documents.length === 1} />
      ))}
    </>
  );
};

/** The page's heading speaks of another order than its address: nothing may be sent from here (sellasist-panel 3.3). */
const Contradiction = () => {
  const { model, language } = useOrder();
  if (model.headingId === null) return null;
  const params = { heading: model.headingId, url: model.orderId };
  return (
    <Findings bad title={null} sentences={[findingText(language, { code: 'heading-contradicts', path: '', params })]} />
  );
};

const Dialogs = () => {
  const { model } = useOrder();
  const dialog = model.dialog.value;
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'preview':
      return <PreviewDialog dialog={dialog} />;
    case 'booked':
      return <BookedDialog dialog={dialog} />;
    case 'link':
      return <LinkDialog dialog={dialog} />;
    case 'skip':
      return <SkipDialog dialog={dialog} />;
    default:
      return dialog satisfies undefined;
  }
};
