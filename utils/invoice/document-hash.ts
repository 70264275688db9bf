/**
 * What a document of the panel says, in one figure: whether it has been changed since it was booked.
 *
 * Only what the panel says and an invoice shows counts, as the panel says it: whatever a setting of the account makes of it (the rate
 * of the shipping, what a bare zero means, a unit, a date that the panel does not give) may be set otherwise tomorrow without the
 * document having changed. Neither free lines nor those that take something off stand on the invoice (design 5): of the one nothing
 * counts, of the other what the sum has become.
 */
import type { Buyer, DocumentLine, Grosze, PanelVat, SaleDocument } from './document';
import type { InvoiceDraft } from './draft';
import { sha256Hex } from './hash';
import { lineGross } from './money';
import { nipDigits } from './nip';
import { plainText } from './text';

/**
 * The version of the form below. Whoever changes what it says about one and the same document (here, or in how the panel's
 * documents are read) counts it up: two forms are never compared, or every invoice ever booked would seem to differ.
 */
const FORM = '1';

/** @param draft there is one: the document could be read whole. `{version}:{SHA-256, 64 hex digits}` */
export async function documentHash(document: SaleDocument, draft: InvoiceDraft): Promise<string> {
  return `${FORM}:${await sha256Hex(JSON.stringify(formOf(document, draft.gross)))}`;
}

/** Whether the document says something else now. null: that cannot be told, one of the two is of another form. */
export function saysOtherwise(then: string, now: string): boolean | null {
  return versionOf(then) === versionOf(now) ? then !== now : null;
}

function versionOf(hash: string): string | null {
  return /^(\d+):/.exec(hash)?.[1] ?? null;
}

/** Lists, never objects: their order is that of this file. */
function formOf(document: SaleDocument, gross: Grosze): unknown {
  const worths = document.lines.map((line) => ({ line, worth: worthOf(line) }));
  return [
    buyerOf(document.buyer),
    document.currency,
    document.issueDate,
    document.saleDate,
    worths.filter(({ worth }) => worth > 0).map(({ line, worth }) => lineOf(line, worth)),
    gross,
  ];
}

/** Dashes and blanks are typed into a NIP and a postcode as people like. */
function buyerOf({ name, nip, street, postcode, city, country }: Buyer): unknown {
  const digits = plainText(postcode).replace(/[\s\p{Pd}]/gu, '');
  return [plainText(name), nipDigits(nip), plainText(street), digits, plainText(city), country];
}

function lineOf(line: DocumentLine, worth: Grosze): unknown {
  const { name, quantity, unit, unitGross, discount, vat } = line;
  return [plainText(name), quantity, plainText(unit ?? ''), unitGross, discount, vatOf(vat), worth];
}

/** What the panel says the line is worth, or what comes out of its price; 0: it is free, and stands on no invoice. */
function worthOf({ quantity, unitGross, lineGross: said, discount }: DocumentLine): Grosze {
  if (said !== null) return said;
  return quantity === null || unitGross === null ? 0 : lineGross(unitGross, quantity, discount);
}

function vatOf(vat: PanelVat): unknown {
  switch (vat.kind) {
    case 'rate':
      return vat.rate.kind === 'exempt' ? ['zw', vat.rate.basis] : vat.rate.percent;
    case 'zero':
      return 'zero';
    case 'unknown':
      return ['?', plainText(vat.text)];
    default:
      return vat satisfies never;
  }
}
