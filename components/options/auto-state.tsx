/** Below `Automatyczne wysyłanie faktur`: how it stands with it now, as it was saved. */
import type { AccountView } from '../../utils/messages';
import { reasonText } from '../../utils/texts';
import { AUTO_TEXTS } from '../../utils/texts/auto';
import { headOf, lookOf, sinceOf } from '../auto/sentences';
import { TakeOver } from '../auto/take-over';
import { useAuto } from '../auto/use-auto';
import { usePage } from '../form/page';
import { IconDone, IconInfo, IconWarning } from '../icons';

export function AutoState({ account }: { readonly account: AccountView }) {
  const { language } = usePage();
  const texts = AUTO_TEXTS[language];
  const { views, put } = useAuto();
  const view = views.find(({ accountId, isOn }) => isOn && accountId === account.id);
  if (view === undefined) return null;
  const { hindrance, elsewhere, since, waiting, sentToday, problem } = view;
  const now = Date.now();
  const works = hindrance === null && elsewhere === null && since !== null;
  const rest = [
    elsewhere === null ? null : texts.elsewhereHint,
    sinceOf(texts, view, now),
    lookOf(texts, view, now),
    texts.sentToday(sentToday),
    waiting === 0 ? null : texts.waiting(waiting),
    problem === null || hindrance !== null ? null : reasonText(language, problem),
  ].filter((sentence) => sentence !== null);
  return (
    <section class="auto-state" aria-label={headOf(texts, view)}>
      <p class={works ? 'good with-icon' : hindrance === null ? 'with-icon' : 'warn with-icon'}>
        {works ? <IconDone /> : hindrance === null ? <IconInfo /> : <IconWarning />}
        <span>{headOf(texts, view)}</span>
      </p>
      <p class="field-hint">{rest.join(' ')}</p>
      {elsewhere !== null && <TakeOver view={view} onTaken={put} />}
    </section>
  );
}
