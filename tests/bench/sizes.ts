/** What is downloaded, and what a page loads. kB is 1000 bytes; gzip as Node does it by default. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUILD } from '../browser/launch.ts';
import type { Figure } from './figure.ts';

const SCRIPTS = [
  { what: 'sentinel, on every page of the panel', file: 'content-scripts/panel.js', aim: 4 },
  { what: 'controls of the order card', file: 'content-scripts/order.js', aim: 60 },
  { what: 'controls of the lists', file: 'content-scripts/list.js', aim: 60 },
  { what: 'English of the controls, where it is chosen', file: 'content-scripts/english.js', aim: null },
  { what: 'background', file: 'background.js', aim: null },
] as const;

const PAGES = ['options', 'popup'] as const;

export function sizes(): Figure[] {
  return [
    ...SCRIPTS.flatMap(({ what, file, aim }) => pair(what, [file], aim)),
    ...PAGES.flatMap((page) => pair(`${page}: the page and all it loads`, filesOf(page), null)),
    { what: 'zip for the store', unit: 'kB', samples: [statSync(zipFile()).size / 1000], aim: null },
  ];
}

function pair(what: string, files: readonly string[], aim: number | null): Figure[] {
  const contents = files.map((file) => readFileSync(join(BUILD, file)));
  const sum = (bytes: readonly number[]): number[] => [bytes.reduce((all, one) => all + one, 0) / 1000];
  return [
    { what: `${what}, raw`, unit: 'kB', samples: sum(contents.map(({ length }) => length)), aim: null },
    { what: `${what}, gzip`, unit: 'kB', samples: sum(contents.map((content) => gzipSync(content).length)), aim },
  ];
}

function filesOf(page: string): string[] {
  const html = readFileSync(join(BUILD, `${page}.html`), 'utf8');
  const loaded = [...html.matchAll(/(?:src|href)="\/((?:chunks|assets)\/[^"]+)"/g)].flatMap(([, file]) => file ?? []);
  if (loaded.length === 0) throw new Error(`${page}.html loads nothing`);
  return [`${page}.html`, ...new Set(loaded)];
}

function zipFile(): string {
  const folder = dirname(BUILD);
  const { version } = JSON.parse(readFileSync(join(BUILD, 'manifest.json'), 'utf8')) as { version: string };
  const name = readdirSync(folder).find((file) => file.endsWith(`-${version}-chrome.zip`));
  if (name === undefined) throw new Error(`no zip of ${version} in ${folder}`);
  return join(folder, name);
}
