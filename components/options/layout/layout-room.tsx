/** Układ panelu: what Mostek knows of each page of the panel, and how it is taught what it does not. */
import { useEffect } from 'preact/hooks';
import type { PageKind, PanelLayoutView } from '../../../utils/messages';
import { LAYOUT_TEXTS } from '../../../utils/texts/options/layout';
import { reasonText } from '../../../utils/texts/reasons';
import { useAsked } from '../../form/asked';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import './layout.css';
import { PageItem } from './page-item';
import { ProfileForm } from './profile-form';

export function LayoutRoom() {
  const { ask, watch, language } = usePage();
  const texts = LAYOUT_TEXTS[language];
  const shared = useShared();
  const { asked, again, put } = useAsked('layout', () => ask('layout', {}));

  // It is taught in another tab.
  useEffect(() => watch(null, again), [watch, again]);

  const change = async (command: 'layout.arm' | 'layout.forget', panel: string, kind: PageKind): Promise<void> => {
    const answer = await ask(command, { panel, kind });
    if (answer.ok) put(answer.value);
    else again();
  };

  return (
    <>
      <h1 tabIndex={-1}>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      {asked.state === 'loading' && <p class="late muted">{shared.loading}</p>}
      {asked.state === 'problem' && <Problem alert>{texts.needsReading(reasonText(language, asked.reason))}</Problem>}
      {asked.state === 'ready' && asked.value.length === 0 && <p class="muted">{texts.none}</p>}
      {asked.state === 'ready' &&
        asked.value.map((view) => <Panel key={view.panel} view={view} onChange={change} onImported={put} />)}
    </>
  );
}

interface PanelProps {
  readonly view: PanelLayoutView;
  readonly onChange: (command: 'layout.arm' | 'layout.forget', panel: string, kind: PageKind) => Promise<void>;
  readonly onImported: (panels: readonly PanelLayoutView[]) => void;
}

function Panel({ view, onChange, onImported }: PanelProps) {
  const { language } = usePage();
  const title = LAYOUT_TEXTS[language].panel(view.panel);
  return (
    <section class="card form" aria-label={title}>
      <h2>{title}</h2>
      {view.pages.map((page) => (
        <PageItem
          key={page.kind}
          page={page}
          isArmed={view.armed === page.kind}
          onTeach={() => void onChange('layout.arm', view.panel, page.kind)}
          onForget={() => void onChange('layout.forget', view.panel, page.kind)}
        />
      ))}
      <ProfileForm view={view} onImported={onImported} />
    </section>
  );
}
