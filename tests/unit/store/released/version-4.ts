/** A database as version 4 wrote it. Frozen like those before it, of which it has kept the rows. */
import { writeVersion3 } from './version-3.ts';

export { ROWS } from './version-3.ts';

export async function writeVersion4(name: string): Promise<void> {
  await writeVersion3(name);
  const request = indexedDB.open(name, 4);
  request.onupgradeneeded = () => {
    request.transaction?.objectStore('transfers').createIndex('effectAt', 'effectAt');
  };
  await new Promise<void>((resolve, reject) => {
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
}
