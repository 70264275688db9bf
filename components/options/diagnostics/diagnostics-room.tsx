/** Diagnostyka: how Mostek stands here, to be copied for whoever helps; and the way back for a host that was withdrawn. */
import './diagnostics.css';
import { useEffect, useState } from 'preact/hooks';
import type { DiagnosticsView } from '../../../utils/messages';
import { DIAGNOSTICS_TEXTS } from '../../../utils/texts/options/diagnostics';
import { reasonText } from '../../../utils/texts/reasons';
import { useAsked } from '../../form/asked';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import { IconDone } from '../../icons';
import { diagnosticsText, sectionsOf } from './sections';
import { type RequestHost, WithdrawnHosts } from './withdrawn-hosts';

export function DiagnosticsRoom({ requestHost }: { readonly requestHost?: RequestHost }) {
  const { ask, watch, language } = usePage();
  const texts = DIAGNOSTICS_TEXTS[language];
  const shared = useShared();
  const { asked, again } = useAsked('diagnostics', () => ask('diagnostics', {}));

  useEffect(() => watch(null, again), [watch, again]);

  return (
    <>
      <h1 tabIndex={-1}>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      {asked.state === 'loading' && <p class="late muted">{shared.loading}</p>}
      {asked.state === 'problem' && <Problem alert>{texts.problem(reasonText(language, asked.reason))}</Problem>}
      {asked.state === 'ready' && (
        <>
          <WithdrawnHosts view={asked.value} onDone={again} {...(requestHost && { requestHost })} />
          <Copy view={asked.value} />
          <Sections view={asked.value} />
        </>
      )}
    </>
  );
}

function Copy({ view }: { readonly view: DiagnosticsView }) {
  const { language } = usePage();
  const texts = DIAGNOSTICS_TEXTS[language];
  const [copied, setCopied] = useState<'no' | 'yes' | { readonly text: string }>('no');

  const copy = async (): Promise<void> => {
    const text = diagnosticsText(language, view);
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      setCopied({ text });
    }
  };

  return (
    <>
      <div class="buttons">
        <button type="button" class="button button-primary" onClick={() => void copy()}>
          {texts.copy}
        </button>
        <span role="status">
          {copied === 'yes' && (
            <span class="good">
              <IconDone />
              {texts.copied}
            </span>
          )}
        </span>
      </div>
      {typeof copied === 'object' && (
        <>
          <p role="alert">{texts.notCopied}</p>
          <textarea class="input" rows={10} readOnly aria-label={texts.text} value={copied.text} />
        </>
      )}
    </>
  );
}

function Sections({ view }: { readonly view: DiagnosticsView }) {
  const { language } = usePage();
  return (
    <div class="diagnostics">
      {sectionsOf(language, view).map(({ title, rows }) => (
        <section key={title} class="card" aria-label={title}>
          <h2>{title}</h2>
          <dl>
            {rows.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
