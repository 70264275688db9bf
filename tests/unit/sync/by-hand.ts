/** What somebody books in iFirma itself, without any mark. */
import type { World } from './world.ts';

export interface ByHand {
  /** Złoty, gross of a piece. */
  readonly price: number;
  readonly pieces?: number;
  /** Per cent, of the whole line. */
  readonly discount?: number;
  readonly name?: string;
  readonly nip?: string;
}

/** @returns the invoice as iFirma shows it. */
export function bookByHand({ ifirma }: World, { price, pieces = 1, discount, name = 'X', nip = '1111111111' }: ByHand) {
  const discounted = discount === undefined ? {} : { Rabat: discount };
  const line = { ...discounted, Ilosc: pieces, CenaJednostkowa: price, NazwaPelna: name, Jednostka: 'szt.' };
  return ifirma.issueByHand('fakturakraj', {
    Zaplacono: 0,
    ZaplaconoNaDokumencie: 0,
    LiczOd: 'BRT',
    DataWystawienia: '2026-11-21',
    DataSprzedazy: '2026-11-21',
    FormatDatySprzedazy: 'DZN',
    SposobZaplaty: 'PRZ',
    RodzajPodpisuOdbiorcy: 'BWO',
    WidocznyNumerGios: false,
    WidocznyNumerBdo: false,
    Numer: null,
    Pozycje: [{ StawkaVat: 0.23, TypStawkiVat: 'PRC', ...line }],
    Kontrahent: { Nazwa: 'Ktoś', NIP: nip, KodPocztowy: '00-001', Miejscowosc: 'Warszawa' },
  });
}
