/** A correction as it would be booked now: what it comes from, the invoice as iFirma has it, and what was corrected of it before. */
import { baseOf } from '../../invoice/correction/base';
import type { BookedOriginal, EarlierCorrection } from '../../invoice/correction/booked';
import type { CheckedCorrection } from '../../invoice/correction/draft';
import { draftCorrection } from '../../invoice/correction/draft-correction';
import { fromChoice } from '../../invoice/correction/from-choice';
import { fromDocument } from '../../invoice/correction/from-document';
import { fromReturn } from '../../invoice/correction/from-return';
import { correctionNotes } from '../../invoice/correction/notes';
import type { Rules } from '../../invoice/correction/rules';
import type { WantedState } from '../../invoice/correction/wanted';
import type { DocumentKey, IsoDate } from '../../invoice/document';
import type { Finding } from '../../invoice/finding';
import type { KsefMode } from '../../invoice/ksef';
import { type ElsewhereCorrected, NOTHING_SAID, type Transfer } from '../../invoice/transfer';
import type { OrderWire } from '../../sellasist/wire';
import type { StepContext } from '../context';
import { type Verdict, verdictOnRead, verdictOnSellasist } from '../reasons';
import { fieldTextOf } from '../steps/field-text';
import { earlierOf } from './earlier';
import { correctionInField } from './elsewhere';
import { findOriginal } from './original';
import { seriesOf } from './series-of';
import { readSource, type Source } from './source';

export interface CorrectionRead {
  readonly original: BookedOriginal;
  /** Its key in the ledger; null: nothing says which. */
  readonly invoiceKey: DocumentKey | null;
  readonly earlier: readonly EarlierCorrection[];
  /** Those of them that other computers have booked. */
  readonly elsewhere: readonly ElsewhereCorrected[];
  readonly checked: CheckedCorrection;
  readonly issueDate: IsoDate;
  /** The panel's number of the correction; null: it has none. */
  readonly number: string | null;
  /** Of its series. */
  readonly ksefMode: KsefMode;
  /** null: a document without an order. */
  readonly order: OrderWire | null;
}

export type CorrectionReading =
  | { readonly kind: 'read'; readonly read: CorrectionRead }
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] }
  /** The invoice is still on its way to iFirma; `isHeld`: until a person has said what becomes of it. */
  | { readonly kind: 'early'; readonly number: string | null; readonly isHeld: boolean }
  | { readonly kind: 'stop'; readonly verdict: Exclude<Verdict, { kind: 'uncertain' }> };

export async function readCorrection(context: StepContext): Promise<CorrectionReading> {
  const { transfer, account, today, ifirma } = context;
  const found = await readSource(context, transfer);
  if (!found.ok) return { kind: 'stop', verdict: verdictOnSellasist(found.problem) };
  const { source, order } = found;
  const invoice = await findOriginal(context, found.invoiceKey, order);
  switch (invoice.kind) {
    case 'found':
      break;
    case 'on-its-way':
      return { kind: 'early', number: invoice.number, isHeld: invoice.isHeld };
    case 'unknown':
      return { kind: 'findings', findings: [invoice.finding] };
    case 'stop':
      return invoice;
    default:
      return invoice satisfies never;
  }
  const original = await ifirma.original(invoice.identifier);
  if (!original.ok) return { kind: 'stop', verdict: verdictOnRead(original.problem) };
  const { invoiceKey } = invoice;
  const wish = { ...(transfer.correction ?? NOTHING_SAID), invoiceKey };
  const originalNumber = original.value.number === '' ? null : original.value.number;
  const fieldId = account.settings.stateFieldId;
  const named = await correctionInField(context, fieldId === null || order === null ? '' : fieldTextOf(order, fieldId));
  if (!named.ok) return { kind: 'stop', verdict: verdictOnRead(named.problem) };
  // Corrections may be read where invoices are (ifirma-api 4.5), and then the invoice's own mark leads to the invoice.
  const isItself = named.correction?.number === original.value.number;
  const elsewhere = withOne(wish.elsewhere ?? [], isItself ? null : named.correction);
  const names = [
    { ...wish, original: original.value.identifier, originalNumber },
    { ...wish, original: invoice.identifier },
  ];
  const before = await earlierOf(context, names, elsewhere);
  if (!before.ok) return { kind: 'stop', verdict: verdictOnRead(before.problem) };
  if (before.isOpen) {
    return { kind: 'findings', findings: [{ code: 'correction-other-open', path: 'original', params: {} }] };
  }
  const earlier = before.booked;

  const document = source.kind === 'document' ? source.document : null;
  const series = seriesOf(account, document?.seriesId ?? null);
  const base = baseOf(original.value, earlier);
  const issueDate = document?.issueDate ?? today;
  const checked = draftCorrection({
    original: original.value,
    earlier,
    state: base === null ? null : stateOf(source, base, account),
    buyer: document?.buyer ?? null,
    documentNumber: document?.number ?? null,
    issueDate,
    today,
    reason: wish.reason,
    defaultReason: series.correctionReason ?? null,
    conditionsMet: wish.conditionsMet,
    payment: null,
    notes: correctionNotes(markedOf(transfer), document?.number ?? null, ''),
    ifirmaSeries: series.ifirmaSeries,
    template: series.template,
    rules: account,
    confirmed: transfer.confirmed,
  });
  const number = document?.number ?? null;
  return {
    kind: 'read',
    read: {
      original: original.value,
      invoiceKey,
      earlier,
      elsewhere,
      checked,
      issueDate,
      number,
      ksefMode: series.ksef ?? 'off',
      order,
    },
  };
}

function stateOf(source: Source, base: NonNullable<ReturnType<typeof baseOf>>, rules: Rules): WantedState {
  switch (source.kind) {
    case 'choice':
      return fromChoice(source.lines, base);
    case 'document':
      return fromDocument(source.document, base, rules);
    case 'return':
      return fromReturn(source.lines, base);
    default:
      return source satisfies never;
  }
}

function withOne(known: readonly ElsewhereCorrected[], one: ElsewhereCorrected | null): readonly ElsewhereCorrected[] {
  return one === null || known.some(({ identifier }) => identifier === one.identifier) ? known : [...known, one];
}

export function markedOf({ panel, key, kind, orderId, documentId }: Transfer) {
  return { panel, key, kind, orderId, documentId };
}
