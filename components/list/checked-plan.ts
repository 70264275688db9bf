/**
 * A plan against what its rows say. Ids of the old and the new module of documents overlap (sellasist-panel 5.2), so a row may be of another
 * document than the one that the API has under its id: what shows another number, or belongs to another order, is not sent from there.
 */
import type { BatchPlan } from '../../utils/messages';
import type { Picked } from './situation';

export interface CheckedPlan extends BatchPlan {
  /** Numbers that the panel's API has for rows which say something else; nothing of them is in `toSend`. */
  readonly contradicted: readonly string[];
}

export const checkedAgainst = (
  picked: readonly Picked[],
  rowShows: (documentId: string, number: string) => boolean,
  plan: BatchPlan,
): CheckedPlan => {
  const orders = new Map(picked.map(({ documentId, orderId }) => [documentId, orderId]));
  const numberOf = (key: string): string => plan.numbers[key] ?? key.slice(1);
  const contradicts = ({ key, orderId }: BatchPlan['toSend'][number]): boolean => {
    const id = key.slice(1);
    // What was found by its order was not picked by a number.
    if (!key.startsWith('d') || !orders.has(id)) return false;
    const shown = orders.get(id) ?? null;
    const number = plan.numbers[key] ?? '';
    return (shown !== null && orderId !== null && shown !== orderId) || (number.trim() !== '' && !rowShows(id, number));
  };
  const contradicted = plan.toSend.filter(contradicts);
  return {
    ...plan,
    toSend: plan.toSend.filter((document) => !contradicted.includes(document)),
    contradicted: contradicted.map(({ key }) => numberOf(key)),
  };
};
