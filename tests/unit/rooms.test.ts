import { describe, expect, it } from 'vitest';
import { RULES, reachOf } from './rooms/rules.ts';
import { parse, repository, type Sources } from './rooms/source.ts';

/** design: rooms – who may import whom. A rule that is broken says what to do instead. */

const sources = repository();

function broken(ruleName: string, among: Sources): readonly string[] {
  const rule = RULES.find(({ name }) => name === ruleName);
  if (rule === undefined) throw new Error(`no rule is called ${ruleName}`);
  return rule.offences(among).map(({ path, line, what }) => `${path}:${line} ${what}. ${rule.instead}`);
}

/** The repository with files added or put in the place of others. */
function withFiles(files: Readonly<Record<string, string>>): Sources {
  const changed = new Map(sources);
  for (const [path, text] of Object.entries(files)) changed.set(path, parse(path, text));
  return changed;
}

describe('the rooms', () => {
  it('were found, and the ways between them', () => {
    for (const path of ['entrypoints/background.ts', 'entrypoints/panel.content.ts', 'utils/messages/judge.ts'])
      expect([...sources.keys()]).toContain(path);
    const background = sources.get('entrypoints/background.ts');
    expect(background && [...reachOf(sources, background).keys()].map(({ path }) => path)).toEqual(
      expect.arrayContaining(['utils/sync/mostek.ts', 'utils/store/open.ts', 'utils/ifirma/client.ts']),
    );
  });

  it.each(RULES.map(({ name }) => name))('keep the rule: %s', (name) => {
    expect(broken(name, sources)).toEqual([]);
  });
});

type Sample = readonly [rule: string, path: string, text: string];

