/** What the series of a document says: whether it may be sent, and who gives its number (design: what iFirma gets). */
import type { IsoDate, SaleDocument } from './document';
import type { Remark } from './draft';
import type { Finding, FindingCode } from './finding';
import { isOfDate, readRunning } from './numbering';
import { missingOf, numbersOrders, type SeriesSettings } from './series';
import type { Account } from './settings';
import { BY_DEFAULT, isShared, type Numbering } from './shared-series';
import { plainText } from './text';

export type SeriesRules = Pick<Account, 'settings' | 'seriesIds' | 'series'> & {
  /** Whether this account issues the panel's orders without a document. */
  readonly issuesOrders: boolean;
  /** Of the other accounts with the same books. */
  readonly otherSeries: readonly SeriesSettings[];
};

export interface NumberedBy {
  /** The running number to be kept; null: iFirma gives the next one. */
  readonly number: number | null;
  /** iFirma's series and template; empty: its defaults. */
  readonly ifirmaSeries: string;
  readonly template: string;
  readonly findings: readonly Finding[];
  readonly remarks: readonly Remark[];
}

const BY_IFIRMA = { number: null, ifirmaSeries: '', template: '', findings: [], remarks: [] } as const;

type Numbered = Pick<SaleDocument, 'documentId' | 'number' | 'seriesId'>;

/** @param issue the day that the invoice is issued on. */
export function numberedBy(document: Numbered, rules: SeriesRules, issue: IsoDate): NumberedBy {
  return document.documentId === null ? ofOrder(rules) : ofDocument(document, rules, issue);
}

/** An order has no number to keep: iFirma gives it, by the series that the merchant chose for such orders. */
function ofOrder(rules: SeriesRules): NumberedBy {
  const { settings, seriesIds, series, issuesOrders } = rules;
  const { orderSeriesId: id } = settings;
  if (!issuesOrders) return { ...BY_IFIRMA, findings: [finding('order-series-missing', {})] };
  if (id === null) return { ...BY_IFIRMA, findings: sharedFindings(BY_DEFAULT, null, rules) };
  const chosen = entryOf(series, id);
  if (!seriesIds.includes(id) || !numbersOrders(chosen)) {
    return { ...BY_IFIRMA, ...namesOf(chosen), findings: [finding('order-series-unfit', { series: id })] };
  }
  return { ...BY_IFIRMA, ...namesOf(chosen), findings: sharedFindings(chosen, id, rules) };
}

function ofDocument({ number, seriesId }: Numbered, rules: SeriesRules, issue: IsoDate): NumberedBy {
  const named = number ?? '';
  if (seriesId === null || !rules.seriesIds.includes(seriesId)) {
    return { ...BY_IFIRMA, findings: [finding('series-unassigned', { number: named })] };
  }
  const series = entryOf(rules.series, seriesId);
  const names = namesOf(series);
  const findings = [...seriesFindings(series, named), ...sharedFindings(series, seriesId, rules)];
  // While it is open what becomes of the series, it is open as well who gives the number.
  if (findings.length > 0) return { ...BY_IFIRMA, ...names, findings };
  if (series?.numbering !== 'sellasist') {
    const byIfirma: readonly Remark[] = number === null ? [] : [{ code: 'number-by-ifirma', params: { number } }];
    return { ...BY_IFIRMA, ...names, remarks: byIfirma };
  }
  const { pattern } = series;
  const running = readRunning(pattern, named);
  if (running === null) {
    const unreadable: Finding = { code: 'number-unreadable', path: 'number', params: { number: named, pattern } };
    return { ...BY_IFIRMA, ...names, findings: [unreadable] };
  }
  if (!isOfDate(pattern, named, issue)) {
    const differs: Finding = { code: 'number-date-differs', path: 'number', params: { number: named, date: issue } };
    return { ...BY_IFIRMA, ...names, findings: [differs] };
  }
  const kept: Remark = { code: 'number-kept', params: { number: named, running: String(running) } };
  return { ...BY_IFIRMA, ...names, number: running, remarks: [kept] };
}

function seriesFindings(series: SeriesSettings | undefined, number: string): readonly Finding[] {
  const kind = series?.kind ?? null;
  if (kind === 'none') return [finding('series-not-sent', { number })];
  if (kind === 'correction') return [finding('series-for-corrections', { number })];
  const missing = missingOf(series);
  return [
    ...(missing.length > 0 ? [finding('series-incomplete', { number, fields: missing.join(',') })] : []),
    ...(series?.oss ? [finding('series-oss', { number })] : []),
  ];
}

/** @param ownId of the series itself; null: it is none of the account's. */
function sharedFindings(one: Numbering | undefined, ownId: string | null, rules: SeriesRules): readonly Finding[] {
  const beside = rules.seriesIds.filter((id) => id !== ownId).flatMap((id) => entryOf(rules.series, id) ?? []);
  if (one === undefined || !isShared(one, [...beside, ...rules.otherSeries])) return [];
  return [finding('series-shared', { series: plainText(one.ifirmaSeries) })];
}

function namesOf(series: SeriesSettings | undefined): Pick<NumberedBy, 'ifirmaSeries' | 'template'> {
  return { ifirmaSeries: plainText(series?.ifirmaSeries ?? ''), template: plainText(series?.template ?? '') };
}

/** A series called `constructor` has no settings by accident. */
function entryOf(series: SeriesRules['series'], id: string): SeriesSettings | undefined {
  return Object.hasOwn(series, id) ? series[id] : undefined;
}

function finding(code: FindingCode, params: Finding['params']): Finding {
  return { code, path: 'series', params };
}
