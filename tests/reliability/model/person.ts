/** A person presses what a card offers, also on a card that is no longer true. */
import type { DocumentView, Message } from '../../../utils/messages/index.ts';
import { bookedFor, PANEL, VIEW } from '../../unit/sync/world.ts';
import type { Press } from './action.ts';
import { orderIdOf } from './shop.ts';
import type { Stage } from './stage.ts';

export async function look(stage: Stage, orderId: string): Promise<readonly DocumentView[]> {
  const reply = await stage.ask<'state'>({ type: 'state', orderId, key: null, fresh: false }, PANEL);
  if (reply?.ok) stage.cards.set(orderId, reply.value.documents);
  return stage.cards.get(orderId) ?? [];
}

/** Returns what was pressed, for people; null: the card did not offer it. */
export async function press(stage: Stage, wanted: Press): Promise<string | null> {
  const orderId = orderIdOf(wanted.sale);
  const shown = await shownTo(stage, wanted, orderId);
  const document = shown[wanted.document % Math.max(1, shown.length)];
  if (document === undefined) return null;
  const message = messageFor(stage, wanted, document);
  if (message === null) return null;
  if (wanted.hold !== null) stage.holdAt(wanted.hold);
  const speaker = message.type.endsWith('.row') ? VIEW : PANEL;
  const asked = Array.from({ length: wanted.times }, () => stage.ask(message, speaker, wanted.turns));
  await Promise.all(asked);
  if (!stage.isHeld()) await stage.letGo();
  return `${message.type} ${document.key}, shown as ${document.state}`;
}

async function shownTo(stage: Stage, { card, from }: Press, orderId: string): Promise<readonly DocumentView[]> {
  if (from === 'popup') {
    const reply = await stage.ask<'errors'>({ type: 'errors', before: null }, VIEW);
    return reply?.ok ? reply.value.rows.filter((row) => row.orderId === orderId) : [];
  }
  const old = card === 'old' ? stage.cards.get(orderId) : undefined;
  return old ?? look(stage, orderId);
}

function messageFor(stage: Stage, { button, confirm, typed, from }: Press, document: DocumentView): Message | null {
  const { key, panel, orderId, actions } = document;
  if (orderId === null) return null;
  const ref = { orderId, key };
  switch (button) {
    case 'send': {
      if (!actions.some((action) => action === 'send' || action === 'issue' || action === 'resend')) return null;
      const evidence = confirm ? document.findings.flatMap((finding) => finding.evidence ?? []) : [];
      const said = stage.overruled.get(orderId) ?? new Set();
      stage.overruled.set(orderId, new Set([...said, ...evidence.map((each) => `${key} ${each}`)]));
      return from === 'popup'
        ? { type: 'send.row', panel, key, confirm: evidence }
        : { type: 'send', ...ref, confirm: evidence };
    }
    case 'link':
      if (!actions.includes('link')) return null;
      stage.linked.add(key);
      return { type: 'link', ...ref, number: numberToType(stage, typed, orderId) };
    case 'skip':
      if (!actions.includes('skip')) return null;
      return from === 'popup'
        ? { type: 'skip.row', panel, key, why: 'nie trzeba' }
        : { type: 'skip', ...ref, why: 'nie trzeba' };
    case 'attach':
      if (!actions.includes('attach')) return null;
      stage.attached.add(key);
      return { type: 'attach', ...ref };
    case 'check':
    case 'pdf':
    case 'preview':
      return actions.includes(button) ? { type: button, ...ref } : null;
    default:
      return button satisfies never;
  }
}

function numberToType({ world }: Stage, typed: Press['typed'], orderId: string): string {
  const own = bookedFor(world, orderId).at(-1);
  const other = world.ifirma.booked().find((invoice) => !bookedFor(world, orderId).includes(invoice));
  if (typed === 'nonsense') return '7/7/1999';
  return (typed === 'right' ? (own ?? other) : other)?.number ?? '1/11/2026';
}
