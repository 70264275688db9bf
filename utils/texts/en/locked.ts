import type { LockedTexts } from '../locked';

export const en: LockedTexts = {
  text: 'Mostek is locked, so it sends nothing and reads nothing from the panel. Only what it knows already is shown. Give the passphrase in the settings, or in Mostek’s window in the browser’s toolbar.',
  unlock: 'Unlock in the settings',
};