const BREAKING: readonly Sample[] = [
  ['views', 'components/x.ts', "import { check } from '../utils/invoice/check';"],
  ['views', 'components/x.ts', "import { type Finding } from '../utils/invoice/finding';"],
  ['views', 'components/x.ts', "import type { Store } from '../utils/store/open';"],
  ['views', 'components/x.ts', "import { parseMessage } from '../utils/messages/schemas';"],
  ['views', 'components/x.ts', "import { fetchTransport } from '../utils/http/fetch-transport';"],
  ['views', 'components/a/b.tsx', "export { sha256Hex } from '../../utils/invoice/hash';"],
  ['views', 'components/x.ts', "import { mountOrder } from '../entrypoints/order.content/mount';"],

  ['data', 'utils/invoice/settings.ts', "import { warsawDate } from './dates';"],
  ['data', 'utils/invoice/settings.ts', 'export const defaults = () => ({});'],
  ['data', 'utils/invoice/settings.ts', 'export const CODES = Object.keys({ PRZ: 1 });'],

  ['sync', 'entrypoints/popup/x.ts', "import { createMostek } from '../../utils/sync/mostek';"],
  ['sync', 'entrypoints/panel.content.ts', "import type { Mostek } from '../utils/sync/mostek';"],
  ['sync', 'components/x.tsx', "type Mostek = import('../utils/sync/mostek').Mostek;"],
  ['sync', 'utils/store/x.ts', "import { systemClock } from '../sync/clock';"],
  ['sync', 'utils/messages/x.ts', "export * from '../sync/clock';"],

  ['what sync knows', 'utils/sync/x.ts', "import { reasonText } from '../texts';"],
  ['what sync knows', 'utils/sync/x.ts', "import { pageOf } from '../sellasist/panel/page';"],
  ['what sync knows', 'utils/sync/x.ts', "import { fetchTransport } from '../http/fetch-transport';"],
  ['what sync knows', 'utils/sync/x.ts', "import { browser } from 'wxt/browser';"],

  ['the page of the panel', 'components/x.tsx', "import { pageOf } from '../utils/sellasist/panel/page';"],
  ['the page of the panel', 'entrypoints/popup/x.ts', "import { pageOf } from '../../utils/sellasist/panel/page';"],
  ['the page of the panel', 'utils/sellasist/x.ts', "import type { Page } from './panel/page';"],
  ['the page of the panel', 'entrypoints/background.ts', "await import('../utils/sellasist/panel/page');"],

  ['services', 'utils/ifirma/x.ts', "import { panelOf } from '../sellasist/panel-name';"],
  ['services', 'utils/ifirma/x.ts', "import type { Store } from '../store/open';"],
  ['services', 'utils/sellasist/x.ts', "import type { Answer } from '../ifirma/problem';"],
  ['services', 'utils/sellasist/panel/x.ts', "import { openStore } from '../../store/open';"],
  ['services', 'utils/store/x.ts', "import type { KeyName } from '../ifirma/signing';"],

  ['the centre', 'utils/invoice/x.ts', "import type { Language } from '../messages';"],
  ['the centre', 'utils/invoice/x.ts', "import type { HttpOutcome } from '../http/transport';"],
  ['the centre', 'utils/invoice/x.ts', "import * as z from 'zod/mini';"],
  ['the centre', 'utils/invoice/x.ts', "const { openStore } = await import('../store/open');"],

  ['http', 'utils/http/x.ts', "import { decimalOf } from '../invoice/money';"],
  ['http', 'utils/http/x.ts', "import type { IfirmaProblem } from '../ifirma/problem';"],
  ['http', 'utils/http/x.ts', "import { browser } from 'wxt/browser';"],

  ['downwards', 'utils/texts/x.ts', "import { duration } from '../../components/format';"],
  ['downwards', 'utils/sync/x.ts', "import type { X } from '../../entrypoints/background';"],

  ['zod', 'utils/ifirma/x.ts', "import { z } from 'zod';"],
  ['zod', 'utils/store/x.ts', "import * as z from 'zod/v4';"],
  ['zod', 'utils/store/x.ts', "import type { ZodType } from 'zod';"],
  ['zod', 'utils/store/x.ts', "export { z } from 'zod/v4-mini';"],

  ['imports that can be followed', 'utils/sync/x.ts', 'await import(path);'],
  ['imports that can be followed', 'utils/sync/x.ts', "await import('../texts/' + language);"],

  ['light content scripts', 'entrypoints/panel.content.ts', "import * as z from 'zod/mini';"],
  ['light content scripts', 'entrypoints/panel.content.ts', "import { browser } from 'wxt/browser';"],
  ['light content scripts', 'entrypoints/x.content.ts', "import browser from 'webextension-polyfill';"],
  ['light content scripts', 'entrypoints/x.content/index.tsx', "import '@wxt-dev/webextension-polyfill/browser';"],
  ['light content scripts', 'entrypoints/x.content.ts', "import { openDB } from 'idb';"],
  ['light content scripts', 'entrypoints/x.content.ts', "import { parseMessage } from '../utils/messages/schemas';"],
  ['light content scripts', 'entrypoints/x.content.ts', "await import('../utils/messages/schemas');"],
  ['light content scripts', 'entrypoints/x.content.ts', "import { type X } from '../utils/messages/schemas';"],
  ['light content scripts', 'utils/sellasist/panel/page.ts', "export * from '../../ifirma/wire';"],

  ['requests', 'utils/ifirma/x.ts', 'await fetch(url);'],
  ['requests', 'components/x.ts', 'await globalThis.fetch(url);'],
  ['requests', 'entrypoints/options/x.ts', 'window.fetch(url);'],
  ['requests', 'utils/sync/x.ts', 'const ask = fetch; ask(url);'],
  ['requests', 'utils/sync/x.ts', 'run({ fetch });'],
  ['requests', 'utils/sync/x.ts', 'const { fetch } = globalThis;'],
  ['requests', 'utils/sync/x.ts', 'new XMLHttpRequest();'],
  ['requests', 'utils/sync/x.ts', "new WebSocket('wss://x');"],
  ['requests', 'components/x.ts', 'navigator.sendBeacon(url, text);'],
  ['requests', 'entrypoints/background.ts', 'await fetch(url);'],
  ['requests', 'entrypoints/background.ts', "run({ fetch: (...request) => fetch('https://x', ...request) });"],
  ['requests', 'entrypoints/background.ts', 'run({ ask: (...request) => fetch(...request) });'],
  ['requests', 'utils/sync/x.ts', 'run({ fetch: (...request) => fetch(...request) });'],

  ['senders', 'entrypoints/background.ts', 'if (sender.origin === self.origin) answer();'],
  ['senders', 'utils/sync/x.ts', 'const tab = sender?.tab?.id;'],
  ['senders', 'utils/sync/x.ts', "sender['url'];"],
  ['senders', 'utils/sync/x.ts', 'port.sender?.url;'],
  ['senders', 'utils/sync/x.ts', '(port.sender ?? {}).id;'],
  ['senders', 'utils/sync/x.ts', 'const { origin } = sender;'],
  ['senders', 'utils/sync/x.ts', 'const { sender: { origin } } = port;'],
  ['senders', 'utils/sync/x.ts', 'judge({ ...sender });'],
  ['senders', 'entrypoints/background.ts', 'browser.runtime.onMessage.addListener((said, who) => who.url);'],
  ['senders', 'entrypoints/background.ts', 'browser.runtime.onMessage.addListener((said, { tab }) => tab);'],
  ['senders', 'entrypoints/background.ts', 'chrome.runtime.onConnect.addListener(({ sender: { url } }) => url);'],
];

