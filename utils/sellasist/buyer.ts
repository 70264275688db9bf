import type { Buyer } from '../invoice/document';
import { countryOf } from './country';
import { streetOf } from './street';
import type { AddressWire, OrderWire } from './wire';

/** A dash or a dot typed into a mandatory box says nothing. */
function said(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? text : '';
}

/** `0` is how the panel writes none (sellasist-api 2.3). */
function nipOf(text: string): string {
  return text === '0' ? '' : said(text);
}

/** A country alone is the panel's default and says nothing of the buyer. */
export function isEmptyAddress(address: AddressWire): boolean {
  const { country: _, company_nip: nip, ...texts } = address;
  return nipOf(nip) === '' && Object.values(texts).every((text) => said(text) === '');
}

/** The address of the order's sale document; receipt buyers leave it empty and have a delivery address (sellasist-api 5.2). */
export function billingAddressOf(order: OrderWire): AddressWire {
  return isEmptyAddress(order.bill_address) ? order.shipment_address : order.bill_address;
}

export function billingCountryOf(order: OrderWire): string | null {
  return countryOf(billingAddressOf(order).country) ?? countryOf(order.bill_address.country);
}

export function buyerOf(address: AddressWire, email: string, countryElse: string | null): Buyer {
  const company = said(address.company_name);
  const nip = nipOf(address.company_nip);
  return {
    name: company === '' ? `${said(address.name)} ${said(address.surname)}`.trim() : company,
    isCompany: company !== '' || nip !== '',
    nip,
    street: streetOf(address.street, address.home_number, address.flat_number),
    postcode: address.postcode,
    city: address.city,
    country: countryOf(address.country) ?? countryElse,
    email,
  };
}
