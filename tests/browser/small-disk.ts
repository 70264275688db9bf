/**
 * A disk of its own for a browser's profile, small enough to be filled. Chromium's own ways to limit what an extension stores do not
 * reach one with `unlimitedStorage` (`Storage.overrideQuotaForOrigin` changes the estimate and refuses nothing), so it really is full.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  /** Not a byte fits any more. */
  fill(): void;
  free(): void;
  remove(): void;
}

/** A fresh profile takes a few megabytes. */
const SIZE = '200m';
const BLOCK = 1_000_000;

/** null: this machine mounts nothing for us. Linux does for root. */
export function makeSmallDisk(): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'mostek-disk-'));
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill() {
      const file = openSync(ballast, 'a');
      for (let size = BLOCK; size >= 1; ) {
        try {
          writeSync(file, Buffer.alloc(size));
        } catch {
          size = Math.floor(size / 4);
        }
      }
      closeSync(file);
    },
    free: () => rmSync(ballast),
    remove() {
      execFileSync('/bin/umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}
