/** Automatyzacje: what Mostek does by itself in a panel, what it would do, and what it has done. */
import '../unsent/unsent.css';
import './rules.css';
import { useState } from 'preact/hooks';
import type { AccountView } from '../../../utils/messages';
import { reasonText } from '../../../utils/texts/reasons';
import type { Asking } from '../../form/asked';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import { SelectField } from '../../form/select-field';
import { useLeaving } from '../../form/unsaved';
import { useTexts } from '../texts';
import { PanelRules } from './panel-rules';
import { RunsPart } from './runs-part';
import { useRulesTexts } from './texts';

interface Props {
  readonly accounts: Asking<readonly AccountView[]>;
  /** For a new rule. */
  readonly newId?: () => string;
}

const randomId = (): string => crypto.randomUUID();

export function RulesRoom({ accounts, newId = randomId }: Props) {
  const { language } = usePage();
  const shared = useShared();
  const options = useTexts();
  const texts = useRulesTexts();
  const { leave } = useLeaving();
  const { asked } = accounts;
  const known = asked.state === 'ready' ? asked.value : [];
  const panels = [...new Set(known.map(({ panel }) => panel))];
  const [chosen, setChosen] = useState<string | null>(null);
  const panel = panels.find((each) => each === chosen) ?? panels[0];
  const own = known.filter((account) => account.panel === panel);
  return (
    <>
      <h1 tabIndex={-1}>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      {asked.state === 'loading' && <p class="late muted">{shared.loading}</p>}
      {asked.state === 'problem' && (
        <Problem alert>{options.accountsProblem(reasonText(language, asked.reason))}</Problem>
      )}
      {asked.state === 'ready' && panel === undefined && (
        <div class="card empty">
          <p>{options.noAccounts}</p>
          <a class="button button-primary" href="#accounts">
            {options.toAccounts}
          </a>
        </div>
      )}
      {panels.length > 1 && (
        <SelectField
          label={texts.panel}
          value={panel ?? ''}
          choices={panels.map((name) => ({ value: name, label: name }))}
          onChange={(name) => leave(() => setChosen(name))}
        />
      )}
      {panel !== undefined && (
        <>
          <PanelRules key={panel} panel={panel} accounts={own} newId={newId} />
          <RunsPart key={`runs ${panel}`} panel={panel} isOneOfSeveral={panels.length > 1} />
        </>
      )}
    </>
  );
}
