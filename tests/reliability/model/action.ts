/** What may happen in a walk. Plain values, so that a walk can be shortened, printed and walked again. */
import type { FaultMatch } from '../../sim/faults.ts';
import type { FileMode } from '../../sim/sellasist/index.ts';
import type { Trouble } from '../../unit/sync/network.ts';
import { SALES } from './shop.ts';

/** Which of the buttons that a card offers; `send` stands for the one that sends. */
export type Button = 'send' | 'check' | 'link' | 'skip' | 'attach' | 'pdf' | 'preview';

/** Whose number is typed at `Powiąż z iFirma`. */
export type Typed = 'right' | 'of another' | 'nonsense';

export interface Press {
  readonly do: 'press';
  readonly sale: number;
  /** Which document of the card, modulo their number. */
  readonly document: number;
  readonly button: Button;
  /** The person says "do it all the same" to every finding that the card asks about. */
  readonly confirm: boolean;
  readonly typed: Typed;
  readonly times: 1 | 2;
  /** `old`: a card as it was shown some moments ago. */
  readonly card: 'now' | 'old';
  readonly from: 'card' | 'popup';
  /** How many turns of the event loop the person waits for the answer; null: until it comes. */
  readonly turns: number | null;
  /** The worker stands still there until it is let go or killed; null: it does not. */
  readonly hold: string | null;
}

export type Action =
  | Press
  | { readonly do: 'many'; readonly sales: readonly number[] }
  | { readonly do: 'die'; readonly gates: number }
  | { readonly do: 'kill' | 'let go' | 'restart' | 'restart browser' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'set clock'; readonly ms: number }
  | {
      readonly do: 'fault';
      readonly at: string;
      readonly match: Match;
      readonly trouble: Trouble;
      readonly name: string;
      readonly times: number;
    }
  | { readonly do: 'mend' }
  | { readonly do: 'list lags'; readonly ms: number }
  | { readonly do: 'number lags'; readonly ms: number; readonly shows: 'missing' | 'digits' }
  | { readonly do: 'disk'; readonly room: number }
  | {
      readonly do: 'document appears' | 'price changes' | 'buyer changes' | 'postcode comes' | 'booked by hand';
      readonly sale: number;
    }
  | { readonly do: 'booked elsewhere'; readonly sale: number }
  | { readonly do: 'test' | 'lock' | 'unlock' }
  | { readonly do: 'erplink'; readonly on: boolean };

export type Match = FaultMatch & { readonly host: string };

export interface Walk {
  /** What becomes of a file in the panel. */
  readonly fileMode: FileMode;
  readonly actions: readonly Action[];
}

export function told(action: Action): string {
  switch (action.do) {
    case 'press': {
      const { button, sale, document, confirm, typed, times, card, from, turns, hold } = action;
      const parts = [
        `press ${button}${button === 'link' ? ` (${typed})` : ''} on ${saleNamed(sale)}, document ${document}`,
        ...(confirm ? ['confirming what is asked'] : []),
        ...(times === 2 ? ['twice'] : []),
        ...(card === 'old' ? ['on the card as it was'] : []),
        ...(from === 'popup' ? ['in the popup'] : []),
        ...(turns === null ? [] : [`waiting ${turns} turns`]),
        ...(hold === null ? [] : [`held at "${hold}"`]),
      ];
      return parts.join(', ');
    }
    case 'many':
      return `send many: ${action.sales.join(', ')}`;
    case 'die':
      return `the worker dies ${action.gates} gates on`;
    case 'wait':
      return `${spanNamed(action.ms)} pass`;
    case 'set clock':
      return `the clock is set ${action.ms < 0 ? 'back' : 'forward'} by ${spanNamed(Math.abs(action.ms))}`;
    case 'fault':
      return `${action.at}: ${action.name}, ${action.times} times`;
    case 'list lags':
      return `the list lags by ${spanNamed(action.ms)}`;
    case 'number lags':
      return `the number is ${action.shows} for ${spanNamed(action.ms)}`;
    case 'disk':
      return `${Number.isFinite(action.room) ? action.room : 'all'} writes fit on the disk`;
    case 'erplink':
      return `Erplink is ${action.on ? 'on' : 'off'}`;
    case 'document appears':
    case 'price changes':
    case 'buyer changes':
    case 'postcode comes':
    case 'booked by hand':
    case 'booked elsewhere':
      return `${action.do}: ${saleNamed(action.sale)}`;
    case 'kill':
    case 'let go':
    case 'restart':
    case 'restart browser':
    case 'mend':
    case 'test':
    case 'lock':
    case 'unlock':
      return action.do;
    default:
      return action satisfies never;
  }
}

function saleNamed(sale: number): string {
  return `sale ${sale} (${SALES[sale]})`;
}

function spanNamed(ms: number): string {
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${ms / 1000} s`;
  return ms < 3_600_000 ? `${ms / 60_000} min` : `${ms / 3_600_000} h`;
}
