/** What the bodies of an invoice and of its correction have in common (ifirma-api 2.1, 2.4, 4.2). */
import type { VatRate } from '../invoice/document';
import { decimalOf } from '../invoice/money';
import type { BankAccount } from '../invoice/settings';
import { Exact, type Json } from './exact-json';

type Fields = { readonly [name: string]: Json };

/** What is not set is left out, so that iFirma's own default counts. */
export function filled(name: string, text: string): Fields {
  return text === '' ? {} : { [name]: text };
}

/** `BRAK` hides it (ifirma-api 2.1). People group the digits of an account. */
export function bankAccount(account: BankAccount): Fields {
  switch (account.use) {
    case 'ifirma':
      return {};
    case 'hidden':
      return { NumerKontaBankowego: 'BRAK' };
    case 'number':
      return filled('NumerKontaBankowego', account.number.replace(/\s+/g, ''));
    default:
      return account satisfies never;
  }
}

/** A rate is a fraction, never 23; exempt is null with its legal basis (ifirma-api 2.4). */
export function rate(vat: VatRate): Fields {
  if (vat.kind === 'exempt') return { StawkaVat: null, TypStawkiVat: 'ZW', PodstawaPrawna: vat.basis ?? '' };
  return { StawkaVat: new Exact(decimalOf(vat.percent, 2)), TypStawkiVat: 'PRC' };
}
