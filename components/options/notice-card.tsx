/** `Powiadomienie po wysłaniu zaznaczonych`: asked of the browser by the click that ticks it, and stored only once it was granted. */
import { useContext, useEffect, useId, useState } from 'preact/hooks';
import { reasonText, type ViewReason } from '../../utils/texts/reasons';
import { useAsked } from '../form/asked';
import { CheckField } from '../form/check-field';
import { usePage, useShared } from '../form/page';
import { Problem } from '../form/problem';
import { IconDone } from '../icons';
import { type NoticePermission, NoticePermissionContext } from './permission';
import { useTexts } from './texts';

export function NoticeCard() {
  const permission = useContext(NoticePermissionContext);
  return permission === null ? null : <Card permission={permission} />;
}

type Outcome = 'none' | 'saved' | 'refused' | ViewReason;

function Card({ permission }: { readonly permission: NoticePermission }) {
  const { ask, watch, language } = usePage();
  const { settings: texts } = useTexts();
  const shared = useShared();
  const id = useId();
  const { asked, again, put } = useAsked('notify', async () => {
    const answer = await ask('notify.get', {});
    return answer.ok ? { ok: true, value: { isOn: answer.value, isAllowed: await permission.has() } } : answer;
  });
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => watch(null, again), [watch, again]);
  if (asked.state !== 'ready') return null;
  const { isOn, isAllowed } = asked.value;

  const choose = async (wanted: boolean): Promise<void> => {
    setOutcome('none');
    // Before anything else is waited for: the browser asks only within the click.
    const granted = wanted ? await permission.request() : isAllowed;
    if (wanted && !granted) {
      // The box goes back to what is true.
      put({ isOn, isAllowed: await permission.has() });
      setOutcome('refused');
      return;
    }
    const answer = await ask('notify.set', { on: wanted });
    if (answer.ok) put({ isOn: wanted, isAllowed: granted });
    setOutcome(answer.ok ? 'saved' : answer.reason);
  };

  return (
    <section class="card notice-card" aria-labelledby={id}>
      <h2 id={id}>{texts.noticeGroup}</h2>
      <CheckField
        label={texts.notice}
        hint={texts.noticeHint}
        checked={isOn && isAllowed}
        onChange={(wanted) => void choose(wanted)}
      />
      <span role="status">
        {outcome === 'saved' && (
          <span class="good">
            <IconDone />
            {shared.saved}
          </span>
        )}
      </span>
      {isOn && !isAllowed && outcome !== 'refused' && <Problem>{texts.noticeWithdrawn}</Problem>}
      {outcome === 'refused' && <Problem alert>{texts.noticeRefused}</Problem>}
      {typeof outcome === 'object' && <Problem alert>{shared.notSaved(reasonText(language, outcome))}</Problem>}
    </section>
  );
}
