import type { SignatureKind } from '../../invoice/settings';

export const en: Readonly<Record<SignatureKind, string>> = {
  OUP: 'a person authorised to collect signs',
  UPO: 'signature by power of attorney',
  BPO: 'without the recipient’s signature',
  BWO: 'without the recipient’s and the issuer’s signature',
};
