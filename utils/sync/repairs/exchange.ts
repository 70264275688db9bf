/**
 * What was sent to iFirma and refused, for whoever has to find out why: the address, the body and iFirma's words, without any key or
 * signature, which no record ever holds.
 */
import type { Transfer } from '../../invoice/transfer';

export function exchangeOf({ refused }: Transfer): { readonly text: string } | null {
  if (refused === undefined) return null;
  const { path, body, kod, text } = refused;
  return {
    text: [`POST https://www.ifirma.pl/iapi/${path}`, '', body, '', `Kod: ${kod}`, `Informacja: ${text}`, ''].join(
      '\n',
    ),
  };
}

/** Once it is sent again, skipped or linked, what was refused is of no use, and it names the buyer. */
export function withoutRefused(transfer: Transfer): Transfer {
  const { refused: _refused, ...rest } = transfer;
  return rest;
}
