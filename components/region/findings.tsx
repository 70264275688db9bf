import { IconWarning } from '../icons';

/** What keeps the document from going on: an `alert` with one `listitem` each (design 6). */
export const Findings = ({
  sentences,
  title,
  after = null,
  bad = false,
}: {
  sentences: readonly string[];
  title: string | null;
  after?: string | null;
  /** An error, rather than something to mend. */
  bad?: boolean;
}) =>
  sentences.length === 0 ? null : (
    <div class={bad ? 'alert bad' : 'alert'} role="alert">
      <IconWarning />
      <div class="alert-text">
        {title !== null && <p class="alert-title">{title}</p>}
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {after !== null && <p>{after}</p>}
      </div>
    </div>
  );
