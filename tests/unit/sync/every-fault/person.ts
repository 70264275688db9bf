/** What a person does who reads what the card says, and what time does meanwhile. */
import type { DocumentView } from '../../../../utils/messages/index.ts';
import { transferView } from '../../../../utils/sync/document-view.ts';
import { honestView } from '../honesty.ts';
import { DAY, MINUTE, VIEW, type World } from '../world.ts';
import type { Walk } from './ways.ts';

/** `send`: whichever button sends it. `test`: „Sprawdź połączenie” in the options. `attach`: „Zapisz PDF w zamówieniu”. */
export type Press = 'send' | 'attach' | 'check' | 'test';

/** null: the command was refused, and the document stands where it stood. */
export async function press({ world, orderId, key }: Walk, what: Press) {
  switch (what) {
    case 'send':
      return world.ask<'send'>({ type: 'send', orderId, key, confirm: [] });
    case 'attach':
      return world.ask<'attach'>({ type: 'attach', orderId, key });
    case 'check':
      return world.ask<'check'>({ type: 'check', orderId, key });
    case 'test': {
      const reply = await world.ask<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
      await world.idle();
      return reply;
    }
    default:
      return what satisfies never;
  }
}

/** Whether the card has the button. The one that tests the account is in the options, and always there. */
export function isOffered(view: DocumentView | null, what: Press): boolean {
  if (what === 'test' || view === null) return true;
  const names: readonly string[] = what === 'send' ? ['send', 'issue', 'resend'] : [what];
  return view.actions.some((action) => names.includes(action));
}

/** What the card would show, from the ledger alone: no request is made. null: nothing is known of the document. */
export async function shown({ world, key }: Walk): Promise<DocumentView | null> {
  const stored = await world.store.transfers.get('demo', key);
  if (stored === null) return null;
  const view = transferView(stored);
  if (world.honest) honestView(view, world.ifirma.booked(), world.clock.now());
  return view;
}

/** How many files lie in the order's field, and how many of them can be opened. */
export function filesOf({ world, orderId }: Walk): { readonly all: number; readonly whole: number } {
  const files = world.panel.files(orderId, '12');
  return { all: files.length, whole: files.filter(({ bytes }) => bytes.toString('latin1').startsWith('%PDF')).length };
}

/** Longer than everything that goes on by itself waits, but for a limit's own time. */
const AWAKE_MS = 25 * MINUTE;

/** A day, of which the computer sleeps most: it wakes at the end, and what is due is done. */
export async function sleepOver(world: World): Promise<void> {
  await world.pass(AWAKE_MS);
  world.clock.freeze(world.clock.now() + DAY - 2 * AWAKE_MS);
  await world.pass(AWAKE_MS);
}
