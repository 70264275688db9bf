/** The ways in which the database goes away in the middle of the work, and comes back with everything that was in it. */
import type { Page } from '@playwright/test';
import { raiseVersion, rebuildDatabase, releaseDatabase } from '../../browser/database.ts';
import { NEWEST_VERSION, shapeOfVersion } from '../../browser/database-shape.ts';
import type { SmallDisk } from '../../browser/small-disk.ts';

export interface Outage {
  readonly name: string;
  begin(): Promise<void>;
  end(): Promise<void>;
}

/** @param disk that the profile lies on; null: it cannot be filled. */
export function outages(bare: Page, disk: SmallDisk | null): readonly [Outage, ...Outage[]] {
  const newer: Outage = {
    name: 'of a newer version',
    begin: async () => void (await raiseVersion(bare)),
    end: () => rebuildDatabase(bare, { version: NEWEST_VERSION, shape: null, hold: false }),
  };
  const held: Outage = {
    name: 'held open by an older version',
    async begin() {
      // First out of everybody's reach, or what is written while it is rebuilt would be gone.
      await raiseVersion(bare);
      const version = NEWEST_VERSION - 1;
      await rebuildDatabase(bare, { version, shape: await shapeOfVersion(version), hold: true });
    },
    end: () => releaseDatabase(bare),
  };
  if (disk === null) return [newer, held];
  const full: Outage = {
    name: 'on a full disk',
    begin: async () => disk.fill(),
    end: async () => disk.free(),
  };
  return [newer, full, held];
}
