/** A small but real PDF 1.4: one page of text in a standard font, with a right cross-reference table. */

/** The standard fonts know no Polish letters outside Latin-1, so they are written without their marks. */
const latin = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .replace(/[^\x20-\x7e]/g, '?');

const escaped = (text: string): string => latin(text).replace(/[\\()]/g, (mark) => `\\${mark}`);

const LEFT = 56;
const TOP = 780;
const LEADING = 18;

export const pdfFile = (title: string, lines: readonly string[]): Buffer => {
  const shown = [
    'BT',
    `/F1 18 Tf ${LEFT} ${TOP} Td (${escaped(title)}) Tj`,
    `/F1 11 Tf ${LEADING} TL T*`,
    ...lines.map((line) => `T* (${escaped(line)}) Tj`),
    'ET',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Title (${escaped(title)}) /Producer (Mostek stand-in) >>`,
  ];
  let file = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, content] of objects.entries()) {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${content}\nendobj\n`;
  }
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
};
