/** What the filter shows as a file: all of it, part after part, until it is whole or the person has enough. */
import {
  type Language,
  LOG_ROWS,
  type LogCursor,
  type LogFilter,
  type LogPage,
  type LogRow,
} from '../../../utils/messages';
import { STATE_TEXTS } from '../../../utils/texts';
import { LOG_TEXTS } from '../../../utils/texts/options/log';
import type { ViewReason } from '../../../utils/texts/reasons';
import type { Answer, Ask } from '../../ask';
import { BOM, csvOf } from '../../csv';
import { isoMoment } from './moment';
import { sentencesOf, whatOf } from './words';

export type Exported =
  /** The file in parts; `rows`: without its heading. */
  | { readonly kind: 'ready'; readonly parts: readonly string[]; readonly rows: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'problem'; readonly reason: ViewReason };

interface Tools {
  readonly ask: Ask;
  readonly language: Language;
  readonly nameOfAccount: (accountId: string) => string;
  readonly isCancelled: () => boolean;
  /** How many rows there are by now. */
  readonly progress: (rows: number) => void;
}

export async function exportLog(filter: LogFilter, tools: Tools): Promise<Exported> {
  const { ask, language, isCancelled, progress } = tools;
  const parts = [BOM, csvOf([LOG_TEXTS[language].csv])];
  let rows = 0;
  let before: LogCursor | null = null;
  for (;;) {
    const answer: Answer<LogPage> = await ask('log.page', {
      filter,
      before,
      limit: LOG_ROWS,
    });
    if (isCancelled()) return { kind: 'cancelled' };
    if (!answer.ok) return { kind: 'problem', reason: answer.reason };
    const part: LogPage = answer.value;
    parts.push(csvOf(part.rows.map((row) => cellsOf(row, tools))));
    rows += part.rows.length;
    progress(rows);
    if (part.next === null) return { kind: 'ready', parts, rows };
    before = part.next;
  }
}

/** In the order of the heading (`LogTexts.csv`). */
export function cellsOf(
  row: LogRow,
  { language, nameOfAccount }: Pick<Tools, 'language' | 'nameOfAccount'>,
): readonly string[] {
  const texts = LOG_TEXTS[language];
  const { day, hour } = isoMoment(row.at);
  return [
    day,
    hour,
    nameOfAccount(row.accountId),
    row.panel,
    texts.kinds[row.kind],
    row.documentNumber ?? '',
    row.orderId ?? '',
    whatOf(texts, row),
    STATE_TEXTS[language][row.state],
    row.number ?? '',
    sentencesOf(language, row).join(' '),
    String(row.ms),
  ];
}
