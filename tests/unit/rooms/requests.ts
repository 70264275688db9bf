import { isNode, type Node, type SourceFile, walk } from './source.ts';

/** What speaks to the network, by the name it has in the browser. */
const GLOBALS = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport']);
const METHODS = new Set(['fetch', 'sendBeacon']);

/** Everything in a file that could begin a request. */
export function requestsOf(file: SourceFile): readonly { readonly line: number; readonly what: string }[] {
  const found: { readonly line: number; readonly what: string }[] = [];
  walk(file.program, (node, ancestors, field) => {
    const name = requestName(node, ancestors, field);
    if (name === null || (file.path === 'entrypoints/background.ts' && isHandedOn(ancestors))) return;
    found.push({ line: file.lineOf(node), what: `uses ${name}` });
  });
  return found;
}

function requestName(node: Node, ancestors: readonly Node[], field: string): string | null {
  if (node.type !== 'Identifier' || typeof node.name !== 'string') return null;
  const parent = ancestors.at(-1);
  if (parent?.type === 'MemberExpression' && field === 'property' && parent.computed !== true)
    return METHODS.has(node.name) || GLOBALS.has(node.name) ? `.${node.name}` : null;
  // A name of a field or of a type begins no request.
  if (field === 'key' && parent?.shorthand !== true) return null;
  if (
    parent?.type.startsWith('TS') === true &&
    parent.type !== 'TSAsExpression' &&
    parent.type !== 'TSNonNullExpression'
  )
    return null;
  return GLOBALS.has(node.name) ? node.name : null;
}

/** `fetch: (...request) => fetch(...request)`: the browser's own, handed in with nothing added. */
function isHandedOn(ancestors: readonly Node[]): boolean {
  const [property, arrow, call] = ancestors.slice(-3);
  if (property?.type !== 'Property' || arrow?.type !== 'ArrowFunctionExpression' || call?.type !== 'CallExpression')
    return false;
  const nameIn = (list: unknown, type: string): unknown => {
    const [only, ...more] = Array.isArray(list) ? list : [];
    return more.length === 0 && isNode(only) && only.type === type && isNode(only.argument)
      ? only.argument.name
      : undefined;
  };
  const given = nameIn(arrow.params, 'RestElement');
  return (
    given !== undefined &&
    given === nameIn(call.arguments, 'SpreadElement') &&
    isNode(property.key) &&
    property.key.name === 'fetch'
  );
}
