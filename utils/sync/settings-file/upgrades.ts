/**
 * Brings a file from its version to the next one. It is given what was parsed and is looked through for hostile names, and no
 * more: its result meets the same schema as a file of today. What was released does not change, so it is typed by nothing.
 */
export type Upgrade = (file: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** The version that is written. */
export const VERSION = 1;

/** The last entry brings a file to `VERSION`, the one before it to the version before, and so on. Append only. */
export const UPGRADES: readonly Upgrade[] = [];
