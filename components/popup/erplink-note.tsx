/** Whether the vendor's own integration is on, or has still to be said: until it is surely off, nothing is sent. */
import { useAsked } from '../form/asked';
import { usePage } from '../form/page';
import { IconInfo, IconWarning } from '../icons';
import { useTexts } from './texts';

export function ErplinkNote({ optionsUrl }: { readonly optionsUrl: string }) {
  const { ask } = usePage();
  const texts = useTexts();
  const { asked } = useAsked('erplink', () => ask('erplink.get', {}));
  if (asked.state !== 'ready') return null;
  const answers = Object.entries(asked.value);
  /** Of these panels; of a single one nobody has to be told its name. */
  const note = (panels: typeof answers, only: string, named: (panels: string) => string): string =>
    answers.length === 1 ? only : named(panels.map(([panel]) => panel).join(', '));
  const open = answers.filter(([, on]) => on === null);
  if (open.length > 0)
    return (
      <p class="popup-tip warn">
        <IconWarning />
        <span>
          {note(open, texts.erplinkUnanswered, texts.erplinkUnansweredIn)}{' '}
          <a href={optionsUrl} target="_blank" rel="noreferrer">
            {texts.erplinkAnswer}
          </a>
        </span>
      </p>
    );
  const on = answers.filter(([, answer]) => answer === true);
  if (on.length === 0) return null;
  return (
    <p class="popup-tip muted with-icon">
      <IconInfo />
      <span>{note(on, texts.erplinkOn, texts.erplinkOnIn)}</span>
    </p>
  );
}
