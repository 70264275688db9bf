/** The kinds of a signature on an invoice, as the settings and the preview name them. */
import type { SignatureKind } from '../invoice/settings';
import type { Language } from '../messages';

export const SIGNATURE_TEXTS: Readonly<Record<Language, Readonly<Record<SignatureKind, string>>>> = {
  pl: {
    OUP: 'osoba upoważniona do odbioru podpisuje',
    UPO: 'podpis na podstawie upoważnienia',
    BPO: 'bez podpisu odbiorcy',
    BWO: 'bez podpisu odbiorcy i wystawcy',
  },
  en: {
    OUP: 'a person authorised to collect signs',
    UPO: 'signature by power of attorney',
    BPO: 'without the recipient’s signature',
    BWO: 'without the recipient’s and the issuer’s signature',
  },
};
