import type { SimResponse } from '../http.ts';
import type { Account } from './account.ts';
import { notFound, refused } from './answer.ts';
import type { Found } from './find.ts';
import { pdfFile } from './pdf-file.ts';

/** A document as PDF in its variants (ifirma-api 5.2). What fails is JSON with HTTP 200. */
const VARIANTS: Readonly<Record<string, string>> = {
  pdf: 'Oryginał, kopia',
  'pdf.oryg': 'Oryginał',
  'pdf.single': 'Jeden egzemplarz',
  'pdf.dup': 'Duplikat',
};

const money = (hundredths: number, currency: string): string => `${(hundredths / 100).toFixed(2)} ${currency}`;

/** `format` is what follows the name: `pdf`, `pdf.single` …; `typ=dup` in the query asks for a duplicate as well. */
export const pdfOf = (account: Account, found: Found | null, format: string, query: URLSearchParams): SimResponse => {
  const { pdfBy } = account.switches;
  if (found === null || (pdfBy !== 'both' && pdfBy !== found.by)) return refused(notFound);
  const { document } = found;
  const variant = VARIANTS[query.get('typ') === 'dup' ? 'pdf.dup' : format] ?? '';
  const file = pdfFile(`${document.corrects === null ? 'Faktura' : 'Korekta'} ${document.number}`, [
    variant,
    `Data wystawienia: ${document.issueDate}`,
    `Nabywca: ${String(document.buyer.Nazwa)}`,
    ...document.lines.map(
      (line, index) =>
        `${index + 1}. ${line.NazwaPelna}  ${line.Ilosc} ${line.Jednostka} x ${line.CenaJednostkowa.toFixed(2)}`,
    ),
    `Razem: ${money(document.gross, document.currency)}`,
    `Identyfikator: ${document.id}`,
    ...(document.ksef?.number ? [`Numer KSeF: ${document.ksef.number}`] : []),
  ]);
  return { status: 200, headers: { 'content-type': 'application/pdf' }, body: file };
};
