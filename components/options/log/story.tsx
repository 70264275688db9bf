/** The story of one transfer, oldest first: what was done, how long after what was before, and what was decided. */
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { LogRow, LogStory } from '../../../utils/messages';
import { LOG_TEXTS } from '../../../utils/texts/options/log';
import { reasonText } from '../../../utils/texts/reasons';
import { useAsked } from '../../form/asked';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import { orderCardUrl } from '../../popup/order-link';
import { State } from './log-table';
import { moment, took } from './moment';
import { nameOf, sentencesOf, whatOf } from './words';

interface Props {
  readonly row: Pick<LogRow, 'panel' | 'key' | 'documentNumber'>;
  readonly nameOfAccount: (accountId: string) => string;
  readonly onClose: () => void;
}

/** A native modal dialog: the browser keeps the focus inside, and gives it back to the document that was pressed. */
export function Story({ row, nameOfAccount, onClose }: Props) {
  const { ask, watch, language } = usePage();
  const texts = LOG_TEXTS[language];
  const shared = useShared();
  const { panel, key } = row;
  const { asked, again } = useAsked(`${panel} ${key}`, () => ask('log.story', { panel, key }));
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => watch(null, again), [watch, again]);
  // Closed before it is taken out of the page: only then the focus goes back to where it came from.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      class="log-story"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="log-story-head">
        <h2 id={id}>{texts.story(nameOf(texts, row))}</h2>
        <button type="button" class="button" onClick={onClose}>
          {texts.back}
        </button>
      </div>
      {asked.state === 'loading' && <p class="late muted">{shared.loading}</p>}
      {asked.state === 'problem' && <Problem alert>{texts.problem(reasonText(language, asked.reason))}</Problem>}
      {asked.state === 'ready' && (
        <>
          <Now story={asked.value} panel={panel} nameOfAccount={nameOfAccount} />
          <Steps story={asked.value} />
        </>
      )}
    </dialog>
  );
}

interface NowProps {
  readonly story: LogStory;
  readonly panel: string;
  readonly nameOfAccount: (accountId: string) => string;
}

function Now({ story: { now, entries }, panel, nameOfAccount }: NowProps) {
  const texts = LOG_TEXTS[usePage().language];
  const accountId = entries.at(-1)?.accountId;
  return (
    <dl class="log-now">
      <div>
        <dt>{texts.storyNow}</dt>
        <dd>{now === null ? texts.storyGone : <State state={now.state} />}</dd>
      </div>
      {now !== null && now.number !== null && (
        <div>
          <dt>{texts.columns.number}</dt>
          <dd>{now.number}</dd>
        </div>
      )}
      {accountId !== undefined && (
        <div>
          <dt>{texts.account}</dt>
          <dd>{nameOfAccount(accountId)}</dd>
        </div>
      )}
      {now !== null && now.orderId !== null && (
        <div>
          <dt>{texts.panel}</dt>
          <dd>
            <a href={orderCardUrl(panel, now.orderId)} target="_blank" rel="noreferrer">
              {texts.inPanel(now.orderId)}
            </a>
          </dd>
        </div>
      )}
    </dl>
  );
}

function Steps({ story: { entries, isCut } }: { readonly story: LogStory }) {
  const { language } = usePage();
  const texts = LOG_TEXTS[language];
  if (entries.length === 0) return <p class="muted">{texts.storyEmpty}</p>;
  return (
    <>
      <h3>{texts.storySteps}</h3>
      {isCut && <p class="muted">{texts.storyCut}</p>}
      <ol class="log-steps">
        {entries.map((row, nth) => (
          <li key={row.id}>
            <p class="log-step-head">
              <time dateTime={new Date(row.at).toISOString()}>{moment(row.at)}</time>
              <strong>{whatOf(texts, row)}</strong>
              <State state={row.state} />
            </p>
            {sentencesOf(language, row).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <p class="muted log-times">{timesOf(row, entries[nth - 1])}</p>
          </li>
        ))}
      </ol>
    </>
  );

  function timesOf(row: LogRow, before: LogRow | undefined): string {
    const times = [
      ...(before === undefined ? [] : [texts.later(took(Math.max(0, row.at - before.at)))]),
      ...(row.ms > 0 ? [texts.took(took(row.ms))] : []),
      ...(row.number !== null && row.number !== before?.number ? [`${texts.columns.number}: ${row.number}`] : []),
    ];
    return times.join(' · ');
  }
}
