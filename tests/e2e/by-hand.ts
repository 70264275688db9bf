/** An invoice that somebody wrote in iFirma itself, without Mostek and without its mark. */
import type { BookedInvoice } from '../sim/ifirma/index.ts';
import type { Shop } from './fixtures.ts';

/** `gross`: decimal text, the whole sum in one line. */
export function byHand({ standIns }: Shop, { gross, notes = '' }: { gross: string; notes?: string }): BookedInvoice {
  const today = new Date(standIns.clock.now()).toLocaleDateString('en-CA', { timeZone: 'Europe/Warsaw' });
  return standIns.ifirma.issueByHand('fakturakraj', {
    Zaplacono: 0,
    ZaplaconoNaDokumencie: 0,
    LiczOd: 'BRT',
    DataWystawienia: today,
    DataSprzedazy: today,
    FormatDatySprzedazy: 'DZN',
    SposobZaplaty: 'PRZ',
    RodzajPodpisuOdbiorcy: 'BWO',
    Uwagi: notes,
    WidocznyNumerGios: false,
    WidocznyNumerBdo: false,
    Numer: null,
    Pozycje: [
      {
        StawkaVat: 0.23,
        TypStawkiVat: 'PRC',
        Ilosc: 1,
        CenaJednostkowa: Number(gross),
        NazwaPelna: 'Sprzedaż wpisana ręcznie',
        Jednostka: 'szt.',
      },
    ],
    Kontrahent: { Nazwa: 'Anna Testowa', KodPocztowy: '00-001', Miejscowosc: 'Warszawa', OsobaFizyczna: true },
  });
}
