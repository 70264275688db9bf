/** The kinds of a signature on an invoice, as the settings and the preview name them. */
import type { SignatureKind } from '../invoice/settings';
import { inBoth } from './english';

const pl: Readonly<Record<SignatureKind, string>> = {
  OUP: 'osoba upoważniona do odbioru podpisuje',
  UPO: 'podpis na podstawie upoważnienia',
  BPO: 'bez podpisu odbiorcy',
  BWO: 'bez podpisu odbiorcy i wystawcy',
};

declare module './english' {
  interface English {
    readonly signatures: Readonly<Record<SignatureKind, string>>;
  }
}

export const SIGNATURE_TEXTS = inBoth('signatures', pl);
