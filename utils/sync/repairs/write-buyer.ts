/**
 * `Zapisz w zamówieniu`: the order's billing address, which the API takes as a whole object (sellasist-api 5.2, 6). Whether it would
 * keep what a part leaves out is not known, so all of it goes back as it came, with what was typed; and it is read again, because an
 * answer of 200 says only that it was taken.
 */
import type { Buyer } from '../../invoice/document';
import { plainText } from '../../invoice/text';
import type { RepairEdit, Reply } from '../../messages';
import { addressWith, type BuyerText } from '../../sellasist/billing-address';
import { billingAddressOf, billingCountryOf, buyerOf } from '../../sellasist/buyer';
import type { OrderWire } from '../../sellasist/wire';
import type { Prepared } from '../commands/prepare';
import type { EngineTools } from '../context';
import { verdictOnSellasist } from '../reasons';
import { bug } from '../setup/refusals';

const DONE: Reply<null> = { ok: true, value: null };

export async function writeBuyer(
  { servicesOf }: Pick<EngineTools, 'servicesOf'>,
  { transfer, account }: Prepared,
  edits: readonly RepairEdit[],
): Promise<Reply<null>> {
  if (edits.length === 0) return DONE;
  const { orderId } = transfer;
  if (orderId === null) return bug('repair');
  const { sellasist } = servicesOf(account);
  const order = await sellasist.order(orderId);
  if (!order.ok) return refused(order.problem);
  const before = await sellasist.rawAddresses(orderId);
  if (!before.ok) return refused(before.problem);
  const typed = Object.fromEntries(edits.map(({ field, value }) => [field.slice('buyer.'.length), value])) as BuyerText;
  const put = await sellasist.putOrder(orderId, { bill_address: addressWith(before.value, typed) });
  if (!put.ok) return refused(put.problem);
  const after = await sellasist.order(orderId);
  if (!after.ok) return refused(after.problem);
  // What was not typed stays as well, the country with it.
  const wanted = { ...buyerAt(order.value), ...typed };
  const said = buyerAt(after.value);
  const isKept = WRITTEN.every((name) => same(said[name] ?? '', wanted[name] ?? ''));
  return isKept ? DONE : { ok: false, reason: { code: 'repair-not-kept', params: {} } };
}

const WRITTEN = ['name', 'street', 'postcode', 'city', 'nip', 'country'] as const;

function buyerAt(order: OrderWire): Buyer {
  return buyerOf(billingAddressOf(order), '', billingCountryOf(order));
}

/** The panel writes a NIP with or without its dashes, and a postcode likewise. */
function same(one: string, other: string): boolean {
  const bare = (text: string): string =>
    plainText(text)
      .replace(/[\s\p{Pd}]/gu, '')
      .toLowerCase();
  return bare(one) === bare(other);
}

function refused(problem: Parameters<typeof verdictOnSellasist>[0]): Reply<null> {
  return { ok: false, reason: verdictOnSellasist(problem).reason };
}
