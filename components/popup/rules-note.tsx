/** What rules could not do by themselves waits for a person in its room; here it is said that something does. */
import { useEffect } from 'preact/hooks';
import { useAsked } from '../form/asked';
import { usePage } from '../form/page';
import { IconWarning } from '../icons';
import { useTexts } from './texts';

export function RulesNote({ optionsUrl }: { readonly optionsUrl: string }) {
  const { ask, watch } = usePage();
  const texts = useTexts();
  const { asked, again } = useAsked('rules', () => ask('rules.attention', {}));

  useEffect(() => watch(null, again), [watch, again]);

  if (asked.state !== 'ready' || asked.value === 0) return null;
  return (
    <p class="popup-tip warn with-icon">
      <IconWarning />
      <span>
        {texts.rulesWait(asked.value)}{' '}
        <a href={`${optionsUrl}#rules`} target="_blank" rel="noreferrer">
          {texts.toRules}
        </a>
      </span>
    </p>
  );
}
