import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, visitorKeys } from 'oxc-parser';

/** The source as a rule sees it: what each file imports, and its tree. */

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

export interface Import {
  /** As it is written; null when it is put together while it runs, so that nobody can follow it. */
  readonly specifier: string | null;
  /** A path in the repository without extension and query, or the name of a package. */
  readonly target: string;
  readonly isPackage: boolean;
  /** Only `import type` and `export type` leave nothing behind (`verbatimModuleSyntax`). */
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface SourceFile {
  readonly path: string;
  readonly imports: readonly Import[];
  readonly program: Node;
  lineOf(node: Node): number;
}

/** By path. */
export type Sources = ReadonlyMap<string, SourceFile>;

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const FOLDERS = ['entrypoints', 'components', 'utils'];

export function repository(): Sources {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  ).filter((path) => /\.tsx?$/.test(path));
  return new Map(paths.map((path) => [path, parse(path, readFileSync(`${ROOT}/${path}`, 'utf8'))]));
}

export function parse(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const root = program as unknown as Node;
  const lineOf = (node: Node): number => text.slice(0, node.start).split('\n').length;
  const imports: Import[] = [];
  walk(root, (node) => {
    const found = importOf(node);
    if (found === null) return;
    const { specifier, typeOnly } = found;
    const isPackage = specifier !== null && !specifier.startsWith('.');
    const target = specifier === null ? '' : isPackage ? specifier : pathOf(path, specifier);
    imports.push({ specifier, target, isPackage, typeOnly, line: lineOf(node) });
  });
  return { path, imports, program: root, lineOf };
}

function importOf(node: Node): { readonly specifier: string | null; readonly typeOnly: boolean } | null {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: literal(node.source), typeOnly: node.importKind === 'type' };
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node.source ? { specifier: literal(node.source), typeOnly: node.exportKind === 'type' } : null;
    case 'ImportExpression':
      return { specifier: literal(node.source), typeOnly: false };
    case 'TSImportType':
      return { specifier: literal(node.source ?? node.argument), typeOnly: true };
    default:
      return null;
  }
}

function literal(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'TSLiteralType') return literal(node.literal);
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

function pathOf(from: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, '').replace(/\.tsx?$/, '');
  return posix.join(posix.dirname(from), bare);
}

/** The file that an import of the repository means. */
export function fileOf(sources: Sources, target: string): SourceFile | undefined {
  for (const ending of ['.ts', '.tsx', '/index.ts', '/index.tsx']) {
    const file = sources.get(`${target}${ending}`);
    if (file !== undefined) return file;
  }
  return undefined;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Visits every node with its ancestors, the nearest last, and the field of the nearest that it stands in. */
export function walk(
  node: Node,
  visit: (node: Node, ancestors: readonly Node[], field: string) => void,
  ancestors: readonly Node[] = [],
  field = '',
): void {
  visit(node, ancestors, field);
  const within = [...ancestors, node];
  for (const name of visitorKeys[node.type] ?? []) {
    const value = node[name];
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, within, name);
  }
}
