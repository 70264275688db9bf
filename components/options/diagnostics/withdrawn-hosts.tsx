/** A host that the browser, or a person, has withdrawn: what that means, and a button that asks for exactly it (design 8). */
import { useId, useState } from 'preact/hooks';
import type { DiagnosticsView, Host } from '../../../utils/messages';
import { DIAGNOSTICS_TEXTS } from '../../../utils/texts/options/diagnostics';
import { usePage } from '../../form/page';
import { Problem } from '../../form/problem';
import { IconDone, IconWarning } from '../../icons';

/** Has the browser ask the person; true: the host is granted. */
export type RequestHost = (host: Host) => Promise<boolean>;

interface Props {
  readonly view: DiagnosticsView;
  readonly onDone: () => void;
  readonly requestHost?: RequestHost;
}

export function WithdrawnHosts({ view: { hosts }, onDone, requestHost }: Props) {
  const texts = DIAGNOSTICS_TEXTS[usePage().language];
  const [outcome, setOutcome] = useState<'none' | 'restored' | 'refused'>('none');
  const withdrawn = hosts.filter(({ isGranted }) => !isGranted);

  const request = async (host: Host): Promise<void> => {
    // Refused, or closed without an answer, or not asked at all: it is as it was.
    const isGranted = await Promise.resolve(requestHost?.(host) ?? false).catch(() => false);
    setOutcome(isGranted ? 'restored' : 'refused');
    onDone();
  };

  return (
    <>
      {withdrawn.map(({ host }) => (
        <Withdrawn key={host} host={host} onRequest={() => void request(host)} />
      ))}
      {outcome === 'refused' && withdrawn.length > 0 && <Problem alert>{texts.refused}</Problem>}
      <p role="status" class="diagnostics-restored">
        {outcome === 'restored' && (
          <span class="good">
            <IconDone />
            {texts.restored}
          </span>
        )}
      </p>
    </>
  );
}

function Withdrawn({ host, onRequest }: { readonly host: Host; readonly onRequest: () => void }) {
  const texts = DIAGNOSTICS_TEXTS[usePage().language];
  const id = useId();
  return (
    <div class="card diagnostics-withdrawn">
      <p class="warn" id={id}>
        <IconWarning />
        <span>{texts.withdrawn(texts.hosts[host])}</span>
      </p>
      <button type="button" class="button" aria-describedby={id} onClick={onRequest}>
        {texts.restore}
      </button>
    </div>
  );
}
