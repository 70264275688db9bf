/**
 * Makes pasted values look as they will be stored. For the eye only: the background does it again and judges the result.
 */

/** `https://MojSklep.sellasist.pl/admin/…` → `mojsklep` (sellasist-api 1: users paste whole URLs). */
export const tidyPanel = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#:].*$/, '')
    .replace(/\.sellasist\.pl$/, '');

/** One DNS label (sellasist-api 1). */
export const isPanel = (panel: string): boolean => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(panel);

/** White space around a login makes iFirma refuse it (ifirma-api 1.5); inside it is part of what was typed. */
export const tidyLogin = (text: string): string => text.trim();

/** A key of the panel: its case may count. */
export const tidyPanelKey = (text: string): string => text.replace(/\s+/g, '');

/** A hex key: white space and case do not count (ifirma-api 1.2). */
export const tidyHexKey = (text: string): string => text.replace(/\s+/g, '').toLowerCase();
