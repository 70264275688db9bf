/** An account and the lists of its panel, as the background would show them. */
import { EMPTY_SERIES, type SeriesSettings } from '../../../../utils/invoice/series.ts';
import { type AccountSettings, DEFAULT_SETTINGS, DEFAULT_TAX } from '../../../../utils/invoice/settings.ts';
import type { AccountView, PanelLists } from '../../../../utils/messages/index.ts';

export const settings = (more: Partial<AccountSettings> = {}): AccountSettings => ({ ...DEFAULT_SETTINGS, ...more });

/** Complete: domestic invoices that iFirma numbers. */
export const series = (more: Partial<SeriesSettings> = {}): SeriesSettings => ({
  ...EMPTY_SERIES,
  kind: 'domestic',
  numbering: 'ifirma',
  ...more,
});

export const account = (more: Partial<AccountView> = {}): AccountView => ({
  id: 'a1',
  name: 'Mój sklep',
  panel: 'mojsklep',
  login: 'jan@example.com',
  tax: DEFAULT_TAX,
  seriesIds: ['1'],
  series: { '1': series() },
  settings: settings(),
  payments: {},
  pausedBy: null,
  revision: 3,
  secrets: { sellasist: '3f9a', faktura: 'a07b', abonent: null, rachunek: null },
  ...more,
});

/** 22.11.2026, 14:05 in Warsaw. */
export const READ_AT = Date.UTC(2026, 10, 22, 13, 5);

export const dictionaries = (more: Partial<PanelLists> = {}): PanelLists => ({
  readAt: READ_AT,
  problem: null,
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
