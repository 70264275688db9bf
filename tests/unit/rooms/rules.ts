import { requestsOf } from './requests.ts';
import { senderReadsOf } from './sender.ts';
import { fileOf, type Import, type SourceFile, type Sources, walk } from './source.ts';

/** Who may import whom (design: rooms), and the borders that one file alone keeps. */

export interface Offence {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

export interface Rule {
  readonly name: string;
  /** What to do instead. */
  readonly instead: string;
  offences(sources: Sources): readonly Offence[];
}

const isIn = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`);
const isContent = (path: string): boolean => /^entrypoints\/[^/]+\.content(?:\.tsx?$|\/)/.test(path);
const isContentEntry = (path: string): boolean => /^entrypoints\/[^/]+\.content(?:\/index)?\.tsx?$/.test(path);

/** A rule about single imports. */
function imports(
  name: string,
  instead: string,
  isWrong: (file: SourceFile, target: string, imported: Import) => boolean,
): Rule {
  return {
    name,
    instead,
    offences: (sources) =>
      [...sources.values()].flatMap((file) =>
        file.imports
          .filter((imported) => isWrong(file, imported.target, imported))
          .map(({ specifier, line }) => ({ path: file.path, line, what: `imports ${specifier}` })),
      ),
  };
}

/** A rule about what stands in a single file. */
function contents(name: string, instead: string, find: (file: SourceFile) => readonly Omit<Offence, 'path'>[]): Rule {
  return {
    name,
    instead,
    offences: (sources) =>
      [...sources.values()].flatMap((file) => find(file).map((offence) => ({ path: file.path, ...offence }))),
  };
}

/**
 * Pure data that a view may take by value: `PAYMENT_CODES` fills a select, and a second list of the codes would drift away
 * from the first. The rule `data` keeps it data.
 */
const DATA = 'utils/invoice/settings';

/**
 * Pure rules that a form applies while it is filled in, so that it says the same as the check of the document: a second copy of
 * them would judge differently one day. And the comparison of a month, of which the room holds the parts.
 */
const FORM_RULES = [
  'series',
  'shared-series',
  'numbering',
  'notes-text',
  'payment-code',
  'repair/judge',
  'repair/repair',
  'repair/ways',
  'text',
  'month-end',
  'money',
  'rules/rule',
  'rules/run',
].map((name) => `utils/invoice/${name}`);

/** Too heavy for every page of the panel (style: measured facts), or of no use there. */
const HEAVY = /^(?:zod|idb)(?:\/|$)|polyfill|^wxt\/browser(?:\/|$)/;

const SERVICES = ['utils/ifirma', 'utils/sellasist', 'utils/store'];

export const RULES: readonly Rule[] = [
  imports(
    'views',
    'A view asks the background (`components/ask`) and words the answer (`utils/texts`); of `utils/invoice` it knows the types, the constants of `settings` and the rules of its forms.',
    ({ path }, target, { isPackage, typeOnly }) => {
      if (!isIn(path, 'components') || isPackage || isIn(target, 'components')) return false;
      if (isIn(target, 'utils/texts') || target === 'utils/messages' || target === 'utils/messages/index') return false;
      return !(target === DATA || FORM_RULES.includes(target) || (typeOnly && isIn(target, 'utils/invoice')));
    },
  ),
  contents(
    'data',
    'What views take from `utils/invoice/settings` by value is data; put what computes into another file of `utils/invoice`.',
    (file) => (file.path === `${DATA}.ts` ? computations(file) : []),
  ),
  imports(
    'sync',
    'Send a message (`utils/messages`); only the background runs transfers.',
    ({ path }, target) =>
      isIn(target, 'utils/sync') && path !== 'entrypoints/background.ts' && !isIn(path, 'utils/sync'),
  ),
  imports(
    'what sync knows',
    '`utils/sync` knows the clients, the store, the centre and the messages; the page and the sentences are for the views.',
    ({ path }, target, { isPackage, typeOnly }) => {
      if (!isIn(path, 'utils/sync')) return false;
      if (isPackage || isIn(target, 'utils/sellasist/panel')) return true;
      if (isIn(target, 'utils/http')) return !typeOnly;
      return !['utils/sync', 'utils/invoice', 'utils/messages', ...SERVICES].some((room) => isIn(target, room));
    },
  ),
  imports(
    'the page of the panel',
    'Read the page in a content entrypoint and hand on an id; everything else comes from the APIs.',
    ({ path }, target) =>
      isIn(target, 'utils/sellasist/panel') && !isContent(path) && !isIn(path, 'utils/sellasist/panel'),
  ),
  imports(
    'services',
    'The services meet only in `utils/invoice`: put the shared shape there, and let `utils/sync` carry it across.',
    ({ path }, target) =>
      SERVICES.some((room) => isIn(path, room) && SERVICES.some((other) => other !== room && isIn(target, other))),
  ),
  imports(
    'the centre',
    '`utils/invoice` is pure: hand in what it needs as an argument.',
    ({ path }, target, { isPackage }) => isIn(path, 'utils/invoice') && (isPackage || !isIn(target, 'utils/invoice')),
  ),
  imports(
    'http',
    '`utils/http` carries bytes: let the client that knows the service make sense of them.',
    ({ path }, target, { isPackage, typeOnly }) =>
      isIn(path, 'utils/http') &&
      !isIn(target, 'utils/http') &&
      (isPackage || !(typeOnly && isIn(target, 'utils/invoice'))),
  ),
  imports(
    'downwards',
    'Nothing in `utils` knows who draws or starts it: hand it in from the entrypoint.',
    ({ path }, target) => isIn(path, 'utils') && (isIn(target, 'components') || isIn(target, 'entrypoints')),
  ),
  imports(
    'zod',
    "Import `* as z from 'zod/mini'`: `zod` itself weighs five times as much (style: measured facts).",
    (_file, target, { isPackage }) => isPackage && /^zod(?:\/|$)/.test(target) && target !== 'zod/mini',
  ),
  imports(
    'imports that can be followed',
    'Write the path of an `import()` out, so that these rules can follow it.',
    (_file, _target, { specifier }) => specifier === null,
  ),
  {
    name: 'light content scripts',
    instead:
      'What runs on every page of the panel parses nothing and carries no polyfill: use `globalThis.browser ?? chrome`, and `import type`.',
    offences: (sources) =>
      [...sources.values()].filter(({ path }) => isContentEntry(path)).flatMap((entry) => heavyOf(sources, entry)),
  },
  contents(
    'requests',
    'Take a `Transport` (`utils/http/transport`): only `utils/http` calls `fetch`, and `background.ts` hands it the one of the browser.',
    (file) => (isIn(file.path, 'utils/http') ? [] : requestsOf(file)),
  ),
  contents(
    'senders',
    'Ask `speakerOf` (`utils/messages/judge`): one file decides who is speaking, because the other fields can be made up.',
    (file) => (file.path === 'utils/messages/judge.ts' ? [] : senderReadsOf(file)),
  ),
];

function computations(file: SourceFile): readonly Omit<Offence, 'path'>[] {
  const found: Omit<Offence, 'path'>[] = file.imports
    .filter(({ typeOnly }) => !typeOnly)
    .map(({ specifier, line }) => ({ line, what: `imports ${specifier} by value` }));
  walk(file.program, (node) => {
    if (/Function|Class|^CallExpression$|^NewExpression$/.test(node.type) && !node.type.startsWith('TS'))
      found.push({ line: file.lineOf(node), what: `holds a ${node.type}` });
  });
  return found;
}

/** Every file that a content script brings along by value, with the way to it. */
export function reachOf(sources: Sources, entry: SourceFile): ReadonlyMap<SourceFile, readonly string[]> {
  const ways = new Map<SourceFile, readonly string[]>([[entry, [entry.path]]]);
  // A map is walked to the entries that are added on the way.
  for (const [file, way] of ways) {
    for (const { target, isPackage, typeOnly } of file.imports) {
      const next = isPackage || typeOnly ? undefined : fileOf(sources, target);
      if (next !== undefined && !ways.has(next)) ways.set(next, [...way, next.path]);
    }
  }
  return ways;
}

function heavyOf(sources: Sources, entry: SourceFile): readonly Offence[] {
  return [...reachOf(sources, entry)].flatMap(([file, way]) =>
    file.imports
      .filter(({ isPackage, typeOnly, target }) => isPackage && !typeOnly && HEAVY.test(target))
      .map(({ specifier, line }) => ({ path: file.path, line, what: `brings ${specifier} into ${way.join(' → ')}` })),
  );
}
