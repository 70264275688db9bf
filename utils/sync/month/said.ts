import type { IfirmaClient } from '../../ifirma/client';
import type { Answer } from '../../ifirma/problem';
import type { YearMonth } from '../../invoice/accounting-month';

/** Which accounting month iFirma says it is. */
export async function monthSaid({ month }: Pick<IfirmaClient, 'month'>): Promise<Answer<YearMonth>> {
  const answer = await month();
  if (!answer.ok) return answer;
  const said = `${answer.value.year}-${answer.value.month.padStart(2, '0')}`;
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(said)
    ? { ok: true, value: said }
    : { ok: false, problem: { kind: 'no-kod' } };
}
