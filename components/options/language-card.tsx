/** `Język`: stored at once, and spoken at once, whatever stands unsaved in a form. */
import { useId, useState } from 'preact/hooks';
import type { Language } from '../../utils/messages';
import { reasonText, type ViewReason } from '../../utils/texts/reasons';
import { usePage, useShared } from '../form/page';
import { Problem } from '../form/problem';
import { SelectField } from '../form/select-field';
import { IconDone } from '../icons';
import { useTexts } from './texts';

const LANGUAGES: readonly Language[] = ['pl', 'en'];

type Outcome = 'none' | 'saved' | ViewReason;

export function LanguageCard() {
  const { ask, language, speak } = usePage();
  const { settings: texts } = useTexts();
  const shared = useShared();
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome>('none');

  const choose = async (chosen: string): Promise<void> => {
    const next = LANGUAGES.find((known) => known === chosen) ?? language;
    setOutcome('none');
    const answer = await ask('language.set', { language: next });
    if (answer.ok) speak?.(next);
    setOutcome(answer.ok ? 'saved' : answer.reason);
  };

  return (
    <section class="card language-card" aria-labelledby={id}>
      <h2 id={id}>{texts.extensionGroup}</h2>
      <p class="field-hint">{texts.extensionLead}</p>
      <SelectField
        label={texts.language}
        value={language}
        short
        choices={LANGUAGES.map((known) => ({ value: known, label: texts.languages[known] }))}
        onChange={(chosen) => void choose(chosen)}
      />
      <span role="status">
        {outcome === 'saved' && (
          <span class="good">
            <IconDone />
            {shared.saved}
          </span>
        )}
      </span>
      {typeof outcome === 'object' && <Problem alert>{shared.notSaved(reasonText(language, outcome))}</Problem>}
    </section>
  );
}
