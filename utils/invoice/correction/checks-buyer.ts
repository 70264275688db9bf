import type { Buyer } from '../document';
import type { Finding } from '../finding';
import { folded } from '../folded';
import { nipDigits } from '../nip';
import { plainText } from '../text';
import type { BookedBuyer } from './booked';

/**
 * The buyer's data cannot be corrected through the API (ifirma-api 4.1). Another NIP, or another name where there is none, is another buyer
 * and is refused. What else differs may be another spelling, because iFirma prefers the data of its own contractors (ifirma-api
 * 2.2), or something that the panel leaves out: a person says that it is.
 *
 * @param buyer of the panel's correction.
 */
export function buyerFindings(buyer: Buyer | null, booked: BookedBuyer | null): readonly Finding[] {
  if (buyer === null || booked === null) return [];
  const [ours, theirs] = [nipDigits(buyer.nip), nipDigits(booked.nip)];
  const hasOtherName = differ(buyer.name, booked.name);
  if (ours !== '' && ours !== theirs) return [differs(buyer, booked)];
  if (ours === '' && hasOtherName) return [differs(buyer, booked)];
  // The panel's correction names nobody.
  if (ours === '' && bare(buyer.name) === '') return [];
  const fields = ['name', 'street', 'postcode', 'city'] as const;
  const others = [
    ...fields.filter((field) => differ(buyer[field], booked[field])),
    ...(ours === theirs ? [] : (['nip'] as const)),
  ];
  if (others.length === 0) return [];
  const shown = (of: BookedBuyer): string => others.map((field) => plainText(of[field]) || '–').join(', ');
  const params = { ours: shown(buyer), theirs: shown(booked) };
  return [{ code: 'correction-buyer-spelled', path: 'buyer', params, evidence: `buyer:${params.ours}` }];
}

function differs(buyer: BookedBuyer, booked: BookedBuyer): Finding {
  const params = { ours: plainText(withNip(buyer)), theirs: plainText(withNip(booked)) };
  return { code: 'correction-buyer-differs', path: 'buyer', params };
}

function withNip({ name, nip }: BookedBuyer): string {
  const digits = nipDigits(nip);
  return digits === '' ? name : `${name}, NIP ${digits}`;
}

/** By letters and digits alone, in whichever order the words stand; where one of the two says nothing, nothing is compared. */
function differ(one: string, other: string): boolean {
  if (bare(one) === '' || bare(other) === '') return false;
  return bare(one) !== bare(other) && words(one) !== words(other);
}

function bare(text: string): string {
  return folded(plainText(text)).replace(/[^\p{L}\p{N}]/gu, '');
}

function words(text: string): string {
  return folded(plainText(text))
    .split(/[^\p{L}\p{N}]+/u)
    .toSorted()
    .join(' ')
    .trim();
}
