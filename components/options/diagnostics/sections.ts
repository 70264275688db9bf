/** The diagnostics in named parts: what the room shows and what is copied is the same. */
import type { TransferState } from '../../../utils/invoice/transfer';
import type { DiagnosticsView, Language } from '../../../utils/messages';
import { STATE_TEXTS } from '../../../utils/texts';
import { DIAGNOSTICS_TEXTS, type DiagnosticsTexts } from '../../../utils/texts/options/diagnostics';
import { TEACH_TEXTS } from '../../../utils/texts/teach';
import { diagnosticsOf } from '../layout/diagnostics';
import { moment } from '../log/moment';

export interface Section {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
}

type Panel = DiagnosticsView['panels'][number];
type Limits = DiagnosticsView['limits'][number];

export function sectionsOf(language: Language, view: DiagnosticsView): readonly Section[] {
  const texts = DIAGNOSTICS_TEXTS[language];
  const { storage, batches, transfers } = view;
  const states = Object.entries(transfers) as readonly (readonly [TransferState, number])[];
  return [
    {
      title: texts.versions,
      rows: [
        [texts.mostek, view.version],
        [texts.browser, view.browser],
        [texts.database, String(view.database)],
      ],
    },
    {
      title: texts.access,
      rows: [
        ...view.hosts.map(
          ({ host, isGranted }) => [texts.hosts[host], isGranted ? texts.granted : texts.missing] as const,
        ),
        [texts.permissions, view.permissions.join(', ')],
        [texts.passphrase, texts.passphrases[view.passphrase]],
      ],
    },
    {
      title: texts.counts,
      rows: [
        [texts.accounts, String(view.accounts)],
        [texts.pausedAccounts, String(view.paused)],
        [texts.log, String(view.log)],
        [texts.documents, String(view.panelDocuments)],
        [texts.batches, texts.batchesOf(batches.open, batches.ended)],
        [texts.storage, storage === null ? texts.unknown : texts.storageOf(storage.used, storage.quota)],
      ],
    },
    { title: texts.transfers, rows: states.map(([state, count]) => [STATE_TEXTS[language][state], String(count)]) },
    {
      title: texts.waiting,
      rows: [
        [texts.nextDue, view.nextDue === null ? texts.nothing : moment(view.nextDue)],
        [texts.alarm, view.alarm === null ? texts.nothing : moment(view.alarm)],
      ],
    },
    ...(view.limits.length === 0 ? [] : [{ title: texts.limits, rows: limitsOf(texts, view.limits) }]),
    ...view.panels.map((panel, nth) => ({ title: texts.panel(nth + 1), rows: panelRows(language, texts, panel) })),
  ];
}

function limitsOf(texts: DiagnosticsTexts, limits: readonly Limits[]): Section['rows'] {
  const counted = new Map<string, number>();
  return limits.map((each) => {
    const nth = (counted.get(each.service) ?? 0) + 1;
    counted.set(each.service, nth);
    const { minute, day, documents, closedUntil } = each;
    const parts = [
      texts.minute(minute.used, minute.limit),
      ...(day === null ? [] : [texts.day(day.used, day.limit)]),
      ...(documents === null ? [] : [texts.month(documents.used, documents.limit)]),
      ...(closedUntil === null ? [] : [texts.closed(moment(closedUntil))]),
    ];
    return [`${each.service} ${nth}`, parts.join(', ')] as const;
  });
}

function panelRows(language: Language, texts: DiagnosticsTexts, { pages, erplink, accounts }: Panel): Section['rows'] {
  const answer = erplink === null ? texts.unanswered : erplink ? texts.yes : texts.no;
  return [
    [texts.panelAccounts, String(accounts)],
    [texts.erplink, answer],
    ...pages.map(({ kind, taught, seen }) => {
      const name = TEACH_TEXTS[language].kinds[kind];
      if (seen === null) return [name, texts.neverSeen] as const;
      const { misses, rows, place } = seen;
      return [name, texts.page({ taught: taught !== null, misses, rows, place: String(place) })] as const;
    }),
  ];
}

/** What is copied: the parts, and below them what was found on each panel's pages, without a panel's name. */
export function diagnosticsText(language: Language, view: DiagnosticsView): string {
  const texts = DIAGNOSTICS_TEXTS[language];
  const parts = sectionsOf(language, view).map(({ title, rows }) =>
    [title, ...rows.map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  const pages = view.panels.map(
    (panel, nth) =>
      `${texts.pages} – ${texts.panel(nth + 1)}\n${diagnosticsOf({ panel: '', armed: null, version: view.version, pages: panel.pages })}`,
  );
  return [`${texts.at}: ${moment(view.at)}`, ...parts, ...pages].join('\n\n');
}
