/** What follows a transfer once it has come to rest (design 3: effects). Whatever it was to do before, it does no more. */
import type { KsefAftermath } from '../../invoice/ksef';
import { holdsOf } from '../../invoice/ksef-decisions';
import type { AccountSettings } from '../../invoice/settings';
import type { Effect, EffectName, Transfer } from '../../invoice/transfer';
import { STOPPED } from '../../invoice/transfer-states';

/** A list that lags has caught up by then, as far as anybody has seen. */
export const RECHECK_MS = 600_000;

type Effects = NonNullable<Transfer['effects']>;

/** @param before null: it had no transfer. @param now epoch milliseconds. */
export function withEffects(
  before: Transfer | null,
  after: Transfer,
  settings: AccountSettings,
  now: number,
): Transfer {
  const { effects: held = {}, ...rest } = withKsef(after);
  const effects: Partial<Record<EffectName, Effect>> = { ...held };
  const soon: Effect = { at: now, tries: 0 };
  const isNews = before === null || before.state !== after.state || before.reason?.code !== after.reason?.code;
  if (after.state === 'queued' || after.state === 'sending') {
    // On its way again: what was to be said of it is no longer so.
    delete effects.status;
    delete effects.field;
  } else if (isNews && after.orderId !== null) {
    if (settings.errorStatusId !== null && isLastingError(after)) effects.status = soon;
    if (settings.stateFieldId !== null) effects.field = soon;
  }
  // Once, after the POST: whoever was linked or adopted was never posted by this computer.
  // Whether iFirma lists corrections at all is not known (ifirma-api 4.5).
  if (after.kind === 'invoice' && before?.identifier === null && after.identifier !== null && after.post !== null) {
    effects.recheck = { at: now + RECHECK_MS, tries: 0 };
  }
  if (isToGoToKsef(rest)) effects.ksef ??= soon;
  return isEmpty(effects) ? rest : { ...rest, effects };
}

/** With its number read, and only once: nothing goes to KSeF while there may be two of it, or before a person has seen what differs. */
function isToGoToKsef({ state, number, reason, ksef }: Transfer): boolean {
  const isBooked = state === 'issued' || state === 'done';
  return isBooked && number !== null && reason?.code !== 'double-found' && ksef?.standing === 'wanted';
}

function withKsef(transfer: Transfer): Transfer {
  const { ksef } = transfer;
  if (!ksef || !isToGoToKsef(transfer) || holdsOf(transfer).length === 0) return transfer;
  return { ...transfer, ksef: { ...ksef, standing: 'held', reason: { code: 'ksef-held', params: {} } } };
}

/** What KSeF's number is then written to. The PDF is fetched again only where an older one was saved. */
export function afterAcceptance({ orderId, attached }: Transfer, settings: AccountSettings): readonly KsefAftermath[] {
  if (orderId === null) return [];
  const isSaved = attached === 'verified' || attached === 'link' || attached === 'probable';
  return [
    ...(settings.ksefFieldId ? (['field'] as const) : []),
    ...(settings.ksefPdf && settings.savePdf && isSaved ? (['pdf'] as const) : []),
  ];
}

export function withoutEffect({ effects = {}, ...rest }: Transfer, name: EffectName): Transfer {
  const { [name]: _gone, ...others } = effects;
  return isEmpty(others) ? rest : { ...rest, effects: others };
}

/** It does not go on by itself, and nobody has decided yet that it need not. */
export function isLastingError({ state, reason }: Transfer): boolean {
  // That it was taken out of the queue is a person's decision, and no error of the order.
  if (reason?.code === 'batch-cancelled') return false;
  if (state === 'uncertain') return reason?.code === 'absent-proven';
  if (state === 'issued') return reason?.code === 'double-found';
  return STOPPED.includes(state) && state !== 'skipped';
}

function isEmpty(effects: Effects): boolean {
  return Object.keys(effects).length === 0;
}
