/** Bezpieczeństwo: how the keys are kept, the passphrase, the file of settings, and the way to take everything away. */
import './security.css';
import { useEffect } from 'preact/hooks';
import type { SecurityView } from '../../../utils/messages';
import { reasonText } from '../../../utils/texts/reasons';
import { useAsked } from '../../form/asked';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import { useReload } from '../../form/reload';
import { IconDone, IconInfo, IconWarning } from '../../icons';
import { ExportPart } from './export-part';
import { ImportPart } from './import-part';
import { PassphrasePart } from './passphrase-part';
import { type SaveText, saveText } from './save-text';
import { useSecurityTexts } from './texts';
import { WipePart } from './wipe-part';

interface Props {
  readonly save?: SaveText;
  /** Everything is gone, so every view of this page begins anew. */
  readonly startAnew?: () => void;
}

export function SecurityRoom({ save = saveText, startAnew = () => location.reload() }: Props) {
  const { ask, watch, language, speak } = usePage();
  const reloadAccounts = useReload();
  const texts = useSecurityTexts();
  const shared = useShared();
  const security = useAsked('security', () => ask('security', {}));
  const { asked, again } = security;

  // Another view may lock or unlock, and the keys lock by themselves after a while.
  useEffect(() => watch(null, again), [watch, again]);

  const imported = async (): Promise<void> => {
    again();
    reloadAccounts();
    const answer = await ask('language', {});
    if (answer.ok) speak?.(answer.value);
  };

  return (
    <>
      <h1 tabIndex={-1}>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      {asked.state === 'loading' && <p class="late muted">{shared.loading}</p>}
      {asked.state === 'problem' && (
        <>
          <Problem alert>{texts.problem(reasonText(language, asked.reason))}</Problem>
          <button type="button" class="button" onClick={again}>
            {shared.retry}
          </button>
        </>
      )}
      {asked.state === 'ready' && (
        <>
          <HowPart view={asked.value} />
          <PassphrasePart view={asked.value} security={security} />
          <ExportPart view={asked.value} save={save} />
        </>
      )}
      <ImportPart onImported={() => void imported()} />
      <WipePart onWiped={startAnew} />
    </>
  );
}

function HowPart({ view }: { readonly view: SecurityView }) {
  const { how: texts } = useSecurityTexts();
  return (
    <section class="security-how" aria-labelledby="security-how">
      <h2 id="security-how">{texts.title}</h2>
      <ul>
        <li class="with-icon">
          <IconInfo />
          <span>{texts.ifirma}</span>
        </li>
        <li class="with-icon">
          <IconInfo />
          <span>{texts.sellasist}</span>
        </li>
        <Passphrase state={view.passphrase} />
        <li class="with-icon">
          <IconInfo />
          <span>{texts.invoices}</span>
        </li>
      </ul>
    </section>
  );
}

function Passphrase({ state }: { readonly state: SecurityView['passphrase'] }) {
  const { how: texts } = useSecurityTexts();
  switch (state) {
    case 'none':
      return (
        <li class="with-icon">
          <IconInfo />
          <span>{texts.open}</span>
        </li>
      );
    case 'locked':
      return (
        <li class="warn">
          <IconWarning />
          <span>{texts.locked}</span>
        </li>
      );
    case 'unlocked':
      return (
        <li class="good">
          <IconDone />
          <span>{texts.unlocked}</span>
        </li>
      );
    default:
      return state satisfies never;
  }
}
