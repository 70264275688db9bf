/** The look-up as every step makes it: in the books of the account's login, skipping what the ledger knows as something else. */
import type { StepContext } from './context';
import { knownOtherwise } from './known';
import { type LookFor, type LookResult, look } from './look';

export function lookFor(context: StepContext, target: LookFor): Promise<LookResult> {
  const { ifirma, tools, account } = context;
  return look(ifirma, target, knownOtherwise(context), tools.memoryOf(account.login));
}
