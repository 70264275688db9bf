/** The step `check` of a correction: what is booked and what should be → every finding at once, and the draft where there is none. */
import type { Buyer, Grosze, IsoDate, VatRate } from '../document';
import type { Remark } from '../draft';
import type { Finding } from '../finding';
import { lineGross } from '../money';
import type { PaymentCode } from '../settings';
import { plainText } from '../text';
import { type Base, baseOf } from './base';
import type { BookedLine, BookedOriginal, EarlierCorrection } from './booked';
import { buyerFindings } from './checks-buyer';
import { lineFindings } from './checks-lines';
import { dateFindings, earlierFindings, originalFindings } from './checks-original';
import type { CheckedCorrection, CorrectionDraft, CorrectionLine } from './draft';
import { reasonOf } from './reason';
import type { CorrectionReason } from './reasons';
import type { Rules } from './rules';
import type { AddedLine, Reading, WantedLine, WantedState } from './wanted';
import { grossOf } from './worth';

export interface CorrectionAsked {
  readonly original: BookedOriginal;
  /** Oldest first. */
  readonly earlier: readonly EarlierCorrection[];
  /** Of `fromChoice`, `fromReturn` or `fromDocument`, on the base of this original and these corrections; null: there is no base. */
  readonly state: WantedState | null;
  /** Of the panel's correction; null: there is none, or nothing is said of a buyer. */
  readonly buyer: Buyer | null;
  /** The panel's number of the correction, which goes into the remarks; null: it has none. */
  readonly documentNumber: string | null;
  readonly issueDate: IsoDate;
  /** The calendar date in Europe/Warsaw. */
  readonly today: IsoDate;
  /** What a person has chosen; null: by what changes. */
  readonly reason: CorrectionReason | null;
  /** What the series has for changes of which no reason follows; null: nothing. */
  readonly defaultReason: CorrectionReason | null;
  readonly conditionsMet: boolean;
  /** null: as the invoice was paid. */
  readonly payment: PaymentCode | null;
  /** Of `correctionNotes`. */
  readonly notes: string;
  readonly ifirmaSeries: string;
  readonly template: string;
  readonly rules: Rules;
  /** Evidence that a person has overruled, or chosen a reading by. */
  readonly confirmed: readonly string[];
}

export function draftCorrection(asked: CorrectionAsked): CheckedCorrection {
  const { original, earlier, state, confirmed } = asked;
  const base = baseOf(original, earlier);
  const readings = state?.ok === true ? state.readings : [];
  const chosen = chosenOf(readings, confirmed);
  // Of several ways to read it the likeliest is shown until a person has chosen one.
  const shown = chosen ?? readings[0];
  const partial = base === null || shown === undefined ? null : draftOf(asked, base, shown);
  const isKnown = original.kind === 'domestic' && original.currency === 'PLN' && base !== null;
  const findings: Finding[] = [
    ...originalFindings(original, base),
    ...earlierFindings(earlier),
    ...dateFindings(original, asked.issueDate, asked.today),
    ...buyerFindings(asked.buyer, original.buyer),
    ...(isKnown && state?.ok === false ? state.findings : []),
  ];
  if (isKnown && chosen === null) findings.push(...readings.map((reading) => readingFinding(asked, base, reading)));
  if (isKnown && chosen !== null && partial !== null) findings.push(...draftFindings(partial, asked, base));
  const open = withoutIdle(findings).filter(
    ({ evidence }) => evidence === undefined || evidence.startsWith(READING) || !confirmed.includes(evidence),
  );
  const isBlocked = chosen === null || open.some(({ evidence }) => evidence === undefined);
  return { draft: isBlocked ? null : partial, partial, findings: open, remarks: remarksOf(asked) };
}

const READING = 'reading:';

/** The only one; of several the one that a person has chosen. Two answers are none. */
function chosenOf(readings: readonly Reading[], confirmed: readonly string[]): Reading | null {
  const picked = readings.length === 1 ? readings : readings.filter((each) => confirmed.includes(READING + each.as));
  return picked.length === 1 ? (picked[0] ?? null) : null;
}

