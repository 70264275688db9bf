import type { Language } from '../../utils/messages';
import { reasonText, type ViewReason } from '../../utils/texts';
import { ORDER_TEXTS } from '../../utils/texts/order';
import { Button } from './button';
import { Findings } from './findings';

interface Props {
  readonly reason: ViewReason;
  readonly language: Language;
  /** Epoch milliseconds. */
  readonly now: number;
  /** It is being tried again. */
  readonly busy?: boolean;
  readonly retry: () => void;
  readonly reload: () => void;
}

/** What the region shows could not be read. After an update of the extension only loading the page anew helps. */
export const Trouble = ({ reason, language, now, busy = false, retry, reload }: Props) => {
  const texts = ORDER_TEXTS[language];
  const needsReload = reason.code === 'extension-gone';
  return (
    <div class="trouble">
      <Findings bad title={null} sentences={[reasonText(language, reason, null, now)]} />
      <div class="buttons">
        {needsReload ? (
          <Button primary onPress={reload}>
            {texts.reload}
          </Button>
        ) : (
          <Button disabled={busy} busy={busy} onPress={retry}>
            {texts.retry}
          </Button>
        )}
      </div>
    </div>
  );
};
