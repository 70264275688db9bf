/** From a parsed message about a month to what is done. */
import type { Message, MonthEndCommands, Reply } from '../../messages';
import type { MonthEnd } from './index';

export async function routeMonthEnd(
  monthEnd: MonthEnd,
  message: Message<keyof MonthEndCommands>,
): Promise<Reply<unknown>> {
  switch (message.type) {
    case 'month-end.panel':
      return monthEnd['month-end.panel'](message);
    case 'month-end.ifirma':
      return monthEnd['month-end.ifirma'](message);
    case 'month-end.ledger':
      return monthEnd['month-end.ledger'](message);
    case 'month-end.look':
      return monthEnd['month-end.look'](message);
    default:
      return message satisfies never;
  }
}
