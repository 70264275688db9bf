/** What iFirma demands of a buyer (ifirma-api 2.5), said before it is asked. */
import type { Buyer } from './document';
import type { Remark } from './draft';
import { isSendableEmail } from './email';
import type { Finding, FindingCode } from './finding';
import { isNip, nipDigits } from './nip';
import { cut, plainText } from './text';

const LIMITS = { name: 150, street: 65, postcode: 16, city: 65 } as const;

export interface CheckedBuyer {
  readonly buyer: Buyer & { readonly continuedName: string };
  readonly findings: readonly Finding[];
  readonly remarks: readonly Remark[];
}

export function checkBuyer(source: Buyer): CheckedBuyer {
  const findings: Finding[] = [];
  const remarks: Remark[] = [];
  const find = (code: FindingCode, field: string, params: Record<string, string> = {}): void => {
    findings.push({ code, path: `buyer.${field}`, params });
  };

  const name = plainText(source.name);
  const [firstName, continuedName] = nameParts(name);
  if (name === '') find('buyer-name-missing', 'name');
  else if (continuedName.length > LIMITS.name) find('buyer-name-too-long', 'name', { name });
  else if (continuedName !== '') remarks.push({ code: 'buyer-name-continued', params: { name } });

  const street = plainText(source.street);
  if (street.length > LIMITS.street) find('buyer-street-too-long', 'street', { street });

  const city = plainText(source.city);
  if (city === '') find('buyer-city-missing', 'city');
  else if (city.length > LIMITS.city) find('buyer-city-too-long', 'city', { city });

  const postcode = source.country === 'PL' ? polishPostcode(source.postcode) : plainText(source.postcode);
  if (postcode === '') find('buyer-postcode-missing', 'postcode');
  else if (postcode.length > LIMITS.postcode || (source.country === 'PL' && !/^\d{2}-\d{3}$/.test(postcode))) {
    find('buyer-postcode-invalid', 'postcode', { postcode });
  }

  if (source.country === null) find('buyer-country-missing', 'country');
  else if (source.country !== 'PL') find('buyer-country-unsupported', 'country', { country: source.country });

  const nip = nipDigits(source.nip);
  if (nip !== '' && !isNip(nip)) find('buyer-nip-invalid', 'nip', { nip: source.nip });

  const email = source.email.trim();
  const sendable = isSendableEmail(email);
  if (email !== '' && !sendable) remarks.push({ code: 'email-left-out', params: { email } });

  return {
    buyer: { ...source, name: firstName, continuedName, street, city, postcode, nip, email: sendable ? email : '' },
    findings,
    remarks,
  };
}

/** `00001` and `00 001` are typed for `00-001`. */
function polishPostcode(text: string): string {
  const plain = plainText(text);
  const compact = plain.replace(/[\s\p{Pd}]/gu, '');
  return /^\d{5}$/.test(compact) ? `${compact.slice(0, 2)}-${compact.slice(2)}` : plain;
}

/**
 * A name past 150 characters goes on in `Nazwa2` (design: what iFirma gets), between two words where there are any and the
 * rest then still fits.
 */
function nameParts(name: string): readonly [string, string] {
  const hard = cut(name, LIMITS.name);
  if (hard === name) return [name, ''];
  const space = hard.lastIndexOf(' ');
  const fits = space > LIMITS.name / 2 && name.length - space - 1 <= LIMITS.name;
  const at = fits && name[hard.length] !== ' ' ? space : hard.length;
  return [name.slice(0, at).trimEnd(), name.slice(at).trimStart()];
}
