import type { Message, Reply } from '../../messages';

export type RulesMessage = Extract<Message, { type: `rules.${string}` }>;
type Asked<T extends RulesMessage['type']> = Extract<RulesMessage, { type: T }>;

/** What a person asks of `Automatyzacje`. */
export interface RuleOrders {
  attention(): Promise<Reply<number>>;
  get(panel: string): Promise<Reply<unknown>>;
  save(asked: Asked<'rules.save'>): Promise<Reply<unknown>>;
  try(asked: Asked<'rules.try'>): Promise<Reply<unknown>>;
  runs(asked: Asked<'rules.runs'>): Promise<Reply<unknown>>;
  again(asked: Asked<'rules.again'>): Promise<Reply<null>>;
  drop(asked: Asked<'rules.drop'>): Promise<Reply<null>>;
}

export function routeRules(orders: RuleOrders, message: RulesMessage): Promise<Reply<unknown>> {
  switch (message.type) {
    case 'rules.attention':
      return orders.attention();
    case 'rules.get':
      return orders.get(message.panel);
    case 'rules.save':
      return orders.save(message);
    case 'rules.try':
      return orders.try(message);
    case 'rules.runs':
      return orders.runs(message);
    case 'rules.again':
      return orders.again(message);
    case 'rules.drop':
      return orders.drop(message);
    default:
      return message satisfies never;
  }
}
