/** The ways to mend an error, as `docs/bledy.md` calls them: by the names of the controls (design 6). */
import type { RepairField } from '../../utils/invoice/repair/repair.ts';
import type { SettingsRoom, Way } from '../../utils/invoice/repair/ways.ts';
import { REPAIR_TEXTS } from '../../utils/texts/repair.ts';

export const FIELDS: Readonly<Record<RepairField, string>> = REPAIR_TEXTS.pl.labels;

export const ROOMS: Readonly<Record<SettingsRoom, string>> = {
  accounts: 'Konta',
  payments: 'Metody płatności',
  settings: 'Podstawowa konfiguracja',
  rules: 'Automatyzacje',
  series: 'Serie dokumentów',
  security: 'Bezpieczeństwo',
};

export const WAYS: Readonly<Record<Exclude<Way['kind'], 'field' | 'settings'>, string>> = {
  sellasist: 'panel Sellasist, potem **Wyślij ponownie**',
  ifirma: 'panel iFirma',
  month: 'tutaj: **Przestaw miesiąc i wyślij ponownie**, albo w panelu iFirma',
  overrule: 'tutaj: **Wyślij ponownie**, a potem **Wystaw mimo to**; albo **Pomiń**',
  resend: 'tutaj: **Wyślij ponownie**',
  'look-up': 'samo się wyjaśni; tutaj: **Sprawdź w iFirma**',
  link: 'tutaj: **Powiąż z iFirma**',
  pdf: 'tutaj: **Zapisz PDF w zamówieniu** albo **Pobierz PDF**',
  wait: 'samo przejdzie',
  computer: 'ten komputer',
  none: 'nic nie trzeba robić',
};
