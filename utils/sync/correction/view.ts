/** A correction as the card shows it before anything is sent. */
import type { CorrectionLine } from '../../invoice/correction/draft';
import type { IsoDate } from '../../invoice/document';
import type { Transfer } from '../../invoice/transfer';
import type { CorrectionLineView, CorrectionView, Language, Reply } from '../../messages';
import type { CorrectionReading } from './read';

export function correctionView(
  reading: CorrectionReading,
  { correction }: Transfer,
  language: Language,
  today: IsoDate,
): Reply<CorrectionView> {
  const conditionsMet = correction?.conditionsMet ?? true;
  const empty: CorrectionView = {
    language,
    number: correction?.originalNumber ?? '',
    invoiceDate: null,
    issueDate: today,
    earlier: [],
    as: 'after',
    counted: 'gross',
    lines: [],
    before: null,
    after: null,
    difference: null,
    reason: correction?.reason ?? 'ZWR_SPRZ_TOW',
    conditionsMet,
    notes: '',
    findings: [],
  };
  switch (reading.kind) {
    case 'stop':
      return reading.verdict.kind === 'incomplete'
        ? { ok: true, value: { ...empty, findings: reading.verdict.findings } }
        : { ok: false, reason: reading.verdict.reason };
    case 'early':
      return { ok: false, reason: { code: 'correction-waits', params: { number: reading.number ?? '' } } };
    case 'findings':
      return { ok: true, value: { ...empty, findings: reading.findings } };
    case 'read': {
      const { original, earlier, checked, issueDate } = reading.read;
      const { partial, findings } = checked;
      const known = { ...empty, number: original.number, invoiceDate: original.issueDate, issueDate, findings };
      if (partial === null) return { ok: true, value: known };
      const { as, counted, before, after, difference, reason, notes } = partial;
      const value: CorrectionView = {
        ...known,
        earlier: earlier.map(({ number }) => number).filter((number) => number !== ''),
        as,
        counted,
        lines: partial.lines.map(lineView),
        before,
        after,
        difference,
        reason,
        notes,
      };
      return { ok: true, value };
    }
    default:
      return reading satisfies never;
  }
}

function lineView({ name, unit, before, quantity, unitPrice, vat }: CorrectionLine): CorrectionLineView {
  return { name, unit, before, after: { quantity, unitPrice, vat } };
}
