/** Fields that iFirma limits (ifirma-api 2.4): what does not fit is said in the form, neither cut nor sent. */
import type { AccountSettings } from '../../utils/invoice/settings';
import type { SharedTexts } from '../../utils/texts/shared';

const LIMITS = { exemptBasis: 30, unit: 10 } as const;

export type SettingsProblems = Readonly<Partial<Record<keyof typeof LIMITS, string>>>;

export const tidySettings = (settings: AccountSettings): AccountSettings => ({
  ...settings,
  exemptBasis: settings.exemptBasis.trim(),
  unit: settings.unit.trim(),
});

export const settingsProblems = (settings: AccountSettings, texts: SharedTexts): SettingsProblems => {
  const { exemptBasis, unit } = tidySettings(settings);
  return {
    ...(exemptBasis.length > LIMITS.exemptBasis && {
      exemptBasis: texts.atMost(LIMITS.exemptBasis, exemptBasis.length),
    }),
    // A line without any unit cannot be sent, so the one that stands in may not be empty.
    ...(unit === '' && { unit: texts.fillIn }),
    ...(unit.length > LIMITS.unit && { unit: texts.atMost(LIMITS.unit, unit.length) }),
  };
};
