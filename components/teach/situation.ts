/** What the box that teaches a page is told by the page that it stands on. */
import type { Language, PageKind, PageTest, TaughtPlace } from '../../utils/messages';
import type { Answer } from '../ask';

export interface TeachSituation {
  readonly language: Language;
  readonly kind: PageKind;
  /** The address as it will be remembered. */
  readonly pattern: string;
  /** Why this page cannot be of this kind, as it is now; null: it may be. */
  readonly unfit: () => 'no-id' | 'no-rows' | null;
  readonly use: (place: TaughtPlace | null) => Promise<Answer<PageTest>>;
  /** The person points at a place: its selector; `nameless`: it has none that would find it again; null: they let it be. */
  readonly point: () => Promise<string | 'nameless' | null>;
  /** Teaching is over, and the box goes. */
  readonly end: () => void;
}
