/** What goes on without anybody's click, in the popup. What keeps all of Mostek from sending is said there already. */
import { reasonText } from '../../utils/texts';
import { AUTO_TEXTS } from '../../utils/texts/auto';
import { headOf, lookOf } from '../auto/sentences';
import { TakeOver } from '../auto/take-over';
import { useAuto } from '../auto/use-auto';
import { usePage } from '../form/page';
import { IconInfo } from '../icons';

export function AutoNote() {
  const { language } = usePage();
  const texts = AUTO_TEXTS[language];
  const { views, put } = useAuto();
  const now = Date.now();
  const shown = views.filter(({ isOn, hindrance }) => isOn && hindrance !== 'locked' && hindrance !== 'erplink');
  return (
    <>
      {shown.map((view) => {
        const goesOn = view.hindrance === null && view.elsewhere === null;
        // That the limits are used up passes, and is said below.
        const problem = view.problem?.code === 'rate-limited' ? null : view.problem;
        const trouble = problem === null ? null : reasonText(language, problem);
        const rest = goesOn ? [trouble, lookOf(texts, view, now), texts.sentToday(view.sentToday)] : [];
        const said = [headOf(texts, view), ...rest].filter((sentence) => sentence !== null).join(' ');
        return (
          <div key={view.accountId} class="popup-auto">
            <p class="popup-tip muted with-icon">
              <IconInfo />
              <span>{views.length > 1 ? texts.of(view.account, said) : said}</span>
            </p>
            {view.hindrance === null && view.elsewhere !== null && <TakeOver view={view} onTaken={put} />}
          </div>
        );
      })}
    </>
  );
}
