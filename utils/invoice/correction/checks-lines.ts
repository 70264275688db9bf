/** What is wrong with the state that should be, line by line. Places are those of the base. */
import type { Finding } from '../finding';
import { LARGEST } from '../money';
import type { Base } from './base';
import type { BookedOriginal } from './booked';
import type { CorrectionLine } from './draft';
import { sameLine } from './wanted';

/** @param lines of the draft: those of the base in its order, then what is added. */
export function lineFindings(
  lines: readonly CorrectionLine[],
  base: Base,
  original: Pick<BookedOriginal, 'lines'>,
): readonly Finding[] {
  const changes = lines.some((line) => line.before === null || !sameLine(line, line.before));
  if (!changes) return [{ code: 'correction-nothing-changes', path: 'lines', params: {} }];
  return lines.flatMap((line, index) => {
    // What an earlier correction has added is allowed as often as it is there.
    const most = (original.lines?.[index] ?? base.lines[index])?.quantity ?? null;
    return oneLineFindings(line, index, most);
  });
}

/** @param most how many of it were sold; null: the line is added. */
function oneLineFindings(line: CorrectionLine, index: number, most: number | null): readonly Finding[] {
  const { name, quantity, unitPrice, vat, before } = line;
  const path = `lines.${index}`;
  const findings: Finding[] = [];
  if (!Number.isSafeInteger(quantity) || quantity < 0 || (most !== null && quantity > most)) {
    const params = { line: name, most: String(most ?? '') };
    findings.push({ code: 'correction-quantity-outside', path: `${path}.quantity`, params });
  }
  if (!Number.isSafeInteger(unitPrice) || unitPrice <= 0 || unitPrice > LARGEST) {
    findings.push({ code: 'line-price-invalid', path: `${path}.price`, params: { line: name } });
  }
  if (vat.kind === 'exempt' && !vat.basis) {
    findings.push({ code: 'legal-basis-missing', path: `${path}.basis`, params: { line: name } });
  }
  if (before !== null && sameLine(line, before) && line.worth !== before.worth) {
    // A correction knows no discount, and the price after it in whole grosze gives another sum (ifirma-api 4.4).
    const params = { line: name, ours: String(line.worth), theirs: String(before.worth) };
    findings.push({ code: 'correction-discount-rounded', path, params, evidence: `rounded:${index}:${line.worth}` });
  }
  return findings;
}
