import type { Language, OrderView } from '../../utils/messages';
import { LOCKED_TEXTS } from '../../utils/texts/locked';
import { ORDER_TEXTS } from '../../utils/texts/order';

/** Why nothing can be sent yet; null: it can. */
export const modeSentence = (language: Language, mode: OrderView['mode']): string | null => {
  const texts = ORDER_TEXTS[language];
  switch (mode) {
    case 'ready':
      return null;
    case 'setup':
      return texts.setup;
    case 'erplink':
      return texts.erplink;
    case 'read-only':
      return texts.readOnly;
    case 'locked':
      return LOCKED_TEXTS[language].text;
    default:
      return mode satisfies never;
  }
};
