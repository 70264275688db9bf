import type { OptionsRoom, OrderView } from '../../utils/messages';
import { findingText, type ViewReason } from '../../utils/texts';
import { IconBridge } from '../icons';
import { Findings } from '../region/findings';
import { Notice } from '../region/notice';
import { Trouble } from '../region/trouble';
import { leadingOf } from './actions';
import { BookedDialog } from './booked-dialog';
import { useOrder } from './context';
import { CorrectionDialog } from './correction-dialog';
import { DocumentGroup } from './document-group';
import { KsefDialog } from './ksef-dialog';
import { LinkDialog } from './link-dialog';
import { PreviewDialog } from './preview-dialog';
import { Progress } from './progress';
import { SkipDialog } from './skip-dialog';

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

const ROOM_OF_MODE: Readonly<Partial<Record<OrderView['mode'], OptionsRoom>>> = { locked: 'security' };

const Body = () => {
  const { model, clock, language, texts } = useOrder();
  const view = model.view.value;
  const trouble = model.trouble.value ?? view?.problem ?? null;
  if (view === null) {
    return trouble === null ? (
      <Progress since={clock.now()}>{model.kind === 'document-card' ? texts.readingDocument : texts.reading}</Progress>
    ) : (
      <Unread reason={trouble} />
    );
  }
  const { documents, mode } = view;
  const leading = leadingOf(documents);
  const isEmpty = documents.length === 0 && trouble === null && mode === 'ready';
  return (
    <>
      <Notice
        mode={mode}
        language={language}
        primary={documents.every(({ actions }) => actions.length === 0)}
        openSettings={() => model.openSettings(ROOM_OF_MODE[mode])}
      />
      {trouble !== null && <Unread reason={trouble} />}
      {isEmpty && <p class="note">{model.kind === 'document-card' ? texts.emptyDocument : texts.empty}</p>}
      {documents.map((document) => (
        <DocumentGroup
          key={document.key}
          document={document}
          alone={documents.length === 1}
          leads={document === leading}
        />
      ))}
    </>
  );
};

const Unread = ({ reason }: { reason: ViewReason }) => {
  const { model, clock, reload, language } = useOrder();
  const retry = (): void => void model.read(true);
  return (
    <Trouble
      reason={reason}
      language={language}
      now={clock.now()}
      busy={model.reading.value}
      retry={retry}
      reload={reload}
    />
  );
};

/** The page speaks of something else than its address, or than the panel's API: nothing is done from here (sellasist-panel 3.3, 5.2). */
const Contradiction = () => {
  const { model, language, texts } = useOrder();
  const found = model.contradiction.value;
  if (found === null) return null;
  const { page, own } = found;
  const sentence = ((): string => {
    switch (found.kind) {
      case 'heading': {
        const params = { heading: found.page, url: own };
        return findingText(language, { code: 'heading-contradicts', path: '', params });
      }
      case 'number':
        return page === null ? texts.numberMissing(own) : texts.numberDiffers(page, own);
      case 'order':
        return texts.orderDiffers(found.page, own);
      default:
        return found satisfies never;
    }
  })();
  return <Findings bad title={null} sentences={[sentence]} />;
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
    case 'ksef':
      return <KsefDialog dialog={dialog} />;
    case 'link':
      return <LinkDialog dialog={dialog} />;
    case 'skip':
      return <SkipDialog dialog={dialog} />;
    case 'correct':
      return <CorrectionDialog dialog={dialog} />;
    default:
      return dialog satisfies undefined;
  }
};
