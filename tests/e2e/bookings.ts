/** Which invoices and which POSTs belong to a document, among those of a whole shop: told by the mark in the last line of `Uwagi`. */
import type { BookedInvoice } from '../sim/ifirma/index.ts';
import type { RecordedRequest } from '../sim/requests.ts';
import type { Shop } from './fixtures.ts';

/** Of the one request that books. */
export const POST = { method: 'POST', path: '^/iapi/fakturakraj\\.json' } as const;
export const IFIRMA = 'www.ifirma.pl';

const remarksOf = ({ body }: BookedInvoice): string => String(body.Uwagi);

/** @param mark `o1001`, `o1001/d77`: what follows `Sellasist demo/`. */
export const bookedFor = ({ standIns }: Shop, mark: string): readonly BookedInvoice[] =>
  standIns.ifirma.booked().filter((invoice) => remarksOf(invoice).split('\n').at(-1) === `Sellasist demo/${mark}`);

/** Everything that was booked for an order, from whichever document. */
export const bookedForOrder = ({ standIns }: Shop, orderId: string): readonly BookedInvoice[] =>
  standIns.ifirma.booked().filter((invoice) => new RegExp(`/o${orderId}(?!\\d)`).test(remarksOf(invoice)));

/** Fits the body of the POST for an order, for a fault that is meant for this one alone. */
export const bodyOfOrder = (orderId: string): string => `Sellasist demo/o${orderId}["/]`;

export const postsFor = ({ standIns }: Shop, orderId: string): readonly RecordedRequest[] =>
  standIns
    .requests({ host: IFIRMA, method: 'POST' })
    .filter(({ body }) => new RegExp(bodyOfOrder(orderId)).test(body.toString('utf8')));
