/** An order's billing address with some of it typed anew, as the API takes it (sellasist-api 5.2, 6). */
import * as z from 'zod/mini';
import { isEmptyAddress } from './buyer';
import { isRecord, ownId, raw, readText } from './loose';
import { addressWire } from './wire';

/** What of a buyer can be written. Absent: it stays. */
export type BuyerText = Partial<Readonly<Record<'name' | 'street' | 'postcode' | 'city' | 'nip', string>>>;

/** Both addresses exactly as they came. */
export interface RawAddresses {
  /** Of the order. */
  readonly id: string;
  readonly bill: Readonly<Record<string, unknown>>;
  readonly shipment: Readonly<Record<string, unknown>>;
  /** The billing address says nothing, so the buyer is read from where the parcel goes. */
  readonly isByShipment: boolean;
}

export const addressesWire = z.pipe(
  z.object({ id: ownId, bill_address: raw, shipment_address: raw }),
  z.transform(
    ({ id, bill_address: bill, shipment_address: shipment }): RawAddresses => ({
      id,
      bill: isRecord(bill) ? bill : {},
      shipment: isRecord(shipment) ? shipment : {},
      isByShipment: isEmptyAddress(z.parse(addressWire, bill)),
    }),
  ),
);

/** Keys that the API takes; an id of an address row, or what it adds one day, is not ours to send back. */
const KEYS = [
  'name',
  'surname',
  'company_name',
  'company_nip',
  'street',
  'home_number',
  'flat_number',
  'description',
  'postcode',
  'city',
  'state',
  'phone',
  'country',
];

export function addressWith(
  { bill, shipment, isByShipment }: RawAddresses,
  typed: BuyerText,
): Readonly<Record<string, unknown>> {
  // A billing address that says something is read alone, so it has to say all of it.
  const said = isByShipment ? { ...shipment, country: isRecord(bill.country) ? bill.country : shipment.country } : bill;
  const base = Object.fromEntries(
    KEYS.filter((key) => Object.hasOwn(said, key)).map((key) => [
      key,
      key === 'country' ? said[key] : readText(said[key]),
    ]),
  );
  // A country as a text is overlooked, and its absence may be taken for none: the order is read again afterwards.
  if (!isRecord(base.country)) delete base.country;
  return {
    ...base,
    ...(typed.name === undefined ? {} : nameOf(typed.name, said)),
    // The numbers stand in the street's own line then: which part of what was typed they are, nobody knows.
    ...(typed.street === undefined ? {} : { street: typed.street, home_number: '', flat_number: '' }),
    ...(typed.postcode === undefined ? {} : { postcode: typed.postcode }),
    ...(typed.city === undefined ? {} : { city: typed.city }),
    ...(typed.nip === undefined ? {} : { company_nip: typed.nip }),
  };
}

/** A company stays one; a person's last word is the surname. */
function nameOf(name: string, said: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const company = said.company_name;
  if (typeof company === 'string' && /[\p{L}\p{N}]/u.test(company)) return { company_name: name };
  const at = name.lastIndexOf(' ');
  return at === -1 ? { name, surname: '' } : { name: name.slice(0, at), surname: name.slice(at + 1) };
}
