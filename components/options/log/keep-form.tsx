/** How long the log is kept, by age and by count, and how much of it there is. */
import { useEffect } from 'preact/hooks';
import { LOG_DAYS, LOG_ENTRIES, type LogKept, type LogRetention } from '../../../utils/messages';
import { LOG_TEXTS } from '../../../utils/texts/options/log';
import { reasonText } from '../../../utils/texts/reasons';
import { useAsked } from '../../form/asked';
import { useDraft } from '../../form/draft';
import { usePage } from '../../form/page';
import { Problem } from '../../form/problem';
import { SaveBar } from '../../form/save-bar';
import { SelectField } from '../../form/select-field';

/** While there is more than is to be kept, somebody is taking it away. */
const LOOK_AGAIN_MS = 2_000;

export function KeepForm() {
  const { ask, watch, language } = usePage();
  const texts = LOG_TEXTS[language];
  const { asked, again, put } = useAsked('log.kept', () => ask('log.kept', {}));

  useEffect(() => watch(null, again), [watch, again]);
  const isTooMuch = asked.state === 'ready' && asked.value.count > (asked.value.retention.entries ?? Infinity);
  useEffect(() => {
    if (!isTooMuch) return undefined;
    const timer = setInterval(again, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isTooMuch, again]);

  return (
    <section class="card log-kept" aria-label={texts.keepTitle}>
      <h2>{texts.keepTitle}</h2>
      {asked.state === 'problem' && <Problem alert>{texts.keepProblem(reasonText(language, asked.reason))}</Problem>}
      {asked.state === 'ready' && <Form kept={asked.value} onSaved={put} />}
    </section>
  );
}

interface FormProps {
  readonly kept: LogKept;
  readonly onSaved: (kept: LogKept) => void;
}

function Form({ kept: { retention, count }, onSaved }: FormProps) {
  const { ask, language } = usePage();
  const texts = LOG_TEXTS[language];
  const { value, set, submit, dirty, outcome } = useDraft<LogRetention>(retention, async (draft) => {
    const answer = await ask('log.keep', { retention: draft });
    if (answer.ok) onSaved(answer.value);
    return answer.ok ? { ok: true } : { ok: false, reason: answer.reason };
  });
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p class="muted">{texts.keepHint}</p>
      <div class="log-keep">
        <SelectField
          label={texts.keepDays}
          value={String(value.days ?? '')}
          choices={[
            ...LOG_DAYS.map((days) => ({ value: String(days), label: texts.days[days] })),
            { value: '', label: texts.endless },
          ]}
          onChange={(chosen) => set({ days: LOG_DAYS.find((days) => String(days) === chosen) ?? null })}
          short
        />
        <SelectField
          label={texts.keepEntries}
          value={String(value.entries ?? '')}
          choices={[
            ...LOG_ENTRIES.map((entries) => ({ value: String(entries), label: texts.entries(entries) })),
            { value: '', label: texts.endless },
          ]}
          onChange={(chosen) => set({ entries: LOG_ENTRIES.find((entries) => String(entries) === chosen) ?? null })}
          short
        />
      </div>
      <p class="muted">{texts.keptNow(count)}</p>
      <SaveBar outcome={outcome} dirty={dirty} />
    </form>
  );
}
