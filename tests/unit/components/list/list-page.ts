/** The bar on a page, with a background that answers as the test says. */
import { signal } from '@preact/signals';
import type { Ask } from '../../../../components/ask.ts';
import { renderList } from '../../../../components/list/render.tsx';
import type { ListSituation, Picked } from '../../../../components/list/situation.ts';
import type { BatchPlan, BatchState, BatchView, CommandName, DocumentView } from '../../../../utils/messages/index.ts';

export const ok = <T>(value: T) => ({ ok: true, value }) as const;
export const refused = (code: string) => ({ ok: false, reason: { code, params: {} } }) as const;

export const row = (over: Partial<DocumentView> = {}): DocumentView => ({
  panel: 'testowy',
  key: 'd77',
  kind: 'invoice',
  corrects: null,
  orderId: '1001',
  number: 'FV/12/11/2026',
  state: 'unsent',
  step: null,
  ifirmaNumber: null,
  ksefNumber: null,
  findings: [],
  reason: null,
  attached: 'no',
  differs: false,
  actions: [],
  updatedAt: 0,
  ...over,
});

export const batchView = (over: Partial<BatchView> = {}): BatchView => ({
  id: 'b1',
  total: 37,
  waiting: 25,
  underWay: 0,
  sent: 12,
  uncertain: 0,
  withdrawn: 0,
  attention: [],
  placed: 37,
  paused: false,
  cancelled: false,
  startedAt: 1,
  endedAt: null,
  timeLeft: null,
  waitsFor: null,
  ...over,
});

export const state = (batch: BatchView | null, over: Partial<BatchState> = {}): BatchState => ({
  language: 'pl',
  mode: 'ready',
  batch,
  ...over,
});

export const planOf = (toSend: number, over: Partial<BatchPlan> = {}): BatchPlan => ({
  corrections: 0,
  toSend: Array.from({ length: toSend }, (_, at) => ({ orderId: String(at + 1), key: `d${at + 1}` as const })),
  numbers: {},
  attention: [],
  already: 0,
  others: 0,
  ...over,
});

export const orders = (count: number): readonly Picked[] =>
  Array.from({ length: count }, (_, at) => ({ orderId: String(1001 + at), documentId: null }));

/** Lets everything that was promised happen and be drawn: Preact draws on a timer. */
export const settle = async (): Promise<void> => {
  for (let round = 0; round < 4; round += 1) await new Promise((resolve) => setTimeout(resolve, 0));
};

type Answers = { [N in CommandName]?: (what: never) => unknown };

const ROLES: Readonly<Record<string, string>> = {
  region: 'section[aria-label]',
  button: 'button',
  link: 'a[href]',
  listitem: 'li',
  group: 'fieldset',
};

const nameOf = (element: Element): string => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();

/** Words and figures stand on one line with spaces that do not break. */
export const said = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

export const openList = async (answers: Answers, over: Partial<ListSituation> & { first?: readonly Picked[] } = {}) => {
  const host = document.body.appendChild(document.createElement('mostek-panel'));
  const root = host.attachShadow({ mode: 'open' });
  const asked: { name: string; what: unknown }[] = [];
  const picked = signal<readonly Picked[]>(over.first ?? orders(37));
  let hear: () => void = () => {};
  const ask = (async (name: CommandName, what: never) => {
    asked.push({ name, what });
    const answer = answers[name];
    if (answer === undefined) throw new Error(`the test has no answer to ${name}`);
    return answer(what);
  }) as Ask;
  const unmount = renderList(root, {
    kind: 'orders',
    floating: false,
    dark: false,
    picked,
    ask,
    watch: (_orderId, onChange) => {
      hear = onChange;
      return () => {
        hear = () => {};
      };
    },
    ...over,
  });
  await settle();

  const all = (role: string, name?: string): readonly HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>(`[role="${role}"]${role in ROLES ? `, ${ROLES[role]}` : ''}`)].filter(
      (element) => name === undefined || nameOf(element) === name,
    );
  const one = (role: string, name?: string): HTMLElement => {
    const [found, ...more] = all(role, name);
    if (found === undefined || more.length > 0) {
      throw new Error(
        `${more.length + (found ? 1 : 0)} of ${role} ${name ?? ''}: ${all(role).map(nameOf).join(' | ')}`,
      );
    }
    return found;
  };
  const click = async (name: string, isTrusted: boolean): Promise<void> => {
    const event = new MouseEvent('click', { bubbles: true, composed: true });
    // An event as the browser makes it for a person; happy-dom leaves the mark to us.
    if (isTrusted) Object.defineProperty(event, 'isTrusted', { value: true });
    one('button', name).dispatchEvent(event);
    await settle();
  };
  return {
    root,
    asked,
    picked,
    all,
    one,
    unmount,
    askedFor: (name: CommandName) => asked.filter((each) => each.name === name),
    text: () => said(root.textContent),
    described: (element: Element) =>
      said(root.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent),
    press: (name: string) => click(name, true),
    byScript: (name: string) => click(name, false),
    /** The background says that something has changed; the bar follows at its pace. */
    async change() {
      hear();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await settle();
    },
  };
};
