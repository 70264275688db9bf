/**
 * Effect `ksef`: a booked document is handed over for KSeF once, then looked at until KSeF has said what it makes of it (ifirma-api 6.3).
 *
 *   wanted ──look──▶ sending ═POST═▶ sent ──looks──▶ accepted ──▶ its number into the order, the PDF anew
 *     │ ▲               │             │ ├──▶ rejected ─┐
 *     │ └──not yet──────┤             │ ├──▶ silent    │  a person
 *     ▼                 └──▶ refused  │ └──▶ unclear ──┴──▶ wanted
 *   held ──a person──▶ wanted         └ somebody else had sent it
 *
 * What has gone to KSeF can be neither edited nor deleted. So the intent is stored before the request, and a request whose end is not
 * known is looked at, and never repeated by itself: `sending` in a record that nobody works on is such a one.
 */
import type { StepContext } from '../../context';
import type { EffectOutcome, WriteAhead } from '../effect';
import { afterwards } from './aftermath';
import { look } from './look';
import { send } from './send';

/** While there may be two invoices of it, nothing goes out; a person decides, and that is asked for so often. */
const DOUBLE_MS = 600_000;

export async function ksef(context: StepContext, write: WriteAhead): Promise<EffectOutcome> {
  const { transfer, tools } = context;
  const sending = transfer.ksef ?? null;
  if (sending === null || transfer.identifier === null) return { kind: 'done' };
  const asked = { ...context, identifier: transfer.identifier, sending };
  switch (sending.standing) {
    case 'wanted':
      return transfer.reason?.code === 'double-found'
        ? { kind: 'again', patch: {}, at: tools.clock.now() + DOUBLE_MS }
        : send(asked, write);
    case 'held':
      return { kind: 'done' };
    case 'sending':
      // A worker died on the way, so nobody knows whether it arrived.
      return look({ ...asked, sending: { ...sending, standing: 'sent', unclear: true, beganAt: tools.clock.now() } });
    case 'sent':
    case 'unclear':
    case 'rejected':
    case 'refused':
    case 'silent':
      return look(asked);
    case 'accepted':
      return afterwards(asked);
    default:
      return sending.standing satisfies never;
  }
}
