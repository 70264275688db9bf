/** This computer, as the state field of an order names it to people and to other computers. */
import { fact } from '../store/facts';
import type { Store } from '../store/open';
import type { Written } from '../store/write';

export interface Computer {
  /** Made up once for this browser's profile; other computers tell it by this. */
  readonly id: string;
  /** For people. */
  readonly name: string;
}

export interface Computers {
  own(): Promise<Computer>;
  /** Nothing but blanks gives it back the name it was born with. */
  rename(name: string): Promise<Written>;
}

const COMPUTER = fact<Computer>('computer', 1);
/** Letters and digits that nobody mixes up. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const ID_LENGTH = 6;

export function createComputers(store: Pick<Store, 'facts'>, crypto: Crypto): Computers {
  let known: Promise<Computer> | null = null;

  async function read(): Promise<Computer> {
    const stored = await store.facts.get(COMPUTER);
    if (stored !== null) return stored;
    const id = randomText(crypto, ID_LENGTH);
    const computer: Computer = { id, name: nameOf(id) };
    // One that could not be stored would be another computer after the next start, and meet its own claims as a stranger's.
    if (!(await store.facts.set(COMPUTER, computer, 'strict')).ok)
      throw new DOMException('computer: not stored', 'QuotaExceededError');
    return computer;
  }

  async function own(): Promise<Computer> {
    known ??= read();
    try {
      return await known;
    } catch (error) {
      known = null;
      throw error;
    }
  }

  return {
    own,
    async rename(name) {
      const { id } = await own();
      const computer: Computer = { id, name: name.trim() || nameOf(id) };
      const written = await store.facts.set(COMPUTER, computer, 'strict');
      if (written.ok) known = Promise.resolve(computer);
      return written;
    },
  };
}

function nameOf(id: string): string {
  return `Komputer ${id}`;
}

/** As many of the letters; good enough to tell apart what a few computers write. */
export function randomText(crypto: Crypto, length: number): string {
  return [...crypto.getRandomValues(new Uint8Array(length))].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}
