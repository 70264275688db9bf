/** The region on a page, with a background that answers as the test says. */

import type { Ask } from '../../../components/ask.ts';
import { renderOrder } from '../../../components/order/render.tsx';
import type { Finding } from '../../../utils/invoice/finding.ts';
import type { DocumentView, OrderView, PanelCommands, PreviewView } from '../../../utils/messages/index.ts';

type Answers = { [N in keyof PanelCommands]?: (what: PanelCommands[N]['ask']) => unknown };

export const documentView = (over: Partial<DocumentView> = {}): DocumentView => ({
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
  actions: ['send', 'preview', 'link'],
  updatedAt: 0,
  ...over,
});

export const orderView = (documents: readonly DocumentView[], over: Partial<OrderView> = {}): OrderView => ({
  language: 'pl',
  orderId: '1001',
  mode: 'ready',
  documents,
  problem: null,
  ...over,
});

export const previewView = (over: Partial<PreviewView> = {}): PreviewView => ({
  language: 'pl',
  number: 'FV/12/11/2026',
  buyer: {
    name: 'Testowa Sp. z o.o.',
    nip: '1111111111',
    street: 'Próbna 1',
    postcode: '00-001',
    city: 'Warszawa',
    country: 'Polska',
    email: '',
  },
  issueDate: '2026-11-22',
  saleDate: '2026-11-20',
  dueDate: null,
  keptNumber: null,
  ifirmaSeries: '',
  splitPayment: null,
  template: '',
  issuePlace: '',
  signature: 'BWO',
  bankAccount: { use: 'ifirma' },
  showBdo: false,
  showGios: false,
  flatRate: null,
  payment: 'P24',
  paid: 13598,
  lines: [
    {
      name: 'Kubek',
      quantity: 2000,
      unit: 'szt.',
      unitGross: 6799,
      discount: 0,
      vat: { kind: 'percent', percent: 23 },
      gross: 13598,
      gtu: null,
      pkwiu: '',
    },
  ],
  sumIfirma: 13598,
  sumOrder: 13598,
  notes: 'Sellasist testowy/o1001/d77',
  remarks: [],
  findings: [],
  ...over,
});

export const ok = <T>(value: T) => ({ ok: true, value }) as const;
export const refused = (code: string, params: Record<string, string> = {}) =>
  ({ ok: false, reason: { code, params } }) as const;
export const sign = (number: string): Finding => ({
  code: 'maybe-booked-number',
  path: 'document_number',
  params: { number },
  evidence: `number:${number}`,
});
export const missingPostcode: Finding = { code: 'buyer-postcode-missing', path: 'buyer.postcode', params: {} };

/** A promise that the test keeps when it likes. */
export const promised = <T>() => Promise.withResolvers<T>();

/** Lets everything that was promised happen and be drawn: Preact draws on a timer. */
export const settle = async (): Promise<void> => {
  for (let round = 0; round < 4; round += 1) await new Promise((resolve) => setTimeout(resolve, 0));
};

/** Of a document of which nothing can be typed, as of most. */
const nothingToType = () => ok({ language: 'pl', inputs: [], country: 'PL', month: null });

export interface OrderPage {
  readonly root: ShadowRoot;
  readonly asked: readonly { readonly name: string; readonly what: unknown }[];
  readonly saved: readonly { readonly name: string; readonly text: string }[];
  /** Everything with this role (explicit, or of the element) whose accessible name is this, if any is given. */
  all(role: string, name?: string): readonly HTMLElement[];
  one(role: string, name?: string): HTMLElement;
  text(): string;
  press(name: string): Promise<void>;
  type(text: string): Promise<void>;
  /** The background says that something changed. */
  change(): Promise<void>;
  unmount(): void;
}

const ROLES: Readonly<Record<string, string>> = {
  region: 'section[aria-label]',
  button: 'button',
  listitem: 'li',
  table: 'table',
  row: 'tbody tr',
  textbox: 'input',
  heading: 'h2, h3',
};

const nameOf = (element: Element): string => {
  const root = element.getRootNode() as ShadowRoot;
  const labelledBy = element.getAttribute('aria-labelledby');
  const label =
    element.getAttribute('aria-label') ??
    (labelledBy === null ? undefined : root.getElementById(labelledBy)?.textContent) ??
    (element.id === '' ? undefined : root.querySelector(`label[for="${element.id}"]`)?.textContent) ??
    element.querySelector('caption')?.textContent ??
    element.textContent;
  return label?.trim() ?? '';
};

/** An event as the browser makes it for a person; happy-dom leaves the mark to us. */
export const byPerson = <E extends Event>(event: E): E => {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
};

export const openOrder = async (
  answers: Answers,
  over: { readonly headingId?: string; readonly floating?: boolean } = {},
): Promise<OrderPage> => {
  const host = document.body.appendChild(document.createElement('mostek-panel'));
  const root = host.attachShadow({ mode: 'open' });
  const asked: { name: string; what: unknown }[] = [];
  const saved: { name: string; text: string }[] = [];
  let hear: () => void = () => {};
  const ask = (async (name: keyof PanelCommands, what: never) => {
    asked.push({ name, what });
    const answer = answers[name] ?? (name === 'repair.form' ? nothingToType : undefined);
    if (answer === undefined) throw new Error(`the test has no answer to ${name}`);
    return answer(what);
  }) as Ask;
  const unmount = renderOrder(root, {
    orderId: '1001',
    kind: 'order-card',
    ownKey: null,
    numberOnPage: () => ({ agrees: true }),
    headingId: over.headingId ?? null,
    floating: over.floating ?? false,
    ask,
    watch: (_orderId, onChange) => {
      hear = onChange;
      return () => {
        hear = () => {};
      };
    },
    saveFile: (name, bytes) => saved.push({ name, text: new TextDecoder().decode(bytes) }),
    unsavedAddress: () => false,
  });
  await settle();

  const all: OrderPage['all'] = (role, name) =>
    [...root.querySelectorAll<HTMLElement>(`[role="${role}"]${role in ROLES ? `, ${ROLES[role]}` : ''}`)].filter(
      (element) => name === undefined || nameOf(element) === name,
    );
  const one: OrderPage['one'] = (role, name) => {
    const [found, ...more] = all(role, name);
    if (found === undefined || more.length > 0) {
      throw new Error(
        `${more.length + (found ? 1 : 0)} of ${role} ${name ?? ''}: ${all(role).map(nameOf).join(' | ')}`,
      );
    }
    return found;
  };
  return {
    root,
    asked,
    saved,
    all,
    one,
    unmount,
    text: () => root.textContent ?? '',
    async press(name) {
      // In a dialog the buttons behind it cannot be reached.
      const dialog = root.querySelector('dialog');
      const buttons = all('button', name).filter((button) => dialog === null || dialog.contains(button));
      if (buttons.length !== 1) throw new Error(`${buttons.length} buttons ${name}`);
      buttons[0]?.dispatchEvent(byPerson(new MouseEvent('click', { bubbles: true, composed: true })));
      await settle();
    },
    async type(text) {
      const input = one('textbox') as HTMLInputElement;
      input.dispatchEvent(byPerson(new InputEvent('beforeinput', { bubbles: true, composed: true })));
      input.value = text;
      input.dispatchEvent(byPerson(new InputEvent('input', { bubbles: true, composed: true })));
      await settle();
    },
    async change() {
      hear();
      await settle();
    },
  };
};
