/**
 * A panel's client that asks each question once in a while. The first steps show the same document again after each save, judged by what
 * was saved, and the panel takes sixty requests a minute.
 */
import type { SellasistClient } from '../../sellasist/client';
import type { Clock } from '../clock';
import { remembered } from '../remembered';

export interface RememberedReads {
  /** `fresh`: what is known of this panel is forgotten first. */
  of(panel: string, client: SellasistClient, fresh: boolean): SellasistClient;
}

const KEPT_MS = 10 * 60_000;

export function rememberedReads(clock: Clock): RememberedReads {
  const answers = remembered(clock, KEPT_MS);

  return {
    of(panel, client, fresh) {
      if (fresh) answers.forget(panel);
      const once = answers.of(panel);
      return {
        ...client,
        order: once('order', client.order),
        orders: once('orders', client.orders),
        document: once('document', client.document),
        documents: once('documents', client.documents),
      };
    },
  };
}
