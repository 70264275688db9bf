/** What the parts of the form share: the values, how to change them, and what is wrong with them. */
import type { AccountView, Dictionaries, SettingsField } from '../../utils/messages';
import type { SettingsEdits } from './settings-edits';

export interface SettingsPartProps {
  readonly account: AccountView;
  readonly value: SettingsEdits;
  readonly set: (patch: Partial<SettingsEdits>) => void;
  readonly problems: Readonly<Partial<Record<SettingsField, string>>>;
  /** null: the panel's lists could not be read. */
  readonly lists: Dictionaries | null;
}

/** The chosen value of a select among those that there are; what is stored stays when it is none of them. */
export const oneOf = <V extends string>(values: readonly V[], chosen: string, stored: V): V =>
  values.find((value) => value === chosen) ?? stored;
