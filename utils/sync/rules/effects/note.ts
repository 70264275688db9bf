/**
 * Effect `note`: an internal note of the order. A second one would be a second note, so its intent is stored first, and a request whose end is
 * not known is looked for among the notes, and never repeated by itself.
 */
import { isUnclearWrite } from '../../steps/unclear-write';
import type { EffectContext, EffectOutcome } from './effect';
import { invoiceNow } from './issued';
import { lookAgain } from './look-again';
import { orderOf } from './order-of';
import { ALREADY, afterSellasist, DONE, NOT_RECORDED, type Runs, unclear, waits } from './outcomes';
import { isSameText } from './same-text';
import { awaitsKsef, textOf } from './text-of';

export const note: Runs<'note'> = async (context, begin, { text: template }) => {
  const { own, run, services } = context;
  const invoice = await invoiceNow(context);
  const { sellasist } = services;
  const isBegun = own.standing === 'begun';
  if (!isBegun && awaitsKsef(template, context, invoice)) return waits('rule-awaits-ksef');
  const read = await orderOf(context);
  if (!read.ok) return isBegun ? UNCLEAR : read.outcome;
  const { order } = read;
  const text = textOf(template, { run }, order, invoice);
  if (isBegun) return lookFor(context, order.id, text);
  const before = await sellasist.notes(order.id);
  if (!before.ok) return afterSellasist(before.problem);
  // One without a text is none.
  if (text === '' || before.value.some((each) => isSameText(each, text))) return ALREADY;
  if (!(await begin())) return NOT_RECORDED;
  const added = await sellasist.addNote(order.id, text);
  if (added.ok) return added.value.isSaid ? DONE : lookFor(context, order.id, text);
  return isUnclearWrite(added.problem) ? lookFor(context, order.id, text) : afterSellasist(added.problem);
};

const UNCLEAR = unclear('rule-note-unclear');

/** What is not there may still come, so its absence is no reason to write it again. */
function lookFor({ services, tools }: EffectContext, orderId: string, text: string): Promise<EffectOutcome> {
  return lookAgain(
    tools.clock,
    async () => {
      const notes = await services.sellasist.notes(orderId);
      return notes.ok && notes.value.some((each) => isSameText(each, text)) ? DONE : null;
    },
    UNCLEAR,
  );
}
