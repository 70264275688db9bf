/** Effect `ksef`: the invoice is to go to KSeF, as if its series said so; the transfer's own effect `ksef` does the rest. Repeatable. */
import { ksefAsked } from '../../../invoice/ksef';
import type { Transfer } from '../../../invoice/transfer';
import { ksefModeOfTransfer } from '../../ksef-mode';
import { issuedHere } from './issued';
import { ALREADY, DONE, later, left, type Runs } from './outcomes';

export const ksef: Runs<'ksef'> = async (context) => {
  const { tools, account } = context;
  const issued = await issuedHere(context);
  if (!issued.ok) return issued.outcome;
  const { invoice } = issued;
  if (isAsked(invoice)) return ALREADY;
  if ((await ksefModeOfTransfer(tools.store, account, invoice)) === 'off') return left('rule-ksef-off');
  const asked = await tools.ledger.change(
    invoice,
    (stored) =>
      isAsked(stored) || stored.identifier !== invoice.identifier
        ? null
        : { ...stored, ksef: ksefAsked('series'), updatedAt: tools.clock.now() },
    account,
  );
  return asked.ok ? DONE : later(asked.reason);
};

/** By the series, a person or a rule; or its number was there when it was read. */
function isAsked({ ksef: sending, ksefNumber }: Transfer): boolean {
  return sending != null || ksefNumber !== null;
}
