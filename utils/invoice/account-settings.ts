import { type AccountSettings, DEFAULT_SETTINGS } from './settings';

/** Everything that is set for an account, the optional included. */
export const ACCOUNT_SETTINGS: readonly (keyof AccountSettings)[] = [
  ...(Object.keys(DEFAULT_SETTINGS) as (keyof AccountSettings)[]),
  'rateRules',
  'ksefFieldId',
  'ksefPdf',
];
