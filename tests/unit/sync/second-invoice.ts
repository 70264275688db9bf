/** A second invoice of the same sale, as another computer, or a person in iFirma, would book it. */
import type { BookedInvoice } from '../../sim/ifirma/index.ts';
import { bookedFor, type World } from './world.ts';

/** The only invoice of the order. */
export function onlyInvoice(world: World, orderId: string): BookedInvoice {
  const [invoice, other] = bookedFor(world, orderId);
  if (invoice === undefined || other !== undefined) throw new Error(`not one invoice of ${orderId}`);
  return invoice;
}

/** The same once more, with the same mark. */
export function bookTwin(world: World, { body, endpoint, login }: BookedInvoice): BookedInvoice {
  return world.ifirma.issueByHand(endpoint, { ...body, Numer: null }, login);
}
