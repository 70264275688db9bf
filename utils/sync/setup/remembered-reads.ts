/**
 * A panel's client that asks each question once in a while. The first steps show the same document again after each save, judged by what
 * was saved, and the panel takes sixty requests a minute: what it said is kept, what follows from it is worked out anew.
 */
import type { SellasistClient } from '../../sellasist/client';
import type { Clock } from '../clock';

type Reads = Pick<SellasistClient, 'order' | 'orders' | 'document' | 'documents'>;

export interface RememberedReads {
  /** `fresh`: what is known of this panel is forgotten first. */
  of(panel: string, client: SellasistClient, fresh: boolean): SellasistClient;
}

const KEPT_MS = 10 * 60_000;

export function rememberedReads(clock: Clock): RememberedReads {
  const panels = new Map<
    string,
    Map<string, { readonly at: number; readonly answer: Promise<{ readonly ok: boolean }> }>
  >();

  return {
    of(panel, client, fresh) {
      const known = (fresh ? undefined : panels.get(panel)) ?? new Map();
      panels.set(panel, known);

      function once<Asked extends unknown[], Answer extends { readonly ok: boolean }>(
        name: keyof Reads,
        ask: (...asked: Asked) => Promise<Answer>,
      ): (...asked: Asked) => Promise<Answer> {
        return (...asked) => {
          const about = `${name} ${JSON.stringify(asked)}`;
          const kept = known.get(about);
          if (kept !== undefined && Math.abs(clock.now() - kept.at) < KEPT_MS) return kept.answer as Promise<Answer>;
          const answer = ask(...asked);
          known.set(about, { at: clock.now(), answer });
          const forget = () => known.delete(about);
          // Only what was answered is worth keeping; a refusal may be over the next time.
          answer.then(({ ok }) => ok || forget(), forget);
          return answer;
        };
      }

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
