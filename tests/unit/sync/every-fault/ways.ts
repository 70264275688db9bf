/** The ways that a document goes, each from a world of its own. Between them they make every request that Mostek makes for one. */
import type { DocumentKey } from '../../../../utils/invoice/document.ts';
import type { TransferState } from '../../../../utils/invoice/transfer.ts';
import { POST } from '../troubles.ts';
import { createWorld, MINUTE, type World } from '../world.ts';
import type { Place } from './requests.ts';

export interface Walk {
  readonly world: World;
  readonly orderId: string;
  readonly key: DocumentKey;
}

export interface Way {
  readonly name: string;
  /** Where it leads when nothing else goes wrong. */
  readonly goal: TransferState;
  /** A world in which it begins with the next press of the send button. */
  begin(): Promise<Walk>;
  /**
   * Which faults are tried there: every one of them, or one of each meaning, where another way has the same place and tries them
   * all; none where nothing differs from that way at all.
   */
  tries(place: Place): 'every' | 'meanings' | 'none';
  /** Whether the order says what it is to say, once the document stands as `state`. */
  isSaid?(walk: Walk, state: TransferState): boolean;
}

const STATE_FIELD = { stateFieldId: '13', errorStatusId: '9' } as const;

const DOCUMENT: Way = {
  name: 'a document',
  goal: 'done',
  begin: async () => ({ world: await createWorld(), orderId: '1001', key: 'd77' }),
  tries: () => 'every',
};

const ORDER: Way = {
  name: 'an order without a document',
  goal: 'done',
  async begin() {
    const world = await createWorld();
    // Where a second write would leave a second file.
    world.panel.switches.fileMode = 'append';
    const { id } = world.panel.addOrder();
    return { world, orderId: id, key: `o${id}` };
  },
  tries: (place) => (['check.documents', 'check.log', 'check.stranger'].includes(place) ? 'every' : 'meanings'),
};

const CLAIMED: Way = {
  name: 'a document that is marked in its state field',
  goal: 'done',
  begin: async () => ({ world: await createWorld({ settings: STATE_FIELD }), orderId: '1001', key: 'd77' }),
  tries(place) {
    if (place.startsWith('card.')) return 'none';
    return place.startsWith('claim.') ? 'every' : 'meanings';
  },
  isSaid: saysState,
};

/** The buyer has an invoice already, and iFirma's list lags behind by a minute: single invoices are read. */
const READ_ONE_BY_ONE: Way = {
  name: 'a document whose invoices are read one by one',
  goal: 'done',
  async begin() {
    const world = await createWorld();
    byHand(world);
    world.clock.advance(10 * MINUTE);
    world.ifirma.turn({ listLag: { ms: MINUTE } });
    return { world, orderId: '1001', key: 'd77' };
  },
  tries(place) {
    if (place === 'look-up.detail' || place === 'number.detail') return 'every';
    return place === 'look-up.list' || place === 'number.list' ? 'meanings' : 'none';
  },
};

/** The answer to the POST was lost, and the invoice is looked for. */
const LOST_ANSWER: Way = {
  name: 'a document whose answer was lost',
  goal: 'done',
  async begin() {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
    return { world, orderId: '1001', key: 'd77' };
  },
  tries: (place) => (place.startsWith('search.') ? 'every' : 'none'),
};

/** The POST never arrived, and absence is proven. */
const LOST_POST: Way = {
  name: 'a document that never arrived',
  goal: 'uncertain',
  async begin() {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
    return { world, orderId: '1001', key: 'd77' };
  },
  tries: (place) => (place.startsWith('search.') ? 'meanings' : 'none'),
};

/** iFirma says no, and the order is to say so, too. */
const REFUSED: Way = {
  name: 'a document that iFirma refuses',
  goal: 'failed',
  async begin() {
    const world = await createWorld({ settings: STATE_FIELD });
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    return { world, orderId: '1001', key: 'd77' };
  },
  tries: (place) => (place.startsWith('after.') ? 'every' : 'none'),
  isSaid: (walk, state) => saysState(walk, state) && orderOf(walk)?.statusId === STATE_FIELD.errorStatusId,
};

export const WAYS = { DOCUMENT, ORDER, CLAIMED, READ_ONE_BY_ONE, LOST_ANSWER, LOST_POST, REFUSED } as const;

function orderOf({ world, orderId }: Walk) {
  return world.panel.orders.get(orderId);
}

/** What stands there is the end of the story, and not what was said in the middle of it. */
function saysState(walk: Walk, state: TransferState): boolean {
  return orderOf(walk)?.texts.get(STATE_FIELD.stateFieldId)?.includes(`[mostek ${state} ${walk.key} `) ?? false;
}

/** An invoice of the same buyer that has nothing to do with any order. */
function byHand({ ifirma }: World): void {
  ifirma.issueByHand('fakturakraj', {
    Zaplacono: 0,
    ZaplaconoNaDokumencie: 0,
    LiczOd: 'BRT',
    DataWystawienia: '2026-11-20',
    DataSprzedazy: '2026-11-20',
    FormatDatySprzedazy: 'DZN',
    SposobZaplaty: 'PRZ',
    RodzajPodpisuOdbiorcy: 'BWO',
    Uwagi: 'Dziękujemy.',
    WidocznyNumerGios: false,
    WidocznyNumerBdo: false,
    Numer: null,
    Pozycje: [
      { StawkaVat: 0.23, TypStawkiVat: 'PRC', Ilosc: 1, CenaJednostkowa: 12.3, NazwaPelna: 'X', Jednostka: 'szt.' },
    ],
    Kontrahent: { Nazwa: 'Testowa Sp. z o.o.', KodPocztowy: '00-001', Miejscowosc: 'Warszawa', NIP: '1111111111' },
  });
}
