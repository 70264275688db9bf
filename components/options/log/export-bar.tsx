/** `Eksportuj CSV`: what the filter shows, as a file; how far it is, and the way to leave off. */
import { useRef, useState } from 'preact/hooks';
import type { LogFilter } from '../../../utils/messages';
import { LOG_TEXTS } from '../../../utils/texts/options/log';
import { reasonText } from '../../../utils/texts/reasons';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import { IconDone, IconSpinner } from '../../icons';
import { todayAt } from '../unsent/periods';
import { type Exported, exportLog } from './export';
import { type SaveFile, saveCsv } from './save-file';

interface Props {
  readonly filter: LogFilter;
  readonly nameOfAccount: (accountId: string) => string;
  readonly save?: SaveFile;
}

type At =
  | { readonly kind: 'rest' }
  | { readonly kind: 'works'; readonly rows: number }
  | { readonly kind: 'saved'; readonly rows: number; readonly name: string }
  | Exclude<Exported, { kind: 'ready' }>;

export function ExportBar({ filter, nameOfAccount, save = saveCsv }: Props) {
  const { ask, language } = usePage();
  const shared = useShared();
  const texts = LOG_TEXTS[language];
  const [at, setAt] = useState<At>({ kind: 'rest' });
  const isCancelled = useRef(false);
  const button = useRef<HTMLButtonElement>(null);

  const start = async (): Promise<void> => {
    if (at.kind === 'works') return;
    isCancelled.current = false;
    setAt({ kind: 'works', rows: 0 });
    const done = await exportLog(filter, {
      ask,
      language,
      nameOfAccount,
      isCancelled: () => isCancelled.current,
      progress: (rows) => setAt({ kind: 'works', rows }),
    });
    if (done.kind !== 'ready') {
      setAt(done);
      return;
    }
    const name = `mostek-log-${todayAt(Date.now())}.csv`;
    save(name, done.parts);
    setAt({ kind: 'saved', rows: done.rows, name });
  };

  return (
    <div class="log-export">
      <button
        ref={button}
        type="button"
        class="button"
        aria-disabled={at.kind === 'works' ? 'true' : undefined}
        onClick={() => void start()}
      >
        {texts.export}
      </button>
      {at.kind === 'works' && (
        <>
          <span class="with-icon muted" aria-busy="true">
            <IconSpinner />
            {texts.exporting(at.rows)}
          </span>
          <button
            type="button"
            class="button button-small"
            onClick={() => {
              isCancelled.current = true;
              button.current?.focus();
            }}
          >
            {shared.cancel}
          </button>
        </>
      )}
      <span role="status">
        {at.kind === 'saved' && (
          <span class="good">
            <IconDone />
            {texts.exported(at.rows, at.name)}
          </span>
        )}
        {at.kind === 'cancelled' && <span class="muted">{texts.exportCancelled}</span>}
      </span>
      {at.kind === 'problem' && <Problem alert>{texts.exportProblem(reasonText(language, at.reason))}</Problem>}
    </div>
  );
}
