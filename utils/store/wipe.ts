import type { Connection } from './connection';
import { type Written, write } from './write';

export function wipe(connection: Connection): Promise<Written> {
  const tables = ['accounts', 'vault', 'transfers', 'log', 'facts', 'documents'] as const;
  return write(connection, [...tables], 'strict', async (transaction) => {
    for (const table of tables) await transaction.objectStore(table).clear();
    return { ok: true };
  });
}
