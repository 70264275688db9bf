import type { Dictionaries } from '../../../utils/messages';
import type { RuleEdits } from './edits';

/** What the parts of the editor share. */
export interface EditorPart {
  readonly rule: RuleEdits;
  readonly set: (patch: Partial<RuleEdits>) => void;
  /** null: the panel's lists could not be read. */
  readonly lists: Dictionaries | null;
  /** In words, by field; undefined: nothing is wrong with it. */
  readonly problemAt: (field: string) => string | undefined;
}