function readingFinding(asked: CorrectionAsked, base: Base, reading: Reading): Finding {
  const { after, difference } = draftOf(asked, base, reading);
  const params = { reading: reading.as, after: String(after), difference: String(difference) };
  return { code: 'correction-ambiguous', path: 'lines', params, evidence: READING + reading.as };
}

function draftFindings(draft: CorrectionDraft, { original }: CorrectionAsked, base: Base): readonly Finding[] {
  const findings = [...lineFindings(draft.lines, base, original)];
  if (addsLines(draft.lines, original) && draft.reason !== 'POMYLKI') {
    findings.push({ code: 'correction-reason-unfit', path: 'reason', params: { reason: draft.reason } });
  }
  return findings;
}

/** The correction of a mistake may add lines behind those of the invoice, no other may; what an earlier one has added is repeated. */
function addsLines(lines: readonly CorrectionLine[], original: Pick<BookedOriginal, 'lines'>): boolean {
  return lines.length > (original.lines?.length ?? 0);
}

/** Where only the buyer was to be corrected, that nothing else changes needs no saying. */
function withoutIdle(findings: readonly Finding[]): readonly Finding[] {
  const isRefused = findings.some(({ code }) => code === 'correction-buyer-differs');
  return isRefused ? findings.filter(({ code }) => code !== 'correction-nothing-changes') : findings;
}

function draftOf(asked: CorrectionAsked, base: Base, { as, wanted }: Reading): CorrectionDraft {
  const { original, rules } = asked;
  const { settings } = rules;
  const lines: readonly CorrectionLine[] = [
    ...base.lines.map((before, index) => lineOf({ ...before, ...wanted.lines[index] }, before, rules)),
    ...wanted.added.map((line) => lineOf(line, null, rules)),
  ];
  const after: Grosze = grossOf(lines, base.counted);
  return {
    original: original.identifier,
    counted: base.counted,
    as,
    lines,
    before: base.gross,
    after,
    difference: after - base.gross,
    reason: asked.reason ?? (addsLines(lines, original) ? 'POMYLKI' : reasonOf(base, wanted, asked.defaultReason)),
    conditionsMet: asked.conditionsMet,
    issueDate: asked.issueDate,
    payment: asked.payment ?? original.payment,
    notes: asked.notes,
    ifirmaSeries: asked.ifirmaSeries,
    template: asked.template,
    issuePlace: plainText(settings.issuePlace),
    signature: settings.signature,
    bankAccount: settings.bankAccount,
  };
}

function lineOf(line: AddedLine, before: BookedLine | null, rules: Rules): CorrectionLine {
  const { name, unit, gtu, pkwiu, flatRate, quantity, unitPrice } = line;
  return {
    name,
    unit,
    gtu,
    pkwiu,
    flatRate,
    quantity,
    unitPrice,
    vat: withBasis(line.vat, rules),
    worth: lineWorth(line),
    before:
      before === null
        ? null
        : { quantity: before.quantity, unitPrice: before.unitPrice, vat: before.vat, worth: before.worth },
  };
}

/** A quantity or a price that is none is a finding; until then it counts nothing. */
function lineWorth({ quantity, unitPrice }: WantedLine): Grosze {
  return Number.isSafeInteger(quantity) && Number.isSafeInteger(unitPrice) ? lineGross(unitPrice, quantity) : 0;
}

/** iFirma may give an exempt line back without its legal basis, and wants it again (ifirma-api 2.4). */
function withBasis(vat: VatRate, { settings, tax }: Rules): VatRate {
  if (vat.kind === 'percent' || vat.basis) return vat;
  return { kind: 'exempt', basis: plainText(tax.vat === 'exempt' ? tax.basis : settings.exemptBasis) };
}

function remarksOf({ documentNumber }: CorrectionAsked): readonly Remark[] {
  return documentNumber === null ? [] : [{ code: 'number-by-ifirma', params: { number: documentNumber } }];
}
