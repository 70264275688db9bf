/** Invoices in iFirma that this installation of Mostek has not booked. */
import { markOf } from '../../../utils/invoice/mark.ts';
import { dateInWarsaw } from '../../sim/clock.ts';
import type { BookedInvoice } from '../../sim/ifirma/index.ts';
import type { Order } from '../../sim/sellasist/model.ts';
import { bookedFor, type World } from '../../unit/sync/world.ts';

/** Somebody made it in iFirma itself for the same buyer and sum: no mark, and a number out of the same row. */
export function bookByHand(world: World, order: Order): void {
  book(world, order, 'Dziękujemy za zakupy');
}

/** Longer than any list lags in a walk: it is shown. */
const LISTED_MS = 7 * 3_600_000;

/**
 * Another installation booked the sale, some hours ago, and this one knows nothing of it.
 * Returns its identifier; null: this one has begun with the sale, or has booked something since, which the list would show first.
 */
export async function bookElsewhere(world: World, order: Order): Promise<string | null> {
  const then = world.clock.now() - LISTED_MS;
  const begun = await world.store.transfers.byOrder('demo', order.id);
  const isBegun = begun.some(
    ({ state, post }) => post !== null || !['incomplete', 'failed', 'skipped'].includes(state),
  );
  if (isBegun || bookedFor(world, order.id).length > 0 || world.ifirma.booked().some(({ at }) => at > then))
    return null;
  const document = [...world.panel.documents.values()].find(({ orderId }) => orderId === order.id);
  world.clock.advance(-LISTED_MS);
  // What the panel's document says, which the order may say no more.
  const { buyer, total } = document ?? { buyer: order.billAddress, total: order.total };
  const sale = { billAddress: buyer ?? order.billAddress, total };
  const { id } = book(world, sale, markOf({ panel: 'demo', orderId: order.id, documentId: document?.id ?? null }));
  world.clock.advance(LISTED_MS);
  return id;
}

function book(
  world: World,
  { billAddress, total }: Pick<Order, 'billAddress' | 'total'>,
  notes: string,
): BookedInvoice {
  const today = dateInWarsaw(world.clock.now());
  const nip = billAddress.company_nip.replaceAll('-', '');
  const line = {
    StawkaVat: 0.23,
    TypStawkiVat: 'PRC',
    Ilosc: 1,
    CenaJednostkowa: total / 100,
    NazwaPelna: 'Towar',
    Jednostka: 'szt.',
  };
  return world.ifirma.issueByHand('fakturakraj', {
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
    Pozycje: [line],
    Kontrahent: {
      Nazwa: 'Ktoś',
      KodPocztowy: '00-001',
      Miejscowosc: 'Warszawa',
      ...(nip === '' ? {} : { NIP: nip }),
    },
  });
}
