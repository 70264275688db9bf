/** `Powiąż z iFirma`: the document is tied to an invoice that iFirma has. */
import type { Transfer } from '../../invoice/transfer';
import type { EngineTools } from '../context';
import type { Engine } from '../engine';
import { findToLink } from '../link';
import { linkable, mayBelong } from '../permitted';
import { withoutRefused } from '../repairs/exchange';
import { withSale } from '../sale';
import { type Ledger, outcomeOf } from './ledger';
import type { Prepared } from './prepare';
import { DONE, type Outcome } from './target';

export async function linkTo(
  tools: EngineTools,
  engine: Pick<Engine, 'expectWork'>,
  ledger: Ledger,
  { transfer, account, issueDate }: Prepared,
  number: string,
): Promise<Outcome> {
  if (!linkable(transfer)) return DONE;
  const found = await findToLink(tools, account, transfer, number);
  if (!found.ok) return found;
  const linkedTo = (stored: Transfer): Transfer => ({
    ...withoutRefused(stored),
    accountId: account.id,
    state: 'issued',
    step: 'number',
    identifier: found.identifier,
    number: found.number,
    documentNumber: found.documentNumber,
    bookedGross: found.gross,
    // Of the invoice only the sum was compared: what an earlier attempt wanted to book is not what it says.
    documentHash: null,
    // Nor is it this computer's to send to KSeF by itself.
    ksef: null,
    findings: [],
    looks: [],
    reason: { code: 'linked', params: { number: found.number } },
    notBefore: 0,
    tries: 0,
    updatedAt: tools.clock.now(),
  });
  // Only what the person saw is linked: a POST that began or ended meanwhile keeps its own story, or a double would go unseen.
  const unchanged = (stored: Transfer): boolean =>
    linkable(stored) && stored.post?.beganAt === transfer.post?.beganAt && mayBelong(stored, account.id);
  const holding = (stored: Transfer): Transfer | null => (unchanged(stored) ? withSale(linkedTo(stored)) : null);
  const beside = (stored: Transfer): Transfer | null => (unchanged(stored) ? linkedTo(stored) : null);
  engine.expectWork();
  const options = { account, issueDate: issueDate ?? undefined };
  const written = await ledger.put(withSale(linkedTo(transfer)), holding, account, options);
  // The order's other document holds the sale: this one is tied to an invoice that exists, it books no second one.
  if (written.ok || written.why !== 'taken') return outcomeOf(written);
  return outcomeOf(await ledger.put(linkedTo(transfer), beside, account, options));
}
