/** Once KSeF has given its number: it is written into the order, and the PDF, which shows it, is fetched anew. */
import type { Reason } from '../../../invoice/finding';
import type { KsefAftermath } from '../../../invoice/ksef';
import type { EffectOutcome } from '../effect';
import type { KsefContext } from './context';
import { replacePdf } from './pdf';
import { writeNumber } from './write-number';

/** What became of one of the two. Neither touches what KSeF has. */
export type Written =
  | { readonly kind: 'done'; readonly attachedAs?: string }
  | { readonly kind: 'later'; readonly reason: Reason; readonly afterMs: number | null }
  /** It will not happen. */
  | { readonly kind: 'left'; readonly reason: Reason };

/** With their pauses some hours. */
const MOST_TRIES = 12;
const PAUSE_MS = 300_000;

const WRITE: Readonly<Record<KsefAftermath, (context: KsefContext) => Promise<Written>>> = {
  field: writeNumber,
  pdf: replacePdf,
};

export async function afterwards(context: KsefContext): Promise<EffectOutcome> {
  const { sending, transfer, tools } = context;
  const { left = [], ...rest } = sending;
  const [first, ...others] = left;
  if (first === undefined) return { kind: 'done' };
  const written = await WRITE[first](context);
  const tries = (transfer.effects?.ksef?.tries ?? 0) + 1;
  if (written.kind === 'later' && tries <= MOST_TRIES) {
    const at = tools.clock.now() + Math.max(written.afterMs ?? 0, tries * PAUSE_MS);
    return { kind: 'again', patch: { ksef: sending }, at, tries, reason: written.reason };
  }
  const ksef = {
    ...rest,
    ...(others.length === 0 ? {} : { left: others }),
    reason: written.kind === 'done' ? rest.reason : written.reason,
  };
  const patch = {
    ksef,
    ...(written.kind === 'done' && written.attachedAs !== undefined ? { attachedAs: written.attachedAs } : {}),
  };
  return others.length === 0 ? { kind: 'found', patch } : { kind: 'again', patch, at: tools.clock.now() };
}
