/**
 * Effect `payment`: what the order says is paid, and iFirma does not know of, is added to the invoice's payments. iFirma adds one with each
 * request: so what it has down (`Zaplacono`) is read before, the intent is stored with it, and it is compared afterwards. What is not, to the
 * grosz, as it should be then, is a person's to decide; it is never repeated by itself.
 */
import { earlierOf, warsawDate } from '../../../invoice/dates';
import type { IsoDate } from '../../../invoice/document';
import type { RunEffect } from '../../../invoice/rules/run';
import { currencyOf } from '../../../sellasist/order';
import type { EffectContext, EffectOutcome } from './effect';
import { issuedHere } from './issued';
import { lookAgain } from './look-again';
import { orderOf } from './order-of';
import { ALREADY, afterIfirma, DONE, left, NOT_RECORDED, type Runs, unclear } from './outcomes';
import { afterPost } from './post';

type Intent = NonNullable<RunEffect['payment']>;

export const payment: Runs<'payment'> = async (context, begin) => {
  const { own, services, tools } = context;
  const { ifirma } = services;
  const isBegun = own.standing === 'begun';
  const issued = await issuedHere(context);
  if (!issued.ok) return isBegun ? UNCLEAR : issued.outcome;
  const { invoice, identifier, post } = issued;
  if (isBegun) return own.payment === undefined ? UNCLEAR : compared(context, identifier, own.payment);
  if (invoice.kind !== 'invoice') return NOTHING;

  const read = await orderOf(context);
  if (!read.ok) return read.outcome;
  const { order } = read;
  const paid = order.payment.paid ?? 0;
  // Domestic invoices are in złoty.
  if (paid <= 0 || !['', 'PLN'].includes(currencyOf(order))) return NOTHING;
  const known = await ifirma.paid(identifier);
  if (!known.ok) return afterIfirma(known.problem, 'rule-payment-refused');
  const before = known.value.paid;
  const gross = known.value.gross ?? invoice.bookedGross;
  // What cannot be compared is not sent.
  if (before === null || gross === null) return left('rule-payment-refused', { kod: '', text: '' });
  const amount = Math.min(paid, gross) - before;
  if (amount <= 0) return ALREADY;

  const today = warsawDate(tools.clock.now());
  const date = laterOf(earlierOf(order.payment.paid_date ?? today, today), post.issueDate);
  if (!(await begin({ before, amount }))) return NOT_RECORDED;
  const sent = await ifirma.registerPayment(identifier, { amount, date });
  const refused = sent.ok ? null : await afterPost(context, sent.problem, 'rule-payment-refused');
  return refused ?? compared(context, identifier, { before, amount });
};

const UNCLEAR = unclear('rule-payment-unclear');
const NOTHING = left('rule-payment-nothing');

function compared(
  { services, tools }: EffectContext,
  identifier: string,
  { before, amount }: Intent,
): Promise<EffectOutcome> {
  return lookAgain(
    tools.clock,
    async () => {
      const now = await services.ifirma.paid(identifier);
      return now.ok && now.value.paid === before + amount ? DONE : null;
    },
    UNCLEAR,
  );
}

function laterOf(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}
