import type { Connection } from './connection';
import { type Full, type Written, write } from './write';

export type ConnectionWiped = { readonly ok: true; readonly next: Connection } | Full;

/**
 * Empties every table, and ends the connection: whoever began something before, and would store the rest of it now, stores
 * nothing any more. A disk that takes no write leaves both as they were.
 */
export async function wipe(connection: Connection): Promise<ConnectionWiped> {
  const tables = ['accounts', 'vault', 'transfers', 'log', 'facts', 'documents', 'batches', 'runs'] as const;
  const { next, undo } = connection.end();
  try {
    const written = await write(next, [...tables], 'strict', async (transaction): Promise<Written> => {
      for (const table of tables) await transaction.objectStore(table).clear();
      return { ok: true };
    });
    if (written.ok) return { ok: true, next };
    undo();
    return written;
  } catch (error) {
    undo();
    throw error;
  }
}
