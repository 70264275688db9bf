/** An account and the lists of its panel, as the background would show them. */
import { type AccountSettings, DEFAULT_SETTINGS } from '../../../../utils/invoice/settings.ts';
import type { AccountView, Dictionaries } from '../../../../utils/messages/index.ts';

export const settings = (more: Partial<AccountSettings> = {}): AccountSettings => ({ ...DEFAULT_SETTINGS, ...more });

export const account = (more: Partial<AccountView> = {}): AccountView => ({
  id: 'a1',
  name: 'Mój sklep',
  panel: 'mojsklep',
  login: 'jan@example.com',
  seriesIds: ['1'],
  settings: settings(),
  payments: {},
  pausedBy: null,
  secrets: { sellasist: '3f9a', faktura: 'a07b', abonent: null, rachunek: null },
  ...more,
});

export const dictionaries = (more: Partial<Dictionaries> = {}): Dictionaries => ({
  statuses: [
    { id: '1', name: 'Nowe', type: '' },
    { id: '3', name: 'Błąd faktury', type: '' },
  ],
  payments: [
    { id: '10', name: 'Przelew tradycyjny', type: '' },
    { id: '11', name: 'PayU', type: '' },
    { id: '12', name: 'Karta podarunkowa', type: '' },
  ],
  fields: [
    { id: '7', name: 'Uwagi magazynu', type: 'text' },
    { id: '8', name: 'Faktura PDF', type: 'saledocument' },
    { id: '9', name: 'Pliki', type: 'files' },
  ],
  series: [
    { id: '1', name: 'FV', type: 'invoice' },
    { id: '2', name: 'KOR', type: 'invoice' },
    { id: '3', name: 'PAR', type: 'receipt' },
    { id: '4', name: 'WZ', type: 'stock' },
  ],
  ...more,
});
