import { isNode, type Node, type SourceFile, walk } from './source.ts';

/** Everything in a file that looks at a field of a message's sender. Handing the whole of it to `speakerOf` looks at none. */
export function senderReadsOf(file: SourceFile): readonly { readonly line: number; readonly what: string }[] {
  const names = new Set(['sender']);
  const listeners = new Set<Node>();
  walk(file.program, (node) => {
    const listener = listenerOf(node);
    if (listener === null) return;
    listeners.add(listener);
    const second = parametersOf(listener)[1];
    if (second?.type === 'Identifier' && typeof second.name === 'string') names.add(second.name);
  });

  const found: { readonly line: number; readonly what: string }[] = [];
  walk(file.program, (node) => {
    const what = readOf(node, names, listeners);
    if (what !== null) found.push({ line: file.lineOf(node), what });
  });
  return found;
}

function readOf(node: Node, names: ReadonlySet<string>, listeners: ReadonlySet<Node>): string | null {
  const isSender = (value: unknown): boolean => isNode(value) && means(value, names);
  switch (node.type) {
    case 'MemberExpression':
      return isSender(node.object) ? 'reads a field of a sender' : null;
    case 'SpreadElement':
      return isSender(node.argument) ? 'spreads a sender' : null;
    case 'VariableDeclarator':
      return isPattern(node.id) && isSender(node.init) ? 'takes a sender apart' : null;
    case 'AssignmentExpression':
      return isPattern(node.left) && isSender(node.right) ? 'takes a sender apart' : null;
    case 'Property':
      // `({ sender: { origin } }) => …`, as a port is taken apart.
      return isNode(node.key) && node.key.name === 'sender' && isPattern(node.value) ? 'takes a sender apart' : null;
    default:
      return listeners.has(node) && isPattern(parametersOf(node)[1]) ? 'takes a sender apart' : null;
  }
}

/** The function that is given to `….onMessage.addListener`, whose second parameter is the sender under whatever name. */
function listenerOf(node: Node): Node | null {
  if (node.type !== 'CallExpression' || !isNode(node.callee) || nameOf(node.callee.property) !== 'addListener')
    return null;
  const event = node.callee.object;
  const eventName = isNode(event) ? (nameOf(event.property) ?? nameOf(event)) : null;
  if (eventName === null || !/^onMessage/.test(eventName)) return null;
  const [listener] = Array.isArray(node.arguments) ? node.arguments : [];
  return isNode(listener) ? listener : null;
}

function means(node: Node, names: ReadonlySet<string>): boolean {
  switch (node.type) {
    case 'Identifier':
      return typeof node.name === 'string' && names.has(node.name);
    case 'MemberExpression':
      return nameOf(node.property) === 'sender';
    case 'LogicalExpression':
      return [node.left, node.right].some((side) => isNode(side) && means(side, names));
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].some((side) => isNode(side) && means(side, names));
    case 'ParenthesizedExpression':
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return isNode(node.expression) && means(node.expression, names);
    default:
      return false;
  }
}

function isPattern(value: unknown): boolean {
  if (!isNode(value)) return false;
  return value.type === 'AssignmentPattern' ? isPattern(value.left) : value.type === 'ObjectPattern';
}

function parametersOf(listener: Node): readonly Node[] {
  return Array.isArray(listener.params) ? listener.params.filter(isNode) : [];
}

function nameOf(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === 'Identifier' && typeof value.name === 'string') return value.name;
  return value.type === 'Literal' && typeof value.value === 'string' ? value.value : null;
}
