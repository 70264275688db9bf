/** What a row says against what the panel's API says of the same id (sellasist-panel 5.2). */
import { describe, expect, test } from 'vitest';
import { checkedAgainst } from '../../../../components/list/checked-plan.ts';
import { planOf } from './list-page.ts';

const plan = planOf(0, {
  toSend: [
    { orderId: '1001', key: 'd77' },
    { orderId: '1004', key: 'd78' },
  ],
  numbers: { d77: 'FV/12/11/2026', d78: 'FV/13/11/2026' },
});
const rows = (orderOf77: string | null) => [
  { orderId: orderOf77, documentId: '77' },
  { orderId: '1004', documentId: '78' },
];
const shows = (documentId: string, number: string): boolean =>
  ({ 77: 'FV/12/11/2026', 78: 'FV/13/11/2026' })[documentId] === number;
const keys = (checked: ReturnType<typeof checkedAgainst>) => checked.toSend.map(({ key }) => key);

describe('a plan of rows', () => {
  test('that show the numbers which the API has stays as it is', () => {
    expect(checkedAgainst(rows('1001'), shows, plan)).toEqual({ ...plan, contradicted: [] });
    expect(keys(checkedAgainst(rows(null), shows, plan))).toEqual(['d77', 'd78']);
  });

  test('loses what shows another number, and names the one that would have been sent', () => {
    const checked = checkedAgainst(rows('1001'), (id) => id !== '77', plan);
    expect(keys(checked)).toEqual(['d78']);
    expect(checked.contradicted).toEqual(['FV/12/11/2026']);
  });

  test('loses what belongs to another order than its row says', () => {
    const checked = checkedAgainst(rows('1002'), shows, plan);
    expect(keys(checked)).toEqual(['d78']);
    expect(checked.contradicted).toEqual(['FV/12/11/2026']);
  });

  test('keeps what has no number yet, or was picked by its order', () => {
    const unnumbered = { ...plan, numbers: { d77: ' ' } };
    expect(keys(checkedAgainst(rows('1001'), () => false, unnumbered))).toEqual(['d77', 'd78']);
    const byOrder = [{ orderId: '1001', documentId: null }];
    expect(keys(checkedAgainst(byOrder, () => false, plan))).toEqual(['d77', 'd78']);
  });
});
