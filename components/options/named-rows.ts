/** The panel may leave a name empty; a row without one would be a box without a label. */
import type { DictionaryRow, Language, PanelLists } from '../../utils/messages';
import { UNNAMED_TEXTS } from '../../utils/texts/options/unnamed';
import type { Answer } from '../ask';

const named = (rows: readonly DictionaryRow[], unnamed: (id: string) => string): readonly DictionaryRow[] =>
  rows.map((row) => (row.name === '' ? { ...row, name: unnamed(row.id) } : row));

export const namedSeries = (language: Language, rows: readonly DictionaryRow[]): readonly DictionaryRow[] =>
  named(rows, UNNAMED_TEXTS[language].series);

export const namedLists = (language: Language, answer: Answer<PanelLists>): Answer<PanelLists> => {
  if (!answer.ok) return answer;
  const { statuses, payments, fields, series } = answer.value;
  const unnamed = UNNAMED_TEXTS[language];
  return {
    ok: true,
    value: {
      ...answer.value,
      statuses: named(statuses, unnamed.statuses),
      payments: named(payments, unnamed.payments),
      fields: named(fields, unnamed.fields),
      series: named(series, unnamed.series),
    },
  };
};
