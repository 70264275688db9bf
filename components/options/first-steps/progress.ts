/** How far the steps are done, derived from what is stored. */
import { missingOf } from '../../../utils/invoice/series';
import type { AccountView, PanelLists } from '../../../utils/messages';

export const STEPS = ['panel', 'ifirma', 'mapping', 'preview'] as const;
export type StepName = (typeof STEPS)[number];
export type StepState = 'done' | 'now' | 'later';

export interface Known {
  readonly account: AccountView | null;
  /** null: not read, or unreadable. */
  readonly lists: PanelLists | null;
  /** What was typed in step 1 reached the panel. */
  readonly isPanelChecked: boolean;
  /** null: not answered, or not known yet. */
  readonly erplink: boolean | null;
}

/** A panel without series still has orders, which are issued without a document. */
const isMapped = (account: AccountView, lists: PanelLists | null): boolean => {
  const { seriesIds, series, payments } = account;
  if (seriesIds.length === 0 && (lists === null || lists.series.length > 0)) return false;
  if (seriesIds.some((id) => missingOf(series[id]).length > 0)) return false;
  if (lists === null) return Object.keys(payments).length > 0;
  return lists.payments.every(({ id }) => payments[id] !== undefined);
};

const isDone = (step: StepName, { account, lists, isPanelChecked, erplink }: Known): boolean => {
  switch (step) {
    case 'panel':
      return isPanelChecked || account?.secrets.sellasist != null;
    case 'ifirma':
      return account?.secrets.faktura != null;
    case 'mapping':
      return account !== null && isMapped(account, lists);
    case 'preview':
      return account !== null && erplink !== null;
    default:
      return step satisfies never;
  }
};

/** The first that is not done is the one for now. */
export const progressOf = (known: Known): Readonly<Record<StepName, StepState>> => {
  const now = STEPS.find((step) => !isDone(step, known));
  const state = (step: StepName): StepState => {
    if (isDone(step, known)) return 'done';
    return step === now ? 'now' : 'later';
  };
  return { panel: state('panel'), ifirma: state('ifirma'), mapping: state('mapping'), preview: state('preview') };
};
