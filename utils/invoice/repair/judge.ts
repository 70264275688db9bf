/**
 * What was typed into a repair → the value that is kept, or what is wrong with it (ifirma-api 2.1, 2.4, 2.5, 9.2). A form asks it while
 * somebody types, the background before it keeps anything: both say the same.
 */
import { isDate } from '../dates';
import { isNip, nipDigits } from '../nip';
import { PAYMENT_CODES, RATE_CHOICES } from '../settings';
import { plainText } from '../text';
import type { RepairField } from './repair';

export type RepairProblem =
  | 'required'
  | 'too-long'
  | 'postcode-invalid'
  | 'nip-invalid'
  | 'email-invalid'
  | 'country-invalid'
  | 'date-invalid'
  | 'amount-invalid'
  | 'choice-invalid';

export type JudgedRepair =
  | { readonly ok: true; readonly value: string }
  /** most: of `too-long`, how many characters there may be. */
  | { readonly ok: false; readonly problem: RepairProblem; readonly most?: number };

/** How long a text may be: a buyer's name goes on in `Nazwa2` (design 5). */
export const MOST_CHARACTERS: Readonly<Partial<Record<RepairField, number>>> = {
  'buyer.name': 300,
  'buyer.street': 65,
  'buyer.postcode': 16,
  'buyer.city': 65,
  'buyer.email': 65,
  'line.name': 300,
  'line.unit': 10,
  'line.basis': 30,
  ifirmaSeries: 50,
};

/** May be emptied: a buyer without a NIP is a private person, and without an e-mail nothing is e-mailed. */
const OPTIONAL: readonly RepairField[] = ['buyer.nip', 'buyer.email', 'buyer.street', 'ifirmaSeries'];

/** Grosze in digits; iFirma takes amounts below 100,000,000 zł. */
const MOST_GROSZE = 9_999_999_999;

/** @param country the buyer's, two letters; a postcode is judged by it. */
export function judgeRepair(field: RepairField, typed: string, country: string | null = 'PL'): JudgedRepair {
  const text = plainText(typed);
  if (text === '') return OPTIONAL.includes(field) ? { ok: true, value: '' } : { ok: false, problem: 'required' };
  const most = MOST_CHARACTERS[field];
  if (most !== undefined && text.length > most) return { ok: false, problem: 'too-long', most };
  switch (field) {
    case 'buyer.name':
    case 'buyer.street':
    case 'buyer.city':
    case 'line.name':
    case 'line.unit':
    case 'line.basis':
    case 'ifirmaSeries':
      return { ok: true, value: text };
    case 'buyer.postcode':
      return country === 'PL' ? polishPostcode(text) : { ok: true, value: text };
    case 'buyer.nip':
      return isNip(text) ? { ok: true, value: nipDigits(text) } : { ok: false, problem: 'nip-invalid' };
    case 'buyer.email':
      return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text)
        ? { ok: true, value: text }
        : { ok: false, problem: 'email-invalid' };
    case 'buyer.country':
      return /^[A-Za-z]{2}$/.test(text)
        ? { ok: true, value: text.toUpperCase() }
        : { ok: false, problem: 'country-invalid' };
    case 'saleDate':
    case 'issueDate':
      return isDate(text) ? { ok: true, value: text } : { ok: false, problem: 'date-invalid' };
    case 'paid':
      return grosze(text);
    case 'payment':
      return oneOf(PAYMENT_CODES, text);
    case 'line.vat':
      return oneOf(RATE_CHOICES, text);
    default:
      return field satisfies never;
  }
}

/** `00001`, `00 001` and `00–001` are typed for `00-001`. */
function polishPostcode(text: string): JudgedRepair {
  const digits = text.replace(/[\s\p{Pd}]/gu, '');
  return /^\d{5}$/.test(digits)
    ? { ok: true, value: `${digits.slice(0, 2)}-${digits.slice(2)}` }
    : { ok: false, problem: 'postcode-invalid' };
}

/** `1 234,5 zł` → `123450`. */
function grosze(text: string): JudgedRepair {
  const [, whole = '', part = ''] = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(text.replace(/\s|zł/gi, '')) ?? [];
  const value = whole === '' ? Number.NaN : Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return Number.isSafeInteger(value) && value <= MOST_GROSZE
    ? { ok: true, value: String(value) }
    : { ok: false, problem: 'amount-invalid' };
}

function oneOf(choices: readonly string[], text: string): JudgedRepair {
  return choices.includes(text) ? { ok: true, value: text } : { ok: false, problem: 'choice-invalid' };
}
