/** How far the steps are done, derived from what is stored and from what was tried since the page was opened. */
import { missingOf } from '../../../utils/invoice/series';
import type { AccountView, PanelLists } from '../../../utils/messages';
import type { Tested } from '../tested';

export const STEPS = ['panel', 'ifirma', 'mapping', 'preview'] as const;
export type StepName = (typeof STEPS)[number];
export type StepState = 'done' | 'now' | 'later';

export interface Known {
  readonly account: AccountView | null;
  /** null: not read, or unreadable. */
  readonly lists: PanelLists | null;
  /** What was typed in step 1 reached the panel. */
  readonly isPanelChecked: boolean;
  /** undefined: the account was not tested since the page was opened. */
  readonly test: Tested | undefined;
  /** Of the account's panel; null: not answered, or not known yet. */
  readonly erplink: boolean | null;
  /** The newest document, if there is one, was read and has nothing to mend. */
  readonly isPreviewClean: boolean;
}

/** A test tells; without one an account that iFirma has refused is known by its pause. */
const isReached = ({ secrets, pausedBy }: AccountView, test: Tested | undefined): boolean =>
  secrets.faktura !== null && (test === undefined ? pausedBy === null : test === 'reached');

/** A panel without series still has orders, which are issued without a document. */
const isMapped = (account: AccountView, lists: PanelLists | null): boolean => {
  const { seriesIds, series, payments, settings } = account;
  if (settings.savePdf && settings.documentFieldId === null) return false;
  if (seriesIds.length === 0 && (lists === null || lists.series.length > 0)) return false;
  if (seriesIds.some((id) => missingOf(series[id]).length > 0)) return false;
  if (lists === null) return Object.keys(payments).length > 0;
  return lists.payments.every(({ id }) => payments[id] !== undefined);
};

const isDone = (step: StepName, known: Known): boolean => {
  const { account, lists, isPanelChecked, test, erplink, isPreviewClean } = known;
  switch (step) {
    case 'panel':
      return isPanelChecked || account?.secrets.sellasist != null;
    case 'ifirma':
      return account !== null && isReached(account, test);
    case 'mapping':
      return account !== null && isMapped(account, lists);
    case 'preview':
      return account !== null && erplink !== null && isPreviewClean;
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
