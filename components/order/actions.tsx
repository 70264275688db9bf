import type { Action, DocumentView } from '../../utils/messages';
import { ACTION_TEXTS } from '../../utils/texts';
import { Button } from '../region/button';
import { useOrder } from './context';
import { slotOf } from './slots';

/** The steps onward; the others only look, or put the document aside. */
const ONWARD: readonly Action[] = ['send', 'issue', 'resend', 'check', 'attach'];

/** Sent as it is it would only come back: first the settings are to be mended. */
export const isHeldBack = ({ state, findings }: DocumentView): boolean => state === 'unsent' && findings.length > 0;

/** The buttons that the background allows, in its order; the first step onward is the primary one. */
export const Actions = ({ document }: { document: DocumentView }) => {
  const { model, language } = useOrder();
  const { key, actions } = document;
  const primary = isHeldBack(document) ? undefined : actions.find((action) => ONWARD.includes(action));
  return (
    <>
      {actions.map((action) => {
        const running = model.running(key, slotOf(action));
        return (
          <Button
            key={action}
            primary={action === primary}
            disabled={model.contradiction.value !== null || running !== null}
            busy={running?.action === action}
            onPress={() => model.act(action, key)}
          >
            {ACTION_TEXTS[language][action]}
          </Button>
        );
      })}
    </>
  );
};
