/** Whether a rule would act on an order, as an icon and a word, and why not. */
import type { Language, TriedVerdict } from '../../../utils/messages';
import { RULE_RUN_TEXTS } from '../../../utils/texts/options/rules-runs';
import { RULE_TEXTS } from '../../../utils/texts/rules';
import { usePage } from '../../form/page';
import { IconDone, IconLater, IconState, IconWarning } from '../../icons';

export function Verdict({ verdict }: { readonly verdict: TriedVerdict }) {
  const { language } = usePage();
  return (
    <span class={`verdict verdict-${verdict.kind}`}>
      <VerdictIcon kind={verdict.kind} />
      <span>{verdictWords(language, verdict)}</span>
    </span>
  );
}

function verdictWords(language: Language, verdict: TriedVerdict): string {
  const texts = RULE_RUN_TEXTS[language];
  switch (verdict.kind) {
    case 'not-met':
      return texts.notMet(RULE_TEXTS[language].conditions[verdict.condition]);
    case 'after':
      return texts.after(verdict.first);
    case 'fires':
    case 'fired':
    case 'not-now':
    case 'off':
    case 'broken':
    case 'unknown':
      return texts.verdicts[verdict.kind];
    default:
      return verdict satisfies never;
  }
}

function VerdictIcon({ kind }: { readonly kind: TriedVerdict['kind'] }) {
  switch (kind) {
    case 'fires':
      return <IconDone />;
    case 'fired':
      return <IconState state="done" />;
    case 'not-now':
      return <IconLater />;
    case 'not-met':
    case 'after':
    case 'off':
      return <IconState state="skipped" />;
    case 'broken':
      return <IconWarning />;
    case 'unknown':
      return <IconState state="uncertain" />;
    default:
      return kind satisfies never;
  }
}
