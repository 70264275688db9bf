/**
 * Effect `email`: iFirma sends the invoice to the buyer. A second request would be a second e-mail, and nothing in iFirma says what was sent: so
 * its intent is stored first, and one whose end is not known is never repeated by itself.
 */
import { isSendableEmail } from '../../../invoice/email';
import { holdsOf } from '../../../invoice/ksef-decisions';
import { stateTextIn } from '../../../invoice/state-text';
import type { Transfer } from '../../../invoice/transfer';
import type { OrderWire } from '../../../sellasist/wire';
import { isBooked } from '../../steps/field-standing';
import { fieldTextOf } from '../../steps/field-text';
import type { EffectContext } from './effect';
import { issuedHere } from './issued';
import { orderOf } from './order-of';
import { DONE, left, NOT_RECORDED, type Runs, unclear, waits } from './outcomes';
import { afterPost } from './post';
import { isOnItsWayToKsef, textOf } from './text-of';

export const email: Runs<'email'> = async (context, begin, { text, mailbox, template }) => {
  const { own, run, services } = context;
  if (own.standing === 'begun') return UNCLEAR;
  const issued = await issuedHere(context);
  if (!issued.ok) return issued.outcome;
  const { invoice, identifier, post } = issued;
  if (holdsOf(invoice).length > 0) return waits('rule-awaits-person');
  // Its PDF shows the number of KSeF; what KSeF or iFirma has refused a person mends first.
  if (isOnItsWayToKsef(invoice, run)) return waits('rule-awaits-ksef');
  const read = await orderOf(context);
  if (!read.ok) return read.outcome;
  const { order } = read;
  if (!isSendableEmail(order.email)) return left('rule-email-none');
  if (post.isFound === true && own.isAsked !== true && (await isOthers(context, invoice, order))) return UNCLEAR;
  const body = { text: textOf(text, { run }, order, invoice), mailbox, template, recipient: order.email };
  if (!(await begin())) return NOT_RECORDED;
  const sent = await services.ifirma.sendByEmail(invoice.kind, identifier, body);
  return sent.ok ? DONE : ((await afterPost(context, sent.problem, 'rule-email-refused')) ?? UNCLEAR);
};

const UNCLEAR = unclear('rule-email-unclear');

/**
 * This computer's POST ended unclear, and another one says in the order that it has the invoice: either may have booked it, and then that one has
 * sent the e-mail as well.
 */
async function isOthers({ tools, account }: EffectContext, { key }: Transfer, order: OrderWire): Promise<boolean> {
  const { stateFieldId } = account.settings;
  const mark = stateFieldId === null ? null : stateTextIn(fieldTextOf(order, stateFieldId));
  if (mark === null || mark.key !== key || !isBooked(mark.word)) return false;
  return mark.computer !== (await tools.computer()).id;
}
