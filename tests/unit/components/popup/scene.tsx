/** The popup over a ledger that a test makes up. */
import { Popup } from '../../../../components/popup/popup.tsx';
import type { DocumentView, ErrorGroup, ErrorGroups, Language, ListPage } from '../../../../utils/messages/index.ts';
import { account } from '../options/examples.ts';
import { type Answers, all, mount, ok, type Screen, soon } from '../options/screen.tsx';

export const NOW = Date.UTC(2026, 10, 22, 12, 0);

export const row = (more: Partial<DocumentView> = {}): DocumentView => ({
  panel: 'mojsklep',
  key: 'd77',
  kind: 'invoice',
  corrects: null,
  orderId: '1001',
  number: 'FV 77/11/2026',
  state: 'failed',
  step: null,
  ifirmaNumber: null,
  ksefNumber: null,
  findings: [],
  reason: null,
  attached: 'no',
  differs: false,
  actions: ['preview', 'resend', 'link', 'skip'],
  updatedAt: NOW - 60_000,
  ...more,
});

export const page = (rows: readonly DocumentView[], next: number | null = null, total = rows.length): ListPage => ({
  language: 'pl',
  rows,
  total,
  next,
});

const CAUSE = 'buyer-postcode-missing';
export const POSTCODE = { code: CAUSE, path: 'buyer.postcode', params: {} } as const;

/** So many documents without a postcode, of which the newest are shown. */
export const group = (count: number, more: Partial<ErrorGroup> = {}): ErrorGroup => ({
  cause: CAUSE,
  count,
  rows: Array.from({ length: Math.min(count, 5) }, (_, at) => lacking(count - at)),
  next: count > 5 ? 5 : null,
  actions: ['resend', 'skip'],
  ...more,
});

export const lacking = (nth: number): DocumentView =>
  row({ key: `d${nth}`, orderId: String(1000 + nth), number: `FV ${nth}`, state: 'incomplete', findings: [POSTCODE] });

export const groups = (some: readonly ErrorGroup[], moreCauses = 0): ErrorGroups => ({
  language: 'pl',
  groups: some,
  total: some.reduce((sum, { count }) => sum + count, 0),
  moreCauses,
});

/** Each of a cause of its own. */
export const singly = (rows: readonly DocumentView[]): ErrorGroups =>
  groups(
    rows.map((only, at) => ({
      cause: only.reason?.code ?? only.findings[0]?.code ?? `cause-${at}`,
      count: 1,
      rows: [only],
      next: null,
      actions: [],
    })),
  );

export interface Opened extends Screen {
  /** Addresses that were opened in tabs. */
  readonly tabs: readonly string[];
  readonly saved: readonly { readonly name: string; readonly text: string }[];
}

export const showPopup = async (more: Answers, language: Language = 'pl'): Promise<Opened> => {
  const tabs: string[] = [];
  const saved: { name: string; text: string }[] = [];
  const screen = await mount(
    <Popup
      optionsUrl="chrome-extension://x/options.html"
      openTab={(url) => tabs.push(url)}
      saveFile={(name, bytes) => saved.push({ name, text: new TextDecoder().decode(bytes) })}
      now={() => NOW}
    />,
    {
      'account.list': () => ok([account()]),
      'erplink.get': () => ok({ demo: false }),
      'month.state': () => ok([]),
      security: () => ok({ passphrase: 'none', autoLock: null, keys: [] }),
      'error.groups': () => ok(groups([])),
      queue: () => ok(page([])),
      recent: () => ok(page([])),
      quota: () => ok([]),
      layout: () => ok([]),
      ...more,
    },
    language,
  );
  return { ...screen, tabs, saved };
};

export const errors = async (): Promise<readonly HTMLElement[]> =>
  all('listitem', undefined, await soon('list', 'Błędy synchronizacji'));

export const firstError = async (): Promise<HTMLElement> => {
  const [first] = await errors();
  if (first === undefined) throw new Error('There is no error.');
  return first;
};
