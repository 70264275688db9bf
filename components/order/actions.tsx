import type { Action, DocumentView } from '../../utils/messages';
import { ACTION_TEXTS } from '../../utils/texts';
import { Button } from '../region/button';
import { useOrder } from './context';
import { slotOf } from './slots';

/** The steps onward; the others only look, or put the document aside. */
const ONWARD: readonly Action[] = ['send', 'issue', 'resend', 'check', 'attach', 'ksef'];

/** Sent as it is it would only come back: first the settings are to be mended. */
export const isHeldBack = ({ state, findings }: DocumentView): boolean => state === 'unsent' && findings.length > 0;

const onwardOf = ({ actions }: DocumentView): Action | undefined => actions.find((action) => ONWARD.includes(action));

/** The first document with something to be done: a region has one primary button (design: look). */
export const leadingOf = (documents: readonly DocumentView[]): DocumentView | undefined =>
  documents.find((document) => onwardOf(document) !== undefined);

/** The buttons that the background allows, in its order. `leads`: its first step onward is the primary one. */
export const Actions = ({
  document,
  leads,
  onResend,
}: {
  document: DocumentView;
  leads: boolean;
  /** Keeps first what was typed into the form of repairs; null: there is none. */
  onResend: (() => void) | null;
}) => {
  const { model, language } = useOrder();
  const { key, actions } = document;
  const primary = leads && !isHeldBack(document) ? onwardOf(document) : undefined;
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
            onPress={() => (action === 'resend' && onResend !== null ? onResend() : model.act(action, key))}
          >
            {ACTION_TEXTS[language][action]}
          </Button>
        );
      })}
    </>
  );
};