const KEEPING: readonly Sample[] = [
  ['views', 'components/x.ts', "import type { Finding } from '../utils/invoice/finding';"],
  ['views', 'components/x.ts', "import { PAYMENT_CODES, type PaymentCode } from '../utils/invoice/settings';"],
  ['views', 'components/x.ts', "import { WATCH_PORT } from '../utils/messages';"],
  ['views', 'components/x.ts', "import { plain } from '../utils/texts/plain'; import { h } from 'preact';"],
  ['the page of the panel', 'entrypoints/x.content/a.ts', "import { pageOf } from '../../utils/sellasist/panel/page';"],
  ['http', 'utils/http/x.ts', "import type { Grosze } from '../invoice/document';"],
  ['light content scripts', 'entrypoints/x.content.ts', "import type { Message } from '../utils/messages/schemas';"],
  ['requests', 'utils/http/x.ts', 'await fetch(url);'],
  ['requests', 'utils/sync/x.ts', 'interface Tools { readonly fetch: typeof fetch } run({ fetch: other });'],
  ['requests', 'entrypoints/background.ts', 'run({ fetch: (...request) => fetch(...request) });'],
  ['senders', 'utils/messages/judge.ts', 'sender.origin;'],
  ['senders', 'entrypoints/background.ts', 'speakerOf(sender, self); speakerOf(port.sender ?? {}, self);'],
];

/** What a made-up file breaks, alone or where its way through the others is what counts. */
function brokenBy([rule, path, text]: Sample): readonly string[] {
  const among = rule === 'light content scripts' ? withFiles({ [path]: text }) : new Map([[path, parse(path, text)]]);
  return broken(rule, among);
}

describe('what breaks a rule', () => {
  it('was made up for every rule', () => {
    expect(new Set(BREAKING.map(([rule]) => rule))).toEqual(new Set(RULES.map(({ name }) => name)));
  });

  it.each(BREAKING)('%s: %s with `%s`', (...sample) => {
    const offences = brokenBy(sample);
    expect(offences.length).toBeGreaterThan(0);
    for (const offence of offences) expect(offence).toMatch(/^\S+:\d+ .+\. .{20,}\.$/);
  });

  it('is named with its file, its line, the way to it and what to do instead', () => {
    const among = withFiles({
      'entrypoints/x.content.ts': "import './x.content/a';",
      'entrypoints/x.content/a.ts': "\nimport { rowsOf } from '../../utils/ifirma/wire';",
    });
    expect(broken('light content scripts', among)).toEqual([
      expect.stringMatching(
        /^utils\/ifirma\/wire\.ts:\d+ brings zod\/mini into entrypoints\/x\.content\.ts → entrypoints\/x\.content\/a\.ts → utils\/ifirma\/wire\.ts\. What runs on every page/,
      ),
    ]);
  });
});

describe('what breaks no rule', () => {
  it.each(KEEPING)('%s: %s with `%s`', (...sample) => {
    expect(brokenBy(sample)).toEqual([]);
  });
});
